/**
 * Ranks of scores, 1 = greatest; equal scores share the mean of their ranks; NaN scores get NaN.
 *
 * @param ranks Filled; as long as `scores`.
 */
export function midRanks(scores: Float64Array, ranks: Float64Array): void {
  for (let a = 0; a < scores.length; a++) {
    const own = scores[a] as number;
    if (own !== own) {
      ranks[a] = Number.NaN;
      continue;
    }
    let rank = 1;
    for (let b = 0; b < scores.length; b++) {
      if (b === a) continue;
      const other = scores[b] as number;
      if (other > own) rank += 1;
      else if (other === own) rank += 0.5;
    }
    ranks[a] = rank;
  }
}

/**
 * Quantile of sorted numbers by linear interpolation (type 7, R's default).
 *
 * @param p 0–1.
 */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const a = sorted[low] as number;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return a + (b - a) * (position - low);
}
