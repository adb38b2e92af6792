import type { TravelTimeMatrix } from '#core/surface/circle-engine.ts';

/** A field of a CSV row. */
export function quoteField(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A matrix of minutes as CSV, one row a pair (from, to, minutes, whether a ride of it is modelled), the definition in every
 * row, so that it can't get lost.
 * A pair without a way has an empty field.
 */
export function matrixCsv(
  codes: readonly string[],
  names: readonly string[],
  { minutes, modelled }: Pick<TravelTimeMatrix, 'minutes' | 'modelled'>,
  definition: string,
): string {
  const rows = minutes.flatMap((row, from) =>
    row.map((value, to) =>
      [
        codes[from] ?? '',
        names[from] ?? '',
        codes[to] ?? '',
        names[to] ?? '',
        value === null ? '' : value.toFixed(1),
        value === null ? '' : String(modelled[from]?.[to] === true),
        definition,
      ]
        .map(quoteField)
        .join(','),
    ),
  );
  return csvOf(['from_code,from,to_code,to,minutes,modelled,definition', ...rows]);
}

/** Rows as a file; the mark in front lets spreadsheets read the Chinese names. */
export function csvOf(rows: readonly string[]): string {
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}
