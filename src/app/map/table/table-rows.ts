import type { TableCell } from '#map/export/data/layer-table.ts';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import type { Selection } from '#state/project-document.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { compareNames } from '#ui/i18n/name-order.ts';

/** How the rows stand: by which column, and whether the largest comes first. */
export interface RowOrder {
  readonly column: number;
  readonly isDown: boolean;
}

const EMPTY = 2;

/** 0 number, 1 text, 2 missing: what is missing stands last either way. */
function kindOf(cell: TableCell): number {
  if (cell === null) return EMPTY;
  return typeof cell === 'number' ? 0 : 1;
}

/** Rows in order: numbers by size, words as the language orders names, missing last whatever the direction. Rows of equal cells keep their order. */
export function sortRows(
  rows: readonly (readonly TableCell[])[],
  { column, isDown }: RowOrder,
  language: NumberLanguage,
): readonly (readonly TableCell[])[] {
  const byName = compareNames(language);
  const sign = isDown ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = left[column] ?? null;
    const b = right[column] ?? null;
    const [kindA, kindB] = [kindOf(a), kindOf(b)];
    if (kindA === EMPTY || kindB === EMPTY) return kindA - kindB;
    if (kindA !== kindB) return sign * (kindA - kindB);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byName(`${a}`, `${b}`));
  });
}

/** Rows in which any cell holds the text, letters of either case. */
export function filterRows(
  rows: readonly (readonly TableCell[])[],
  text: string,
): readonly (readonly TableCell[])[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    row.some((cell) => cell !== null && String(cell).toLowerCase().includes(wanted)),
  );
}

const isAdcode = (id: string) => /^\d{6}$/.test(id);

/** What choosing a row selects; `null` for layers whose things cannot be selected. `names` holds the row's cells by column. */
export function selectionOfRow(
  layer: DataLayer,
  names: Readonly<Record<string, TableCell>>,
): Selection | null {
  const id = String(names['id'] ?? '');
  switch (layer) {
    case 'agglomeration':
    case 'metro':
      return { kind: 'region', regionId: id.split('@', 1)[0] ?? id };
    case 'choropleth':
      return isAdcode(id)
        ? { kind: 'unit', adcode: id }
        : { kind: 'region', regionId: id.split('@', 1)[0] ?? id };
    case 'city-symbol':
    case 'place':
      return isAdcode(id) ? { kind: 'unit', adcode: id } : null;
    case 'rail':
      return { kind: 'line', lineId: id };
    case 'road-link':
      return { kind: 'link', linkId: id };
    case 'station':
      return { kind: 'station', name: String(names['nameZh'] ?? '') };
    case 'circle':
    case 'circle-outline':
    case 'origin':
    case 'flow':
    case 'structure-line':
    case 'mean-centre':
    case 'plan-variant':
    case 'yardstick':
      return null;
  }
  return layer satisfies never;
}
