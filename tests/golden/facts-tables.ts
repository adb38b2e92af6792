import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';

/** Rows of a hand-kept table in `geodata/facts`, by column name; blanks are empty strings. */
export function readFacts(table: string): Record<string, string>[] {
  const text = readFileSync(resolve(import.meta.dirname, `../../geodata/facts/${table}.csv`), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** One column of a table as adcode → number, rows chosen by `keep`; blanks are missing. */
export function readColumn(
  table: string,
  column: string,
  keep: (row: Record<string, string>) => boolean,
): Map<string, number> {
  const values = new Map<string, number>();
  for (const row of readFacts(table)) {
    const text = row[column] ?? '';
    if (keep(row) && text !== '') values.set(row['adcode'] ?? '', Number(text));
  }
  return values;
}

/** The 19 agglomerations in their current delimitation with their members at prefecture level (method.md §1). */
export function readAgglomerations(): {
  readonly id: string;
  readonly nameZh: string;
  readonly members: string[];
}[] {
  const seen = new Set<string>();
  return readFacts('agglomerations').flatMap((row) => {
    const id = row['id'] ?? '';
    const current = id === 'yrd' ? row['variant'] === '2019 core (current)' : !seen.has(id);
    if (!current) return [];
    seen.add(id);
    const codes = (column: string): string[] => (row[column] ?? '').split(' ').filter((code) => code !== '');
    return [
      {
        id,
        nameZh: row['name_zh'] ?? '',
        members: [...new Set([...codes('whole_units'), ...codes('part_counties').map(prefectureOf)])],
      },
    ];
  });
}

function prefectureOf(county: string): string {
  return /^(11|12|31|50)/.test(county) ? `${county.slice(0, 2)}0000` : `${county.slice(0, 4)}00`;
}
