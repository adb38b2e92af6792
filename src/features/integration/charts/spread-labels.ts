/**
 * Moves labels apart along one axis, keeping their order, so that none is nearer than `gap` to the next;
 * what would fall below `end` pushes the others up.
 *
 * @returns Places in the order given.
 */
export function spreadLabels(places: readonly number[], gap: number, end: number): number[] {
  const order = places.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  let previous = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.at = Math.max(label.at, previous + gap);
    previous = label.at;
  }
  let next = end + gap;
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, next - gap);
    next = label.at;
  }
  const moved = [...places];
  for (const { at, i } of order) moved[i] = at;
  return moved;
}
