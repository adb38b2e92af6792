import { greatCircleKm } from '#core/structure/sphere.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { PlacedYardstick } from '#state/document/view-state.ts';

/** A yardstick on the map with the regions that the nearest city belongs to. */
export interface YardstickRow {
  readonly yardstick: Yardstick;
  readonly under: readonly Region[];
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

/** The yardsticks on the map, each with the agglomerations and metropolitan areas under it. */
export function yardstickRows(
  yardsticks: readonly Yardstick[],
  placed: readonly PlacedYardstick[],
  units: readonly AdminUnit[],
  regions: readonly Region[],
): readonly YardstickRow[] {
  return yardsticks.flatMap((yardstick) => {
    const at = placed.find(({ id }) => id === yardstick.id)?.at;
    if (at === undefined) return [];
    const nearest = nearestUnit(at, units);
    const under = regions.filter(({ variants }) =>
      variants[0]?.statisticalMembers.some((member) => member === nearest?.adcode),
    );
    return [{ yardstick, under }];
  });
}
