import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { type Result, succeed } from '#core/units/result.ts';
import { damaged, detailOf, type RawFeature, type RawLayer, type ShapeFailure } from './shape-import.ts';

type PlainObject = Readonly<Record<string, unknown>>;

function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rawFeature(value: unknown): RawFeature {
  if (!isPlainObject(value)) return { geometry: null, properties: null };
  if (value['type'] !== 'Feature') return { geometry: value, properties: null };
  return {
    geometry: value['geometry'],
    properties: isPlainObject(value['properties']) ? value['properties'] : null,
  };
}

function featuresOf(value: PlainObject): readonly RawFeature[] {
  if (value['type'] !== 'FeatureCollection') return [rawFeature(value)];
  return Array.isArray(value['features']) ? value['features'].map(rawFeature) : [];
}

/** What GeoJSON before RFC 7946 says of its coordinates; QGIS still writes it. */
function systemOf(value: PlainObject): RawLayer['system'] {
  const { crs } = value;
  const properties = isPlainObject(crs) ? crs['properties'] : undefined;
  const name = isPlainObject(properties) ? properties['name'] : undefined;
  return typeof name === 'string' && name !== '' ? { kind: 'name', text: name.slice(0, 200) } : null;
}

/** Reads GeoJSON of any kind, or one object of a TopoJSON. `null`: it is JSON of another kind. */
export function readGeoJson(
  json: unknown,
  wanted: string | null,
  fileName: string,
): Result<RawLayer, ShapeFailure> | null {
  if (!isPlainObject(json)) return null;
  if (json['type'] === 'Topology') return readTopoJson(json, wanted);
  const types = ['FeatureCollection', 'Feature', 'Polygon', 'MultiPolygon', 'GeometryCollection'];
  if (!types.includes(String(json['type']))) return null;
  return succeed({
    layers: [fileName],
    layer: fileName,
    features: featuresOf(json),
    system: systemOf(json),
    shouldHaveSystem: false,
    notes: [],
  });
}

function readTopoJson(json: PlainObject, wanted: string | null): Result<RawLayer, ShapeFailure> {
  const objects = isPlainObject(json['objects']) ? json['objects'] : {};
  const layers = Object.keys(objects);
  const layer = layers.find((name) => name === wanted) ?? layers[0];
  if (layer === undefined || !Array.isArray(json['arcs']))
    return damaged('a TopoJSON without objects or arcs');
  try {
    const topology = json as unknown as Topology;
    const unpacked = feature(topology, objects[layer] as Topology['objects'][string]) as unknown;
    return succeed({
      layers,
      layer,
      features: isPlainObject(unpacked) ? featuresOf(unpacked) : [],
      system: systemOf(json),
      shouldHaveSystem: false,
      notes: [],
    });
  } catch (error) {
    return damaged(detailOf(error));
  }
}
