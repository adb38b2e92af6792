import { saveFile, type CsvCell } from './save-file.ts';

/** One sheet of a workbook: a name and rows, the first of them the heading. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Most characters that a cell takes (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767;
/** Most characters of a sheet's name. */
const MOST_IN_NAME = 31;
/** Widths of columns in characters. */
const WIDTHS = { least: 8, most: 60 } as const;

/** A name that Excel takes, unlike the ones before. */
function sheetName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(/[[\]:*?/\\]/g, ' ').trim() || 'Sheet';
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const candidate = plain.slice(0, MOST_IN_NAME - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Text without the control characters that would make the file unreadable. */
function cellText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- those that XML 1.0 forbids
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, MOST_CHARACTERS);
}

/** Full-width signs take two places. */
function lengthOf(cell: CsvCell): number {
  return cell === null ? 0 : String(cell).replace(/[\u2e80-\uffff]/g, 'xx').length;
}

function columnWidths(rows: WorkbookSheet['rows']): { width: number }[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? null)), 0);
    return { width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2)) };
  });
}

/**
 * A workbook (XLSX) of these sheets: numbers as numbers, missing cells empty, headings bold and kept in sight. The library
 * loads when it is used. Text is never taken for a formula.
 */
export async function toWorkbook(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const taken = new Set<string>();
  return writeXlsxFile(
    sheets.map(({ name, rows }) => {
      const sheet = sheetName(name, taken);
      taken.add(sheet.toLowerCase());
      return {
        sheet,
        stickyRowsCount: 1,
        columns: columnWidths(rows),
        data: rows.map((row, index) =>
          row.map((cell) => {
            if (cell === null || cell === '') return null;
            const value = typeof cell === 'string' ? cellText(cell) : cell;
            return index === 0 ? { value, fontWeight: 'bold' as const } : { value };
          }),
        ),
      };
    }),
  ).toBlob();
}

/** Saves sheets as `<name>.xlsx`. */
export async function saveWorkbook(name: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  saveFile(`${name}.xlsx`, await toWorkbook(sheets));
}
