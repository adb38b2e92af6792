/** How evenly a quantity is spread over units. */
export interface LorenzCurve {
  /** `[share of units, share of the total]` from [0, 0] to [1, 1], poorest first. */
  readonly points: readonly (readonly [number, number])[];
  /** Twice the area between the curve and the diagonal, 0 = all equal; not corrected for few units. */
  readonly gini: number;
  /** Positions of the given values in the order of the curve. */
  readonly order: readonly number[];
}

/**
 * Lorenz curve of values of equal units.
 *
 * @returns `null` with a negative value, fewer than two values or a total of zero: shares mean nothing then.
 * @see Lorenz, M. O. (1905), Publications of the American Statistical Association 9(70): 209–219
 */
export function lorenzCurve(values: readonly number[]): LorenzCurve | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (values.length < 2 || !(total > 0) || values.some((value) => !(value >= 0))) return null;
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const points: (readonly [number, number])[] = [[0, 0]];
  let sum = 0;
  let area = 0;
  order.forEach((at, i) => {
    const before = sum / total;
    sum += values[at] ?? 0;
    area += (before + sum / total) / 2 / values.length;
    points.push([(i + 1) / values.length, sum / total]);
  });
  return { points, gini: Math.max(0, 1 - 2 * area), order };
}
