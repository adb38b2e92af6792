import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { fail, succeed, type Result } from '#core/units/result.ts';
import {
  EMPTY_FILE,
  IMPORT_LIMITS,
  sizeFailure,
  type ImportFailure,
  type RawCell,
  type RawSheet,
} from './import-limits.ts';
import { columnOf, openFormulas, type OpenFormula } from './workbook-formulas.ts';

/** Whether bytes are a zip archive, which XLSX files are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
}

/** Whether bytes are an OLE file: XLS of before 2007, and also password-protected XLSX. */
export function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function damaged(detail: string): Result<never, ImportFailure> {
  return fail({
    reason: 'workbook-damaged',
    message: `The workbook is cut off or damaged: ${detail}.`,
    nextStep: 'Open it in Excel or WPS and save it again as XLSX, or save the sheet as CSV.',
    values: { detail },
  });
}

function bomb(detail: string): Result<never, ImportFailure> {
  return fail({
    reason: 'workbook-bomb',
    message: `The workbook would unpack to far more than a table holds: ${detail}.`,
    nextStep: 'Copy the cells that matter into a new workbook, or save the sheet as CSV.',
    values: { detail },
  });
}

/** The farthest row and column that a sheet names: one lonely cell far away would be padded with millions of empty ones. */
function extentOf(xml: string): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', digits = ''] of xml.matchAll(/<c\s[^>]*?\br="([A-Z]{1,4})(\d{1,9})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  }
  return { rows, columns };
}

/** Looks into the archive before anything is unpacked: number of parts, declared sizes, ratios; then how far the sheets reach. */
function checkArchive(bytes: Uint8Array): Result<null, ImportFailure> {
  let entries = 0;
  let unpacked = 0;
  let worst = 0;
  const names = new Set<string>();
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      names.add(name);
      unpacked += originalSize;
      if (originalSize > 1_000_000) worst = Math.max(worst, originalSize / Math.max(1, size));
      return false;
    },
  });
  if (entries > IMPORT_LIMITS.zipEntries) return bomb(`${entries} parts`);
  if (unpacked > IMPORT_LIMITS.unpackedBytes) return bomb(`${Math.round(unpacked / 1e6)} MB`);
  if (worst > IMPORT_LIMITS.zipRatio) return bomb(`${Math.round(worst)} : 1`);
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml'))
    return damaged('it holds no workbook');
  // Unpacked with the declared size as a fixed room: a part that lies about its size ends in an error, not in memory.
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  for (const content of Object.values(sheets)) {
    const { rows, columns } = extentOf(new TextDecoder('latin1').decode(content));
    const failure = sizeFailure(rows, columns);
    if (failure !== null) return fail(failure);
  }
  return succeed(null);
}

function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const text = value.slice(0, IMPORT_LIMITS.cellLength);
  return text === '' ? null : text;
}

/** Rows with the formulas put where the reader found nothing. */
function withOpenFormulas(
  rows: readonly (readonly RawCell[])[],
  formulas: readonly OpenFormula[],
): readonly (readonly RawCell[])[] {
  if (formulas.length === 0) return rows;
  const filled = rows.map((row) => [...row]);
  for (const { row, column, text } of formulas) {
    const cells = filled[row];
    if (cells !== undefined && (cells[column] ?? null) === null && column < cells.length)
      cells[column] = text.slice(0, IMPORT_LIMITS.cellLength);
  }
  return filled;
}

/**
 * Reads every sheet of an XLSX file. Formulas count with the value that the spreadsheet program stored, without one they
 * stand as text (`=A1`); merged cells have their value in the first.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly RawSheet[], ImportFailure>> {
  try {
    const checked = checkArchive(bytes);
    if (!checked.ok) return checked;
    const sheets = await readXlsxFile(bytes.slice().buffer, { trim: false });
    const formulas = openFormulas(bytes);
    const filled = sheets
      .map(({ sheet, data }, at): RawSheet => ({
        name: sheet,
        rows: withOpenFormulas(
          data.map((row) => row.map(cellOf)),
          formulas[at] ?? [],
        ),
      }))
      .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
    if (filled.length === 0) return fail(EMPTY_FILE);
    for (const { rows } of filled) {
      const failure = sizeFailure(
        rows.length,
        rows.reduce((most, row) => Math.max(most, row.length), 0),
      );
      if (failure !== null) return fail(failure);
    }
    return succeed(filled);
  } catch (error) {
    // fflate and the reader throw on whatever they cannot make sense of: that is the file's fault, not a bug of ours.
    return damaged(error instanceof Error ? error.message.slice(0, 120) : 'it cannot be unpacked');
  }
}
