import { feature } from 'topojson-client';
import * as z from 'zod/mini';
import type { Feature } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { malformedArtefact, parseJsonArtefact, readJson, type ArtefactProblem } from './decode-json.ts';

/** The TopoJSON artefacts and the objects each must have. */
const requiredObjects = {
  'admin-national': ['prefectures', 'provinces', 'agglomerations', 'metros', 'china', 'dashline'],
  'admin-county': ['counties', 'prefectures', 'provinces', 'agglomerations', 'metros'],
  basemap: ['land', 'neighbours', 'lakes', 'rivers'],
  'basemap-detail': ['land', 'neighbours', 'lakes', 'rivers'],
} as const;

/** Id of a TopoJSON artefact. */
export type TopologyArtefactId = keyof typeof requiredObjects;

/** A TopoJSON artefact whose objects are known to be there and to point at existing arcs. */
export interface AtlasTopology<Id extends TopologyArtefactId = TopologyArtefactId> {
  readonly id: Id;
  readonly topology: Topology<Record<(typeof requiredObjects)[Id][number], GeometryCollection>>;
}

/** By hand: a schema would make an object for each of half a million numbers. */
function isListOfArcs(value: unknown): boolean {
  return Array.isArray(value) && value.every((arc) => Array.isArray(arc) && arc.every(isPlace));
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.every((number) => typeof number === 'number');
}

const artefactSchema = z.object({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.object({ type: z.literal('GeometryCollection') })),
  arcs: z.custom<number[][][]>(isListOfArcs, 'is not a list of arcs of number pairs'),
  transform: z.object({ scale: z.array(z.number()), translate: z.array(z.number()) }),
});

/** Validates a TopoJSON artefact: its header, its objects, and that every arc they use exists. */
export function decodeTopology<Id extends TopologyArtefactId>(
  json: unknown,
  id: Id,
): Result<AtlasTopology<Id>, ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact: id, formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  const topology = json as AtlasTopology<Id>['topology'];
  for (const name of requiredObjects[id]) {
    if (!(name in parsed.value.objects)) return fail(malformedArtefact(id, `it has no object "${name}"`));
  }
  const count = parsed.value.arcs.length;
  for (const [name, object] of Object.entries<GeometryCollection>(topology.objects)) {
    const wrong = wrongGeometries(object, count);
    if (wrong !== null) return fail(malformedArtefact(id, `object "${name}" ${wrong}`));
  }
  return succeed({ id, topology });
}

/** Reads the file of a TopoJSON artefact (UTF-8) and validates it as {@link decodeTopology} does. */
export function readTopology(file: Uint8Array, id: TopologyArtefactId): Result<Topology, ArtefactProblem> {
  const json = readJson(file, id);
  const decoded = json.ok ? decodeTopology(json.value, id) : json;
  return decoded.ok ? succeed(decoded.value.topology) : decoded;
}

/** One object of a topology as GeoJSON features in degrees; `id` of each feature is the adcode, province code or variant key. */
export function topologyFeatures(topology: Topology, name: string): Feature[] {
  const object = topology.objects[name];
  if (object?.type !== 'GeometryCollection') return [];
  return feature(topology, object).features;
}

/** How deep the arc numbers of each kind of geometry lie. */
const ARC_DEPTH = {
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;

const geometriesSchema = z.array(
  z.union([
    // A feature without a place.
    z.object({ type: z.optional(z.null()) }),
    z.object({ type: z.literal('MultiPoint'), coordinates: z.array(z.array(z.number())) }),
    z.object({
      type: z.enum(['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
      arcs: z.array(z.unknown()),
    }),
  ]),
);

/** What is wrong with the geometries of an object in a topology of `count` arcs; `null` = nothing. */
export function wrongGeometries(object: GeometryCollection, count: number): string | null {
  const wrongIn = (value: unknown, depth: number): string | null => {
    if (depth === 0) {
      const isArc = Number.isInteger(value) && (value as number) < count && ~(value as number) < count;
      return isArc ? null : `uses arc ${JSON.stringify(value)} of ${count}`;
    }
    if (!Array.isArray(value)) return 'has a geometry without a list of arcs';
    for (const part of value) {
      const wrong = wrongIn(part, depth - 1);
      if (wrong !== null) return wrong;
    }
    return null;
  };
  const geometries = geometriesSchema.safeParse(object.geometries);
  if (!geometries.success) return 'has no list of geometries that can be drawn';
  for (const geometry of geometries.data) {
    const wrong = 'arcs' in geometry ? wrongIn(geometry.arcs, ARC_DEPTH[geometry.type]) : null;
    if (wrong !== null) return wrong;
  }
  return null;
}
