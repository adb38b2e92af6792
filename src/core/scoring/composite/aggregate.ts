import type { Aggregation } from './index-declaration.ts';

/** Weights of both signs (PCA) whose sum is within this share of their sizes are rounding away from cancelling. */
const CANCELLING = 1e-9;

/**
 * Weighted mean of a row; missing values and their weights drop out, the remaining weights are rescaled.
 * Nothing present, or remaining weights that sum to zero but for rounding: `null`. The geometric mean needs values above zero, the harmonic
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
  let weightSize = 0;
  let sum = 0;
  let present = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (value === null) continue;
    const weight = weights[i] ?? 0;
    if ((how === 'geometric' && value <= 0) || (how === 'harmonic' && value === 0)) return null;
    weightSum += weight;
    weightSize += Math.abs(weight);
    sum += weight * (how === 'arithmetic' ? value : how === 'geometric' ? Math.log(value) : 1 / value);
    present++;
  }
  if (present === 0 || Math.abs(weightSum) <= CANCELLING * weightSize) return null;
  const mean =
    how === 'harmonic' ? weightSum / sum : how === 'geometric' ? Math.exp(sum / weightSum) : sum / weightSum;
  return Number.isFinite(mean) ? mean : null;
}

/** Why a row has no mean. */
export type UndefinedMean =
  | 'no-values'
  | 'below-data-threshold'
  | 'value-not-positive'
  | 'value-zero'
  | 'weights-zero'
  | 'weights-cancel'
  | 'values-cancel';

/**
 * The reason why {@link weightedAggregate} gives `null` for a row, `null` where it gives a number.
 *
 * @param threshold Least share of values present.
 */
export function undefinedMean(
  values: readonly (number | null)[],
  weights: readonly number[],
  how: Aggregation,
  threshold: number,
): UndefinedMean | null {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return 'no-values';
  if (present.length / values.length < threshold) return 'below-data-threshold';
  if (how === 'geometric' && present.some((value) => value <= 0)) return 'value-not-positive';
  if (how === 'harmonic' && present.includes(0)) return 'value-zero';
  if (weightedAggregate(values, weights, how) !== null) return null;
  const inUse = weights.filter((_, i) => (values[i] ?? null) !== null);
  if (inUse.every((weight) => weight === 0)) return 'weights-zero';
  const sum = inUse.reduce((total, weight) => total + weight, 0);
  const size = inUse.reduce((total, weight) => total + Math.abs(weight), 0);
  return Math.abs(sum) <= CANCELLING * size ? 'weights-cancel' : 'values-cancel';
}
