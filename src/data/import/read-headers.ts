import type { RawCell, RawSheet } from './import-limits.ts';
import { isBlank, type SheetLayout } from './find-layout.ts';
import { readYear } from './read-number.ts';

/** What the header says of a column. */
export interface ColumnHeader {
  readonly column: number;
  /** Column as spreadsheets call it: `A`, `AB`. */
  readonly letter: string;
  /** Name of the indicator, without unit and year. */
  readonly name: string;
  readonly unit: string;
  readonly year: number | null;
}

/** Column letters of a spreadsheet: 0 → A, 27 → AB. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

const UNIT_WORD =
  /^(?:%|‰|元|万元|亿元|千元|百万元|美元|万美元|亿美元|人|万人|亿人|户|万户|个|家|所|张|辆|万辆|件|册|次|万人次|天|年|岁|吨|万吨|千克|公斤|公里|千米|km|km2|km²|平方公里|平方千米|平方米|万平方米|公顷|千公顷|亩|万亩|立方米|万立方米|亿立方米|千瓦时|万千瓦时|亿千瓦时|小时|分钟|min|h|t|kg|μg\/m3|微克\/立方米|倍|指数|分|份|比|yuan|cny|usd|rmb|persons?|people|years?|minutes?|hours?|tonnes?|-|—|[^\s/]{1,6}\/[^\s/]{1,6}(?:\/[^\s/]{1,4})?|每万人|1\/10000)$/i;

function fold(cell: RawCell): string {
  return isBlank(cell) ? '' : String(cell).normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
}

/** A unit as a header's second row or brackets give it, without `单位:`; `null` when it is none. */
function unitIn(text: string): string | null {
  const bare = text
    .replace(/^[([【〔]\s*/, '')
    .replace(/\s*[)\]】〕]$/, '')
    .replace(/^(?:计量)?(?:单位|unit)\s*[:：]?\s*/i, '')
    .trim();
  return UNIT_WORD.test(bare) ? (/^[-—]$/.test(bare) ? '' : bare) : null;
}

interface NamedColumn {
  readonly name: string;
  readonly unit: string;
  readonly year: number | null;
}

/** Takes year and unit out of a header: `人均GDP_2020`, `GDP（亿元，2015年）`, `2010`. */
export function parseHeader(header: string): NamedColumn {
  let name = header.trim();
  let unit = '';
  let year: number | null = readYear(name);
  if (year !== null) return { name: '', unit, year };
  name = name.replaceAll(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g, (whole: string, inner: string) => {
    const rests: string[] = [];
    for (const part of inner.split(/[,，;；、]/)) {
      const partYear = readYear(part);
      const partUnit = unitIn(part.trim());
      if (partYear !== null && year === null) year = partYear;
      else if (partUnit !== null && unit === '') unit = partUnit;
      else rests.push(part.trim());
    }
    // What is neither year nor known unit, alone in the last brackets, is taken for a unit: （册/百人）.
    if (rests.length === inner.split(/[,，;；、]/).length)
      return unit === '' && /[/％%‰]|元|人|米|吨|里/.test(inner) && inner.length <= 12
        ? ((unit = inner.trim()), '')
        : whole;
    return rests.length === 0 ? '' : `(${rests.join(', ')})`;
  });
  if (year === null) {
    const match = /^(.*?)[\s_.-]*((?:19|20)\d{2})\s*年?$|^((?:19|20)\d{2})\s*年?[\s_.-]*(.+)$/.exec(
      name.trim(),
    );
    const found = match?.[2] ?? match?.[3];
    if (found !== undefined) {
      year = Number(found);
      name = match?.[1] ?? match?.[4] ?? '';
    }
  }
  if (unit === '') {
    const slashed = /^(.+)[/,，:：]\s*([^/,，:：]+)$/.exec(name.trim());
    const slashedUnit = slashed?.[2] === undefined ? null : unitIn(slashed[2]);
    if (slashed?.[1] !== undefined && slashedUnit !== null && slashedUnit !== '') {
      unit = slashedUnit;
      name = slashed[1];
    }
  }
  return { name: name.replaceAll(/^[\s_.:：-]+|[\s_.:：-]+$/g, ''), unit, year };
}

/** Cells of a header row with merged groups filled to the right, as far as the row below goes on. */
function filledRight(cells: readonly RawCell[], below: readonly RawCell[] | null, width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, column) => {
    const own = fold(cells[column] ?? null);
    if (own !== '') last = own;
    if (own !== '' || below === null) return own;
    return fold(below[column] ?? null) === '' ? '' : last;
  });
}

function isLabel(text: string): boolean {
  return /^(?:计量)?单位$|^unit$/i.test(text);
}

/** A row of nothing but units: (万元), %, 人 … */
function isUnitRow(cells: readonly RawCell[]): boolean {
  const texts = cells.map(fold).filter((text) => text !== '');
  return (
    texts.some((text) => unitIn(text) !== null) &&
    texts.every((text) => unitIn(text) !== null || isLabel(text))
  );
}

/** A unit for the whole table, from a line above the header: `单位：万元`. */
function tableUnit(sheet: RawSheet, before: number): string {
  for (const row of sheet.rows.slice(0, before))
    for (const cell of row) {
      const match = /单位\s*[:：]\s*([^\s,，;；)）]+)/.exec(fold(cell));
      if (match?.[1] !== undefined) return unitIn(match[1]) ?? match[1].slice(0, 12);
    }
  return '';
}

/** Names, units and years of all columns, from one, two or three rows of header. */
export function readHeaders(sheet: RawSheet, layout: SheetLayout, width: number): readonly ColumnHeader[] {
  const rows = layout.headerRows.map((row) => sheet.rows[row] ?? []);
  const last = rows.at(-1);
  const hasUnits = rows.length > 1 && last !== undefined && isUnitRow(last);
  const names = hasUnits ? rows.slice(0, -1) : rows;
  const filled = names.map((cells, at) => filledRight(cells, names[at + 1] ?? null, width));
  const common = tableUnit(sheet, layout.headerRows[0] ?? layout.firstDataRow);
  return Array.from({ length: width }, (_, column): ColumnHeader => {
    const parts = filled.map((cells) => cells[column] ?? '').filter((part) => part !== '');
    const parsed = parts.filter((part, at) => part !== parts[at - 1]).map(parseHeader);
    const unitBelow = hasUnits ? (unitIn(fold(last?.[column] ?? null)) ?? '') : '';
    return {
      column,
      letter: columnLetter(column),
      name: parsed
        .map(({ name }) => name)
        .filter((name) => name !== '')
        .join(' · '),
      unit: unitBelow || parsed.map(({ unit }) => unit).findLast((unit) => unit !== '') || common,
      year: parsed.map(({ year }) => year).findLast((year) => year !== null) ?? null,
    };
  });
}
