import type { TravelTimeMatrix } from '#core/surface/circle-engine.ts';
import type { CsvCell } from '#ui/files/save-file.ts';

/**
 * A matrix of minutes as a table to take away, one row a pair of different cities (whether a ride of it is modelled beside the minutes), the
 * definition in every row, so that it can't get lost. A pair without a way has an empty cell.
 */
export function matrixTable(
  codes: readonly string[],
  names: readonly string[],
  { minutes, modelled }: Pick<TravelTimeMatrix, 'minutes' | 'modelled'>,
  definition: string,
): readonly (readonly CsvCell[])[] {
  const rows = minutes.flatMap((row, from) =>
    row.flatMap((value, to): readonly (readonly CsvCell[])[] =>
      from === to
        ? []
        : [
            [
              codes[from] ?? '',
              names[from] ?? '',
              codes[to] ?? '',
              names[to] ?? '',
              value === null ? null : Number(value.toFixed(1)),
              value === null ? null : modelled[from]?.[to] === true,
              definition,
            ],
          ],
    ),
  );
  return [['from', 'from_name', 'to', 'to_name', 'minutes', 'modelled', 'definition'], ...rows];
}
