import type { LngLat } from '#core/units/coordinates.ts';
import { mercatorFraction, worldPixels } from '#map/layers/map-view.ts';
import type { DraftStop } from './line-draft.ts';

/** Something a drawn stop can snap to. */
export interface SnapTarget {
  readonly name: string;
  readonly at: LngLat;
}

/** How near a click must be, CSS pixels: stations win over seats of cities. */
const STATION_PIXELS = 16;
const CITY_PIXELS = 22;

function nearest(
  targets: readonly SnapTarget[],
  at: LngLat,
  zoom: number,
  within: number,
): SnapTarget | null {
  const world = worldPixels * 2 ** zoom;
  const [x, y] = mercatorFraction(at);
  let best: SnapTarget | null = null;
  let bestPixels = within;
  for (const target of targets) {
    // Cheaper than projecting thousands of stations: a degree is more than 16 px from zoom 4 on.
    if (Math.abs(target.at[0] - at[0]) > 3 || Math.abs(target.at[1] - at[1]) > 3) continue;
    const [tx, ty] = mercatorFraction(target.at);
    const pixels = Math.hypot(tx - x, ty - y) * world;
    if (pixels < bestPixels) {
      best = target;
      bestPixels = pixels;
    }
  }
  return best;
}

/** A clicked place as a stop: the nearest station, else the nearest city's seat, else a new stop named by `newName`. */
export function snapStop(
  at: LngLat,
  zoom: number,
  stations: readonly SnapTarget[],
  cities: readonly SnapTarget[],
  newName: string,
): DraftStop {
  const station = nearest(stations, at, zoom, STATION_PIXELS);
  if (station !== null) return { ...station, snapped: 'station' };
  const city = nearest(cities, at, zoom, CITY_PIXELS);
  return city === null ? { name: newName, at, snapped: null } : { ...city, snapped: 'city' };
}
