import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { type Region, takesWhole, variantOf } from '#core/geography/region.ts';

/** A region that a unit belongs to, in the delimitation chosen for the region. */
export interface Membership {
  readonly region: Region;
  /** The whole unit, or only some of its counties. */
  readonly whole: boolean;
}

/**
 * The agglomerations and metropolitan areas that a prefecture or county belongs to, in the delimitations that are shown.
 * @param variants region id → variant key chosen in place of the current one
 */
export function membershipsOf(
  unit: AdminUnit,
  regions: readonly Region[],
  variants: Readonly<Record<string, string>>,
): readonly Membership[] {
  return regions.flatMap((region): Membership[] => {
    const variant = variantOf(region, variants[region.id]);
    if (variant === undefined) return [];
    if (unit.level === 'county')
      return variant.counties.includes(unit.adcode) ? [{ region, whole: true }] : [];
    if (!variant.statisticalMembers.includes(unit.adcode)) return [];
    return [{ region, whole: takesWhole(variant, unit.adcode) }];
  });
}
