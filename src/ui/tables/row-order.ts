import type { CsvCell } from '../files/save-file.ts';
import type { NumberLanguage } from '../format/number-format.ts';
import { compareNames } from '../i18n/name-order.ts';

/** How the rows stand: by which column, and whether the largest comes first. */
export interface RowOrder {
  readonly column: number;
  readonly isDown: boolean;
}

const EMPTY = 2;

/** 0 number, 1 text, 2 missing: what is missing stands last either way. */
function kindOf(cell: CsvCell): number {
  if (cell === null) return EMPTY;
  return typeof cell === 'number' ? 0 : 1;
}

/** Rows in order: numbers by size, words as the language orders names, missing last whatever the direction. Rows of equal cells keep their order. */
export function sortRows(
  rows: readonly (readonly CsvCell[])[],
  { column, isDown }: RowOrder,
  language: NumberLanguage,
): readonly (readonly CsvCell[])[] {
  const byName = compareNames(language);
  const sign = isDown ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = left[column] ?? null;
    const b = right[column] ?? null;
    const [kindA, kindB] = [kindOf(a), kindOf(b)];
    if (kindA === EMPTY || kindB === EMPTY) return kindA - kindB;
    if (kindA !== kindB) return sign * (kindA - kindB);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byName(`${a}`, `${b}`));
  });
}

/** Rows in which any cell holds the text, letters of either case. */
export function filterRows(
  rows: readonly (readonly CsvCell[])[],
  text: string,
): readonly (readonly CsvCell[])[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    row.some((cell) => cell !== null && String(cell).toLowerCase().includes(wanted)),
  );
}
