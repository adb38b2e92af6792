import type { MultiPolygon } from 'geojson';

/** A closed ring of [lng, lat] positions, the last equal to the first. */
export type Ring = [lng: number, lat: number][];

interface MeasuredRing {
  readonly ring: Ring;
  /** Twice the signed area in square degrees; positive = counter-clockwise. */
  readonly area: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function measure(ring: Ring): MeasuredRing {
  let area = 0;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  // Relative to the first position: products of large coordinates would drown small rings in rounding.
  const [x0, y0] = ring[0] ?? [0, 0];
  let [px, py] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    area += (px - x0) * (y - y0) - (x - x0) * (py - y0);
    px = x;
    py = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { ring, area, west, south, east, north };
}

function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let [px, py] = ring.at(-1) ?? [0, 0];
  for (const [qx, qy] of ring) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}

/**
 * Sorts rings that don't cross into polygons: counter-clockwise ones are outer rings, clockwise ones holes of the
 * smallest outer ring around them. Largest polygon first.
 */
export function assemblePolygons(rings: readonly Ring[]): MultiPolygon {
  const measured = rings.map(measure);
  const outer = measured.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = new Map<MeasuredRing, Ring[]>(outer.map((ring) => [ring, [ring.ring]]));
  for (const hole of measured) {
    if (hole.area >= 0) continue;
    // The midpoint of a hole's side lies on no other ring (rings of one cut-off don't touch along sides).
    const [a, b] = [hole.ring[0], hole.ring[1]];
    if (a === undefined || b === undefined) continue;
    const x = (a[0] + b[0]) / 2;
    const y = (a[1] + b[1]) / 2;
    const around = outer.find(
      (ring) =>
        ring.area > -hole.area &&
        x >= ring.west &&
        x <= ring.east &&
        y >= ring.south &&
        y <= ring.north &&
        contains(ring.ring, x, y),
    );
    if (around !== undefined) polygons.get(around)?.push(hole.ring);
  }
  return { type: 'MultiPolygon', coordinates: [...polygons.values()].reverse() };
}
