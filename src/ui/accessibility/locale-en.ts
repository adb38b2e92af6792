import type { TranslationOf } from '../i18n/translation-of.ts';
import type { accessibilityZh } from './locale-zh.ts';

/** The same in English. */
export const accessibilityEn: TranslationOf<typeof accessibilityZh> = {
  reached: 'People within reach',
  reachedGdp: 'GDP within reach',
  mean: 'Average resident',
  low: 'Lowest tenth',
  median: 'Median',
  high: 'Highest tenth',
  gini: 'Gini coefficient',
  before: 'Before',
  after: 'After',
  change: 'Change',
  mostChanged: 'Counties that change most',
  computing: 'Counties computed: {{done}} of {{total}}',
  ranges: {
    title: 'How sure accessibility is',
    titleChange: 'How sure the change in accessibility is',
    intro:
      'Between what bounds this lies depends on what circles assume: each draw varies the assumptions within their ranges.',
    introChange:
      'Between what bounds this lies depends on what circles assume: each draw varies the assumptions, for before and after alike.',
    region: 'Choose a region above: for the whole country this would take hours.',
    switch: 'Add ranges (some minutes)',
    computing: 'Circles computed: {{done}} of {{total}}',
    ninety: '90% of draws',
    ends: 'Nine draws of ten lie between: 5th to 95th percentile (draws: {{draws}}, seed {{seed}}).',
    between: '{{low}} to {{high}}',
    gaining: 'Residents reaching more',
    losing: 'Residents reaching less',
    lessEven: 'Draws that become less even',
  },
};
