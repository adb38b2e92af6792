import { sortedQuantile } from '../units/quantile.ts';

/** What a figure came to over all draws. */
export interface Spread {
  readonly least: number;
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** The spread of one value a draw. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const ascending = Float64Array.from(values).sort();
  return {
    least: ascending[0] ?? Number.NaN,
    p5: sortedQuantile(ascending, 0.05),
    median: sortedQuantile(ascending, 0.5),
    p95: sortedQuantile(ascending, 0.95),
    most: ascending.at(-1) ?? Number.NaN,
  };
}

/** The spread of a figure that some draws may not have; `null` where one has none. */
export function knownSpread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : spreadOf(known);
}
