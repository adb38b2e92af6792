import Papa from 'papaparse';
import type { IndexTable } from '#core/scoring/composite/index-declaration.ts';
import { type Checked, refuse } from './command.ts';

/** A table as read: the header and the rows below it, cells trimmed. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What people write for "no value". */
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '-', '–', '—', '…']);

/** Reads CSV or TSV with one header row; the delimiter is found out. */
export function readTable(text: string, path: string): Checked<TextTable> {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [problem] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (problem !== undefined) {
    return refuse(
      'unreadable-table',
      `${path}, row ${(problem.row ?? 0) + 1}: ${problem.message}.`,
      'Correct that row.',
    );
  }
  const [header = [], ...rows] = data.map((row) => row.map((cell) => cell.trim()));
  if (rows.length === 0) {
    return refuse(
      'empty-table',
      `${path} has no rows below its header.`,
      'Give one row a unit, one column an indicator.',
    );
  }
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) {
    return refuse('duplicate-column', `${path} has two columns "${twice}".`, 'Rename one of them.');
  }
  const long = rows.findIndex((row) => row.slice(header.length).some((cell) => cell !== ''));
  if (long !== -1) {
    return refuse(
      'row-too-long',
      `Row ${long + 2} ("${rows[long]?.[0] ?? ''}") of ${path} has ${rows[long]?.length ?? 0} cells, the header ${header.length}.`,
      'Put cells that hold the separator (1,500) in quotation marks, or write them without it.',
    );
  }
  return { ok: true, value: { header, rows } };
}

/** Takes the units' column and the figures of the named columns; what is no figure is refused with its row. */
export function tableOfFigures(
  { header, rows }: TextTable,
  unitsColumn: string,
  columns: readonly string[],
): Checked<IndexTable> {
  const unitsAt = header.indexOf(unitsColumn);
  const units = rows.map((row) => row[unitsAt] ?? '');
  const nameless = units.indexOf('');
  if (nameless !== -1) {
    return refuse(
      'nameless-unit',
      `Row ${nameless + 2} has no name in "${unitsColumn}".`,
      'Fill it in or take the row out.',
    );
  }
  const seen = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    const first = seen.get(unit);
    if (first !== undefined) {
      return refuse(
        'duplicate-unit',
        `"${unit}" stands in rows ${first + 2} and ${index + 2}.`,
        'Keep one of them.',
      );
    }
    seen.set(unit, index);
  }
  const figures = new Map<string, readonly (number | null)[]>();
  for (const column of columns) {
    const at = header.indexOf(column);
    const values: (number | null)[] = [];
    for (const [index, row] of rows.entries()) {
      const cell = row[at] ?? '';
      const value = MISSING.has(cell.toLowerCase()) ? null : Number(cell);
      if (value !== null && !Number.isFinite(value)) {
        return refuse(
          'not-a-figure',
          `Row ${index + 2} ("${units[index]}") has "${cell}" in the column "${column}".`,
          'Write plain figures with a decimal point, without separators or units; leave missing ones empty.',
        );
      }
      values.push(value);
    }
    figures.set(column, values);
  }
  return { ok: true, value: { units, columns: figures } };
}
