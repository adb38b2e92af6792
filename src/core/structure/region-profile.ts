import type { Adcode } from '../geography/admin-unit.ts';
import type { Region, RegionVariant } from '../geography/region.ts';
import type { Provenance } from '../indicators/indicator.ts';
import type { Coverage } from './coverage.ts';
import { readMembers } from './coverage.ts';
import { gravityFlowsOf, type GravityFlow, type GravityParameters } from './gravity.ts';
import { hourClustersOf, type HourCluster } from './hour-clusters.ts';
import { industryMatrixOf, industryPairsOf, meanOfPairs, type IndustryPair } from './industry-similarity.ts';
import type { SectorCounts } from './industry-shares.ts';
import type { PublishedFigure } from './published-figure.ts';
import { literatureTypesOf } from './published-figure.ts';
import {
  STRUCTURE_OPTIONS,
  structureOf,
  type RegionStructure,
  type StructureOptions,
} from './region-structure.ts';
import type { StructureFrame } from './structure-frame.ts';
import { peopleOfMoney, type FigureColumn } from './structure-figures.ts';
import { selectPlaces, type TravelTimes } from './travel-times.ts';

/** Figures at the head of a profile, by id; names and formats are the interface's. */
export type KeyFigureId =
  | 'area'
  | 'population'
  | 'population-change'
  | 'density'
  | 'urbanisation'
  | 'ageing'
  | 'gdp'
  | 'gdp-per-capita'
  | 'cities'
  | 'largest-share';

/** Plans say what belongs to a region, the polygons how large it is. */
const AREA_SOURCES = ['region-plans', 'echarts-counties'] as const;

/** Hong Kong's and Macao's people stand in a region's sum over counties by their own census, a year later. */
const HONG_KONG_MACAO_SOURCE = 'census-2021-hk-macao';

/** One figure with its year, its sources and the members that had none. */
export interface KeyFigure {
  readonly id: KeyFigureId;
  readonly value: number | null;
  /** `km2`, `persons`, `%`, `persons/km2`, `100m CNY`, `CNY/person`, `1`. */
  readonly unit: string;
  readonly year: number | null;
  readonly provenance: Provenance;
  readonly sourceIds: readonly string[];
  readonly coverage: Coverage;
  /**
   * Of the cities taken whole, though the delimitation takes only part of some: not to be divided by its area or people.
   * Always false where it takes every city whole.
   */
  readonly ofWholeCities: boolean;
  /** What the plan itself prints, to show beside ours. */
  readonly published: number | null;
}

/** How the region's cities are tied, from travel times; modelled. */
export interface RegionTies {
  readonly basis: string;
  /** Strongest first. */
  readonly strongest: readonly GravityFlow[];
  readonly clusters: readonly HourCluster[];
  readonly pairsWithoutTime: number;
}

/** The region's industry in one year, from employment shares. */
export interface RegionIndustry {
  readonly year: number;
  /** Mean of all pairs: Krugman's index, and the structural similarity coefficient. */
  readonly meanKrugman: number | null;
  readonly meanSimilarity: number | null;
  readonly mostComplementary: readonly IndustryPair[];
  readonly mostDuplicated: readonly IndustryPair[];
  readonly coverage: Coverage;
}

/** A region on one page. `score` and `circle` are slots that the caller fills from the other engines, `null` until then. */
export interface RegionProfile<Score = unknown, Circle = unknown> {
  readonly region: Region;
  readonly variant: RegionVariant;
  readonly keyFigures: readonly KeyFigure[];
  readonly structure: RegionStructure;
  readonly industry: RegionIndustry | null;
  readonly ties: RegionTies | null;
  readonly score: Score | null;
  readonly circle: Circle | null;
}

/** What a profile is made from; parts that are not loaded yet are `null` and leave their block out. */
export interface ProfileInput<Score, Circle> {
  readonly frame: StructureFrame;
  readonly published: readonly PublishedFigure[];
  readonly employment: {
    readonly year: number;
    readonly counts: SectorCounts;
  } | null;
  /** A matrix over (at least some of) the members. */
  readonly times: TravelTimes | null;
  readonly gravity?: GravityParameters;
  readonly options?: StructureOptions;
  readonly score: Score | null;
  readonly circle: Circle | null;
}

/** How many pairs and flows a page shows. */
const PAIRS_SHOWN = 5;

/**
 * One-page profile of an agglomeration or metropolitan area in one delimitation. Area and population of the region follow its
 * counties (the variant's own figures); everything by city follows the statistical members, so the two populations may differ
 * where a plan takes only part of a prefecture.
 */
export function profileOf<Score, Circle>(
  region: Region,
  variant: RegionVariant,
  input: ProfileInput<Score, Circle>,
): RegionProfile<Score, Circle> {
  const members = variant.statisticalMembers;
  const literature = literatureTypesOf(input.published).get(region.id) ?? null;
  const structure = structureOf(members, input.frame, literature, input.options ?? STRUCTURE_OPTIONS);
  return {
    region,
    variant,
    keyFigures: keyFiguresOf(variant, structure, input.frame),
    structure,
    industry: input.employment && industryOf(members, input.employment),
    ties: input.times && tiesOf(members, input.times, input.frame.figures.population, input.gravity),
    score: input.score,
    circle: input.circle,
  };
}

function keyFiguresOf(
  variant: RegionVariant,
  structure: RegionStructure,
  frame: StructureFrame,
): KeyFigure[] {
  const { figures } = frame;
  const { population, populationBefore, urbanPopulation, urbanCorePopulation, gdp } = figures;
  const whole: Coverage = { used: variant.counties, excluded: [] };
  const product = readMembers(variant.statisticalMembers, gdp.values);
  const areaKm2 = variant.areaKm2;
  const cutsCities = variant.partCounties.length > 0 || variant.excludedCounties.length > 0;
  const ofCities = (...parts: Parameters<typeof figure>): KeyFigure => ({
    ...figure(...parts),
    ofWholeCities: cutsCities,
  });
  const ofCountyPeople = (...parts: Parameters<typeof figure>): KeyFigure => {
    const counted = figure(...parts);
    return variant.counties.some((adcode) => /^8[12]/.test(adcode))
      ? { ...counted, sourceIds: [...counted.sourceIds, HONG_KONG_MACAO_SOURCE] }
      : counted;
  };
  return [
    {
      ...figure('area', areaKm2, 'km2', [], whole, variant.publishedAreaKm2),
      sourceIds: AREA_SOURCES,
    },
    ofCountyPeople(
      'population',
      variant.population2020,
      'persons',
      [population],
      whole,
      variant.publishedPopulation,
    ),
    ofCities(
      'population-change',
      structure.populationChange.changePercent,
      '%',
      [population, populationBefore],
      structure.populationChange.coverage,
    ),
    ofCountyPeople(
      'density',
      variant.population2020 === null || areaKm2 <= 0 ? null : variant.population2020 / areaKm2,
      'persons/km2',
      [population],
      whole,
    ),
    ofCities(
      'urbanisation',
      structure.urbanisation.value,
      '%',
      [urbanPopulation, population],
      structure.urbanisation.coverage,
    ),
    ofCities(
      'ageing',
      structure.ageing.value,
      '%',
      [figures.share65PlusPercent, population],
      structure.ageing.coverage,
    ),
    ofCities(
      'gdp',
      product.figures.length === 0 ? null : product.figures.reduce((sum, { value }) => sum + value, 0),
      '100m CNY',
      [gdp],
      product.coverage,
    ),
    ofCities(
      'gdp-per-capita',
      structure.gdpPerCapita.value,
      'CNY/person',
      [gdp, peopleOfMoney(figures, variant.statisticalMembers)],
      structure.gdpPerCapita.coverage,
    ),
    figure('cities', variant.statisticalMembers.length, '1', [], {
      used: variant.statisticalMembers,
      excluded: [],
    }),
    ofCities(
      'largest-share',
      structure.concentration.largestShare === null ? null : 100 * structure.concentration.largestShare,
      '%',
      [urbanCorePopulation],
      structure.concentration.coverage,
    ),
  ];
}

function figure(
  id: KeyFigureId,
  value: number | null,
  unit: string,
  columns: readonly FigureColumn[],
  coverage: Coverage,
  published: number | null = null,
): KeyFigure {
  return {
    id,
    value,
    unit,
    year: columns[0]?.year ?? null,
    provenance: 'derived',
    sourceIds: [...new Set(columns.flatMap((column) => column.sourceIds))],
    coverage,
    ofWholeCities: false,
    published,
  };
}

function industryOf(
  members: readonly Adcode[],
  employment: { readonly year: number; readonly counts: SectorCounts },
): RegionIndustry {
  const matrix = industryMatrixOf(members, employment.counts);
  const pairs = industryPairsOf(matrix);
  return {
    year: employment.year,
    meanKrugman: meanOfPairs(matrix, 'krugman'),
    meanSimilarity: meanOfPairs(matrix, 'similarity'),
    mostComplementary: pairs.slice(0, PAIRS_SHOWN),
    mostDuplicated: pairs.slice(-PAIRS_SHOWN).reverse(),
    coverage: matrix.coverage,
  };
}

function tiesOf(
  members: readonly Adcode[],
  times: TravelTimes,
  population: FigureColumn,
  gravity: GravityParameters | undefined,
): RegionTies {
  const own = selectPlaces(times, members);
  const flows = gravityFlowsOf(own, population.values, gravity);
  return {
    basis: times.basis,
    strongest: flows.flows.slice(0, PAIRS_SHOWN),
    clusters: hourClustersOf(own, population.values).clusters,
    pairsWithoutTime: flows.pairsWithoutTime.length,
  };
}
