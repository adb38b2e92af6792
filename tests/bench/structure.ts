import { moranIndex } from '@turf/moran-index';
import { globalMoranOf, prepareMoran } from '#core/structure/moran.ts';
import { localMoranOf } from '#core/structure/local-moran.ts';
import { industryMatrixOf } from '#core/structure/industry-similarity.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { structureOf } from '#core/structure/region-structure.ts';
import type { StructureFrame } from '#core/structure/structure-frame.ts';
import { greatCircleKm } from '#core/structure/sphere.ts';
import type { FigureColumn } from '#core/structure/structure-figures.ts';
import { gravityFlowsOf } from '#core/structure/gravity.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { type Measurement, percentiles, timeRuns } from './measurement.ts';

/** Marks, ms: Moran's I with 999 permutations on 2,900 counties; all structure metrics of the 19 agglomerations. */
const MARKS = { moranMs: 1000, structureMs: 50 } as const;

const COUNTIES = 2900;
const PERMUTATIONS = 999;
/** A naive search walks every pair of units in every permutation: small enough for it to end. */
const NAIVE = { units: 400, permutations: 99 } as const;
/** Members of the 19 agglomerations (statistical members, current delimitations). */
const MEMBERS = [13, 27, 11, 16, 31, 16, 10, 30, 11, 15, 11, 9, 5, 4, 4, 9, 5, 6, 5] as const;

/**
 * Benches of the spatial structure on seeded fields of the country's size: contiguity-like weights of six nearest
 * places for 2,900 counties, and members with all figures for the 19 agglomerations.
 */
export function benchStructure(): Promise<readonly Measurement[]> {
  const random = seededRandom(20201101);
  const { positions, values } = scatter(COUNTIES, random);
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

  // Growth: half and twice the counties, ten times the agglomerations.
  const grown = [COUNTIES / 2, COUNTIES * 2].map((count) => {
    const places = scatter(count, random);
    const part = prepareMoran([...places.positions.keys()], places.values, {
      kind: 'nearest',
      positions: places.positions,
      count: 6,
    });
    return {
      count,
      sample: timeRuns((turn) => globalMoranOf(part, seededRandom(turn)), { warmUp: 1, runs: 5 }),
    };
  });
  const many = Array.from({ length: 10 }, () => regions).flat();
  const structureTenfold = timeRuns(() => many.map((members) => structureOf(members, frame)), {
    warmUp: 1,
    runs: 5,
  });

  // The same question the plain way, and by turf, in the same run.
  const few = scatter(NAIVE.units, random);
  const fewUnits = [...few.positions.keys()];
  const small = prepareMoran(fewUnits, few.values, { kind: 'nearest', positions: few.positions, count: 6 });
  const ours = timeRuns((turn) => globalMoranOf(small, seededRandom(turn), NAIVE.permutations), {
    warmUp: 2,
    runs: 10,
  });
  const naive = timeRuns((turn) => naiveMoran(few, NAIVE.permutations, seededRandom(turn)), {
    warmUp: 1,
    runs: 3,
  });
  const points = {
    type: 'FeatureCollection' as const,
    features: fewUnits.map((unit) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...(few.positions.get(unit) ?? [0, 0])] },
      properties: { value: few.values.get(unit) ?? 0 },
    })),
  };
  const turf = timeRuns(() => moranIndex(points, { inputField: 'value' }), { warmUp: 1, runs: 3 });

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
    ...grown.map(({ count, sample }) =>
      row(
        `structure.moran.global.${count}`,
        `Moran's I, ${count.toLocaleString('en')} counties, ${PERMUTATIONS} permutations`,
        sample,
      ),
    ),
    row('structure.agglomerations.tenfold', 'All structure metrics of 190 agglomerations', structureTenfold),
    row('structure.moran.small', "Moran's I, 400 counties, 99 permutations", ours),
    row('structure.moran.naive', 'The same over a whole matrix of weights', naive),
    row('structure.moran.turf', 'turf’s moranIndex of the same 400, without permutations', turf),
    row('structure.industry.order', 'Industry matrix and order, 31 cities', matrix),
    row('structure.industry.order-national', 'Order of a matrix of 370 cities', nationalOrder),
    row('structure.gravity', 'Gravity flows between 370 cities (68,265 pairs)', gravity),
  ]);
}

/** Seeded places over China with a trend from west to east. */
function scatter(
  count: number,
  random: () => number,
): { readonly positions: Map<string, LngLat>; readonly values: Map<string, number> } {
  const positions = new Map<string, LngLat>();
  const values = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const at: LngLat = [75 + 58 * random(), 20 + 32 * random()];
    positions.set(`c${index}`, at);
    values.set(`c${index}`, at[0] + 20 * random());
  }
  return { positions, values };
}

/** Moran's I by the textbook: six nearest by sorting all, a dense matrix, every pair in every permutation. */
function naiveMoran(
  { positions, values }: ReturnType<typeof scatter>,
  permutations: number,
  random: () => number,
): number {
  const places = [...positions.values()];
  const n = places.length;
  const weights = places.map((from) => {
    const nearest = places
      .map((to, index) => ({ index, km: greatCircleKm(from, to) }))
      .sort((a, b) => a.km - b.km)
      .slice(1, 7);
    const line = Array.from({ length: n }, () => 0);
    for (const { index } of nearest) line[index] = 1 / 6;
    return line;
  });
  const mean = [...values.values()].reduce((sum, value) => sum + value, 0) / n;
  const deviations = [...values.values()].map((value) => value - mean);
  const variance = deviations.reduce((sum, value) => sum + value * value, 0);
  const indexOf = (z: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) sum += (weights[i]?.[j] ?? 0) * (z[i] ?? 0) * (z[j] ?? 0);
    return sum / variance;
  };
  const own = indexOf(deviations);
  let asExtreme = 1;
  for (let turn = 0; turn < permutations; turn += 1) {
    const shuffled = [...deviations];
    for (let i = n - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j] ?? 0, shuffled[i] ?? 0];
    }
    if (indexOf(shuffled) >= own) asExtreme += 1;
  }
  return asExtreme / (permutations + 1);
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
      populationByCommunique: column('population_bulletin', 2020, people),
      urbanPopulation: column('urban_population', 2020, people),
      urbanCorePopulation: column('urban_core_population', 2020, people),
      share65PlusPercentBefore: column('share_age_65plus', 2010, () => 9),
      share65PlusPercent: column('share_age_65plus', 2020, () => 13),
      gdp: column('gdp', 2020, people),
    },
  };
}
