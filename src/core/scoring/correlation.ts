import { midRanks } from './robustness/ranks.ts';

/** How two quantities go together over the units that have both. */
export interface Correlation {
  readonly n: number;
  /** Pearson's r; `null` with fewer than three pairs or without spread. */
  readonly pearson: number | null;
  /** Spearman's ρ: Pearson's r of the ranks, ties at their mean rank. */
  readonly spearman: number | null;
}

/** Fewest pairs for a coefficient: two points always lie on a line. */
const LEAST_PAIRS = 3;

function pearsonOf(xs: readonly number[], ys: readonly number[]): number | null {
  const n = xs.length;
  if (n < LEAST_PAIRS || new Set(xs).size < 2 || new Set(ys).size < 2) return null;
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n;
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  xs.forEach((x, i) => {
    const [dx, dy] = [x - meanX, (ys[i] ?? meanY) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  const r = xy / Math.sqrt(xx * yy);
  return Number.isFinite(r) ? Math.min(1, Math.max(-1, r)) : null;
}

function ranksOf(values: readonly number[]): number[] {
  const ranks = new Float64Array(values.length);
  midRanks(Float64Array.from(values), ranks);
  return [...ranks];
}

/** Correlation of pairs of values. */
export function correlate(pairs: readonly (readonly [number, number])[]): Correlation {
  const xs = pairs.map(([x]) => x);
  const ys = pairs.map(([, y]) => y);
  return {
    n: pairs.length,
    pearson: pearsonOf(xs, ys),
    spearman: pearsonOf(ranksOf(xs), ranksOf(ys)),
  };
}
