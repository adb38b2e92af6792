import type { Aggregation } from './index-declaration.ts';

/**
 * Weighted mean of a row; missing values and their weights drop out, the remaining weights are rescaled.
 * Nothing present, or remaining weights that sum to zero: `null`. The geometric mean needs values above zero, the harmonic
 * mean values other than zero: else `null` (COINr stops with an error there).
 *
 * @param weights Relative, as long as `values`.
 * @see COINr 1.1.14, R/aggregate.R: a_amean, a_gmean, a_hmean
 */
export function weightedAggregate(
  values: readonly (number | null)[],
  weights: readonly number[],
  how: Aggregation,
): number | null {
  let weightSum = 0;
  let sum = 0;
  let present = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (value === null) continue;
    const weight = weights[i] ?? 0;
    if ((how === 'geometric' && value <= 0) || (how === 'harmonic' && value === 0)) return null;
    weightSum += weight;
    sum += weight * (how === 'arithmetic' ? value : how === 'geometric' ? Math.log(value) : 1 / value);
    present++;
  }
  if (present === 0) return null;
  const mean =
    how === 'harmonic' ? weightSum / sum : how === 'geometric' ? Math.exp(sum / weightSum) : sum / weightSum;
  return Number.isFinite(mean) ? mean : null;
}
