import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import { boundsOf, type Destination } from '../camera-motion.ts';

/** Room around the seats of a region without an outline, and around a line or link, degrees. */
const SEATS_MARGIN = 0.8;
const PATH_MARGIN = 0.15;
/** Zoom at which a place stands with its surroundings. */
const PREFECTURE_ZOOM = 7.5;
const COUNTY_ZOOM = 9;
const ORIGIN_ZOOM = 7;
const STATION_ZOOM = 10;

function around(positions: readonly LngLat[], marginDegrees: number): Destination | null {
  const bounds = boundsOf(positions, marginDegrees);
  return bounds === null ? null : { kind: 'bounds', bounds };
}

/** The box around an area of a topology; `null` without such an area. */
function boundsOfArea(topology: Topology, objectName: string, id: string): BoundingBox | null {
  const object = topology.objects[objectName];
  if (object?.type !== 'GeometryCollection') return null;
  const area = object.geometries.find((geometry) => geometry.id === id);
  if (area === undefined) return null;
  const shape = feature(topology, area);
  if (shape.type !== 'Feature') return null;
  const { geometry } = shape;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return boundsOf(
    rings.flat().map(([lng = Number.NaN, lat = Number.NaN]): LngLat => [lng, lat]),
    0,
  );
}

/**
 * The view of a region: around the outline of one of its variants (the current one if it has not this one), else around the
 * seats of its members; `null` where none is known.
 */
export function destinationOfRegion(
  region: Region,
  variantKey: string | undefined,
  outlines: Topology,
  units: readonly AdminUnit[],
): Destination | null {
  const variant = region.variants.find(({ key }) => key === variantKey) ?? region.variants[0];
  if (variant === undefined) return null;
  const objectName = region.kind === 'metro' ? 'metros' : 'agglomerations';
  const bounds = boundsOfArea(outlines, objectName, variant.key);
  if (bounds !== null) return { kind: 'bounds', bounds };
  const members = new Set(variant.statisticalMembers);
  const seats = units.filter(({ adcode }) => members.has(adcode)).map(({ seat }) => seat);
  return around(seats, SEATS_MARGIN);
}

/** The view of a city or county, around its seat. */
export function destinationOfUnit({ seat, level }: AdminUnit): Destination {
  return { kind: 'point', at: seat, zoom: level === 'county' ? COUNTY_ZOOM : PREFECTURE_ZOOM };
}

/** The view of a whole line or link; `null` without a path. */
export function destinationOfPath(path: readonly LngLat[]): Destination | null {
  return around(path, PATH_MARGIN);
}

/** The view of where circles start: around one with its hour, of several all. */
export function destinationOfOrigins(positions: readonly LngLat[]): Destination | null {
  const [first] = positions;
  if (first === undefined) return null;
  return positions.length === 1
    ? { kind: 'point', at: first, zoom: ORIGIN_ZOOM }
    : around(positions, SEATS_MARGIN);
}

/** The view of a station or a picked point. */
export function destinationOfStation(at: LngLat): Destination {
  return { kind: 'point', at, zoom: STATION_ZOOM };
}
