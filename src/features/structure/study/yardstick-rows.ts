import { greatCircleKm } from '#core/structure/sphere.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { variantOf, type Region, type RegionVariant } from '#core/geography/region.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { PlacedYardstick } from '#state/document/view-state.ts';

/** A yardstick on the map with the regions that the nearest city belongs to. */
export interface YardstickRow {
  readonly yardstick: Yardstick;
  readonly under: readonly { readonly region: Region; readonly variant: RegionVariant }[];
}

/** The city whose seat is nearest; `null` without cities. */
export function nearestUnit(at: LngLat, units: readonly AdminUnit[]): AdminUnit | null {
  let best: { readonly unit: AdminUnit; readonly km: number } | null = null;
  for (const unit of units) {
    const km = greatCircleKm(at, unit.seat);
    if (best === null || km < best.km) best = { unit, km };
  }
  return best?.unit ?? null;
}

/**
 * The yardsticks on the map, each with the agglomerations and metropolitan areas under it, in the delimitations that are shown.
 * @param variants region id → variant key chosen in place of the current one
 */
export function yardstickRows(
  yardsticks: readonly Yardstick[],
  placed: readonly PlacedYardstick[],
  units: readonly AdminUnit[],
  regions: readonly Region[],
  variants: Readonly<Record<string, string>>,
): readonly YardstickRow[] {
  return yardsticks.flatMap((yardstick) => {
    const at = placed.find(({ id }) => id === yardstick.id)?.at;
    if (at === undefined) return [];
    const nearest = nearestUnit(at, units);
    const under = regions.flatMap((region) => {
      const variant = variantOf(region, variants[region.id]);
      return variant?.statisticalMembers.some((member) => member === nearest?.adcode) === true
        ? [{ region, variant }]
        : [];
    });
    return [{ yardstick, under }];
  });
}
