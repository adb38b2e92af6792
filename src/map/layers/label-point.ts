import type { MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import type { LngLat } from '#core/units/coordinates.ts';

const known = new WeakMap<Polygon | MultiPolygon, LngLat>();

/**
 * A point well inside the largest part of a polygon, for its name: the pole of inaccessibility after
 * Agafonkin (polylabel), with latitudes unsquashed so that "far from the edge" is meant in kilometres.
 * Longitudes are shrunk by the cosine of the part's middle latitude. Cached by the geometry's identity.
 */
export function labelPoint(geometry: Polygon | MultiPolygon): LngLat {
  const cached = known.get(geometry);
  if (cached) return cached;
  const point = computeLabelPoint(geometry);
  known.set(geometry, point);
  return point;
}

function computeLabelPoint(geometry: Polygon | MultiPolygon): LngLat {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.reduce<Position[][]>(
    (best, part) => (ringArea(part[0] ?? []) > ringArea(best[0] ?? []) ? part : best),
    parts[0] ?? [],
  );
  const outer = largest[0] ?? [];
  if (outer.length === 0) throw new Error('A polygon without a ring has no label point');
  const latitudes = outer.map((position) => position[1] ?? 0);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const squared = largest.map((ring) =>
    ring.map((position): [number, number] => [(position[0] ?? 0) * shrink, position[1] ?? 0]),
  );
  const [x, y] = polylabel(squared, 0.02);
  return [x / shrink, y];
}

/** Twice the shoelace area in squared degrees, unsigned: only good for comparing parts of one polygon. */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
    sum += x1 * y2 - x2 * y1;
  }
  return Math.abs(sum);
}
