import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage, Exclusion } from './coverage.ts';

/** Counts by sector of each prefecture (a year of the employment table); `null` is blank in the source. */
export type SectorCounts = ReadonlyMap<Adcode, readonly (number | null)[]>;

/** Counts by sector of one city, with shares that sum to 1. */
export interface CitySectors {
  readonly adcode: Adcode;
  readonly counts: readonly number[];
  readonly shares: readonly number[];
  readonly total: number;
}

/**
 * The members' sector shares, in the order given. A member without a row is `missing`, one with a blank sector `incomplete` (its total
 * is not known, and a blank is not a zero), one whose row sums to zero `not-positive`.
 * @throws RangeError when rows differ in length: the table is broken.
 */
export function readSectors(
  members: readonly Adcode[],
  counts: SectorCounts,
): { readonly cities: readonly CitySectors[]; readonly coverage: Coverage } {
  const cities: CitySectors[] = [];
  const excluded: Exclusion[] = [];
  for (const adcode of new Set(members)) {
    const printed = counts.get(adcode);
    if (printed === undefined) {
      excluded.push({ adcode, reason: 'missing' });
      continue;
    }
    const row = printed.filter((count) => count !== null);
    if (row.length < printed.length) {
      excluded.push({ adcode, reason: 'incomplete' });
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

/** The sum of all complete rows as shares; `null` when they employ nobody. */
export function totalShares(rows: Iterable<readonly (number | null)[]>): number[] | null {
  const sums: number[] = [];
  for (const row of rows) {
    if (row.includes(null)) continue;
    row.forEach((count, j) => (sums[j] = (sums[j] ?? 0) + (count ?? 0)));
  }
  const total = sums.reduce((sum, count) => sum + count, 0);
  return total > 0 ? sums.map((count) => count / total) : null;
}
