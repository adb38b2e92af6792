import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage } from './coverage.ts';
import { readMembers } from './coverage.ts';

/** A ratio of sums over the members that have *both* figures. */
export interface MemberRatio {
  /** `scale · Σ numerator / Σ denominator`; `null` when nobody has both. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Each used member's own ratio, in the order given. */
  readonly units: readonly { readonly adcode: Adcode; readonly value: number }[];
  readonly coverage: Coverage;
}

/**
 * Ratio of sums: density (people / km²), urbanisation (urban people / people, scale 100), GDP per capita. Never the mean of
 * the members' ratios, and never a sum over members of which the other half is missing.
 */
export function memberRatioOf(
  members: readonly Adcode[],
  numerators: ReadonlyMap<Adcode, number>,
  denominators: ReadonlyMap<Adcode, number>,
  scale = 1,
): MemberRatio {
  const below = readMembers(members, denominators, 'positive');
  const above = readMembers(below.coverage.used, numerators);
  const numerator = above.figures.reduce((sum, figure) => sum + figure.value, 0);
  const denominator = above.figures.reduce((sum, { adcode }) => sum + (denominators.get(adcode) ?? 0), 0);
  return {
    value: denominator > 0 ? (scale * numerator) / denominator : null,
    numerator,
    denominator,
    units: above.figures.map(({ adcode, value }) => ({
      adcode,
      value: (scale * value) / (denominators.get(adcode) ?? Number.NaN),
    })),
    coverage: {
      used: above.coverage.used,
      excluded: [...below.coverage.excluded, ...above.coverage.excluded],
    },
  };
}

/**
 * Mean of the members' ratios weighted by what they were ratios of: the share of people of 65 and more from the
 * members' shares (%) and populations.
 */
export function weightedMeanOf(
  members: readonly Adcode[],
  ratios: ReadonlyMap<Adcode, number>,
  weights: ReadonlyMap<Adcode, number>,
): MemberRatio {
  const products = new Map<Adcode, number>();
  for (const adcode of members) {
    const ratio = ratios.get(adcode);
    const weight = weights.get(adcode);
    if (ratio !== undefined && weight !== undefined) products.set(adcode, ratio * weight);
  }
  return memberRatioOf(members, products, weights);
}
