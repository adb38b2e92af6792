import type { Adcode } from '../geography/admin-unit.ts';

/** A transfer of people between prefectures: figures from before and after must not be divided by one another. */
export interface BoundaryChange {
  readonly year: number;
  /** The prefectures whose figures it breaks. */
  readonly adcodes: readonly Adcode[];
  readonly partZh: string;
  readonly partEn: string;
  /**
   * `boundary`: by order of the State Council, in every figure. `government`: another city governs it, so that the yearbooks count it
   * there, while the censuses' tabulations go on counting it where it was.
   */
  readonly kind: 'boundary' | 'government';
}

/**
 * Transfers between prefectures 2010–2020 known to us (State Council approvals, 中华人民共和国县级以上行政区划变更情况; who governs
 * is from general knowledge: with 西咸 the yearbooks' land area of 西安 grows by 661 km² and that of 咸阳 falls by 645). Small exchanges
 * are not listed: 深汕 is 2.4% of 汕尾's people, but 0.4% of 深圳's.
 */
export const BOUNDARY_CHANGES: readonly BoundaryChange[] = [
  boundary(2011, ['340100', '340200', '340500', '341400'], '巢湖', 'Chaohu'),
  boundary(2015, ['341500', '340400'], '寿县', 'Shouxian'),
  boundary(2016, ['340800', '340700'], '枞阳', 'Zongyang'),
  boundary(2016, ['512000', '510100'], '简阳', 'Jianyang'),
  { ...boundary(2017, ['610100', '610400'], '西咸新区', 'Xixian New Area'), kind: 'government' },
  { ...boundary(2018, ['441500'], '深汕特别合作区', 'Shenzhen–Shanwei zone'), kind: 'government' },
  boundary(2019, ['371200', '370100'], '莱芜', 'Laiwu'),
  boundary(2020, ['220300', '220100'], '公主岭', 'Gongzhuling'),
];

function boundary(year: number, adcodes: readonly Adcode[], partZh: string, partEn: string): BoundaryChange {
  return { year, adcodes, partZh, partEn, kind: 'boundary' };
}

/** Sources that count what is on a territory, whoever governs it. */
const BY_TERRITORY: ReadonlySet<string> = new Set([
  'census-2010',
  'census-2020',
  'census-employment',
  'rail-lines',
]);

/** A figure as far as its territory goes. */
export interface FigureOrigin {
  readonly year: number;
  /** Of the figure itself, or of all that it is derived from; none where it is not known, which counts as by who governs. */
  readonly sourceIds: readonly string[];
}

/** The transfers that make two figures of one code figures of different territories; empty = they may be compared. */
export function transfersBetween(
  adcode: Adcode,
  one: FigureOrigin,
  other: FigureOrigin,
): readonly BoundaryChange[] {
  const from = Math.min(one.year, other.year);
  const to = Math.max(one.year, other.year);
  const sources = [...one.sourceIds, ...other.sourceIds];
  const isByTerritory = sources.length > 0 && sources.every((source) => BY_TERRITORY.has(source));
  return BOUNDARY_CHANGES.filter(
    (change) =>
      change.year > from &&
      change.year <= to &&
      change.adcodes.includes(adcode) &&
      !(isByTerritory && change.kind === 'government'),
  );
}
