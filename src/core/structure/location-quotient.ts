import type { Adcode } from '../geography/admin-unit.ts';
import type { Coverage } from './coverage.ts';
import { readSectors, totalShares, type SectorCounts } from './industry-shares.ts';

/** A city's location quotients, aligned with the sections. */
export interface CityQuotients {
  readonly adcode: Adcode;
  /** `LQ_j = city's share of sector j / base's share`; `null` where the base has nobody in the sector. */
  readonly quotients: readonly (number | null)[];
  readonly shares: readonly number[];
}

/**
 * Location quotients (区位熵): 1 = as in the base, above 1 specialised.
 * @param base the rows that make the base (every prefecture for the nation, the members for the agglomeration), the city itself included.
 * @see Florence (1939); Isard (1960), Methods of Regional Analysis, chapter 7.
 */
export function locationQuotientsOf(
  members: readonly Adcode[],
  counts: SectorCounts,
  base: Iterable<readonly (number | null)[]>,
): { readonly cities: readonly CityQuotients[]; readonly coverage: Coverage } {
  const { cities, coverage } = readSectors(members, counts);
  const baseShares = totalShares(base);
  return {
    cities: cities.map(({ adcode, shares }) => ({
      adcode,
      shares,
      quotients: shares.map((share, j) => {
        const part = baseShares?.[j] ?? 0;
        return part > 0 ? share / part : null;
      }),
    })),
    coverage,
  };
}
