import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage, Exclusion } from './coverage.ts';

/** Counts by sector of one city, with shares that sum to 1. */
export interface CitySectors {
  readonly adcode: Adcode;
  readonly counts: readonly number[];
  readonly shares: readonly number[];
  readonly total: number;
}

/**
 * The members' sector shares, in the order given. A member without a row is `missing`, one whose row sums to zero `not-positive`.
 * @throws RangeError when rows differ in length: the table is broken.
 */
export function readSectors(
  members: readonly Adcode[],
  counts: ReadonlyMap<Adcode, readonly number[]>,
): { readonly cities: readonly CitySectors[]; readonly coverage: Coverage } {
  const cities: CitySectors[] = [];
  const excluded: Exclusion[] = [];
  for (const adcode of new Set(members)) {
    const row = counts.get(adcode);
    if (row === undefined) {
      excluded.push({ adcode, reason: 'missing' });
      continue;
    }
    if (cities[0] && row.length !== cities[0].counts.length)
      throw new RangeError(`${adcode}: ${row.length} sectors`);
    const total = row.reduce((sum, count) => sum + count, 0);
    if (total <= 0) excluded.push({ adcode, reason: 'not-positive' });
    else cities.push({ adcode, counts: row, shares: row.map((count) => count / total), total });
  }
  return { cities, coverage: { used: cities.map((city) => city.adcode), excluded } };
}

/** The sum of all rows as shares; `null` when they employ nobody. */
export function totalShares(rows: Iterable<readonly number[]>): number[] | null {
  const sums: number[] = [];
  for (const row of rows) row.forEach((count, j) => (sums[j] = (sums[j] ?? 0) + count));
  const total = sums.reduce((sum, count) => sum + count, 0);
  return total > 0 ? sums.map((count) => count / total) : null;
}
