import type { Adcode } from './admin-unit.ts';

/** An urban agglomeration (城市群) or a metropolitan area (都市圈). */
export type RegionKind = 'agglomeration' | 'metro';

/** 成熟型 mature, 发展型 developing, 培育型 nurturing. */
export type Maturity = 'mature' | 'developing' | 'nurturing';

/** A core (核心) or sub-core (次核心) city: the origins of "within the hour of a core". */
export interface RegionCore {
  readonly adcode: Adcode;
  readonly role: 'core' | 'sub-core';
  readonly evidence: string;
}

/** One delimitation of a region: a plan in one edition, or a planning against an extended scope. */
export interface RegionVariant {
  /** Unique over all regions: region id, `@`, variant slug: `yrd@2019-core`. */
  readonly key: string;
  readonly regionId: string;
  /** The fact table's own words, e.g. `2016 plan`, `planning scope`. */
  readonly label: string;
  readonly labelZh: string;
  readonly plan: string | null;
  readonly planYear: number | null;
  /** Prefecture-level units taken whole. */
  readonly wholeUnits: readonly Adcode[];
  /** County-level units taken from prefectures that are not taken whole. */
  readonly partCounties: readonly Adcode[];
  /** County-level units left out of `wholeUnits`. */
  readonly excludedCounties: readonly Adcode[];
  /** Prefecture-level units any part of which belongs: the members in statistics (method.md §1). */
  readonly statisticalMembers: readonly Adcode[];
  /** Everything on the county level; a prefecture without counties (东莞, 中山 …) stands for itself. */
  readonly counties: readonly Adcode[];
  /** Dissolved area of the WGS-84 polygons, km². */
  readonly areaKm2: number;
  /**
   * Census 2020 population of the members on the county level (Hong Kong, Macao 2021), without those in
   * `populationMissing`, which must be named beside it; `null` when no member has a figure.
   */
  readonly population2020: number | null;
  /** Members on the county level that no census of ours counts (金门县): not in `population2020`, not zero. */
  readonly populationMissing: readonly Adcode[];
  readonly publishedAreaKm2: number | null;
  readonly publishedPopulation: number | null;
  /** How far the membership was read, in the fact table's words. */
  readonly evidence: string;
}

/** A region with all its variants, the current one first. */
export interface Region {
  readonly id: string;
  readonly kind: RegionKind;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Agglomerations only. */
  readonly maturity: Maturity | null;
  /** Agglomerations: grade in the 14th Five-Year Plan (优化提升 …); metropolitan areas: 国家级 or 省级. */
  readonly grade: string;
  /** Metropolitan areas: approval date as printed (`2021-11`). */
  readonly approved: string | null;
  readonly cores: readonly RegionCore[];
  readonly variants: readonly RegionVariant[];
}

/** The cities that a region's hour is counted from: its cores; all that are listed where none is called one. */
export function mainCores({ cores }: Pick<Region, 'cores'>): readonly Adcode[] {
  const main = cores.filter(({ role }) => role === 'core');
  return (main.length > 0 ? main : cores).map(({ adcode }) => adcode);
}

/** The delimitation of a key, the current one where none is named or the key is unknown; nothing for a region without any. */
export function variantOf(
  region: Pick<Region, 'variants'>,
  key: string | undefined,
): RegionVariant | undefined {
  return region.variants.find((variant) => variant.key === key) ?? region.variants[0];
}

/** Whether a county is one of a prefecture's: their codes begin alike, with four digits, of a municipality with two. */
export function isCountyOf(county: Adcode, prefecture: Adcode): boolean {
  return (
    county === prefecture ||
    (prefecture.endsWith('00') && county.startsWith(prefecture.replace(/(00){1,2}$/, '')))
  );
}

/** Whether a delimitation takes all of a prefecture: no county of it is left out. */
export function takesWhole(
  { wholeUnits, excludedCounties }: Pick<RegionVariant, 'wholeUnits' | 'excludedCounties'>,
  prefecture: Adcode,
): boolean {
  return (
    wholeUnits.includes(prefecture) && !excludedCounties.some((county) => isCountyOf(county, prefecture))
  );
}
