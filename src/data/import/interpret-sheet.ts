import type { Adcode } from '#core/geography/admin-unit.ts';
import type { OwnSeries } from '#core/indicators/own-table.ts';
import { findLayout, isBlank, withinByRow, type SheetLayout } from './find-layout.ts';
import { IMPORT_LIMITS, type RawCell, type RawSheet } from './import-limits.ts';
import type {
  ImportBlocker,
  ImportChoices,
  ImportProblem,
  ImportReading,
  IndicatorDraft,
  PlaceQuestion,
  RowProblem,
} from './import-reading.ts';
import { codeIn, matchPlace, type PlaceIndex, type Within } from './place-index.ts';
import { readHeaders, type ColumnHeader } from './read-headers.ts';
import { readNumber, readYear, type NumberProblem, type NumberReading } from './read-number.ts';

/** Rows shown before the import. */
const PREVIEW_ROWS = 12;

/** How far interpreting has come, and a way to let a cancel in. */
export interface InterpretSteps {
  readonly report: (done: number, total: number) => void;
  /** True = go on. */
  readonly pause: () => Promise<boolean>;
}

const TOTALS =
  /^(?:合计|总计|共计|小计|总和|全国|全省|全市|全区|平均|均值|中国|total|sum|average|mean|china|national)/i;
const NOTES = /^(?:注|备注|说明|资料来源|数据来源|来源|附注|note|source|data source)\s*[:：.]?/i;
/** Words in names of indicators of which less is better. */
const LOWER_IS_BETTER =
  /PM2\.?5|PM10|污染|排放|失业|能耗|死亡|贫困|收入比|差距|基尼|AQI|pollut|emission|unemploy|mortality|poverty|ratio of urban to rural/i;

interface ResolvedRow {
  readonly row: number;
  readonly adcode: Adcode;
  readonly year: number | null;
}

interface Draft {
  readonly key: string;
  readonly name: string;
  unit: string;
  readonly columns: readonly ColumnHeader[];
}

class Notes {
  readonly problems: ImportProblem[] = [];
  more = 0;
  add(problem: ImportProblem): void {
    if (this.problems.length < IMPORT_LIMITS.problems) this.problems.push(problem);
    else this.more += 1;
  }
}

function textOf(cell: RawCell): string {
  return cell === null ? '' : String(cell).slice(0, 200);
}

/** Key of a question: the same name in the same prefecture is asked once. */
function questionKey(text: string, within: string): string {
  return `${within}\u0000${text}`.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Reads the keys of all rows: which place each is, or why it is left out. */
function resolveRows(
  index: PlaceIndex,
  sheet: RawSheet,
  layout: SheetLayout,
  choices: ImportChoices,
  notes: Notes,
): { rows: readonly ResolvedRow[]; questions: readonly PlaceQuestion[]; total: number } {
  const key = layout.keyColumn;
  const rows: ResolvedRow[] = [];
  const questions = new Map<string, { question: PlaceQuestion; rows: number[] }>();
  const within = withinByRow(index, sheet, layout);
  const answers = choices.answers ?? {};
  let total = 0;
  if (key === null) return { rows, questions: [], total };
  for (let row = layout.firstDataRow; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const inside = within(row);
    if (cells.every(isBlank)) continue;
    total += 1;
    const cell = cells[key] ?? null;
    const leaveOut = (reason: RowProblem, about = '') =>
      notes.add({ row: row + 1, column: '', text: textOf(cell), reason, about });
    const resolved = resolvePlace(index, layout, cell, inside?.within ?? null);
    let adcode: Adcode;
    if (resolved.kind === 'found') adcode = resolved.adcode;
    else if (resolved.kind === 'ambiguous') {
      const name = textOf(cell).trim();
      const place = textOf(inside?.cell ?? null);
      const asked = questionKey(name, place);
      const entry = questions.get(asked) ?? {
        question: { key: asked, text: name, within: place, candidates: resolved.candidates, rows: [] },
        rows: [],
      };
      entry.rows.push(row + 1);
      questions.set(asked, entry);
      const answer = Object.hasOwn(answers, asked) ? answers[asked] : undefined;
      if (answer === undefined || answer === null || !resolved.candidates.includes(answer)) {
        leaveOut(answer === null ? 'skipped-place' : 'ambiguous-place', resolved.candidates.join(' '));
        continue;
      }
      adcode = answer;
    } else {
      leaveOut(rowProblem(resolved, cell, cells, key), 'adcode' in resolved ? resolved.adcode : '');
      continue;
    }
    let year: number | null = null;
    if (layout.yearColumn !== null) {
      year = readYear(cells[layout.yearColumn] ?? null);
      if (year === null) {
        leaveOut('no-year', textOf(cells[layout.yearColumn] ?? null));
        continue;
      }
    }
    rows.push({ row, adcode, year });
  }
  return {
    rows: withoutDuplicates(rows, sheet, key, notes),
    questions: [...questions.values()].map(({ question, rows: at }) => ({ ...question, rows: at })),
    total,
  };
}

function resolvePlace(index: PlaceIndex, layout: SheetLayout, cell: RawCell, within: Within | null) {
  return isBlank(cell) ? ({ kind: 'empty' } as const) : matchPlace(index, cell, layout.level, within);
}

function rowProblem(
  resolved: Exclude<ReturnType<typeof resolvePlace>, { kind: 'found' } | { kind: 'ambiguous' }>,
  cell: RawCell,
  cells: readonly RawCell[],
  key: number,
): RowProblem {
  const text = textOf(cell).trim();
  if (TOTALS.test(text)) return 'total-row';
  const figures = cells.some((one, at) => at !== key && !isBlank(one) && readNumber(one).kind === 'value');
  if (NOTES.test(text) || (!figures && text.length > 20)) return 'note-row';
  switch (resolved.kind) {
    case 'empty':
      return 'no-place';
    case 'other-level':
      return 'other-level';
    case 'province':
      return 'province-row';
    case 'joined':
      return 'joined-unit';
    case 'unknown':
      return resolved.isCode ? 'unknown-code' : 'unknown-place';
  }
  return resolved satisfies never;
}

/** The first row of a place and year stays, later ones are listed with it. */
function withoutDuplicates(
  rows: readonly ResolvedRow[],
  sheet: RawSheet,
  key: number,
  notes: Notes,
): readonly ResolvedRow[] {
  const first = new Map<string, number>();
  return rows.filter(({ row, adcode, year }) => {
    const id = `${adcode}/${year ?? ''}`;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, row + 1);
      return true;
    }
    notes.add({
      row: row + 1,
      column: '',
      text: textOf(sheet.rows[row]?.[key] ?? null),
      reason: 'duplicate-row',
      about: String(before),
    });
    return false;
  });
}

/** Columns of figures, those of one name and several years together. */
function draftColumns(
  sheet: RawSheet,
  layout: SheetLayout,
  headers: readonly ColumnHeader[],
  rows: readonly ResolvedRow[],
): readonly Draft[] {
  const special = new Set([layout.keyColumn, layout.withinColumn, layout.yearColumn]);
  const groups = new Map<string, ColumnHeader[]>();
  for (const header of headers) {
    const { column, name, year, letter } = header;
    if (special.has(column)) continue;
    let filled = 0;
    let numbers = 0;
    let codes = 0;
    for (const { row } of rows.slice(0, 1_000)) {
      const cell = sheet.rows[row]?.[column] ?? null;
      if (isBlank(cell)) continue;
      filled += 1;
      if (readNumber(cell, header.unit).kind === 'value') numbers += 1;
      if (codeIn(cell) !== null) codes += 1;
    }
    if (numbers === 0 || numbers < filled * 0.2) continue;
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
    const name = first.name === '' ? (first.year === null ? first.letter : sheet.name) : first.name;
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
  readonly notes: Notes;
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
  const marks = { percent: 0, permille: 0 };
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
        if (isTaken) tally.cells.values += 1;
        for (const how of reading.how) {
          if (isTaken) tally.understood[how] = (tally.understood[how] ?? 0) + 1;
          if (how === 'percent' || how === 'permille') marks[how] += 1;
        }
        cellsOf.push({ value: reading.value, how: reading.how, row: resolved, year, at: { letter, cell } });
      }
    }
  const unit = draft.unit || (marks.percent > 0 ? '%' : marks.permille > 0 ? '‰' : '');
  for (const { value, how, row, year, at } of cellsOf) {
    if (draft.unit === '' && unit !== '' && value !== 0 && !isMarked(how)) {
      if (isTaken) {
        tally.cells.values -= 1;
        noteCell(tally, row.row, at.letter, at.cell, 'without-percent');
      }
      continue;
    }
    const inUnit =
      unit === '%' && how.includes('permille')
        ? value / 10
        : unit === '‰' && how.includes('percent')
          ? value * 10
          : value;
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

/** Whether the figure was written with a per cent or per mille sign. */
function isMarked(how: readonly NumberReading[]): boolean {
  return how.includes('percent') || how.includes('permille');
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
  const notes = new Notes();
  const headers = readHeaders(sheet, layout, width);
  const { rows, questions, total } = resolveRows(index, sheet, layout, choices, notes);
  if (!(await steps.pause())) return null;
  const columns = layout.keyColumn === null ? [] : draftColumns(sheet, layout, headers, rows);
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
  const blockers: ImportBlocker[] = [
    ...(layout.keyColumn === null ? (['no-key-column'] as const) : []),
    ...(layout.keyColumn !== null && rows.length === 0 && questions.length === 0
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
  };
}
