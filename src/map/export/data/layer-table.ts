import type { Feature } from 'geojson';
import type { ShownLayer } from './shown-layers.ts';

/** A cell of a table that leaves the atlas; `null` = missing, never zero. */
export type TableCell = string | number | boolean | null;

/** Properties as rows under a heading row of their names; points with their place (WGS-84 degrees). */
export function layerTable(features: readonly Feature[]): readonly (readonly TableCell[])[] {
  const records = features.map(({ properties, geometry }): Readonly<Record<string, unknown>> => ({
    ...properties,
    ...(geometry.type === 'Point' ? { lng: geometry.coordinates[0], lat: geometry.coordinates[1] } : {}),
  }));
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [columns, ...records.map((record) => columns.map((column) => cellOf(record[column])))];
}

/** Several layers as one table, the first column saying which; a single one without that column. */
export function layersTable(layers: readonly ShownLayer[]): readonly (readonly TableCell[])[] {
  const [only] = layers;
  if (layers.length === 1 && only !== undefined) return layerTable(only.features);
  return layerTable(
    layers.flatMap(({ layer, features }) =>
      features.map((feature) => ({ ...feature, properties: { layer, ...feature.properties } })),
    ),
  );
}

function cellOf(value: unknown): TableCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
