import type { ComputedIndex } from '#core/scoring/composite/compute-index.ts';
import type { UnderstoodCells } from './read-figure-column.ts';
import { textTable } from './text-table.ts';

/** How cells that were no plain numbers were read. */
const READ_AS: Readonly<Record<UnderstoodCells['as'], string>> = {
  thousands: 'with separators between thousands',
  'full-width': 'in full-width characters',
  wan: 'in hundreds to ten thousands (百, 千, 万), multiplied out',
  yi: 'in 亿, multiplied out',
  percent: 'with a per cent sign, kept in per cent',
  permille: 'with a per mille sign',
  'unit-word': "with the column's own unit",
  accounting: 'in brackets, taken as negative',
  nan: 'NaN, taken as missing',
};

/** A computed index as a table to read: a row a unit, a column an aggregated node; below it what was not a plain number. */
export function indexText(index: ComputedIndex, understood: readonly UnderstoodCells[] = []): string {
  const inner = index.nodes.filter(({ leaf }) => !leaf);
  const table = textTable(
    ['unit', ...inner.map(({ id }) => id)],
    index.units.map((unit, at) => [unit, ...inner.map(({ values }) => values[at]?.toFixed(4) ?? null)]),
  );
  const notes = understood.map(
    ({ column, as, cells }) =>
      `Column "${column}": ${cells} ${cells === 1 ? 'cell' : 'cells'} ${READ_AS[as]}.`,
  );
  return [table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
