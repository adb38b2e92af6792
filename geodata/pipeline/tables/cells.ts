import type { FactRow } from '../context.ts';

/** Text of a cell; a column that does not exist is a bug in the caller, not an empty cell. */
export function text(row: FactRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`No column ${column} among ${Object.keys(row).join(', ')}`);
  return value.trim();
}

/** A Chinese name as Chinese is printed: its brackets are full-width, however the table types them. */
export function nameZh(row: FactRow, column: string): string {
  return text(row, column).replaceAll('(', '（').replaceAll(')', '）');
}

/** Text of a cell, `null` when empty. */
export function textOrNull(row: FactRow, column: string): string | null {
  const value = text(row, column);
  return value === '' ? null : value;
}

/** Number in a cell, `null` when empty; anything else that is no number throws. */
export function numberOrNull(row: FactRow, column: string): number | null {
  const value = text(row, column);
  if (value === '') return null;
  const parsed = Number(value);
  if (!Number.isFinite(parsed)) throw new Error(`${column} is not a number: "${value}"`);
  return parsed;
}

/** Number in a cell that must not be empty. */
export function numberOf(row: FactRow, column: string): number {
  const value = numberOrNull(row, column);
  if (value === null) throw new Error(`${column} is empty in ${JSON.stringify(row)}`);
  return value;
}
