import type { LegendSpec } from './legend-spec.ts';

/** Rows of the legend that are seen before sections fold: with more it would cover the country. */
export const UNFOLDED_ROWS = 9;

/** Keys with short labels, in two columns. */
const TWO_COLUMNS: ReadonlySet<string> = new Set(['rail', 'road-links']);

const SCALE_ROWS = 2;
const MATRIX_ROWS = 6;
const NOTE_CHARACTERS_A_ROW = 20;

/** Columns that a section's items stand in. */
export function columnsOf({ id }: LegendSpec): 1 | 2 {
  return TWO_COLUMNS.has(id) ? 2 : 1;
}

function rowsOf(spec: LegendSpec): number {
  return (
    1 +
    Math.ceil(spec.items.length / columnsOf(spec)) +
    (spec.scale === null ? 0 : SCALE_ROWS) +
    (spec.matrix == null ? 0 : MATRIX_ROWS) +
    Math.ceil((spec.note?.length ?? 0) / NOTE_CHARACTERS_A_ROW)
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
