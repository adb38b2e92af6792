import type { Adcode } from '#core/geography/admin-unit.ts';

/** A county with its census figure. */
export interface CountyPeople {
  readonly adcode: Adcode;
  readonly population: number;
}

/** 市辖区 end in 01–20; counties and county-level cities lie above. */
function isDistrict(adcode: Adcode): boolean {
  const last = Number(adcode.slice(4));
  return last >= 1 && last <= 20;
}

/**
 * Spreads `extra` people (of functional zones without a polygon) over the districts in proportion to their
 * population, over all counties where there is no district. Whole people; the largest remainders get the rest,
 * so that the result sums to the counties plus `extra` exactly.
 */
export function spreadZonePeople(counties: readonly CountyPeople[], extra: number): Map<Adcode, number> {
  const result = new Map(counties.map((county) => [county.adcode, county.population]));
  const districts = counties.filter((county) => isDistrict(county.adcode));
  const takers = districts.length > 0 ? districts : counties;
  const base = takers.reduce((sum, county) => sum + county.population, 0);
  if (extra <= 0 || base <= 0) return result;
  const shares = takers.map((county) => {
    const exact = (extra * county.population) / base;
    return { adcode: county.adcode, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = extra - shares.reduce((sum, share) => sum + share.whole, 0);
  for (const share of shares.toSorted((a, b) => b.rest - a.rest || a.adcode.localeCompare(b.adcode))) {
    const bonus = left > 0 ? 1 : 0;
    left -= bonus;
    result.set(share.adcode, (result.get(share.adcode) ?? 0) + share.whole + bonus);
  }
  return result;
}
