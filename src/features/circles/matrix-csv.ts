function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A matrix of minutes as CSV, one row a pair (from, to, minutes), the definition in every row, so that it can't get lost.
 * A pair without a way has an empty field.
 */
export function matrixCsv(
  codes: readonly string[],
  names: readonly string[],
  minutes: readonly (readonly (number | null)[])[],
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
        definition,
      ]
        .map(quote)
        .join(','),
    ),
  );
  // The mark in front lets spreadsheets read the Chinese names.
  return `\uFEFF${['from_code,from,to_code,to,minutes,definition', ...rows].join('\r\n')}\r\n`;
}
