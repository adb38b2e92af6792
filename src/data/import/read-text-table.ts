import Papa from 'papaparse';
import { fail, succeed, type Result } from '#core/units/result.ts';
import {
  EMPTY_FILE,
  IMPORT_LIMITS,
  sizeFailure,
  type ImportFailure,
  type RawSheet,
} from './import-limits.ts';

/** A text as rows, and what parts its cells. */
export interface TextTable {
  readonly sheet: RawSheet;
  readonly delimiter: string;
}

const DELIMITERS: readonly string[] = ['\t', ',', ';', '|'];

/** Text copied from a page or document is often parted by runs of spaces; names hold none. */
function partedBySpaces(text: string): string {
  return text.replaceAll(/[^\S\r\n]{2,}|\u3000+/g, '\t');
}

/** The separator that gives most rows the same number of cells above one. */
function findDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60 });
    const widths = new Map<number, number>();
    for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const score = count * Math.min(width, 6);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

/** Reads CSV, TSV or pasted text. Blank lines stay as empty rows, so that row numbers are the file's. */
export function readTextTable(text: string, name: string): Result<TextTable, ImportFailure> {
  if (text.trim() === '') return fail(EMPTY_FILE);
  const start = text.slice(0, 20_000);
  const hasSeparator = DELIMITERS.some((delimiter) => start.includes(delimiter));
  const source = hasSeparator ? text : partedBySpaces(text);
  const delimiter = findDelimiter(source.slice(0, 200_000));
  let columns = 0;
  const { data } = Papa.parse<string[]>(source, { delimiter, preview: IMPORT_LIMITS.rows + 1 });
  const rows = data.map((row) => {
    columns = Math.max(columns, row.length);
    return row.map((cell) => (cell === '' ? null : cell.slice(0, IMPORT_LIMITS.cellLength)));
  });
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === null || cell.trim() === ''))
    rows.pop();
  const failure = sizeFailure(rows.length, columns);
  return failure === null ? succeed({ sheet: { name, rows }, delimiter }) : fail(failure);
}
