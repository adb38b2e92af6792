import { wrapText } from '../text-layout.ts';
import type { LegendSpec } from './legend-spec.ts';

/** Rows of the legend that are seen before sections fold: with more it would cover the country. */
export const UNFOLDED_ROWS = 9;

/** Keys with short labels, in two columns. */
const TWO_COLUMNS: ReadonlySet<string> = new Set(['rail', 'road-links']);

const SCALE_ROWS = 2;
const MATRIX_ROWS = 6;

/** What a line of the legend on the page holds, and in what letters it is set, pixels. */
const NOTE_WIDTH = 208;
const NOTE_LETTERS = 12;

/** A remark of more lines folds behind its name: the key to the colours would leave the page. */
const LONGEST_NOTE_ROWS = 8;

/** Columns that a section's items stand in. */
export function columnsOf({ id }: LegendSpec): 1 | 2 {
  return TWO_COLUMNS.has(id) ? 2 : 1;
}

function noteRows({ note }: LegendSpec): number {
  return note === null ? 0 : wrapText(note, NOTE_WIDTH, NOTE_LETTERS).length;
}

/** Whether a section's remark begins folded; where the figures came from is said all the same. */
export function isNoteFolded(spec: LegendSpec): boolean {
  return noteRows(spec) > LONGEST_NOTE_ROWS;
}

function rowsOf(spec: LegendSpec): number {
  return (
    1 +
    Math.ceil(spec.items.length / columnsOf(spec)) +
    (spec.scale === null ? 0 : SCALE_ROWS) +
    (spec.matrix == null ? 0 : MATRIX_ROWS) +
    (isNoteFolded(spec) ? 1 : noteRows(spec))
  );
}

/**
 * Sections that begin folded: the boundaries, because most people know those lines, and what comes after the first
 * {@link UNFOLDED_ROWS}; never the first, which is what the map is about.
 */
export function foldedSections(specs: readonly LegendSpec[]): ReadonlySet<string> {
  const folded = new Set<string>();
  let rows = 0;
  specs.forEach((spec, index) => {
    rows += rowsOf(spec);
    if (spec.id === 'boundaries' || (index > 0 && rows > UNFOLDED_ROWS)) folded.add(spec.id);
  });
  return folded;
}
