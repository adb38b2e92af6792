import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { polygonsOf } from './geometry-types.ts';

interface Entry {
  readonly adcode: Adcode;
  readonly rings: readonly Position[][];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const cellDegrees = 0.5;
/** Kilometres per degree of latitude. */
const kmPerDegree = 111.2;

/** Finds the polygon that holds a point, by a grid of bounding boxes and the even-odd rule. */
export class PointLookup {
  private readonly cells = new Map<number, Entry[]>();

  constructor(features: Iterable<readonly [Adcode, Polygon | MultiPolygon]>) {
    for (const [adcode, geometry] of features) {
      for (const rings of polygonsOf(geometry)) this.add(adcode, rings);
    }
  }

  /** Code of the polygon that holds the point, or `null`. */
  at(point: LngLat): Adcode | null {
    const [lng, lat] = point;
    for (const entry of this.cells.get(key(lng, lat)) ?? []) {
      if (lng < entry.west || lng > entry.east || lat < entry.south || lat > entry.north) continue;
      if (entry.rings.reduce((inside, ring) => inside !== crossesOdd(ring, lng, lat), false))
        return entry.adcode;
    }
    return null;
  }

  /** The polygon whose border is nearest to the point, within a distance; 0 km when one holds it. */
  nearest(point: LngLat, maxKm: number): { readonly adcode: Adcode; readonly distanceKm: number } | null {
    const inside = this.at(point);
    if (inside !== null) return { adcode: inside, distanceKm: 0 };
    const [lng, lat] = point;
    const lngScale = Math.cos((lat * Math.PI) / 180);
    let best: { adcode: Adcode; distanceKm: number } | null = null;
    for (const entry of this.around(lng, lat)) {
      for (const ring of entry.rings) {
        const distanceKm = distanceToRing(ring, lng, lat, lngScale) * kmPerDegree;
        if (distanceKm <= (best?.distanceKm ?? maxKm)) best = { adcode: entry.adcode, distanceKm };
      }
    }
    return best;
  }

  private add(adcode: Adcode, rings: readonly Position[][]): void {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lng = 0, lat = 0] of rings[0] ?? []) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    const entry: Entry = { adcode, rings, west, south, east, north };
    for (let y = Math.floor(south / cellDegrees); y <= Math.floor(north / cellDegrees); y++) {
      for (let x = Math.floor(west / cellDegrees); x <= Math.floor(east / cellDegrees); x++) {
        const cell = this.cells.get(y * 1000 + x);
        if (cell) cell.push(entry);
        else this.cells.set(y * 1000 + x, [entry]);
      }
    }
  }

  private around(lng: number, lat: number): Set<Entry> {
    const found = new Set<Entry>();
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        for (const entry of this.cells.get(key(lng + dx * cellDegrees, lat + dy * cellDegrees)) ?? [])
          found.add(entry);
      }
    }
    return found;
  }
}

function key(lng: number, lat: number): number {
  return Math.floor(lat / cellDegrees) * 1000 + Math.floor(lng / cellDegrees);
}

function crossesOdd(ring: readonly Position[], lng: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > lat !== yj > lat && lng < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Least distance to a ring's edges in degrees of latitude. */
function distanceToRing(ring: readonly Position[], lng: number, lat: number, lngScale: number): number {
  let best = Infinity;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    const dx = (bx - ax) * lngScale;
    const dy = by - ay;
    const px = (lng - ax) * lngScale;
    const py = lat - ay;
    const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(px - along * dx, py - along * dy));
  }
  return best;
}
