import type { Adcode } from '#core/geography/admin-unit.ts';
import { isBlank, withinByRow, type SheetLayout } from './find-layout.ts';
import { IMPORT_LIMITS, type RawCell, type RawSheet } from './import-limits.ts';
import type { ImportChoices, ImportProblem, PlaceQuestion, RowProblem } from './import-reading.ts';
import { matchPlace, type PlaceIndex, type Within } from './place-index.ts';
import { readNumber, readYear } from './read-number.ts';

const TOTALS =
  /^(?:合计|总计|共计|小计|总和|全国|全省|全市|全区|平均|均值|中国|total|sum|average|mean|china|national)/i;
const NOTES = /^(?:注|备注|说明|资料来源|数据来源|来源|附注|note|source|data source)\s*[:：.]?/i;

/** A row whose place, and where there is a year column its year, is known. */
export interface ResolvedRow {
  readonly row: number;
  readonly adcode: Adcode;
  readonly year: number | null;
}

/** Collects problems up to the limit and counts the rest. */
export class ProblemNotes {
  readonly problems: ImportProblem[] = [];
  more = 0;
  add(problem: ImportProblem): void {
    if (this.problems.length < IMPORT_LIMITS.problems) this.problems.push(problem);
    else this.more += 1;
  }
}

/** A cell as a problem quotes it. */
export function textOf(cell: RawCell): string {
  return cell === null ? '' : String(cell).slice(0, 200);
}

/** Key of a question: the same name in the same prefecture is asked once. */
function questionKey(text: string, within: string): string {
  return `${within}\u0000${text}`.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Reads the keys of all rows: which place each is, or why it is left out. */
export function resolveRows(
  index: PlaceIndex,
  sheet: RawSheet,
  layout: SheetLayout,
  choices: ImportChoices,
  notes: ProblemNotes,
): {
  rows: readonly ResolvedRow[];
  questions: readonly PlaceQuestion[];
  formerNames: ReadonlyMap<string, Adcode>;
  total: number;
} {
  const key = layout.keyColumn;
  const rows: ResolvedRow[] = [];
  const formerNames = new Map<string, Adcode>();
  const questions = new Map<string, { question: PlaceQuestion; rows: number[] }>();
  const within = withinByRow(index, sheet, layout);
  const answers = choices.answers ?? {};
  let total = 0;
  if (key === null) return { rows, questions: [], formerNames, total };
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
    if (resolved.kind === 'found') {
      adcode = resolved.adcode;
      if (resolved.by === 'former-name') formerNames.set(textOf(cell).trim(), adcode);
    } else if (resolved.kind === 'ambiguous') {
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
      leaveOut(rowProblem(resolved, cell, cells, key), aboutPlace(resolved));
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
    formerNames,
    total,
  };
}

function resolvePlace(index: PlaceIndex, layout: SheetLayout, cell: RawCell, within: Within | null) {
  return isBlank(cell) ? ({ kind: 'empty' } as const) : matchPlace(index, cell, layout.level, within);
}

/** Most places of one name that a problem lists. */
const MOST_NAMED = 3;

type UnresolvedPlace = Exclude<ReturnType<typeof resolvePlace>, { kind: 'found' } | { kind: 'ambiguous' }>;

function aboutPlace(resolved: UnresolvedPlace): string {
  if (resolved.kind === 'dissolved') return [resolved.unit.year, ...resolved.unit.into].join(' ');
  if (resolved.kind === 'other-level') return resolved.adcodes.slice(0, MOST_NAMED).join(' ');
  return resolved.kind === 'joined' ? resolved.adcode : '';
}

function rowProblem(
  resolved: UnresolvedPlace,
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
    case 'dissolved':
      return 'dissolved-place';
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
  notes: ProblemNotes,
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
