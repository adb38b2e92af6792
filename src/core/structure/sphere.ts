import type { LngLat } from '../units/coordinates.ts';

/** Mean radius of the Earth, km (IUGG `R1`, Moritz 2000). All of this folder's distances are on this sphere. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** A vector in space; of length 1 where it stands for a point on the sphere. */
export type Vector3 = readonly [x: number, y: number, z: number];

/** The point as a unit vector: x through 0° E, y through 90° E on the equator, z through the north pole. */
export function toUnitVector([lng, lat]: LngLat): Vector3 {
  const cosLat = Math.cos(lat * RADIANS);
  return [cosLat * Math.cos(lng * RADIANS), cosLat * Math.sin(lng * RADIANS), Math.sin(lat * RADIANS)];
}

/** The point under a vector of any length > 0. */
export function toLngLat([x, y, z]: Vector3): LngLat {
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/** Scalar product. */
export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Vector product. */
export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Length of a vector. */
export function lengthOf(a: Vector3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** Great-circle distance, km (stable for close points and for antipodes). */
export function greatCircleKm(from: LngLat, to: LngLat): number {
  const a = toUnitVector(from);
  const b = toUnitVector(to);
  return EARTH_RADIUS_KM * Math.atan2(lengthOf(cross(a, b)), dot(a, b));
}

/** Initial bearing of the great circle, degrees clockwise from north, 0 ≤ b < 360; 0 between equal points. */
export function bearingDegrees(from: LngLat, to: LngLat): number {
  const lat1 = from[1] * RADIANS;
  const lat2 = to[1] * RADIANS;
  const deltaLng = (to[0] - from[0]) * RADIANS;
  const east = Math.sin(deltaLng) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(deltaLng);
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}

/** East and north of a centre in the azimuthal equidistant projection, km: distance and direction from the centre are true. */
export type PlaneOffset = readonly [eastKm: number, northKm: number];

/** Projects a point; see {@link PlaneOffset}. */
export function projectEquidistant(centre: LngLat, point: LngLat): PlaneOffset {
  const distanceKm = greatCircleKm(centre, point);
  if (distanceKm === 0) return [0, 0];
  const bearing = bearingDegrees(centre, point) * RADIANS;
  return [distanceKm * Math.sin(bearing), distanceKm * Math.cos(bearing)];
}

/** The inverse of {@link projectEquidistant}. */
export function unprojectEquidistant(centre: LngLat, [eastKm, northKm]: PlaneOffset): LngLat {
  const angle = Math.hypot(eastKm, northKm) / EARTH_RADIUS_KM;
  const bearing = Math.atan2(eastKm, northKm);
  const lat = centre[1] * RADIANS;
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
  const lng =
    centre[0] * RADIANS +
    Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sinLat);
  return [wrapLongitude(lng / RADIANS), Math.asin(Math.max(-1, Math.min(1, sinLat))) / RADIANS];
}

function wrapLongitude(lng: number): number {
  return ((((lng + 180) % 360) + 360) % 360) - 180;
}
