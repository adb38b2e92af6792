import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { boundsOf, type Destination } from './camera-motion.ts';

/** Room around the seats of a region's members or the ends of a line or link, degrees. */
const REGION_MARGIN = 0.8;
const PATH_MARGIN = 0.15;
/** Zoom at which a place stands with its surroundings. */
const PREFECTURE_ZOOM = 7.5;
const COUNTY_ZOOM = 9;
const STATION_ZOOM = 10;

function around(positions: readonly LngLat[], marginDegrees: number): Destination | null {
  const bounds = boundsOf(positions, marginDegrees);
  return bounds === null ? null : { kind: 'bounds', bounds };
}

/** The view of a region in its current variant, from the seats of its members; `null` where none is known. */
export function destinationOfRegion(
  region: Region,
  units: ReadonlyMap<string, AdminUnit>,
): Destination | null {
  const members = region.variants[0]?.statisticalMembers ?? [];
  const seats = members.map((adcode) => units.get(adcode)?.seat).filter((seat) => seat !== undefined);
  return around(seats, REGION_MARGIN);
}

/** The view of a city or county, around its seat. */
export function destinationOfUnit({ seat, level }: AdminUnit): Destination {
  return { kind: 'point', at: seat, zoom: level === 'county' ? COUNTY_ZOOM : PREFECTURE_ZOOM };
}

/** The view of a whole line or link; `null` without a path. */
export function destinationOfPath(path: readonly LngLat[]): Destination | null {
  return around(path, PATH_MARGIN);
}

/** The view of a station or a picked point. */
export function destinationOfStation(at: LngLat): Destination {
  return { kind: 'point', at, zoom: STATION_ZOOM };
}
