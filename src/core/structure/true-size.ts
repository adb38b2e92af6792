import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat } from '../units/coordinates.ts';
import { cross, dot, lengthOf, toLngLat, toUnitVector, type Vector3 } from './sphere.ts';

/** A rigid turn of the sphere: every distance, angle and area stays what it was. */
export type SphereTurn = (at: LngLat) => LngLat;

/**
 * Directions of one frame at a point: outward, east and north.
 * @throws RangeError at a pole, where east is not defined.
 */
function frameAt(at: LngLat): readonly [Vector3, Vector3, Vector3] {
  const up = toUnitVector(at);
  const east = cross([0, 0, 1], up);
  const length = lengthOf(east);
  if (length < 1e-12) throw new RangeError('No north at a pole');
  const unitEast: Vector3 = [east[0] / length, east[1] / length, 0];
  return [up, unitEast, cross(up, unitEast)];
}

/**
 * The turn that carries `from` to `to` and keeps north up there: outlines keep their true size and their upright look,
 * unlike a shift of longitudes and latitudes, or one in Mercator.
 */
export function turnKeepingNorth(from: LngLat, to: LngLat): SphereTurn {
  const source = frameAt(from);
  const target = frameAt(to);
  return (at) => {
    const point = toUnitVector(at);
    const parts = [dot(point, source[0]), dot(point, source[1]), dot(point, source[2])] as const;
    const along = (axis: 0 | 1 | 2): number =>
      parts[0] * target[0][axis] + parts[1] * target[1][axis] + parts[2] * target[2][axis];
    return toLngLat([along(0), along(1), along(2)]);
  };
}

/**
 * The turn along the great circle from `from` to `to`, the shortest way: north at `from` arrives turned by the
 * convergence of the meridians. The antipode has no shortest way: it is reached over the north pole's side.
 * @see Rodrigues' rotation formula.
 */
export function turnAlongGreatCircle(from: LngLat, to: LngLat): SphereTurn {
  const a = toUnitVector(from);
  const b = toUnitVector(to);
  const normal = cross(a, b);
  const sine = lengthOf(normal);
  const cosine = dot(a, b);
  if (sine < 1e-15 && cosine > 0) return (at) => at;
  const axis: Vector3 =
    sine < 1e-15 ? frameAt(from)[1] : [normal[0] / sine, normal[1] / sine, normal[2] / sine];
  return (at) => {
    const point = toUnitVector(at);
    const turned = cross(axis, point);
    const kept = dot(axis, point) * (1 - cosine);
    return toLngLat([
      point[0] * cosine + turned[0] * sine + axis[0] * kept,
      point[1] * cosine + turned[1] * sine + axis[1] * kept,
      point[2] * cosine + turned[2] * sine + axis[2] * kept,
    ]);
  };
}

/**
 * Moves an outline by a turn of the sphere. Vertices are turned exactly; the straight lines a map draws between them
 * differ from great circles, so outlines should have vertices every 50 km or closer. Longitudes of a ring stay together
 * across the 180° meridian (they may exceed ±180).
 */
export function moveTrueSize(outline: Polygon | MultiPolygon, turn: SphereTurn): Polygon | MultiPolygon {
  const moveRing = (ring: readonly Position[]): Position[] => {
    let previous: number | null = null;
    return ring.map(([lng = 0, lat = 0]) => {
      const moved = turn([lng, lat]);
      const near = previous === null ? moved[0] : moved[0] - 360 * Math.round((moved[0] - previous) / 360);
      previous = near;
      return [near, moved[1]];
    });
  };
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(moveRing) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((polygon) => polygon.map(moveRing)) };
}
