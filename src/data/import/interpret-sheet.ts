import type { Adcode } from '#core/geography/admin-unit.ts';
import type { OwnSeries } from '#core/indicators/own-table.ts';
import { findLayout, isBlank, type SheetLayout } from './find-layout.ts';
import type { RawCell, RawSheet } from './import-limits.ts';
import type { ImportBlocker, ImportChoices, ImportReading, IndicatorDraft } from './import-reading.ts';
import { codeIn, type PlaceIndex } from './place-index.ts';
import { inUnitOfColumn, unitOfColumn } from './marked-unit.ts';
import { readHeaders, type ColumnHeader } from './read-headers.ts';
import { readNumber, type NumberProblem, type NumberReading } from './read-number.ts';
import { ProblemNotes, resolveRows, textOf, type ResolvedRow } from './resolve-rows.ts';

/** Rows shown before the import. */
const PREVIEW_ROWS = 12;

/** How far interpreting has come, and a way to let a cancel in. */
export interface InterpretSteps {
  readonly report: (done: number, total: number) => void;
  /** True = go on. */
  readonly pause: () => Promise<boolean>;
}

/** Words in names of indicators of which less is better. */
const LOWER_IS_BETTER =
  /PM2\.?5|PM10|污染|排放|失业|能耗|死亡|贫困|收入比|差距|基尼|AQI|pollut|emission|unemploy|mortality|poverty|ratio of urban to rural/i;

interface Draft {
  readonly key: string;
  readonly name: string;
  unit: string;
  readonly columns: readonly ColumnHeader[];
}

/** A file's name without its ending: 得分.csv → 得分. */
function withoutEnding(name: string): string {
  return name.replace(/\.(?:csv|tsv|txt|xlsx)$/i, '');
}

/**
 * Columns of figures, those of one name and several years together. A column in which most cells try to be figures is one
 * even where few of them are; any other with words in it is noted as left out.
 */
function draftColumns(
  sheet: RawSheet,
  layout: SheetLayout,
  headers: readonly ColumnHeader[],
  rows: readonly ResolvedRow[],
  notes: ProblemNotes,
): readonly Draft[] {
  const special = new Set([layout.keyColumn, layout.withinColumn, layout.yearColumn]);
  const groups = new Map<string, ColumnHeader[]>();
  for (const header of headers) {
    const { column, name, year, letter } = header;
    if (special.has(column)) continue;
    let filled = 0;
    let numbers = 0;
    let codes = 0;
    let tried = 0;
    let other: { readonly row: number; readonly cell: RawCell } | null = null;
    for (const { row } of rows.slice(0, 1_000)) {
      const cell = sheet.rows[row]?.[column] ?? null;
      if (isBlank(cell)) continue;
      filled += 1;
      const reading = readNumber(cell, header.unit);
      if (reading.kind === 'value') numbers += 1;
      else if (reading.kind === 'problem') {
        if (reading.reason !== 'no-number') tried += 1;
        other ??= { row, cell };
      }
      if (codeIn(cell) !== null) codes += 1;
    }
    if (numbers === 0 || (numbers < filled * 0.2 && numbers + tried < filled * 0.5)) {
      if (other !== null)
        notes.add({
          row: other.row + 1,
          column: letter,
          text: textOf(other.cell),
          reason: 'no-figure-column',
          about: `${numbers}/${filled}`,
        });
      // Where every cell tried to be a figure, each says why it is none: decimal commas, formulas.
      if (tried > 0 && tried === filled)
        for (const { row } of rows) {
          const cell = sheet.rows[row]?.[column] ?? null;
          const reading = readNumber(cell, header.unit);
          if (reading.kind === 'problem')
            notes.add({
              row: row + 1,
              column: letter,
              text: textOf(cell),
              reason: reading.reason,
              about: '',
            });
        }
      continue;
    }
    if (codes >= filled * 0.9 && /码|code|adcode|邮编/i.test(name)) continue;
    if (/^(?:序号|编号|no\.?|#|id)$/i.test(name)) continue;
    const base = name === '' && year === null ? letter : name;
    const isWide = year !== null && layout.yearColumn === null;
    const group = isWide ? `wide\u0000${base}` : `plain\u0000${column}`;
    groups.set(group, [...(groups.get(group) ?? []), isWide ? header : { ...header, year: null }]);
  }
  const taken = new Set<string>();
  return [...groups.values()].map((columns): Draft => {
    const [first] = columns as [ColumnHeader, ...ColumnHeader[]];
    const name =
      first.name === '' ? (first.year === null ? first.letter : withoutEnding(sheet.name)) : first.name;
    let key = name;
    for (let number = 2; taken.has(key); number += 1) key = `${name} (${number})`;
    taken.add(key);
    return {
      key,
      name: key,
      unit: columns.map(({ unit }) => unit).find((unit) => unit !== '') ?? '',
      columns,
    };
  });
}

interface Counts {
  total: number;
  values: number;
  missing: number;
  problems: number;
}

interface Tally {
  readonly cells: Counts;
  readonly understood: Partial<Record<NumberReading, number>>;
  readonly notes: ProblemNotes;
}

function decimalsOf(values: readonly number[]): number {
  let most = 0;
  for (const value of values.slice(0, 500)) {
    const text = String(value);
    const dot = text.indexOf('.');
    if (dot >= 0 && !text.includes('e')) most = Math.max(most, text.length - dot - 1);
  }
  return Math.min(4, most);
}

/** Reads the figures of one indicator; two columns of one year do not overwrite one another: the first stays. */
function readDraft(
  sheet: RawSheet,
  draft: Draft,
  rows: readonly ResolvedRow[],
  fixedYear: number | null,
  isTaken: boolean,
  tally: Tally,
): IndicatorDraft {
  const byYear = new Map<number, Map<Adcode, { value: number; row: number }>>();
  const values: number[] = [];
  const cellsOf: {
    value: number;
    how: readonly NumberReading[];
    row: ResolvedRow;
    year: number | null;
    at: { letter: string; cell: RawCell };
  }[] = [];
  for (const { column, letter, year: columnYear } of draft.columns)
    for (const resolved of rows) {
      const cell = sheet.rows[resolved.row]?.[column] ?? null;
      const reading = readNumber(cell, draft.unit);
      const year = columnYear ?? resolved.year ?? fixedYear;
      if (isTaken) tally.cells.total += 1;
      if (reading.kind === 'missing') {
        if (isTaken) tally.cells.missing += 1;
      } else if (reading.kind === 'problem') {
        if (isTaken) noteCell(tally, resolved.row, letter, cell, reading.reason);
      } else {
        cellsOf.push({ value: reading.value, how: reading.how, row: resolved, year, at: { letter, cell } });
      }
    }
  const unit = unitOfColumn(draft.unit, cellsOf);
  for (const { value, how, row, year, at } of cellsOf) {
    const inUnit = inUnitOfColumn(value, how, draft.unit, unit);
    if (typeof inUnit === 'string') {
      if (isTaken) noteCell(tally, row.row, at.letter, at.cell, inUnit);
      continue;
    }
    if (isTaken) {
      tally.cells.values += 1;
      for (const each of how) tally.understood[each] = (tally.understood[each] ?? 0) + 1;
    }
    values.push(inUnit);
    if (year === null) continue;
    const ofYear = byYear.get(year) ?? new Map<Adcode, { value: number; row: number }>();
    if (!ofYear.has(row.adcode)) ofYear.set(row.adcode, { value: inUnit, row: row.row + 1 });
    byYear.set(year, ofYear);
  }
  const series = [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, ofYear]): OwnSeries => ({
      year,
      codes: [...ofYear.keys()],
      values: [...ofYear.values()].map(({ value }) => value),
      rows: [...ofYear.values()].map(({ row }) => row),
    }));
  return {
    key: draft.key,
    name: draft.name,
    unit,
    columns: draft.columns.map(({ letter }) => letter),
    years: series.map(({ year }) => year),
    decimals: decimalsOf(values),
    taken: isTaken,
    direction: LOWER_IS_BETTER.test(draft.name) ? -1 : 1,
    figures: values.length,
    series,
  };
}

function noteCell(tally: Tally, row: number, letter: string, cell: RawCell, reason: NumberProblem): void {
  tally.cells.problems += 1;
  tally.notes.add({ row: row + 1, column: letter, text: textOf(cell), reason, about: '' });
}

/** A year in the file's name or a title above the header, to be proposed for figures that name none. */
function proposedYear(sheet: RawSheet, layout: SheetLayout, name: string): number | null {
  const titles = sheet.rows.slice(0, layout.headerRows[0] ?? layout.firstDataRow).flat();
  for (const text of [...titles, sheet.name, name]) {
    const match = /(?:^|\D)((?:19[5-9]|20[0-4])\d)(?=\D|$)/.exec(textOf(text));
    if (match !== null) return Number(match[1]);
  }
  return null;
}

/** Where a sheet comes from, as the reading says it. */
export interface SheetOrigin {
  readonly name: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: number;
}

/**
 * Understands a sheet as a table of places, years and figures. Nothing is guessed where several answers are possible and
 * nothing is dropped silently: every row is kept or has a problem, every cell is a figure, missing or has a problem.
 *
 * @returns `null` when the pause said to stop.
 */
export async function interpretSheet(
  index: PlaceIndex,
  sheet: RawSheet,
  origin: SheetOrigin,
  choices: ImportChoices,
  steps: InterpretSteps,
): Promise<ImportReading | null> {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const layout = findLayout(index, sheet, choices);
  if (!(await steps.pause())) return null;
  const notes = new ProblemNotes();
  const headers = readHeaders(sheet, layout, width);
  const { rows, questions, formerNames, total } = resolveRows(index, sheet, layout, choices, notes);
  if (!(await steps.pause())) return null;
  const columns = layout.keyColumn === null ? [] : draftColumns(sheet, layout, headers, rows, notes);
  const asksForYear =
    layout.yearColumn === null && columns.some((draft) => draft.columns.some(({ year }) => year === null));
  const fixedYear =
    choices.fixedYear === undefined
      ? asksForYear
        ? proposedYear(sheet, layout, origin.name)
        : null
      : choices.fixedYear;
  const untaken = new Set(choices.untaken);
  const tally: Tally = { cells: { total: 0, values: 0, missing: 0, problems: 0 }, understood: {}, notes };
  const drafts: IndicatorDraft[] = [];
  for (const [at, draft] of columns.entries()) {
    drafts.push(readDraft(sheet, draft, rows, fixedYear, !untaken.has(draft.key), tally));
    steps.report(at + 1, columns.length);
    if (!(await steps.pause())) return null;
  }
  const answers = choices.answers ?? {};
  const isHeaderAlone = sheet.rows.filter((row) => !row.every(isBlank)).length < 2;
  const blockers: ImportBlocker[] = [
    ...(isHeaderAlone ? (['header-alone'] as const) : []),
    ...(layout.keyColumn === null && !isHeaderAlone ? (['no-key-column'] as const) : []),
    ...(layout.keyColumn !== null && !isHeaderAlone && rows.length === 0 && questions.length === 0
      ? (['no-rows'] as const)
      : []),
    ...(questions.some(({ key }) => !Object.hasOwn(answers, key)) ? (['questions'] as const) : []),
    ...(rows.length > 0 && drafts.length === 0 ? (['no-numbers'] as const) : []),
    ...(asksForYear && fixedYear === null ? (['no-year'] as const) : []),
  ];
  return {
    ...origin,
    layout,
    fixedYear,
    asksForYear,
    columns: headers.map(({ column, letter, name, year }) => ({
      column,
      letter,
      title: [name, year].filter((part) => part !== '' && part !== null).join(' '),
    })),
    preview: sheet.rows.slice(0, PREVIEW_ROWS).map((cells, row) => ({
      row: row + 1,
      cells: cells.slice(0, 40),
    })),
    drafts,
    rows: { total, kept: rows.length, leftOut: total - rows.length },
    cells: tally.cells,
    questions,
    problems: notes.problems.toSorted((a, b) => a.row - b.row),
    moreProblems: notes.more,
    understood: tally.understood,
    blockers,
    formerNames: [...formerNames].map(([text, adcode]) => ({ text, adcode })),
  };
}
