import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import { seededRandom } from '../units/seeded-random.ts';
import { localMoranOf, type LocalMorans } from './local-moran.ts';
import { globalMoranOf, MORAN_PERMUTATIONS, prepareMoran, type GlobalMoran } from './moran.ts';
import type { WeightsRule } from './spatial-weights.ts';

/** Neighbours as a worker is sent them: by common borders or points, or a number of nearest seats. */
export type NeighbourRule =
  | { readonly kind: 'contiguity'; readonly neighbours: ReadonlyMap<Adcode, readonly Adcode[]> }
  | { readonly kind: 'nearest'; readonly positions: ReadonlyMap<Adcode, LngLat>; readonly count: number };

/** Whether an indicator's figures lie near their like. */
export interface AutocorrelationRequest {
  /** All units looked at; those without a figure are listed as left out. */
  readonly members: readonly Adcode[];
  readonly values: ReadonlyMap<Adcode, number>;
  readonly rule: NeighbourRule;
  /** Same seed, same p-values. */
  readonly seed: number;
  /** Default {@link MORAN_PERMUTATIONS}. */
  readonly permutations?: number;
}

/** Global and local association over the same weights. */
export interface SpatialAutocorrelation {
  readonly global: GlobalMoran;
  /** Significant by Benjamini–Hochberg at 5 %: as many tests are made as there are units. */
  readonly local: LocalMorans;
}

/** Nominal significance of the cluster map. */
export const CLUSTER_ALPHA = 0.05;

function weightsRuleOf(rule: NeighbourRule): WeightsRule {
  return rule.kind === 'contiguity'
    ? { kind: 'contiguity', neighbourhood: rule.neighbours }
    : { kind: 'nearest', positions: rule.positions, count: rule.count };
}

/**
 * Global and local Moran's I of one indicator with permutation p-values.
 * @param onProgress share done, 0–1: after the weights, the global and the local index
 * @see Moran (1950); Anselin (1995); corrected for the number of tests after Benjamini and Hochberg (1995)
 */
export function spatialAutocorrelationOf(
  request: AutocorrelationRequest,
  onProgress: (share: number) => void = () => undefined,
): SpatialAutocorrelation {
  const { members, values, rule, seed, permutations = MORAN_PERMUTATIONS } = request;
  const input = prepareMoran(members, values, weightsRuleOf(rule));
  onProgress(0.3);
  const global = globalMoranOf(input, seededRandom(seed), permutations);
  onProgress(0.6);
  const local = localMoranOf(input, seededRandom(seed), {
    permutations,
    alpha: CLUSTER_ALPHA,
    correction: 'fdr',
  });
  return { global, local };
}
