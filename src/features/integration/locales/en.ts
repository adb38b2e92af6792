import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { integrationZh } from './zh-CN.ts';

export const integrationEn: TranslationOf<typeof integrationZh> = {
  title: 'Integration',
  intro: 'Indicators that can enter the score, by dimension, with the years that the data really has.',
  compared: 'Compared',
  set: { yangtze5: 'Five of the Yangtze belt', all19: 'All 19 agglomerations', custom: 'Own choice' },
  recipe: 'Recipe',
  preset: { paper: 'Paper (reduced set)', embedded: 'Embedded', own: 'Own' },
  coverage: '{{count}} units',
  inPaper: 'of the paper',
  extra: 'extra',
  higherBetter: 'higher is better',
  lowerBetter: 'lower is better',
  derivedLater:
    'More indicators are derived from these tables (GDP per head, urban share, Krugman index and others).',
  waiting: 'Loading the indicators…',
  unavailable: 'The indicators did not load. Retry above the map.',
};
