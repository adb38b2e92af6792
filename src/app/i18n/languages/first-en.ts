import { structureEn } from '#features/structure/locales/en.ts';
import { termsEn } from '#ui/i18n/terms/en.ts';
import { appEn } from '../app-en.ts';

/** English words that the first picture needs, by namespace. */
export const firstEn = { app: appEn, terms: termsEn, structure: structureEn } as const;
