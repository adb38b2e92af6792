/**
 * The smallest of some values that at least `share` of them do not exceed: a value that occurs, none between two.
 * @param ascending may be empty: then NaN
 * @param share 0–1
 * @see Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50: 361–365, definition 1
 */
export function sortedQuantile(ascending: ArrayLike<number>, share: number): number {
  const last = ascending.length - 1;
  // 0.95 · 20 is 19 and a bit in binary: what is whole to nine digits is whole.
  const index = Math.ceil(share * ascending.length - 1e-9) - 1;
  return ascending[Math.min(last, Math.max(0, index))] ?? Number.NaN;
}
