/** The share of the values that the highest class holds at least. */
const LEAST_SHARE = 0.01;

/** Steps of a decade: 1, 2, 5. */
const MANTISSAS = [1, 2, 5] as const;

/** The numbers 1, 2, 5 × 10ⁿ above `least` and below `greatest`, ascending. @param least ≥ 0 @param greatest > 0 */
function preferredNumbers(least: number, greatest: number): readonly number[] {
  // Five decades hold more steps than any map has classes.
  const top = Math.ceil(Math.log10(greatest));
  const numbers: number[] = [];
  for (let power = top - 5; power <= top; power++)
    for (const mantissa of MANTISSAS) {
      const step = Number(`${mantissa}e${power}`);
      if (step > least && step < greatest) numbers.push(step);
    }
  return numbers;
}

/**
 * Inner breaks at round numbers (the 1-2-5 series) for quantities that run over decades: the highest `most` of them between
 * the least value and what at least one value in a hundred reaches. Maps of different regions then share their limits where they overlap.
 * @param values ≥ 0
 */
export function preferredSteps(values: readonly number[], most: number): readonly number[] {
  const ascending = values.toSorted((a, b) => a - b);
  const least = ascending[0];
  // The highest value that enough others reach.
  const reached = ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * (1 - LEAST_SHARE)))];
  if (least === undefined || reached === undefined || !(reached > 0)) return [];
  return preferredNumbers(least, reached).slice(-most);
}

/**
 * Inner breaks for changes: a class around zero that holds what changes by less than `leastChange`, and on each side that has
 * changes the highest 1-2-5 steps of both sides together, the same on either side.
 * @param mostOneSide steps where all changes have one sign; half as many, rounded up, where both occur
 */
export function preferredChangeSteps(
  changes: readonly number[],
  leastChange: number,
  mostOneSide: number,
): readonly number[] {
  const loses = changes.some((change) => change <= -leastChange);
  const gains = changes.some((change) => change >= leastChange);
  const greatest = Math.max(0, ...changes.map(Math.abs));
  const most = loses && gains ? Math.ceil(mostOneSide / 2) : mostOneSide;
  const steps = greatest > leastChange ? preferredNumbers(leastChange, greatest).slice(-most) : [];
  return [
    ...(loses ? [...steps.map((step) => -step).toReversed(), -leastChange] : []),
    ...(gains ? [leastChange, ...steps] : []),
  ];
}
