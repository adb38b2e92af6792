import { feature } from 'topojson-client';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { ringAreaKm2 } from './area.ts';

/** Which rings a merged shape loses. */
export interface RingLimits {
  /** Parts below this are cracks left by simplifying and rounding, unless the shape has nothing else, km². */
  readonly minPartKm2: number;
  /** Holes below this are filled, km². */
  readonly minHoleKm2: number;
}

/** For units: only what simplifying and rounding left; enclaves stay. */
export const unitRings: RingLimits = { minPartKm2: 0.02, minHoleKm2: 0.3 };
/** For regions: also scattered villages of units that don't belong, which no plan draws. */
export const regionRings: RingLimits = { minPartKm2: 0.02, minHoleKm2: 15 };

/** Arc indices of a shape without its tiny parts and holes. */
export function withoutTinyRings(topology: Topology, shape: MultiPolygon, limits: RingLimits): number[][][] {
  const { geometry } = feature(topology, shape);
  if (geometry.type !== 'MultiPolygon') return shape.arcs;
  const areaOf = (part: number, ring: number): number =>
    ringAreaKm2(geometry.coordinates[part]?.[ring] ?? []);
  const parts = shape.arcs.map((rings, part) => ({
    area: areaOf(part, 0),
    rings: rings.filter((_, ring) => ring === 0 || areaOf(part, ring) >= limits.minHoleKm2),
  }));
  const largest = Math.max(...parts.map((part) => part.area));
  return parts
    .filter((part) => part.area >= limits.minPartKm2 || part.area === largest)
    .map((part) => part.rings);
}
