import type { MultiPolygon } from 'geojson';
import type { Adcode } from './admin-unit.ts';

/** An attribute of a file's shapes, as text; empty where a shape has none. */
export interface ShapeField {
  readonly name: string;
  /** One for each shape. */
  readonly values: readonly string[];
}

/** Boundaries that a person brought: the areas of one file with their attributes, WGS-84. */
export interface OwnShapeSet {
  readonly areas: readonly MultiPolygon[];
  readonly fields: readonly ShapeField[];
}

/** One area with its name. */
export interface NamedShape {
  readonly name: string;
  readonly area: MultiPolygon;
}

/** The shapes of a file by name: the value of the chosen attribute, else the file's own name, numbered where there are several. */
export function namedShapes(
  { areas, fields }: OwnShapeSet,
  nameField: string | null,
  fileName: string,
): readonly NamedShape[] {
  const values = fields.find(({ name }) => name === nameField)?.values ?? [];
  const numbered = areas.length > 1;
  return areas.map((area, index) => ({
    name: values[index] || (numbered ? `${fileName} ${index + 1}` : fileName),
    area,
  }));
}

/** Box around some areas: west, south, east, north; `null` without any. */
export function boundsOfAreas(
  areas: readonly MultiPolygon[],
): readonly [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { coordinates } of areas)
    for (const polygon of coordinates)
      for (const [lng = Number.NaN, lat = Number.NaN] of polygon[0] ?? []) {
        west = Math.min(west, lng);
        east = Math.max(east, lng);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
  return west <= east ? [west, south, east, north] : null;
}

/** Codes of the units of which at least `least` (0–1) of the land lies within. */
export function unitsMostlyWithin(
  units: readonly { readonly adcode: Adcode; readonly share: number }[],
  least: number,
): readonly Adcode[] {
  return units.filter(({ share }) => share >= least).map(({ adcode }) => adcode);
}
