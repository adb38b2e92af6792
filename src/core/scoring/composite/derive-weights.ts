import { normaliseColumn } from './normalise.ts';
import type { Column } from './normalise.ts';
import { leadingEigenvector } from './symmetric-eigen.ts';

/**
 * Entropy weights 熵权法: columns put on 0–1 by min–max, shares `p = x / Σx`, entropy `e = −Σ p ln p / ln n`, weight
 * `(1 − e) / Σ (1 − e)`: the more a column tells units apart, the more it weighs. Missing values don't take part (n counts
 * a column's own values). A column without spread tells nothing: weight 0; when none has any, all weigh the same.
 *
 * @param columns Already directed (higher = better); `p ln p = 0` for p = 0.
 * @returns Weights that sum to 1.
 * @see Shannon, C. E. (1948), A Mathematical Theory of Communication; Zou, Yun & Sun (2006), J. Environ. Sci. 18(5): 1020–1023
 */
export function entropyWeights(columns: readonly Column[]): number[] {
  const diversities = columns.map((column) => {
    const scaled = normaliseColumn(column, 1, { method: 'minmax', range: [0, 1] }).filter((x) => x !== null);
    const total = scaled.reduce((sum, x) => sum + x, 0);
    if (scaled.length < 2 || total <= 0) return 0;
    const entropy = scaled.reduce((sum, x) => (x === 0 ? sum : sum - (x / total) * Math.log(x / total)), 0);
    return 1 - entropy / Math.log(scaled.length);
  });
  const sum = diversities.reduce((a, b) => a + b, 0);
  return diversities.map((d) => (sum > 0 ? d / sum : 1 / columns.length));
}

/**
 * Weights by the loadings of the first principal component of the standardised columns, over the units that have all of
 * them. Turned so that they sum to a positive number (the sign of a component means nothing); single weights can be
 * negative, as in COINr.
 *
 * @returns Loadings of unit length, or `null` when fewer than two complete units or a column without spread leave no component.
 * @see COINr 1.1.14, R/PCA.R: get_PCA
 */
export function principalWeights(columns: readonly Column[]): number[] | null {
  const complete = (columns[0] ?? []).flatMap((_, unit) => {
    const row = columns.map((column) => column[unit] ?? null).filter((value) => value !== null);
    return row.length === columns.length ? [row] : [];
  });
  if (complete.length < 2) return null;
  const standardised = columns.map((_, j) =>
    normaliseColumn(
      complete.map((row) => row[j] ?? null),
      1,
      { method: 'zscore' },
    ),
  );
  if (standardised.some((column) => column.includes(null))) return null;
  const correlation = standardised.map((a) =>
    standardised.map(
      (b) =>
        a.reduce<number>((sum, value, unit) => sum + (value ?? 0) * (b[unit] ?? 0), 0) /
        (complete.length - 1),
    ),
  );
  const loadings = leadingEigenvector(correlation);
  const sum = loadings.reduce((a, b) => a + b, 0);
  return sum < 0 ? loadings.map((loading) => -loading) : loadings;
}
