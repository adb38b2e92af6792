import { structureZh } from '#features/structure/locales/zh-CN.ts';
import { termsZh } from '#ui/i18n/terms/zh-CN.ts';
import { appZh } from '../app-zh.ts';

/** Chinese words that the first picture needs, by namespace. */
export const firstZh = { app: appZh, terms: termsZh, structure: structureZh } as const;
