import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as TopologyMultiPolygon,
  Polygon as TopologyPolygon,
  Properties,
  Topology,
} from 'topojson-specification';

type AnyGeometry = GeometryObject<Properties | null>;
type AreaGeometry = TopologyPolygon<Properties | null> | TopologyMultiPolygon<Properties | null>;

/** A polygon with its id (adcode, province code or variant key). */
export type AreaFeature = Feature<Polygon | MultiPolygon, { readonly id: string }>;
const derived = new WeakMap<Topology, Map<string, unknown>>();

/** Computes once for each topology and key; topologies are compared by identity. */
function remember<Value>(topology: Topology, key: string, compute: () => Value): Value {
  let values = derived.get(topology);
  if (!values) derived.set(topology, (values = new Map<string, unknown>()));
  if (!values.has(key)) values.set(key, compute());
  return values.get(key) as Value;
}

/** Empty collection, one identity, so that "nothing" never looks like a change. */
export const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] };

function geometriesOf(topology: Topology, objectName: string): readonly AnyGeometry[] {
  const object = topology.objects[objectName];
  if (!object) return [];
  return object.type === 'GeometryCollection' ? object.geometries : [object];
}

/** All geometries of an object with their own properties, any type; empty when the topology lacks it. */
export function featuresOf(topology: Topology | null, objectName: string): FeatureCollection {
  if (!topology) return emptyCollection;
  return remember(topology, `features:${objectName}`, () => {
    const object = topology.objects[objectName];
    if (!object) return emptyCollection;
    const geojson = feature(topology, object);
    return geojson.type === 'FeatureCollection'
      ? geojson
      : { type: 'FeatureCollection' as const, features: [geojson] };
  });
}

/** The features of several objects as one collection, each with the object's name as property `part`; same identity every time. */
export function featuresByPart(topology: Topology | null, objectNames: readonly string[]): FeatureCollection {
  if (!topology) return emptyCollection;
  return remember<FeatureCollection>(topology, `parts:${objectNames.join()}`, () => ({
    type: 'FeatureCollection',
    features: objectNames.flatMap((part) =>
      featuresOf(topology, part).features.map((one) => ({ ...one, properties: { ...one.properties, part } })),
    ),
  }));
}

/** Polygons already converted: those of a topology that others were added to are the same objects. */
const converted = new WeakMap<AnyGeometry, AreaFeature>();

function areaFeature(topology: Topology, geometry: AreaGeometry): AreaFeature {
  let area = converted.get(geometry);
  if (area === undefined) {
    const id = String(geometry.id);
    const shape =
      geometry.type === 'Polygon'
        ? feature(topology, geometry as TopologyPolygon).geometry
        : feature(topology, geometry as TopologyMultiPolygon).geometry;
    area = { type: 'Feature', id, properties: { id }, geometry: shape };
    converted.set(geometry, area);
  }
  return area;
}

function isArea(geometry: AnyGeometry): geometry is AreaGeometry {
  return (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && geometry.id !== undefined;
}

/** The polygons of an object by id, each carrying its id as property `id` too (feature state is promoted from it). */
export function areasOf(topology: Topology | null, objectName: string): ReadonlyMap<string, AreaFeature> {
  if (!topology) return new Map();
  return remember(
    topology,
    `areas:${objectName}`,
    () =>
      new Map(
        geometriesOf(topology, objectName)
          .filter(isArea)
          .map((geometry) => [String(geometry.id), areaFeature(topology, geometry)]),
      ),
  );
}

/** One polygon of an object, converted when first asked for: the others stay as they are. */
export function areaOf(topology: Topology | null, objectName: string, id: string): AreaFeature | null {
  if (!topology) return null;
  const byId = remember(
    topology,
    `geometries:${objectName}`,
    () =>
      new Map(
        geometriesOf(topology, objectName)
          .filter(isArea)
          .map((geometry) => [String(geometry.id), geometry]),
      ),
  );
  const geometry = byId.get(id);
  return geometry === undefined ? null : areaFeature(topology, geometry);
}

/** The polygons of an object as a collection, same identity every time. */
export function areaCollection(topology: Topology | null, objectName: string): FeatureCollection {
  if (!topology) return emptyCollection;
  return remember<FeatureCollection>(topology, `collection:${objectName}`, () => ({
    type: 'FeatureCollection',
    features: [...areasOf(topology, objectName).values()],
  }));
}

/** Which arcs of an object's borders to take: between two polygons, or along the outside (coast, national border). */
export type BorderSide = 'inner' | 'outer' | 'all';

/** Border lines of an object, every shared arc once: crisp, and no double drawing of dashes. */
export function bordersOf(
  topology: Topology | null,
  objectName: string,
  side: BorderSide,
): FeatureCollection {
  if (!topology) return emptyCollection;
  return remember<FeatureCollection>(topology, `borders:${objectName}:${side}`, () => {
    const object = topology.objects[objectName];
    if (!object || object.type !== 'GeometryCollection') return emptyCollection;
    return lineCollection(mesh(topology, object as GeometryCollection, (a, b) => takes(side, a !== b)));
  });
}

function takes(side: BorderSide, isInner: boolean): boolean {
  return side === 'all' || (side === 'inner') === isInner;
}

function lineCollection(geometry: MultiLineString): FeatureCollection {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] };
}

/**
 * The finer borders of `objectName` that are not also borders of a coarser level, so that a county line is not drawn
 * again under a prefecture line. `groupOf` gives a polygon's coarser unit.
 */
export function bordersWithin(
  topology: Topology | null,
  objectName: string,
  groupName: string,
  groupOf: (id: string) => string,
): FeatureCollection {
  if (!topology) return emptyCollection;
  return remember<FeatureCollection>(topology, `within:${objectName}:${groupName}`, () => {
    const object = topology.objects[objectName];
    if (!object || object.type !== 'GeometryCollection') return emptyCollection;
    return lineCollection(
      mesh(
        topology,
        object as GeometryCollection,
        (a, b) => a !== b && groupOf(idOf(a)) === groupOf(idOf(b)),
      ),
    );
  });
}

function idOf(geometry: { readonly id?: string | number | undefined }): string {
  return String(geometry.id ?? '');
}

/** Any polygon of the model by object name and id, from the finer topology if it is there. */
export function findArea(
  topologies: readonly (Topology | null)[],
  objectName: string,
  id: string,
): Geometry | null {
  for (const topology of topologies) {
    const area = areaOf(topology, objectName, id);
    if (area) return area.geometry;
  }
  return null;
}
