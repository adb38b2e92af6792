/** Fewest and most significant digits of numbers in a formula. */
const FEWEST = 6;
const MOST = 17;
/** How close a formula's own numbers must come to its value: half a unit of the sixth digit. */
const CLOSE = 5e-6;

/** Writes a number into a formula: significant digits, below zero in brackets, nothing as a dash. */
export type WriteNumber = (value: number | null) => string;

function written(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits))).replaceAll('-', '−');
}

/** The result of a formula: six significant digits, without brackets. */
export function writeResult(value: number | null): string {
  return value === null ? '—' : written(value, FEWEST);
}

/**
 * How the numbers of a formula are written so that whoever computes it from them gets the value that stands behind it: six
 * significant digits, more where differences of nearly equal numbers need them.
 *
 * @param compute The formula, on its numbers as they would be written.
 */
export function numbersFor(
  numbers: readonly (number | null)[],
  value: number | null,
  compute: (numbers: readonly number[]) => number,
): WriteNumber {
  const given = numbers.filter((one) => one !== null);
  let digits = FEWEST;
  if (value !== null && given.length === numbers.length) {
    const isClose = (): boolean =>
      Math.abs(compute(given.map((one) => Number(one.toPrecision(digits)))) - value) <=
      CLOSE * Math.abs(value);
    while (digits < MOST && !isClose()) digits++;
  }
  return (one) => {
    if (one === null) return '—';
    const text = written(one, digits);
    return one < 0 ? `(${text})` : text;
  };
}
