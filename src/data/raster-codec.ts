import type { CountyRaster } from '#core/surface/county-raster.ts';

/**
 * A raster's rows as predicted boundaries: the places in a row where the county changes mostly lie near those of the row
 * above, between the same counties. One token a boundary:
 * 0 ends the row; 1 is a boundary without a predecessor, its gap and value stand in `gaps` and `values`;
 * from 2 on: `2 + skip * 31 + (shift + 15)`, the boundary continues the one `skip` places further in the row above,
 * `shift` cells to the side, with the same county on its right.
 */
export interface EncodedRows {
  readonly tokens: Uint8Array;
  /** Cells between a boundary without a predecessor and the boundary before it in the row. */
  readonly gaps: Uint16Array;
  /** County index on the right of each boundary without a predecessor. */
  readonly values: Uint16Array;
}

const END_OF_ROW = 0;
const FRESH = 1;
const FIRST_MATCH = 2;
const MOST_SHIFT = 15;
const SHIFTS = 2 * MOST_SHIFT + 1;
const MOST_SKIP = Math.floor((255 - FIRST_MATCH) / SHIFTS) - 1;

/** A row's boundaries: where a run starts and its value; every row implicitly starts at cell 0 with value 0. */
interface Boundaries {
  readonly at: number[];
  readonly value: number[];
}

/** Encodes `rows * columns` cells. */
export function encodeRows(cells: CountyRaster['cells'], columns: number, rows: number): EncodedRows {
  const tokens: number[] = [];
  const gaps: number[] = [];
  const values: number[] = [];
  let above: Boundaries = { at: [], value: [] };
  for (let row = 0; row < rows; row++) {
    const current = boundariesOf(cells, row * columns, columns);
    let pointer = 0;
    let before = 0;
    current.at.forEach((at, index) => {
      const value = current.value[index] ?? 0;
      const skip = matchingSkip(above, pointer, at, value);
      if (skip === null) {
        tokens.push(FRESH);
        gaps.push(at - before);
        values.push(value);
      } else {
        const shift = at - (above.at[pointer + skip] ?? 0);
        tokens.push(FIRST_MATCH + skip * SHIFTS + shift + MOST_SHIFT);
        pointer += skip + 1;
      }
      before = at;
    });
    tokens.push(END_OF_ROW);
    above = current;
  }
  return { tokens: Uint8Array.from(tokens), gaps: Uint16Array.from(gaps), values: Uint16Array.from(values) };
}

function boundariesOf(cells: CountyRaster['cells'], start: number, columns: number): Boundaries {
  const at: number[] = [];
  const value: number[] = [];
  let current = 0;
  for (let column = 0; column < columns; column++) {
    const cell = cells[start + column] ?? 0;
    if (cell === current) continue;
    at.push(column);
    value.push(cell);
    current = cell;
  }
  return { at, value };
}

function matchingSkip(above: Boundaries, pointer: number, at: number, value: number): number | null {
  for (let skip = 0; skip <= MOST_SKIP && pointer + skip < above.at.length; skip++) {
    const shift = at - (above.at[pointer + skip] ?? 0);
    if (Math.abs(shift) <= MOST_SHIFT && above.value[pointer + skip] === value) return skip;
  }
  return null;
}

/**
 * Decodes the cells, or says in words what is wrong with the streams.
 * @param counties how many counties there are; a larger value is an error
 */
export function decodeRows(
  encoded: EncodedRows,
  columns: number,
  rows: number,
  counties: number,
): Uint16Array | string {
  const { tokens, gaps, values } = encoded;
  const cells = new Uint16Array(columns * rows);
  // Two rows of boundaries in flat arrays that change places from row to row.
  let aboveAt = new Int32Array(columns);
  let aboveValue = new Int32Array(columns);
  let aboveCount = 0;
  let rowAt = new Int32Array(columns);
  let rowValue = new Int32Array(columns);
  let token = 0;
  let literal = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let count = 0;
    let pointer = 0;
    let before = 0;
    let value = 0;
    for (; tokens[token] !== END_OF_ROW; token++) {
      const code = tokens[token];
      if (code === undefined) return `row ${row} does not end`;
      let at: number;
      let next: number;
      if (code === FRESH) {
        if (literal >= gaps.length || literal >= values.length) return `row ${row} lacks a boundary`;
        at = before + (gaps[literal] ?? 0);
        next = values[literal] ?? 0;
        literal++;
      } else {
        const match = code - FIRST_MATCH;
        pointer += Math.floor(match / SHIFTS);
        if (pointer >= aboveCount) return `row ${row} continues a boundary that the row above has not`;
        at = (aboveAt[pointer] ?? 0) + (match % SHIFTS) - MOST_SHIFT;
        next = aboveValue[pointer] ?? 0;
        pointer++;
      }
      if (at < before || at >= columns || (count > 0 && at === before))
        return `row ${row} has a boundary out of order`;
      if (next > counties) return `row ${row} names county ${next} of ${counties}`;
      if (value !== 0) cells.fill(value, start + before, start + at);
      rowAt[count] = at;
      rowValue[count] = next;
      count++;
      before = at;
      value = next;
    }
    token++;
    if (value !== 0) cells.fill(value, start + before, start + columns);
    [aboveAt, rowAt] = [rowAt, aboveAt];
    [aboveValue, rowValue] = [rowValue, aboveValue];
    aboveCount = count;
  }
  if (token !== tokens.length) return 'there are more rows than announced';
  if (literal !== gaps.length || literal !== values.length) return 'there are boundaries no row uses';
  return cells;
}
