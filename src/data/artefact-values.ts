import type { Topology } from 'topojson-specification';
import type { Region } from '#core/geography/region.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { Source } from '#core/indicators/indicator.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailTimetable } from '#core/network/rail-timetable.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import type { Result } from '#core/units/result.ts';
import type { ContextTables } from './decode-context.ts';
import { decodeIndicators, type IndicatorArtefact } from './decode-indicators.ts';
import { readJson, type ArtefactProblem } from './decode-json.ts';
import { decodeRoadLinks } from './decode-links.ts';
import { decodeRailLines } from './decode-rail.ts';
import { decodeRegions } from './decode-regions.ts';
import { decodeSources } from './decode-sources.ts';
import { decodeStationNames } from './decode-station-names.ts';
import { readTopology, type TopologyArtefactId } from './decode-topology.ts';
import { decodeUnits, type AdminUnits } from './decode-units.ts';
import { decodeManifest, type Manifest } from './manifest.ts';

/** What each artefact of docs/data-formats.md is once decoded, as the page uses them. */
export interface ArtefactValues {
  readonly manifest: Manifest;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: AdminUnits;
  readonly 'units-county': AdminUnits;
  readonly regions: readonly Region[];
  readonly 'admin-national': Topology;
  readonly 'admin-county': Topology;
  readonly basemap: Topology;
  readonly 'basemap-detail': Topology;
  readonly 'county-raster': CountyRaster;
  readonly 'rail-lines': readonly RailLine[];
  readonly 'road-links': readonly RoadLink[];
  readonly 'rail-timetable': RailTimetable;
  /** English names of stations by their Chinese ones. */
  readonly 'station-names': ReadonlyMap<string, string>;
  readonly indicators: IndicatorArtefact;
  readonly 'indicators-county': IndicatorArtefact;
  readonly employment: EmploymentTable;
  readonly context: ContextTables;
  readonly yardsticks: readonly Yardstick[];
}

/** An artefact of the page by its id. */
export type ArtefactId = keyof ArtefactValues;

type Decoded<Value> = Result<Value, ArtefactProblem>;

/** Where an artefact stands under `data/` and how its bytes become its value; what the first picture does not need loads its decoder when first read. */
export interface ArtefactFile<Value> {
  readonly path: string;
  readonly decode: (bytes: Uint8Array) => Decoded<Value> | Promise<Decoded<Value>>;
}

function jsonFile<Value>(
  id: ArtefactId,
  path: string,
  decode: (json: unknown) => Decoded<Value>,
): ArtefactFile<Value> {
  return {
    path,
    decode: (bytes) => {
      const json = readJson(bytes, id);
      return json.ok ? decode(json.value) : json;
    },
  };
}

/** A file of which the first picture has no need: its decoder comes with it. */
function laterJsonFile<Value>(
  id: ArtefactId,
  path: string,
  loadDecoder: () => Promise<(json: unknown) => Decoded<Value>>,
): ArtefactFile<Value> {
  return { path, decode: async (bytes) => jsonFile(id, path, await loadDecoder()).decode(bytes) };
}

function topologyFile(id: TopologyArtefactId): ArtefactFile<Topology> {
  return { path: `${id}.topo.json`, decode: (bytes) => readTopology(bytes, id) };
}

/** The files of the page by artefact. */
export const ARTEFACT_FILES: { readonly [Id in ArtefactId]: ArtefactFile<ArtefactValues[Id]> } = {
  manifest: jsonFile('manifest', 'manifest.json', decodeManifest),
  sources: jsonFile('sources', 'sources.json', decodeSources),
  units: jsonFile('units', 'units.json', (json) => decodeUnits(json, 'units')),
  'units-county': jsonFile('units-county', 'units-county.json', (json) => decodeUnits(json, 'units-county')),
  regions: jsonFile('regions', 'regions.json', decodeRegions),
  'admin-national': topologyFile('admin-national'),
  'admin-county': topologyFile('admin-county'),
  basemap: topologyFile('basemap'),
  'basemap-detail': topologyFile('basemap-detail'),
  'county-raster': {
    path: 'county-raster.bin',
    decode: async (bytes) => (await import('./decode-county-raster.ts')).decodeCountyRaster(bytes),
  },
  'rail-lines': jsonFile('rail-lines', 'rail-lines.json', decodeRailLines),
  'road-links': jsonFile('road-links', 'road-links.json', decodeRoadLinks),
  'rail-timetable': {
    path: 'rail-timetable.bin',
    decode: async (bytes) => {
      const [{ decodeContainer }, { decodeTimetable }] = await Promise.all([
        import('./container.ts'),
        import('./decode-timetable.ts'),
      ]);
      const content = decodeContainer(bytes, 'rail-timetable');
      return content.ok ? decodeTimetable(content.value) : content;
    },
  },
  'station-names': jsonFile('station-names', 'station-names.json', decodeStationNames),
  indicators: jsonFile('indicators', 'indicators.json', (json) => decodeIndicators(json, 'prefecture')),
  'indicators-county': jsonFile('indicators-county', 'indicators-county.json', (json) =>
    decodeIndicators(json, 'county'),
  ),
  employment: laterJsonFile(
    'employment',
    'employment.json',
    async () => (await import('./decode-employment.ts')).decodeEmployment,
  ),
  context: laterJsonFile(
    'context',
    'context.json',
    async () => (await import('./decode-context.ts')).decodeContext,
  ),
  yardsticks: laterJsonFile(
    'yardsticks',
    'yardsticks.topo.json',
    async () => (await import('./decode-yardsticks.ts')).decodeYardsticks,
  ),
};
