import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './geometry-types.ts';

/** WGS-84, first eccentricity squared. */
const eccentricitySquared = 0.00669437999014;
const eccentricity = Math.sqrt(eccentricitySquared);
/** Radius of the sphere with the WGS-84 ellipsoid's surface, km. */
const authalicRadiusKm = 6371.0071809;
const polarQ = authalicQ(1);

/**
 * Area of a polygon on the WGS-84 ellipsoid, km²: latitudes are taken to the authalic sphere, edges between neighbouring
 * vertices as straight in longitude and the sine of that latitude (below 0.001 % for edges of a few kilometres).
 * @see Snyder, Map Projections: A Working Manual (1987), equations 3-11 and 3-12.
 */
export function areaKm2(geometry: Polygon | MultiPolygon): number {
  let total = 0;
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, index) => {
      total += (index === 0 ? 1 : -1) * ringAreaKm2(ring);
    });
  }
  return total;
}

/** Unsigned area inside a closed ring, km². */
export function ringAreaKm2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [lngA = 0, latA = 0] = ring[i] ?? [];
    const [lngB = 0, latB = 0] = ring[i + 1] ?? [];
    sum += (lngB - lngA) * (sineOfAuthalicLatitude(latA) + sineOfAuthalicLatitude(latB));
  }
  return Math.abs((sum * Math.PI) / 180) * 0.5 * authalicRadiusKm ** 2;
}

function sineOfAuthalicLatitude(latitude: number): number {
  return authalicQ(Math.sin((latitude * Math.PI) / 180)) / polarQ;
}

function authalicQ(sine: number): number {
  const e = eccentricity * sine;
  return (1 - eccentricitySquared) * (sine / (1 - e * e) - Math.log((1 - e) / (1 + e)) / (2 * eccentricity));
}
