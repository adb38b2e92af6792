import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage } from './coverage.ts';
import { MORAN_PERMUTATIONS, type MoranInput, type Random } from './moran.ts';

/** Quadrant of the Moran scatter plot where significant: own value and neighbours' mean above or below the overall mean. */
export type ClusterClass = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'not-significant';

/** One unit's local Moran's I. */
export interface LocalMoran {
  readonly adcode: Adcode;
  /** `I_i = z_i·Σ_j w_ij z_j / (Σ z²/n)`; their mean is the global I. */
  readonly index: number;
  /** Own standard score and the neighbours' weighted mean of it: the axes of the scatter plot. */
  readonly z: number;
  readonly lag: number;
  /** One-sided pseudo p-value of conditional permutations. */
  readonly pValue: number;
  readonly cluster: ClusterClass;
}

/** How to call a unit significant. `fdr`: Benjamini–Hochberg over all units, as hundreds of tests are made at once. */
export interface LocalMoranOptions {
  readonly permutations?: number;
  readonly alpha?: number;
  readonly correction?: 'none' | 'fdr';
}

/** All units in the order of the weights, with the p-value that separates significant from not. */
export interface LocalMorans {
  readonly units: readonly LocalMoran[];
  readonly threshold: number;
  readonly counts: Readonly<Record<ClusterClass, number>>;
  readonly coverage: Coverage;
}

/**
 * Local Moran's I (LISA). Conditional permutation: the unit keeps its value, its neighbours' values are drawn without
 * replacement from all others; the draws of positions are shared by the units, as in PySAL esda. Empty when all values are equal or fewer than three units remain.
 * @see Anselin (1995), Local indicators of spatial association, Geographical Analysis 27(2).
 */
export function localMoranOf(
  input: MoranInput,
  random: Random,
  options: LocalMoranOptions = {},
): LocalMorans {
  const { permutations = MORAN_PERMUTATIONS, alpha = 0.05, correction = 'none' } = options;
  const { deviations, squares, coverage } = input;
  const { units, offsets, neighbours, weights } = input.weights;
  const n = deviations.length;
  if (n < 3 || !(squares > 0)) return { units: [], threshold: 0, counts: countClusters([]), coverage };
  const deviation = Math.sqrt(squares / n);
  const z = deviations.map((value) => value / deviation);
  let widest = 0;
  for (let i = 0; i < n; i++) widest = Math.max(widest, (offsets[i + 1] as number) - (offsets[i] as number));
  const draws = drawPositions(n - 1, widest, permutations, random);
  const bare = units.map((adcode, i) => {
    const start = offsets[i] as number;
    const count = (offsets[i + 1] as number) - start;
    let lag = 0;
    for (let k = 0; k < count; k++) {
      lag += (weights[start + k] as number) * (z[neighbours[start + k] as number] as number);
    }
    const own = z[i] as number;
    let atLeast = 0;
    for (let turn = 0; turn < permutations; turn++) {
      let drawn = 0;
      const row = turn * widest;
      for (let k = 0; k < count; k++) {
        const position = draws[row + k] as number;
        // Positions count the others only: from the unit's own on they move up by one.
        drawn += (weights[start + k] as number) * (z[position < i ? position : position + 1] as number);
      }
      if (own * drawn >= own * lag - 1e-12) atLeast += 1;
    }
    const extreme = Math.min(atLeast, permutations - atLeast);
    return { adcode, index: own * lag, z: own, lag, pValue: (extreme + 1) / (permutations + 1) };
  });
  const threshold =
    correction === 'fdr'
      ? falseDiscoveryThreshold(
          bare.map((unit) => unit.pValue),
          alpha,
        )
      : alpha;
  const classed = bare.map((unit) => ({ ...unit, cluster: clusterOf(unit, threshold) }));
  return { units: classed, threshold, counts: countClusters(classed), coverage };
}

function clusterOf(
  unit: { readonly z: number; readonly lag: number; readonly pValue: number },
  threshold: number,
): ClusterClass {
  if (unit.pValue > threshold) return 'not-significant';
  if (unit.z > 0) return unit.lag > 0 ? 'high-high' : 'high-low';
  return unit.lag > 0 ? 'low-high' : 'low-low';
}

function countClusters(units: readonly LocalMoran[]): Record<ClusterClass, number> {
  const counts = { 'high-high': 0, 'low-low': 0, 'high-low': 0, 'low-high': 0, 'not-significant': 0 };
  for (const unit of units) counts[unit.cluster] += 1;
  return counts;
}

/** `permutations` rows of `width` different positions below `size`, by partial Fisher–Yates shuffles. */
function drawPositions(size: number, width: number, permutations: number, random: Random): Uint32Array {
  const deck = Uint32Array.from({ length: size }, (_, index) => index);
  const draws = new Uint32Array(permutations * width);
  for (let turn = 0; turn < permutations; turn++) {
    for (let k = 0; k < width; k++) {
      const j = k + Math.floor(random() * (size - k));
      const card = deck[j] as number;
      deck[j] = deck[k] as number;
      deck[k] = card;
      draws[turn * width + k] = card;
    }
  }
  return draws;
}

/**
 * The largest p-value that Benjamini–Hochberg still accepts; 0 when none.
 * @see Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1).
 */
export function falseDiscoveryThreshold(pValues: readonly number[], alpha: number): number {
  const sorted = [...pValues].sort((a, b) => a - b);
  let threshold = 0;
  sorted.forEach((p, index) => {
    if (p <= ((index + 1) / sorted.length) * alpha) threshold = p;
  });
  return threshold;
}
