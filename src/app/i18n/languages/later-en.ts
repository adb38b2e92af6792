import { briefingEn } from '#features/briefing/locales/en.ts';
import { circlesEn } from '#features/circles/locales/en.ts';
import { inspectorEn } from '#features/inspector/locales/en.ts';
import { integrationEn } from '#features/integration/locales/en.ts';
import { scenariosEn } from '#features/scenarios/locales/en.ts';
import { accessibilityEn } from '#ui/accessibility/locale-en.ts';
import { tablesEn } from '#ui/i18n/tables/en.ts';
import { commandsEn } from '../app-commands-en.ts';
import { keysEn } from '../app-keys-en.ts';

/** English words of what loads after the first picture, by namespace. */
export const laterEn = {
  inspector: inspectorEn,
  integration: integrationEn,
  circles: circlesEn,
  scenarios: scenariosEn,
  briefing: briefingEn,
  commands: commandsEn,
  keys: keysEn,
  accessibility: accessibilityEn,
  tables: tablesEn,
} as const;
