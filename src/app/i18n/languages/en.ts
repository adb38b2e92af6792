import { briefingEn } from '#features/briefing/locales/en.ts';
import { circlesEn } from '#features/circles/locales/en.ts';
import { inspectorEn } from '#features/inspector/locales/en.ts';
import { integrationEn } from '#features/integration/locales/en.ts';
import { scenariosEn } from '#features/scenarios/locales/en.ts';
import { structureEn } from '#features/structure/locales/en.ts';
import { termsEn } from '#ui/i18n/terms/en.ts';
import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import { appEn } from '../app-en.ts';
import type { resourcesZh } from './zh-CN.ts';

/** All English words by namespace. */
export const resourcesEn: TranslationOf<typeof resourcesZh> = {
  app: appEn,
  terms: termsEn,
  inspector: inspectorEn,
  structure: structureEn,
  integration: integrationEn,
  circles: circlesEn,
  scenarios: scenariosEn,
  briefing: briefingEn,
};
