import type { Maturity } from '#core/geography/region.ts';
import type { MapLanguage, Provenance } from '../layers/map-model.ts';
import type { RailSpeedClass } from '../layers/theme-tokens.ts';
import type { LegendSpec } from './legend-spec.ts';

/** Fixed words of legends in one language. */
export interface LegendWords {
  /** Of the section of regions: agglomerations alone, metropolitan areas alone, or both. */
  readonly regions: Readonly<Record<'agglomerations' | 'metros' | 'both', string>>;
  /** A title with its unit, or what else stands in brackets after it. */
  readonly inBrackets: (title: string, unit: string) => string;
  readonly maturity: Readonly<Record<Maturity, string>>;
  /** Agglomerations that a person drew up or edited. */
  readonly own: string;
  readonly metro: string;
  readonly comparison: string;
  readonly noData: string;
  readonly rail: string;
  readonly railSpeed: Readonly<Record<RailSpeedClass, string>>;
  readonly railFuture: string;
  readonly railYear: (year: number) => string;
  readonly roadLinks: string;
  readonly roadOpen: string;
  readonly roadFuture: string;
  readonly roadClosed: string;
  readonly stations: string;
  readonly hub: string;
  readonly station: string;
  readonly circle: string;
  readonly difference: string;
  readonly faster: string;
  readonly slower: string;
  readonly minutes: string;
  readonly origin: string;
  readonly within: (minutes: number) => string;
  /** The line at the minutes chosen, where it stands alone, and where before and after are held against each other. */
  readonly chosenLine: (minutes: number) => string;
  readonly lineAfter: (minutes: number) => string;
  readonly lineBefore: (minutes: number) => string;
  readonly modelledCircle: string;
  /** How sure the circle is: the title, a share of draws, and the line of the parameters chosen. */
  readonly certainty: (minutes: number) => string;
  readonly inDraws: (percent: number) => string;
  readonly declaredLine: (minutes: number) => string;
  readonly flows: string;
  /** What a hundred per cent of them is. */
  readonly flowUnit: string;
  readonly boundaries: string;
  readonly national: string;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
  readonly core: string;
  readonly provenance: Readonly<Record<Provenance, string>>;
  /** Where a long remark folds: what it is about. */
  readonly aboutFigures: string;
}

const zh: LegendWords = {
  regions: { agglomerations: '城市群', metros: '都市圈', both: '城市群与都市圈' },
  inBrackets: (title, unit) => `${title}（${unit}）`,
  maturity: { mature: '成熟型城市群', developing: '发展型城市群', nurturing: '培育型城市群' },
  own: '自定或自行调整的城市群',
  metro: '都市圈',
  comparison: '其他版本的范围',
  noData: '无数据',
  rail: '铁路（设计速度，公里/小时）',
  railSpeed: {
    '350': '350 及以上',
    '300': '300–349',
    '250': '250–299',
    '200': '200–249',
    conventional: '200 以下',
    unknown: '速度不详',
  },
  railFuture: '在建或规划',
  railYear: (year) => `至 ${year} 年底开通；开通年份不详的线路始终显示`,
  roadLinks: '跨海跨江通道',
  roadOpen: '已通车',
  roadFuture: '在建或规划',
  roadClosed: '已关闭',
  stations: '车站',
  hub: '枢纽站',
  station: '车站',
  circle: '可达时间',
  difference: '时间变化',
  faster: '更快',
  slower: '更慢',
  minutes: '分钟',
  origin: '出发地',
  within: (minutes) => `${minutes} 分钟内`,
  chosenLine: (minutes) => `${minutes} 分钟线（所选时限）`,
  lineAfter: (minutes) => `${minutes} 分钟线，之后`,
  lineBefore: (minutes) => `${minutes} 分钟线，之前`,
  modelledCircle: '取决于所选参数，并非实测',
  certainty: (minutes) => `${minutes} 分钟内的把握`,
  inDraws: (percent) => `不少于 ${percent}% 的抽样在内`,
  declaredLine: (minutes) => `${minutes} 分钟线（所选参数）`,
  flows: '联系强度',
  flowUnit: '最强一对为 100%',
  boundaries: '界线与城市',
  national: '国界、海岸',
  province: '省级界',
  prefecture: '地级界',
  county: '县级界',
  core: '核心城市',
  provenance: { observed: '观测值', derived: '由观测值计算', modelled: '模型估算' },
  aboutFigures: '数据说明与来源',
};

const en: LegendWords = {
  regions: {
    agglomerations: 'Urban agglomerations',
    metros: 'Metropolitan areas',
    both: 'Agglomerations and metropolitan areas',
  },
  inBrackets: (title, unit) => `${title} (${unit})`,
  maturity: {
    mature: 'Mature agglomeration',
    developing: 'Developing agglomeration',
    nurturing: 'Nurturing agglomeration',
  },
  own: 'Agglomeration made or edited by you',
  metro: 'Metropolitan area',
  comparison: 'Extent in another edition',
  noData: 'No data',
  rail: 'Railways (design speed, km/h)',
  railSpeed: {
    '350': '≥ 350',
    '300': '300–349',
    '250': '250–299',
    '200': '200–249',
    conventional: 'Below 200',
    unknown: 'Not known',
  },
  railFuture: 'Under construction or planned',
  railYear: (year) => `Open by the end of ${year}; lines without an opening year are always shown`,
  roadLinks: 'Sea and river crossings',
  roadOpen: 'Open',
  roadFuture: 'Under construction or planned',
  roadClosed: 'Closed',
  stations: 'Stations',
  hub: 'Hub',
  station: 'Station',
  circle: 'Travel time',
  difference: 'Change of travel time',
  faster: 'faster',
  slower: 'slower',
  minutes: 'min',
  origin: 'Origin',
  within: (minutes) => `Within ${minutes} min`,
  chosenLine: (minutes) => `${minutes} min, the limit chosen`,
  lineAfter: (minutes) => `${minutes} min after`,
  lineBefore: (minutes) => `${minutes} min before`,
  modelledCircle: 'Depends on the chosen parameters; not measured',
  certainty: (minutes) => `How sure: within ${minutes} min`,
  inDraws: (percent) => `Within in ≥ ${percent}% of draws`,
  declaredLine: (minutes) => `${minutes} min by the chosen parameters`,
  flows: 'Strength of ties',
  flowUnit: 'strongest = 100%',
  boundaries: 'Boundaries and cities',
  national: 'National border, coast',
  province: 'Province',
  prefecture: 'Prefecture',
  county: 'County',
  core: 'Core city',
  provenance: { observed: 'Observed', derived: 'Computed from observed values', modelled: 'Modelled' },
  aboutFigures: 'About the figures, sources',
};

/** The fixed words of legends. */
export function legendWords(language: MapLanguage): LegendWords {
  return language === 'zh' ? zh : en;
}

/** A section's title with its unit, as sheets and slides write it in one line. */
export function titleWithUnit(
  { title, unit }: Pick<LegendSpec, 'title' | 'unit'>,
  language: MapLanguage,
): string {
  return unit === null || unit === '' ? title : legendWords(language).inBrackets(title, unit);
}
