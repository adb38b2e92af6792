declare module 'shpjs' {
  import type { Geometry } from 'geojson';
  /** Geometries of a .shp in the order of its records; `null` = a record without one. Coordinates as in the file. */
  export function parseShp(shp: Uint8Array): readonly (Geometry | null)[];
  /** Rows of a .dbf. @param encoding a label that TextDecoder knows */
  export function parseDbf(dbf: Uint8Array, encoding: string): readonly Readonly<Record<string, unknown>>[];
}
