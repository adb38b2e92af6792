import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import { firstEn } from './first-en.ts';
import { laterEn } from './later-en.ts';
import type { resourcesZh } from './zh-CN.ts';

/** All English words by namespace. */
export const resourcesEn: TranslationOf<typeof resourcesZh> = { ...firstEn, ...laterEn };
