import { fail, type Result, succeed } from '#core/units/result.ts';
import { createCsvReader, CsvProblem, type CsvRow } from './csv-rows.ts';
import type { ImportContext, ProblemLog, ProblemReason } from './import-problem.ts';

/** Larger tables are refused. */
const MOST_BYTES = 60e6;
/** Text handed to the reader at once. */
const PIECE = 400_000;

/** Why a table is refused whole. */
export type TableProblem =
  | 'table-too-large'
  | 'table-not-text'
  | 'table-column-missing'
  | 'table-no-rows'
  | 'cancelled';

/** A column by the names that a person may give it, lower case. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** A row by our own column names; absent columns are ''. */
export type NamedRow<Column extends string> = Readonly<Record<Column, string>>;

/** UTF-8, or GB 18030 as spreadsheets in China still write. `null` = no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Reads a person's CSV table (comma, tab or semicolon) row by row under names of our own.
 * @param names alternatives for each column; those in `required` must be there
 */
export async function importTable<Column extends string>(
  bytes: Uint8Array,
  file: string,
  names: ColumnNames<Column>,
  required: readonly NoInfer<Column>[],
  log: ProblemLog,
  onRow: (row: NamedRow<Column>, report: (reason: ProblemReason, detail: string) => void) => void,
  { signal, onProgress, pause }: ImportContext,
): Promise<Result<null, TableProblem>> {
  if (bytes.length > MOST_BYTES)
    return fail({
      reason: 'table-too-large',
      message: 'The table has more than 60 MB.',
      nextStep: 'Leave out what the circles do not need, or split it.',
    });
  const text = decode(bytes);
  if (text === null)
    return fail({
      reason: 'table-not-text',
      message: 'The file is no text table.',
      nextStep: 'Save it as CSV in UTF-8 first.',
    });
  const columns = Object.keys(names) as Column[];
  const found = new Map<Column, string>();
  let header: readonly string[] = [];
  let rows = 0;
  const reader = createCsvReader(
    (given) => {
      header = given;
      for (const column of columns) {
        const name = given.find((each) => names[column].includes(each.toLowerCase()));
        if (name !== undefined) found.set(column, name);
      }
    },
    (row: CsvRow, line) => {
      rows += 1;
      if (required.some((column) => !found.has(column))) return;
      const named = Object.fromEntries(
        columns.map((column) => [column, row[found.get(column) ?? ''] ?? '']),
      ) as Record<Column, string>;
      onRow(named, (reason, detail) => log.add({ file, line, reason, detail }));
    },
  );
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      if (signal.aborted) return CANCELLED;
      reader.push(text.slice(at, at + PIECE));
      onProgress(Math.min(1, (at + PIECE) / text.length));
      await pause();
    }
    reader.end();
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    return fail({
      reason: 'table-not-text',
      message: `The file is no table: ${error.message}.`,
      nextStep: 'Save it as CSV in UTF-8 first.',
      values: { detail: error.message },
    });
  }
  const missing = required.filter((column) => !found.has(column));
  if (missing.length > 0) {
    const wanted = missing.map((column) => names[column].slice(0, 2).join('/')).join(', ');
    return fail({
      reason: 'table-column-missing',
      message: `The table lacks the columns ${wanted}; it has ${header.slice(0, 12).join(', ') || 'none'}.`,
      nextStep: 'Name the columns as said in the guide.',
      values: { detail: wanted },
    });
  }
  if (rows === 0)
    return fail({
      reason: 'table-no-rows',
      message: 'The table has a header but no rows.',
      nextStep: 'Choose the file with the figures.',
    });
  return succeed(null);
}

const CANCELLED: Result<never, TableProblem> = fail({
  reason: 'cancelled',
  message: 'The import was stopped; nothing was changed.',
  nextStep: 'Start it again when you need it.',
});

/** A number above or at 0 as people write it (1,234 too); `null` where it is none. */
export function amountOf(text: string): number | null {
  const plain = text.replace(/[,，\s]/gu, '');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) || value < 0 ? null : value;
}
