import type { Normalisation } from './index-declaration.ts';

/** A column, `null` = missing. */
export type Column = readonly (number | null)[];

/**
 * Ranks as R's `rank(ties.method = "min", na.last = "keep")`: 1 = lowest, equal values share the least rank.
 */
export function minimumRanks(column: Column): (number | null)[] {
  const sorted = column.filter((value) => value !== null).sort((a, b) => a - b);
  const first = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1);
  });
  return column.map((value) => (value === null ? null : (first.get(value) ?? null)));
}

/** Infinite and NaN results (a column without spread, a single value) become missing, as R's `is.na` treats NaN. */
function finiteOnly(column: Column): (number | null)[] {
  return column.map((value) => (value !== null && Number.isFinite(value) ? value : null));
}

/**
 * Normalises one column after multiplying it by its direction. A column without spread has no min–max, z-score or (with a
 * single value) percentile: all its values become `null`, as COINr's NaN, which its means drop.
 *
 * @see COINr 1.1.14, R/normalise.R
 */
export function normaliseColumn(column: Column, direction: 1 | -1, how: Normalisation): (number | null)[] {
  const directed = column.map((value) => (value === null ? null : value * direction));
  const present = directed.filter((value) => value !== null);
  const each = (f: (value: number) => number) =>
    finiteOnly(directed.map((value) => (value === null ? null : f(value))));
  const least = present.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const greatest = present.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  switch (how.method) {
    case 'minmax': {
      const [low, high] = how.range ?? [0, 100];
      return each((x) => ((x - least) / (greatest - least)) * (high - low) + low);
    }
    case 'zscore': {
      const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
      const variance = present.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (present.length - 1);
      // Equal values can have a mean off by a rounding error; they have no spread.
      const sd = least === greatest ? 0 : Math.sqrt(variance);
      return each((x) => ((x - mean) / sd) * (how.sd ?? 1) + (how.mean ?? 0)).map((z) =>
        sd === 0 ? null : z,
      );
    }
    case 'rank':
      return minimumRanks(directed);
    case 'borda':
      return minimumRanks(directed).map((rank) => (rank === null ? null : rank - 1));
    case 'percentile':
      return finiteOnly(
        minimumRanks(directed).map((rank) => (rank === null ? null : (rank - 1) / (present.length - 1))),
      );
    case 'goalposts': {
      const [lower, upper] = how.posts;
      const [from, to] = direction === 1 ? [lower, upper] : [-upper, -lower];
      return each((x) => {
        const share = (x - from) / (to - from);
        return (how.truncate === false ? share : Math.min(1, Math.max(0, share))) * (how.scale ?? 1);
      });
    }
    case 'target':
      return each((x) => {
        const share = (x - least) / (how.target * direction - least);
        return how.cap === true ? Math.min(1, share) : share;
      });
    case 'none':
      break;
  }
  return directed;
}
