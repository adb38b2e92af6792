import type { Adcode } from '../geography/admin-unit.ts';
import type { Region, RegionVariant } from '../geography/region.ts';
import type { EmploymentTable } from '../indicators/employment-table.ts';
import type { GravityFlow } from '../structure/gravity.ts';
import { industryMatrixOf, meanOfPairs } from '../structure/industry-similarity.ts';
import { structureOf, type RegionStructure } from '../structure/region-structure.ts';
import type { StructureFrame } from '../structure/structure-frame.ts';
import type { SpatialAutocorrelation } from '../structure/spatial-autocorrelation.ts';
import { huLinePartsOf, zonePartsOf, type TerritoryParts } from '../structure/territory-parts.ts';
import type { Yardstick } from '../structure/yardstick.ts';
import type { KeyNumber } from './key-numbers.ts';

/** What a map of structure stands on. */
export interface StructureQuestion {
  /** Delimitations whose members, area and people are stated: those drawn, or laid over one another. */
  readonly regions: readonly string[];
  /** The open delimitation, whose metrics are stated; `null` = none. */
  readonly open: string | null;
  /** Whether the parts of the nation are stated: zones and sides of the Hu line. */
  readonly nation: boolean;
  /** Year of the industries of the open delimitation; `null` = not shown. */
  readonly industryYear: number | null;
  /** Outlines from abroad. */
  readonly yardsticks: readonly string[];
}

/** What the numbers of a structure question are computed from. */
export interface StructureData {
  readonly regions: readonly Region[];
  readonly frame: StructureFrame;
  readonly yardsticks: readonly Yardstick[];
  /** `null` where no industries are asked for. */
  readonly employment: EmploymentTable | null;
}

type Named = Readonly<Record<string, number | null | undefined>>;

/** Names under a common beginning. */
function under(at: string, numbers: Named): readonly KeyNumber[] {
  return Object.entries(numbers).map(([name, value]) => ({ id: `${at}.${name}`, value: value ?? null }));
}

function partNumbers(at: string, { parts }: TerritoryParts<string>): readonly KeyNumber[] {
  return parts.flatMap(({ id, units, shares, populationChangePercent }) =>
    under(`${at}.${id}`, { units, ...shares, populationChangePercent }),
  );
}

function metricNumbers(
  at: string,
  { sizes, rankSize, concentration, centreShift, ellipseBefore, ellipse, ...rest }: RegionStructure,
): readonly KeyNumber[] {
  const { populationChange, density, urbanisation, ageing, gdpPerCapita, zones, huLine } = rest;
  const { s2, s4, s11, largestShare, herfindahl, gini } = concentration;
  const axesOf = (shown: typeof ellipse): Named => ({
    semiMajorKm: shown?.semiMajorKm,
    semiMinorKm: shown?.semiMinorKm,
    majorBearing: shown?.majorBearing,
    weightInside: shown?.weightInside,
  });
  return [
    ...under(
      `${at}.cities`,
      Object.fromEntries(sizes.rows.map((row) => [row.sizeClass.id, row.cities.length])),
    ),
    ...under(at, {
      rankSizeExponent: rankSize.exponent,
      rankSizeStandardError: rankSize.standardError,
      s2,
      s4,
      s11,
      largestShare,
      herfindahl,
      gini,
      population: populationChange.after,
      populationBefore: populationChange.before,
      populationChangePercent: populationChange.changePercent,
      density: density.value,
      urbanisation: urbanisation.value,
      ageing: ageing.value,
      gdpPerCapita: gdpPerCapita.value,
      centreLng: centreShift?.to[0],
      centreLat: centreShift?.to[1],
      centreShiftKm: centreShift?.km,
      centreShiftBearing: centreShift?.bearing,
    }),
    ...under(`${at}.ellipse2010`, axesOf(ellipseBefore)),
    ...under(`${at}.ellipse2020`, axesOf(ellipse)),
    ...partNumbers(`${at}.zone`, zones),
    ...partNumbers(`${at}.huLine`, huLine),
  ];
}

function industryNumbers(at: string, members: readonly Adcode[], employment: EmploymentTable, year: number) {
  const counts = employment.years.get(year);
  if (counts === undefined) return [];
  const matrix = industryMatrixOf(members, counts);
  return under(`${at}.industry${year}`, {
    cities: matrix.cities.length,
    meanKrugman: meanOfPairs(matrix, 'krugman'),
    meanSimilarity: meanOfPairs(matrix, 'similarity'),
  });
}

/**
 * Members, area (km²) and people of delimitations, the metrics of the open one, the parts of the nation, industries, and
 * area and people of yardsticks. What the data don't have is left out: a comparison then names it.
 */
export function structureNumbers(
  { regions: keys, open, nation, industryYear, yardsticks }: StructureQuestion,
  data: StructureData,
): readonly KeyNumber[] {
  const { frame, employment } = data;
  const variants = new Map(
    data.regions.flatMap((region) =>
      region.variants.map((variant): [string, RegionVariant] => [variant.key, variant]),
    ),
  );
  const everybody = [...frame.figures.population.values.keys()];
  const opened = open === null ? undefined : variants.get(open);
  return [
    ...keys.flatMap((key) => {
      const variant = variants.get(key);
      if (variant === undefined) return [];
      const { statisticalMembers, areaKm2, population2020 } = variant;
      return under(`region.${key}`, { members: statisticalMembers.length, areaKm2, population2020 });
    }),
    ...(opened === undefined
      ? []
      : metricNumbers(`structure.${opened.key}`, structureOf(opened.statisticalMembers, frame))),
    ...(opened === undefined || industryYear === null || employment === null
      ? []
      : industryNumbers(`structure.${opened.key}`, opened.statisticalMembers, employment, industryYear)),
    ...(nation
      ? [
          ...partNumbers('nation.zone', zonePartsOf(everybody, frame)),
          ...partNumbers('nation.huLine', huLinePartsOf(everybody, frame)),
        ]
      : []),
    ...yardsticks.flatMap((id) => {
      const found = data.yardsticks.find((each) => each.id === id);
      return found === undefined
        ? []
        : under(`yardstick.${id}`, { areaKm2: found.areaKm2, population: found.population });
    }),
  ];
}

/** Which ties of a delimitation are shown. */
export interface TiesQuestion {
  /** Variant key. */
  readonly region: string;
  readonly mode: 'door-to-door' | 'in-vehicle' | 'road' | 'commutable';
  readonly preset: 'peak' | 'off-peak';
  /** How many of the strongest; 0 = all. */
  readonly count: number;
  /** Least share of the strongest, 0–1. */
  readonly threshold: number;
}

/** Minutes and share of each tie, strongest first. */
export function tieNumbers(flows: readonly GravityFlow[]): readonly KeyNumber[] {
  return flows.flatMap(({ from, to, minutes, share }) => under(`tie.${from}-${to}`, { minutes, share }));
}

/** The global index with its p-value, and how many units each kind of cluster has. */
export function clusterNumbers({ global, local }: SpatialAutocorrelation): readonly KeyNumber[] {
  return [
    ...under('moran', { index: global.index, pValue: global.pValue, used: global.coverage.used.length }),
    ...under('clusters', local.counts),
  ];
}
