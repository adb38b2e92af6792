import type { Failure } from '#core/units/result.ts';

/** What a person's file may be at most, so that no file can exhaust the page. Named in the messages. */
export const IMPORT_LIMITS = {
  /** Bytes of a file, characters of pasted text. */
  bytes: 20_000_000,
  rows: 60_000,
  columns: 400,
  cells: 3_000_000,
  /** Parts of a workbook, and what they unpack to together. */
  zipEntries: 2_000,
  unpackedBytes: 150_000_000,
  /** Unpacked over packed size of one part; real sheets stay under 60. */
  zipRatio: 250,
  /** Problems listed one by one; the rest is counted. */
  problems: 20_000,
  cellLength: 2_000,
} as const;

/** Why a file cannot be read as a table at all. */
export type ImportFailure =
  | 'file-empty'
  | 'file-too-large'
  | 'file-binary'
  | 'file-encoding'
  | 'file-old-excel'
  | 'workbook-damaged'
  | 'workbook-bomb'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells';

/** A cell as files have them; `null` = empty. */
export type RawCell = string | number | boolean | null;

/** A sheet or text as rows of cells; row `n` is line or row `n + 1` of the file. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
}

const MEGABYTE = 1_000_000;

/** The failure of a file above {@link IMPORT_LIMITS}; `bytes` as it is. */
export function tooLarge(bytes: number, most: number = IMPORT_LIMITS.bytes): Failure<ImportFailure> {
  return {
    reason: 'file-too-large',
    message: `The file has ${(bytes / MEGABYTE).toFixed(1)} MB; tables are read up to ${most / MEGABYTE} MB.`,
    nextStep: 'Leave out columns or years that are not needed, or split the file.',
    values: { megabytes: (bytes / MEGABYTE).toFixed(1), most: most / MEGABYTE },
  };
}

/** The failure of a file without anything in it. */
export const EMPTY_FILE: Failure<ImportFailure> = {
  reason: 'file-empty',
  message: 'There is nothing in it.',
  nextStep: 'Choose a file with a header and at least one row, or take the template.',
};

/** Refuses a table that is longer, wider or larger than the page can hold. */
export function sizeFailure(rows: number, columns: number): Failure<ImportFailure> | null {
  const next = 'Keep one row a place and year and one column an indicator, or split the file.';
  if (rows > IMPORT_LIMITS.rows)
    return {
      reason: 'too-many-rows',
      message: `The table has ${rows} rows; up to ${IMPORT_LIMITS.rows} are read.`,
      nextStep: next,
      values: { rows, most: IMPORT_LIMITS.rows },
    };
  if (columns > IMPORT_LIMITS.columns)
    return {
      reason: 'too-many-columns',
      message: `The table has ${columns} columns; up to ${IMPORT_LIMITS.columns} are read.`,
      nextStep: next,
      values: { columns, most: IMPORT_LIMITS.columns },
    };
  if (rows * columns > IMPORT_LIMITS.cells)
    return {
      reason: 'too-many-cells',
      message: `The table has ${rows * columns} cells; up to ${IMPORT_LIMITS.cells} are read.`,
      nextStep: next,
      values: { cells: rows * columns, most: IMPORT_LIMITS.cells },
    };
  return null;
}
