import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { FactRow } from './context.ts';
import { factsFolder } from './paths.ts';

const tables = new Map<string, readonly FactRow[]>();

/** Rows of `geodata/facts/<name>.csv`, read once. Throws when the table is absent or malformed. */
export function readFacts(name: string): readonly FactRow[] {
  const known = tables.get(name);
  if (known) return known;
  const path = join(factsFolder, `${name}.csv`);
  if (!existsSync(path)) throw new Error(`there is no fact table ${path}`);
  const { data, errors } = Papa.parse<FactRow>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error) throw new Error(`${name}.csv row ${error.row ?? '?'}: ${error.message}`);
  tables.set(name, data);
  return data;
}

/** A cell that must be there. */
export function cell(row: FactRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`a fact row has no column ${column}: ${JSON.stringify(row)}`);
  return value;
}
