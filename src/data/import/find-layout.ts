import type { AdminLevel } from '#core/geography/admin-unit.ts';
import type { RawCell, RawSheet } from './import-limits.ts';
import { codeIn, matchPlace, withinOf, type PlaceIndex } from './place-index.ts';
import { readNumber, readYear } from './read-number.ts';

/** Where things stand in a sheet. Rows and columns are counted from 0. */
export interface SheetLayout {
  /** Rows of the header, top first; empty when the table has none. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly keyColumn: number | null;
  /** A column that says in which prefecture or province the key lies. */
  readonly withinColumn: number | null;
  readonly yearColumn: number | null;
  readonly level: AdminLevel;
}

/** What a person fixed of the layout; the rest is found. */
export interface LayoutChoices {
  readonly keyColumn?: number | null;
  readonly withinColumn?: number | null;
  readonly yearColumn?: number | null;
  readonly level?: AdminLevel;
}

/** Rows looked at to find out what a column holds. */
const SAMPLE_ROWS = 400;
/** Most rows above the data that are looked at for a header. */
const MOST_HEADER_ROWS = 3;

function cellAt(sheet: RawSheet, row: number, column: number): RawCell {
  return sheet.rows[row]?.[column] ?? null;
}

/** Whether a cell holds nothing but blanks. */
export function isBlank(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function widthOf(sheet: RawSheet): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

interface ColumnFinds {
  readonly column: number;
  /** Different cells that name a place of the level, by code or by name. */
  readonly prefectures: number;
  readonly counties: number;
  readonly codes: number;
  readonly filled: number;
  /** Different cells. */
  readonly different: number;
  readonly provinces: number;
}

function findPlaces(index: PlaceIndex, sheet: RawSheet, column: number): ColumnFinds {
  const seen = new Set<string>();
  let prefectures = 0;
  let counties = 0;
  let codes = 0;
  let provinces = 0;
  let filled = 0;
  for (const row of sheet.rows.slice(0, SAMPLE_ROWS)) {
    const cell = row[column] ?? null;
    if (isBlank(cell)) continue;
    filled += 1;
    const text = String(cell);
    if (seen.has(text)) continue;
    seen.add(text);
    const prefecture = matchPlace(index, cell, 'prefecture', null).kind;
    const county = matchPlace(index, cell, 'county', null).kind;
    if (prefecture === 'found' || prefecture === 'ambiguous' || prefecture === 'dissolved') prefectures += 1;
    if (county === 'found' || county === 'ambiguous') counties += 1;
    if (prefecture === 'province') provinces += 1;
    if (codeIn(cell) !== null && (prefecture === 'found' || county === 'found')) codes += 1;
  }
  return { column, prefectures, counties, codes, filled, different: seen.size, provinces };
}

const hits = (finds: ColumnFinds) => Math.max(finds.prefectures, finds.counties);

/** The column that names most different places; codes before names where both are as many. */
function findKey(columns: readonly ColumnFinds[]): ColumnFinds | null {
  let best: ColumnFinds | null = null;
  const worth = (one: ColumnFinds) =>
    hits(one) + (one.codes > 0 ? 0.5 : 0) + (one.counties > one.prefectures ? 0.2 : 0);
  for (const one of columns)
    if (hits(one) > 0 && hits(one) >= one.filled * 0.02 && (best === null || worth(one) > worth(best)))
      best = one;
  return best;
}

/**
 * A column of prefectures or provinces beside a key of counties (or provinces beside prefectures): most of its cells name one.
 * Among figures one may look like a province's code, 300000.
 */
function findWithin(columns: readonly ColumnFinds[], key: number, level: AdminLevel): number | null {
  let best: { readonly column: number; readonly count: number } | null = null;
  for (const { column, prefectures, provinces, codes, different } of columns) {
    const count = level === 'county' ? prefectures : provinces;
    if (column === key || codes > 0 || count === 0 || count * 2 < different) continue;
    if (best === null || count > best.count) best = { column, count };
  }
  return best?.column ?? null;
}

/** Heads of a column of years; among its cells some may be none, which are then named row by row. */
const YEAR_HEAD = /^(?:年|年份|年度|统计年份|数据年份|year)$/i;

function findYears(
  sheet: RawSheet,
  first: number,
  width: number,
  taken: ReadonlySet<number>,
  headerRows: readonly number[],
): number | null {
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    let filled = 0;
    let years = 0;
    for (let row = first; row < Math.min(sheet.rows.length, first + SAMPLE_ROWS); row += 1) {
      const cell = cellAt(sheet, row, column);
      if (isBlank(cell)) continue;
      filled += 1;
      if (readYear(cell) !== null) years += 1;
    }
    const isCalledYear = headerRows.some((row) =>
      YEAR_HEAD.test(String(cellAt(sheet, row, column) ?? '').trim()),
    );
    if (years > 0 && (isCalledYear || years >= filled * 0.8)) return column;
  }
  return null;
}

/** Whether a row holds a figure beside its key: years over wide columns are no figures. */
function hasFigure(row: readonly RawCell[], key: number): boolean {
  return row.some(
    (cell, column) =>
      column !== key &&
      !isBlank(cell) &&
      readYear(cell) === null &&
      codeIn(cell) === null &&
      readNumber(cell).kind === 'value',
  );
}

function isRowBlank(row: readonly RawCell[] | undefined): boolean {
  return row === undefined || row.every(isBlank);
}

/** The header rows just above the data: titles, which fill one cell of a wide row, end the search. */
function headerAbove(sheet: RawSheet, first: number, width: number): readonly number[] {
  const rows: number[] = [];
  for (let row = first - 1; row >= 0 && rows.length < MOST_HEADER_ROWS; row -= 1) {
    const cells = sheet.rows[row] ?? [];
    if (isRowBlank(cells)) {
      if (rows.length > 0) break;
      continue;
    }
    const filled = cells.filter((cell) => !isBlank(cell)).length;
    if (filled === 1 && width > 2) break;
    rows.unshift(row);
  }
  return rows;
}

/** The first row that names a place; rows with figures straight above it (totals, unknown places) belong to the data. */
function firstData(index: PlaceIndex, sheet: RawSheet, key: number, level: AdminLevel): number | null {
  const found = sheet.rows.slice(0, SAMPLE_ROWS * 4).findIndex((row) => {
    const kind = matchPlace(index, row[key] ?? null, level, null).kind;
    return kind === 'found' || kind === 'ambiguous';
  });
  if (found < 0) return null;
  let first = found;
  while (first > 0) {
    const above = sheet.rows[first - 1] ?? [];
    if (isBlank(above[key] ?? null) || !hasFigure(above, key)) break;
    first -= 1;
  }
  return first;
}

/** Finds header, key, prefecture and year columns, and the level that most keys are of. */
export function findLayout(index: PlaceIndex, sheet: RawSheet, choices: LayoutChoices = {}): SheetLayout {
  const width = widthOf(sheet);
  const columns = Array.from({ length: width }, (_, column) => findPlaces(index, sheet, column));
  const key =
    choices.keyColumn === undefined || choices.keyColumn === null
      ? findKey(columns)
      : (columns[choices.keyColumn] ?? null);
  const level = choices.level ?? (key !== null && key.counties > key.prefectures ? 'county' : 'prefecture');
  if (key === null)
    return {
      headerRows: [],
      firstDataRow: 0,
      keyColumn: null,
      withinColumn: null,
      yearColumn: null,
      level,
    };
  const withinColumn =
    choices.withinColumn === undefined ? findWithin(columns, key.column, level) : choices.withinColumn;
  const firstDataRow = firstData(index, sheet, key.column, level) ?? Math.min(1, sheet.rows.length);
  const codeColumns = columns.filter(({ codes, filled }) => codes > 0 && codes >= filled * 0.5);
  const taken = new Set([key.column, withinColumn ?? -1, ...codeColumns.map(({ column }) => column)]);
  const headerRows = headerAbove(sheet, firstDataRow, width);
  return {
    headerRows,
    firstDataRow,
    keyColumn: key.column,
    withinColumn,
    yearColumn:
      choices.yearColumn === undefined
        ? findYears(sheet, firstDataRow, width, taken, headerRows)
        : choices.yearColumn,
    level,
  };
}

/** The prefecture column read downwards: a merged or left-out cell has the value above it. */
export function withinByRow(index: PlaceIndex, sheet: RawSheet, layout: SheetLayout) {
  let last: RawCell = null;
  return (row: number) => {
    if (layout.withinColumn === null) return null;
    const cell = cellAt(sheet, row, layout.withinColumn);
    if (!isBlank(cell)) last = cell;
    return { cell: last, within: withinOf(index, last) };
  };
}
