import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { scenariosZh } from './zh-CN.ts';

export const scenariosEn: TranslationOf<typeof scenariosZh> = {
  title: 'Scenario',
  intro:
    'What can enter a scenario: railways under construction and planned, and links over water that can be closed.',
  planned: 'Railways under construction and planned',
  links: 'Sea and river links',
  waiting: 'Loading the lines…',
  unavailable: 'The lines did not load. Retry above the map.',
};
