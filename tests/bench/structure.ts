import { globalMoranOf, prepareMoran } from '#core/structure/moran.ts';
import { localMoranOf } from '#core/structure/local-moran.ts';
import { industryMatrixOf } from '#core/structure/industry-similarity.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { structureOf, type StructureFrame } from '#core/structure/region-structure.ts';
import type { FigureColumn } from '#core/structure/structure-figures.ts';
import { gravityFlowsOf } from '#core/structure/gravity.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { type Measurement, percentiles, timeRuns } from './measurement.ts';

/** Marks, ms: Moran's I with 999 permutations on 2,900 counties; all structure metrics of the 19 agglomerations. */
const MARKS = { moranMs: 1000, structureMs: 50 } as const;

const COUNTIES = 2900;
/** Members of the 19 agglomerations (statistical members, current delimitations). */
const MEMBERS = [13, 27, 11, 16, 31, 16, 10, 30, 11, 15, 11, 9, 5, 4, 4, 9, 5, 6, 5] as const;

/**
 * Benches of the spatial structure on seeded fields of the country's size: contiguity-like weights of six nearest
 * places for 2,900 counties, and members with all figures for the 19 agglomerations.
 */
export function benchStructure(): Promise<readonly Measurement[]> {
  const random = seededRandom(20201101);
  const positions = new Map<string, LngLat>();
  const values = new Map<string, number>();
  for (let index = 0; index < COUNTIES; index += 1) {
    const at: LngLat = [75 + 58 * random(), 20 + 32 * random()];
    positions.set(`c${index}`, at);
    values.set(`c${index}`, at[0] + 20 * random());
  }
  const units = [...positions.keys()];
  const rule = { kind: 'nearest', positions, count: 6 } as const;
  const input = prepareMoran(units, values, rule);
  const weights = timeRuns(() => prepareMoran(units, values, rule), { warmUp: 1, runs: 5 });
  const global = timeRuns((turn) => globalMoranOf(input, seededRandom(turn)), { warmUp: 1, runs: 7 });
  const local = timeRuns((turn) => localMoranOf(input, seededRandom(turn)), { warmUp: 1, runs: 7 });

  const frame = syntheticFrame(random, positions);
  let from = 0;
  const regions = MEMBERS.map((count) => units.slice(from, (from += count)));
  const structure = timeRuns(() => regions.map((members) => structureOf(members, frame)));

  const sectors = new Map(
    units.slice(0, 370).map((unit) => [unit, Array.from({ length: 19 }, () => 1 + random())]),
  );
  const matrix = timeRuns(
    () => {
      const pairs = industryMatrixOf([...sectors.keys()].slice(0, 31), sectors);
      return orderMatrix(pairs.krugman, pairs.cities.length);
    },
    { warmUp: 3, runs: 15 },
  );
  const national = industryMatrixOf([...sectors.keys()], sectors);
  const nationalOrder = timeRuns(() => orderMatrix(national.krugman, national.cities.length), {
    warmUp: 1,
    runs: 3,
  });

  const places = units.slice(0, 370);
  const times = {
    places,
    minutes: Float64Array.from({ length: 370 * 370 }, () => 20 + 600 * random()),
    basis: 'synthetic',
  };
  const gravity = timeRuns(() => gravityFlowsOf(times, values), { warmUp: 2, runs: 10 });

  return Promise.resolve([
    row('structure.moran.weights', 'Weights: 6 nearest of 2,900 counties', weights),
    row('structure.moran.global', "Moran's I, 2,900 counties, 999 permutations", global, MARKS.moranMs),
    row('structure.moran.local', "Local Moran's I, 2,900 counties, 999 permutations", local, MARKS.moranMs),
    row(
      'structure.agglomerations',
      'All structure metrics of 19 agglomerations',
      structure,
      MARKS.structureMs,
    ),
    row('structure.industry.order', 'Industry matrix and order, 31 cities', matrix),
    row('structure.industry.order-national', 'Order of a matrix of 370 cities', nationalOrder),
    row('structure.gravity', 'Gravity flows between 370 cities (68,265 pairs)', gravity),
  ]);
}

function row(id: string, title: string, sample: readonly number[], mark?: number): Measurement {
  const { p50, p95 } = percentiles(sample);
  return {
    id,
    title,
    unit: 'ms',
    value: p50,
    p95,
    runs: sample.length,
    ...(mark === undefined ? {} : { mark }),
  };
}

function syntheticFrame(random: () => number, positions: ReadonlyMap<string, LngLat>): StructureFrame {
  const column = (indicator: string, year: number, figure: () => number): FigureColumn => ({
    indicator,
    year,
    values: new Map([...positions.keys()].map((unit) => [unit, figure()])),
    sourceIds: ['bench'],
  });
  const people = (): number => 3e5 + 1e7 * random() ** 4;
  return {
    positions,
    areaKm2: column('area', 2020, () => 1e4).values,
    figures: {
      populationBefore: column('population_2010_on_2020_boundary', 2010, people),
      population: column('population', 2020, people),
      urbanPopulation: column('urban_population', 2020, people),
      urbanCorePopulation: column('urban_core_population', 2020, people),
      share65PlusPercentBefore: column('share_age_65plus', 2010, () => 9),
      share65PlusPercent: column('share_age_65plus', 2020, () => 13),
      gdp: column('gdp', 2020, people),
    },
  };
}
