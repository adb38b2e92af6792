import Papa from 'papaparse';
import type { IndexTable } from '#core/scoring/composite/index-declaration.ts';
import { type Checked, refuse } from './command.ts';
import { type ReadColumn, readFigureColumn, type UnderstoodCells } from './read-figure-column.ts';

/** A row below the header, cells trimmed, with its place in the file from 1. */
interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table as read: the header and the rows below it. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
}

/** Reads CSV or TSV with one header row; the delimiter is found out. Blank lines count as rows, but are none. */
export function readTable(text: string, path: string): Checked<TextTable> {
  const { data, errors } = Papa.parse<string[]>(text);
  const [problem] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (problem !== undefined) {
    return refuse(
      'unreadable-table',
      `${path}, row ${(problem.row ?? 0) + 1}: ${problem.message}.`,
      'Correct that row.',
    );
  }
  const [head, ...rows] = data
    .map((cells, at): TextRow => ({ row: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = head?.cells ?? [];
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
  const long = rows.find(({ cells }) => cells.slice(header.length).some((cell) => cell !== ''));
  if (long !== undefined) {
    return refuse(
      'row-too-long',
      `Row ${long.row} ("${long.cells[0] ?? ''}") of ${path} has ${long.cells.length} cells, the header ${header.length}.`,
      'Put cells that hold the separator (1,500) in quotation marks, or write them without it.',
    );
  }
  return { ok: true, value: { header, rows } };
}

/** The figures of a table, and which of its cells were no plain numbers. */
export interface TableOfFigures {
  readonly table: IndexTable;
  readonly understood: readonly UnderstoodCells[];
}

/** Takes the units' column and the figures of the named columns; what is no figure is refused with its row. */
export function tableOfFigures(
  { header, rows }: TextTable,
  unitsColumn: string,
  columns: readonly string[],
): Checked<TableOfFigures> {
  const unitsAt = header.indexOf(unitsColumn);
  const units: string[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const unit = cells[unitsAt] ?? '';
    if (unit === '') {
      return refuse(
        'nameless-unit',
        `Row ${row} has no name in "${unitsColumn}".`,
        'Fill it in or take the row out.',
      );
    }
    const first = seen.get(unit);
    if (first !== undefined) {
      return refuse('duplicate-unit', `"${unit}" stands in rows ${first} and ${row}.`, 'Keep one of them.');
    }
    seen.set(unit, row);
    units.push(unit);
  }
  const figures = new Map<string, ReadColumn['values']>();
  const understood: UnderstoodCells[] = [];
  for (const column of columns) {
    const at = header.indexOf(column);
    const read = readFigureColumn(
      column,
      rows.map(({ row, cells }, index) => ({ row, unit: units[index] ?? '', text: cells[at] ?? '' })),
    );
    if (!read.ok) return read;
    figures.set(column, read.value.values);
    understood.push(...read.value.understood);
  }
  return { ok: true, value: { table: { units, columns: figures }, understood } };
}
