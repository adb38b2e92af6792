import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';

/** A region that a unit belongs to, in the region's current variant. */
export interface Membership {
  readonly region: Region;
  /** The whole unit, or only some of its counties. */
  readonly whole: boolean;
}

/** What the codes of a prefecture's counties begin with: four digits, for a municipality two. */
function countyPrefix(prefecture: string): string {
  return prefecture.slice(0, prefecture.endsWith('0000') ? 2 : 4);
}

/** The agglomerations and metropolitan areas that a prefecture or county belongs to, in their current variants. */
export function membershipsOf(unit: AdminUnit, regions: readonly Region[]): readonly Membership[] {
  return regions.flatMap((region): Membership[] => {
    const variant = region.variants[0];
    if (variant === undefined) return [];
    if (unit.level === 'county')
      return variant.counties.includes(unit.adcode) ? [{ region, whole: true }] : [];
    if (!variant.statisticalMembers.includes(unit.adcode)) return [];
    const hasExcluded = variant.excludedCounties.some((county) =>
      county.startsWith(countyPrefix(unit.adcode)),
    );
    return [{ region, whole: variant.wholeUnits.includes(unit.adcode) && !hasExcluded }];
  });
}
