import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { structureZh } from './zh-CN.ts';

export const structureEn: TranslationOf<typeof structureZh> = {
  title: 'Structure',
  intro: 'The 19 agglomerations by stage; metropolitan areas as approved by the state or a province.',
  agglomerations: 'Agglomerations',
  metros: 'Metropolitan areas',
  members: '{{count}} cities',
  approved: 'approved {{date}}',
  waiting: 'Loading agglomerations and metropolitan areas…',
  unavailable: 'Agglomerations and metropolitan areas did not load. Retry above the map.',
};
