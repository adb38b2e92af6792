import type { LngLat } from '#core/units/coordinates.ts';

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Great-circle distance on the mean sphere, km. */
export function distanceKm(a: LngLat, b: LngLat): number {
  const latA = a[1] * radians;
  const latB = b[1] * radians;
  const h =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(((b[0] - a[0]) * radians) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Length of a polyline, km. */
export function pathLengthKm(path: readonly LngLat[]): number {
  let length = 0;
  for (let index = 1; index < path.length; index += 1) {
    const from = path[index - 1];
    const to = path[index];
    if (from !== undefined && to !== undefined) length += distanceKm(from, to);
  }
  return length;
}
