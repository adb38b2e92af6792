/** Median of ascending numbers: the middle one, or the mean of the two in the middle; `null` of none. */
export function sortedMedian(ascending: ArrayLike<number>): number | null {
  const middle = ascending.length >> 1;
  const upper = ascending[middle];
  if (upper === undefined) return null;
  return ascending.length % 2 === 1 ? upper : ((ascending[middle - 1] ?? upper) + upper) / 2;
}
