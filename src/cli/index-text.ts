import type { ComputedIndex } from '#core/scoring/composite/compute-index.ts';
import { textTable } from './text-table.ts';

/** A computed index as a table to read: a row a unit, a column an aggregated node. */
export function indexText(index: ComputedIndex): string {
  const inner = index.nodes.filter(({ leaf }) => !leaf);
  return textTable(
    ['unit', ...inner.map(({ id }) => id)],
    index.units.map((unit, at) => [unit, ...inner.map(({ values }) => values[at]?.toFixed(4) ?? null)]),
  );
}
