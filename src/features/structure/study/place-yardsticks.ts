import { geoBounds } from 'd3-geo';
import { unprojectEquidistant } from '#core/structure/sphere.ts';
import { moveTrueSize, turnKeepingNorth } from '#core/structure/true-size.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import type { YardstickDrawing } from '#map/layers/structure-drawing.ts';
import type { PlacedYardstick } from '#state/document/view-state.ts';

const centres = new WeakMap<Yardstick, LngLat>();

/** The middle of an outline's extent, by which it is held: `[lng, lat]`. */
export function centreOf(yardstick: Yardstick): LngLat {
  const known = centres.get(yardstick);
  if (known !== undefined) return known;
  const [[west, south], [east, north]] = geoBounds(yardstick.outline);
  const centre: LngLat = [(west + east) / 2, (south + north) / 2];
  centres.set(yardstick, centre);
  return centre;
}

/** Outlines where they were put, turned on the sphere with north up: every area and distance stays what it was. */
export function drawYardsticks(
  yardsticks: readonly Yardstick[],
  placed: readonly PlacedYardstick[],
  dragged: PlacedYardstick | null,
  language: 'zh-CN' | 'en',
): readonly YardstickDrawing[] {
  return placed.flatMap(({ id, at }): YardstickDrawing[] => {
    const yardstick = yardsticks.find((each) => each.id === id);
    if (yardstick === undefined) return [];
    const to = dragged?.id === id ? dragged.at : at;
    return [
      {
        id,
        at: to,
        outline: moveTrueSize(yardstick.outline, turnKeepingNorth(centreOf(yardstick), to)),
        label: language === 'en' ? yardstick.nameEn : yardstick.nameZh,
      },
    ];
  });
}

/** Land around a placed yardstick that is shown with it, as a part of its own extent on each side. */
const SURROUNDINGS = 0.5;

/** The extent of an outline where it was put, with some land around to hold it against. */
export function boundsOfPlaced(yardstick: Yardstick, at: LngLat): BoundingBox {
  const moved = moveTrueSize(yardstick.outline, turnKeepingNorth(centreOf(yardstick), at));
  const [[west, south], [east, north]] = geoBounds(moved);
  const [dx, dy] = [(east - west) * SURROUNDINGS, (north - south) * SURROUNDINGS];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** Steps of a yardstick under the arrow keys, km; the long one with Shift. */
const STEP_KM = 10;
const LONG_STEP_KM = 100;

/** Yardsticks stay off the poles, where a map has no room for them. */
const HIGHEST_LATITUDE = 75;

/** Where a step to the east (`x`) or north (`y`) takes a yardstick, on the sphere. */
export function yardstickAfterStep(
  at: LngLat,
  { x, y, isFar }: { readonly x: number; readonly y: number; readonly isFar: boolean },
): LngLat {
  const km = isFar ? LONG_STEP_KM : STEP_KM;
  const [lng, lat] = unprojectEquidistant(at, [x * km, y * km]);
  return [lng, Math.max(-HIGHEST_LATITUDE, Math.min(HIGHEST_LATITUDE, lat))];
}
