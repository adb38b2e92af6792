import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringArea } from './label-point.ts';

/** Islets smaller than this (square degrees, about 40 km²) are lost under a line of 2 pixels on national views. */
const ISLET_SQUARE_DEGREES = 0.004;

/** A shape without its islets, and these; `null` where there are none, or nothing else. */
export type PartsBySize = readonly [others: Polygon | MultiPolygon, islets: MultiPolygon | null];

const seen = new WeakMap<MultiPolygon, PartsBySize>();

const isIslet = (part: Position[][]): boolean => ringArea(part[0] ?? []) / 2 < ISLET_SQUARE_DEGREES;

/** The parts of a shape that an outline can surround, and those that it would bury. The same objects every time. */
export function partsBySize(geometry: Polygon | MultiPolygon): PartsBySize {
  if (geometry.type === 'Polygon') return [geometry, null];
  const known = seen.get(geometry);
  if (known) return known;
  const islets = geometry.coordinates.filter(isIslet);
  const others = geometry.coordinates.filter((part) => !isIslet(part));
  const parts: PartsBySize =
    islets.length === 0 || others.length === 0
      ? [geometry, null]
      : [
          { type: 'MultiPolygon', coordinates: others },
          { type: 'MultiPolygon', coordinates: islets },
        ];
  seen.set(geometry, parts);
  return parts;
}
