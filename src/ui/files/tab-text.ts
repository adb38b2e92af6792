import type { CsvCell } from './save-file.ts';

/** What would be taken for the end of a cell, and white space around a word. */
const BREAKS = /\s+/g;
/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@]/;

function cellText(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const line = value.replaceAll(BREAKS, ' ').trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

/**
 * A table as text that spreadsheets take for cells when it is pasted: tabs between cells, a line a row, the source beneath
 * after an empty line. Figures in full and without separators, what is missing an empty cell; a word that would be a formula
 * gets an apostrophe.
 */
export function tabText(rows: readonly (readonly CsvCell[])[], source: string): string {
  const lines = rows.map((row) => row.map(cellText).join('\t'));
  return [...lines, ...(source === '' ? [] : ['', cellText(source)])].join('\r\n');
}
