import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage, Exclusion } from './coverage.ts';
import { readMembers } from './coverage.ts';
import { spatialWeightsOf, type SpatialWeights, type WeightsRule } from './spatial-weights.ts';

/** Random numbers in [0, 1), seeded by the caller: the same seed gives the same p-values. */
export type Random = () => number;

/** Values as deviations from their mean, with weights among exactly those units; nobody in it is without a neighbour. */
export interface MoranInput {
  readonly weights: SpatialWeights;
  /** `x − mean`, aligned with `weights.units`. */
  readonly deviations: Float64Array;
  readonly mean: number;
  /** `Σ deviations²`. */
  readonly squares: number;
  readonly coverage: Coverage;
}

/**
 * Puts values and weights together. Units without a figure go out first (`missing`); then units left without any
 * neighbour that has one (`no-neighbour`: islands, and units among missing ones), as a zero lag would count as a value.
 */
export function prepareMoran(
  members: readonly Adcode[],
  values: ReadonlyMap<Adcode, number>,
  rule: WeightsRule,
): MoranInput {
  const read = readMembers(members, values);
  const excluded: Exclusion[] = [...read.coverage.excluded];
  let units = read.coverage.used;
  let weights = spatialWeightsOf(units, rule);
  for (;;) {
    const { offsets } = weights;
    const alone = new Set(units.filter((_, i) => offsets[i] === offsets[i + 1]));
    if (alone.size === 0) break;
    for (const adcode of alone) excluded.push({ adcode, reason: 'no-neighbour' });
    units = units.filter((adcode) => !alone.has(adcode));
    weights = spatialWeightsOf(units, rule);
  }
  const numbers = units.map((adcode) => values.get(adcode) ?? 0);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
  const deviations = Float64Array.from(numbers, (value) => value - mean);
  let squares = 0;
  for (const deviation of deviations) squares += deviation * deviation;
  return { weights, deviations, mean, squares, coverage: { used: units, excluded } };
}

/** Global Moran's I. Everything is `null` where all values are equal or fewer than three units remain. */
export interface GlobalMoran {
  /** `I = (n/S0)·Σ w_ij z_i z_j / Σ z_i²`; row-standardised weights make S0 = n. */
  readonly index: number | null;
  /** `−1/(n−1)`, what no association gives. */
  readonly expected: number | null;
  /** Standard score under the normality assumption (Cliff and Ord 1981), beside the permutations. */
  readonly zNormal: number | null;
  /** One-sided in the direction of the index: `(1 + permutations at least as extreme) / (1 + permutations)`. */
  readonly pValue: number | null;
  readonly permutations: number;
  readonly coverage: Coverage;
}

/** How often the values are shuffled; the smallest p-value is then 0.001. */
export const MORAN_PERMUTATIONS = 999;

/** `Σ_i z_i Σ_j w_ij z_j` over the rows. */
function spatialProduct({ offsets, neighbours, weights, units }: SpatialWeights, z: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < units.length; i++) {
    let lag = 0;
    for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
      lag += (weights[k] as number) * (z[neighbours[k] as number] as number);
    }
    sum += (z[i] as number) * lag;
  }
  return sum;
}

/**
 * Global Moran's I with a permutation p-value.
 * @param random seeded by the caller.
 * @see Moran (1950), Biometrika 37; Cliff and Ord (1981), Spatial Processes; p-value as in GeoDa and PySAL esda.
 */
export function globalMoranOf(
  input: MoranInput,
  random: Random,
  permutations: number = MORAN_PERMUTATIONS,
): GlobalMoran {
  const { weights, deviations, squares, coverage } = input;
  const n = deviations.length;
  if (n < 3 || !(squares > 0)) {
    return { index: null, expected: null, zNormal: null, pValue: null, permutations: 0, coverage };
  }
  const observed = spatialProduct(weights, deviations);
  const shuffled = deviations.slice();
  let atLeast = 0;
  // Sums in another order differ in the last digits: an equal permutation must count as equal.
  const tolerance = 1e-12 * squares;
  for (let turn = 0; turn < permutations; turn++) {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const kept = shuffled[i] as number;
      shuffled[i] = shuffled[j] as number;
      shuffled[j] = kept;
    }
    if (spatialProduct(weights, shuffled) >= observed - tolerance) atLeast += 1;
  }
  const expected = -1 / (n - 1);
  const extreme = Math.min(atLeast, permutations - atLeast);
  const index = observed / squares;
  return {
    index,
    expected,
    zNormal: (index - expected) / Math.sqrt(normalVariance(weights)),
    pValue: permutations > 0 ? (extreme + 1) / (permutations + 1) : null,
    permutations,
    coverage,
  };
}

/** Variance of I under normality, for row-standardised weights (S0 = n). */
function normalVariance({ units, offsets, neighbours, weights }: SpatialWeights): number {
  const n = units.length;
  const pairs = new Map<number, number>();
  const columns = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
      const j = neighbours[k] as number;
      columns[j] = (columns[j] as number) + (weights[k] as number);
      const key = i < j ? i * n + j : j * n + i;
      pairs.set(key, (pairs.get(key) ?? 0) + (weights[k] as number));
    }
  }
  // S1 = ½ Σ_ij (w_ij + w_ji)²: every unordered pair stands twice in the sum.
  let s1 = 0;
  for (const both of pairs.values()) s1 += both * both;
  let s2 = 0;
  for (const column of columns) s2 += (1 + column) ** 2;
  return (n * n * s1 - n * s2 + 3 * n * n) / ((n * n - 1) * n * n) - 1 / (n - 1) ** 2;
}
