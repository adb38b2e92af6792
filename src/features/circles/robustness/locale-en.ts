import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { robustnessZh } from './locale-zh.ts';

/** Words of the page Robustness, English. */
export const robustnessEn: TranslationOf<typeof robustnessZh> = {
  title: 'How sure: within {{minutes}}',
  intro:
    'A circle rests on assumptions. Here each moves within its range, and one sees what comes of it. Timetables, links and people stay: this is the doubt of the parameters, not the error of the data.',
  start: 'Choose an origin, and every figure gets its range here.',
  toCircle: 'Choose an origin',
  stale: 'The figures below are of earlier choices.',
  givenUp: 'Stopped.',
  computing: 'Computing circle {{done}} of {{total}}',
  onCircle: 'People in 90% of draws: {{people}} (see Robustness)',
  onItsWay: 'Computing how sure the circle is…',
  people: 'People',
  area: 'Area',
  declared: 'As chosen: {{value}}',
  ninety: '90% of draws (5th to 95th percentile) lie between; all draws {{least}} to {{most}}.',
  how: 'Latin hypercube of {{draws}}, seed {{seed}}: the same choices give the same figures. The values chosen are the medians.',
  tableRemark:
    'Modelled · Latin hypercube of {{draws}}, seed {{seed}} · ranges are the 5th to the 95th percentile',
  chosen: 'As chosen',
  drawn: 'Show on the map how sure',
  draws: 'Draws',
  parts: 'Within in how many draws',
  inDraws: '≥ {{percent}}%',
  partsHint:
    '“≥ 95%” is land that lies within whatever one assumes; unlike the range above it is the same land in every draw.',
  effects: 'Which assumption matters',
  effectsHint:
    'One assumption moves, the others stay. Pale: the low end of its range; full: the high end. Figures: change in people.',
  effectsHintArea:
    'One assumption moves, the others stay. Pale: the low end of its range; full: the high end. Figures: change in area (people unknown).',
  noEffect: 'Without effect within their ranges: {{names}}',
  lowEnd: 'low end',
  highEnd: 'high end',
  factor: 'times',
  ranges: 'Ranges of the assumptions',
  rangesHint:
    'The ranges are assumptions too and can be changed. Those left alone move with the parameters chosen.',
  low: '{{name}}: low end',
  high: '{{name}}: high end',
  to: 'to',
  usual: 'Reset',
  resetAll: 'Reset all',
  upsideDown: 'The low end cannot be above the high end.',
  plan: 'Plan against hour: {{name}}',
  planHint: 'The circle starts from the cores of this plan; every draw is held against it.',
  coverage: 'Plan’s people within',
  overlap: 'Overlap of people (both ÷ either)',
  between: '{{declared}} (90% of draws: {{p5}}–{{p95}})',
  counties: 'Counties in doubt',
  countiesHint:
    'Counties whose share of land within differs by more than 10 points between draws; most people within first.',
  noCounties: 'None: no county’s share differs by 10 points between draws.',
  county: 'County',
  share: 'As chosen',
  range: '90% of draws',
};
