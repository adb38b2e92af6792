import { mergeArcs } from 'topojson-client';
import type {
  GeometryObject,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';
import type { Position } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import { groupBy, prefectureOf, provinceOf } from './codes.ts';
import type { CountyCollection } from './geometry-types.ts';
import { regionRings, unitRings, withoutTinyRings, type RingLimits } from './ring-filter.ts';
import { mapshaper, readWork, workFile, writeWork } from './mapshaper.ts';

/** A polygon of a topology with the counties it is made of. */
type Piece = (TopoPolygon | TopoMultiPolygon) & { readonly counties: readonly Adcode[] };

/** How much detail a topology keeps. */
export interface Detail {
  readonly name: string;
  /** Triangles of the Visvalingam–Whyatt simplification smaller than this side go, metres. */
  readonly toleranceMetres: number;
  /** Islands smaller than this go, except a unit's largest part. */
  readonly minIslandKm2: number;
  /** Steps along the longer side. */
  readonly quantization: number;
  /** Whether counties are kept as objects; otherwise only as much of their borders as regions need. */
  readonly counties: boolean;
}

/** Units whose islands all stay: 三沙, 东沙, Hong Kong, Macao, 舟山, 平潭, 长岛 are known by their islands. */
const keepIslands = /^(460300|442100|8[12]|3309|350128|3506|350527|370614|2102)/u;

/**
 * Simplifies the county polygons as one topology, so that neighbours and all levels share their arcs, and merges counties
 * into prefectures, provinces, regions and the national outline.
 */
export function buildAdminTopology(
  collection: CountyCollection,
  regions: readonly Region[],
  detail: Detail,
): Topology {
  const pieces = piecesOf(collection, regions, detail.counties);
  const input = writeWork(`${detail.name}-input.json`, {
    type: 'FeatureCollection',
    features: collection.features.map((feature) => ({
      ...feature,
      properties: {
        piece: pieces.pieceOf.get(feature.properties.adcode),
        keep: keepIslands.test(feature.properties.adcode),
      },
    })),
  });
  const output = workFile(`${detail.name}.topo.json`);
  mapshaper(
    '-i', input, 'name=all',
    '-dissolve', 'piece', 'copy-fields=keep',
    '-filter', 'keep', '+', 'name=kept',
    '-filter', '!keep', 'target=all', 'name=rest',
    '-simplify', 'weighted', `interval=${detail.toleranceMetres}`, 'keep-shapes',
    '-filter-islands', 'target=rest', `min-area=${detail.minIslandKm2}km2`,
    '-merge-layers', 'target=kept,rest', 'name=pieces',
    '-sort', 'piece',
    '-o', output, 'format=topojson', `quantization=${detail.quantization}`,
  ); // prettier-ignore
  const topology = readWork<Topology>(`${detail.name}.topo.json`);
  return mergedTopology(topology, pieces.members, regions, detail.counties);
}

/** Counties that no level or region tells apart form one piece; with `perCounty` every county is its own. */
function piecesOf(
  collection: CountyCollection,
  regions: readonly Region[],
  perCounty: boolean,
): {
  readonly pieceOf: ReadonlyMap<Adcode, string>;
  readonly members: ReadonlyMap<string, readonly Adcode[]>;
} {
  const codes = collection.features.map((feature) => feature.properties.adcode);
  if (perCounty)
    return { pieceOf: new Map(codes.map((c) => [c, c])), members: new Map(codes.map((c) => [c, [c]])) };
  const regionsOf = new Map<Adcode, string[]>();
  for (const variant of regions.flatMap((region) => region.variants)) {
    for (const adcode of variant.counties)
      regionsOf.set(adcode, [...(regionsOf.get(adcode) ?? []), variant.key]);
  }
  const groups = groupBy(
    codes,
    (adcode) => `${prefectureOf(adcode)}|${(regionsOf.get(adcode) ?? []).join(' ')}`,
  );
  const pieceOf = new Map<Adcode, string>();
  const members = new Map<string, readonly Adcode[]>();
  for (const group of groups.values()) {
    const [first = ''] = group;
    members.set(first, group);
    for (const adcode of group) pieceOf.set(adcode, first);
  }
  return { pieceOf, members };
}

function mergedTopology(
  topology: Topology,
  members: ReadonlyMap<string, readonly Adcode[]>,
  regions: readonly Region[],
  withCounties: boolean,
): Topology {
  const object = topology.objects['pieces'];
  if (object?.type !== 'GeometryCollection') throw new Error('mapshaper wrote no collection of pieces');
  const pieces = object.geometries.flatMap((geometry): Piece[] => {
    const { piece } = geometry.properties as { piece: string };
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return [{ type: geometry.type, arcs: geometry.arcs, counties: members.get(piece) ?? [] } as Piece];
  });
  const merge = (id: string, chosen: readonly Piece[], limits: RingLimits): GeometryObject => {
    const merged = mergeArcs(topology, chosen.map(bare));
    return { type: 'MultiPolygon', id, arcs: withoutTinyRings(topology, merged, limits) };
  };
  const level = (keyOf: (county: Adcode) => string): GeometryObject[] =>
    [...groupBy(pieces, (piece) => keyOf(piece.counties[0] ?? ''))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, group]) => merge(id, group, unitRings));
  const regionLevel = (kind: Region['kind']): GeometryObject[] =>
    regions
      .filter((region) => region.kind === kind)
      .flatMap((region) => region.variants)
      .map((variant) => {
        const counties = new Set(variant.counties);
        return merge(
          variant.key,
          pieces.filter((piece) => counties.has(piece.counties[0] ?? '')),
          regionRings,
        );
      });
  return {
    type: 'Topology',
    ...(topology.bbox ? { bbox: topology.bbox } : {}),
    ...(topology.transform ? { transform: topology.transform } : {}),
    objects: {
      ...(withCounties ? { counties: collection(level((county) => county)) } : {}),
      prefectures: collection(level(prefectureOf)),
      provinces: collection(level(provinceOf)),
      agglomerations: collection(regionLevel('agglomeration')),
      metros: collection(regionLevel('metro')),
      ...(withCounties ? {} : { china: collection(level(() => 'china')) }),
    },
    arcs: topology.arcs,
  };
}

function collection(geometries: GeometryObject[]): GeometryObject {
  return { type: 'GeometryCollection', geometries };
}

function bare(piece: Piece): TopoPolygon | TopoMultiPolygon {
  return piece.type === 'Polygon'
    ? { type: 'Polygon', arcs: piece.arcs }
    : { type: 'MultiPolygon', arcs: piece.arcs };
}

/** Appends lines in degrees to a quantised topology as an object of their own. */
export function addLines(
  topology: Topology,
  name: string,
  lines: readonly (readonly Position[])[],
): Topology {
  const { transform } = topology;
  if (!transform) throw new Error('the topology is not quantised');
  const first = topology.arcs.length;
  const arcs = lines.map((line) => deltas(line, transform.scale, transform.translate));
  const geometries = lines.map((_, index): GeometryObject => ({
    type: 'LineString',
    id: String(index + 1),
    arcs: [first + index],
  }));
  return {
    ...topology,
    objects: { ...topology.objects, [name]: { type: 'GeometryCollection', geometries } },
    arcs: [...topology.arcs, ...arcs],
  };
}

/** Appends the middles of a unit's parts as points in degrees (positions of points are not delta-coded). */
export function addIslets(topology: Topology, name: string, points: readonly Position[]): Topology {
  const { transform } = topology;
  if (!transform) throw new Error('the topology is not quantised');
  const [scaleX, scaleY] = transform.scale;
  const [left, bottom] = transform.translate;
  const coordinates = points.map(([lng = 0, lat = 0]) => [
    Math.round((lng - left) / scaleX),
    Math.round((lat - bottom) / scaleY),
  ]);
  const geometry: GeometryObject = { type: 'MultiPoint', id: name, coordinates };
  return {
    ...topology,
    objects: { ...topology.objects, [name]: { type: 'GeometryCollection', geometries: [geometry] } },
  };
}

function deltas(
  line: readonly Position[],
  scale: readonly number[],
  translate: readonly number[],
): number[][] {
  let [px, py] = [0, 0];
  return line.map(([lng = 0, lat = 0]) => {
    const x = Math.round((lng - (translate[0] ?? 0)) / (scale[0] ?? 1));
    const y = Math.round((lat - (translate[1] ?? 0)) / (scale[1] ?? 1));
    const step = [x - px, y - py];
    [px, py] = [x, y];
    return step;
  });
}
