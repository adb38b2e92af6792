import { bracketed } from '../i18n/punctuation.ts';
import { COMPACT_STEPS, formatNumber, type NumberLanguage } from './number-format.ts';

/** How the figures of one column of large counts are written. */
export interface ColumnScale {
  /** What the figures count in, for the column's head: `万`, `M`; empty for single units. */
  readonly unit: string;
  readonly show: (value: number | null) => string;
}

/** The smallest figure of a column keeps about this much of its step, or a smaller step is taken. */
const LEAST_OF_STEP = 0.1;

/**
 * One step and one number of decimals for a whole column, so that its figures stand under one another and the unit is said
 * once, in the head.
 */
export function columnScale(values: readonly (number | null)[], language: NumberLanguage): ColumnScale {
  const sizes = values.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]));
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const reached = COMPACT_STEPS[language].filter(({ size }) => size <= largest);
  const step = reached.find(({ size }) => smallest >= size * LEAST_OF_STEP) ?? reached.at(-1);
  const size = step?.size ?? 1;
  const decimals = step === undefined || smallest >= 10 * size ? 0 : smallest >= size ? 1 : 2;
  return {
    unit: step?.suffix.trim() ?? '',
    show: (value) => {
      const least = 10 ** -decimals;
      // What is not nothing is never shown as zero.
      return value !== null && value > 0 && value / size < least / 2
        ? `<${formatNumber(least, language, decimals)}`
        : formatNumber(value === null ? null : value / size, language, decimals);
    },
  };
}

/** A column's head with the unit of its figures: `圈内人口（万）`, `People inside (M)`; without one the head alone. */
export function headWithUnit(head: string, unit: string, language: NumberLanguage): string {
  return unit === '' ? head : `${head}${bracketed(unit, language)}`;
}
