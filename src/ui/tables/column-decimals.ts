import type { CsvCell } from '../files/save-file.ts';
import { formatNumber, type NumberLanguage } from '../format/number-format.ts';

/** Most decimals of a figure in a table. */
const MOST = 3;
/** From these sizes on the last decimals say nothing that a reader could use. */
const LARGE = 1000;
const LARGER = 10_000;
/** Digits of a figure too small for the decimals of its column. */
const SMALL_DIGITS = 2;

/** How many decimals the figures of one column have, all the same, so that they stand under one another. */
export function columnDecimals(cells: readonly (CsvCell | undefined)[]): number {
  let most = 0;
  let needed = 0;
  for (const cell of cells) {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) continue;
    most = Math.max(most, Math.abs(cell));
    while (needed < MOST && Number(cell.toFixed(needed)) !== Number(cell.toFixed(MOST))) needed++;
  }
  return most >= LARGER ? 0 : most >= LARGE ? Math.min(needed, 1) : needed;
}

/** A figure with the decimals of its column; what is not zero is never shown as zero. */
export function formatCell(value: number, language: NumberLanguage, decimals: number): string {
  if (value !== 0 && Number(value.toFixed(decimals)) === 0)
    return Number(value.toPrecision(SMALL_DIGITS))
      .toLocaleString(language, { maximumFractionDigits: 20, maximumSignificantDigits: SMALL_DIGITS })
      .replace('-', '−');
  return formatNumber(value, language, decimals);
}
