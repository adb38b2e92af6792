import type { Topology } from 'topojson-specification';
import type { Region } from '#core/geography/region.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { Source } from '#core/indicators/indicator.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailTimetable } from '#core/network/rail-timetable.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { decodeContext, type ContextTables } from './decode-context.ts';
import { decodeEmployment } from './decode-employment.ts';
import { decodeIndicators, type IndicatorArtefact } from './decode-indicators.ts';
import { malformedArtefact, type ArtefactProblem } from './decode-json.ts';
import { decodeRoadLinks } from './decode-links.ts';
import { decodeRailLines } from './decode-rail.ts';
import { decodeRegions } from './decode-regions.ts';
import { decodeSources } from './decode-sources.ts';
import { decodeStationNames } from './decode-station-names.ts';
import { decodeTopology, type TopologyArtefactId } from './decode-topology.ts';
import { decodeUnits, type AdminUnits } from './decode-units.ts';
import { decodeYardsticks } from './decode-yardsticks.ts';
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

/** Where an artefact stands under `data/` and how its bytes become its value; binary ones load their decoder when first read. */
export interface ArtefactFile<Value> {
  readonly path: string;
  readonly decode: (bytes: Uint8Array) => Decoded<Value> | Promise<Decoded<Value>>;
}

function jsonFile<Value>(
  id: ArtefactId,
  path: string,
  decode: (json: unknown) => Decoded<Value>,
): ArtefactFile<Value> & { readonly decode: (bytes: Uint8Array) => Decoded<Value> } {
  return {
    path,
    decode: (bytes) => {
      let json: unknown;
      try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      } catch {
        return { ok: false, failure: malformedArtefact(id, 'it is not complete JSON') };
      }
      return decode(json);
    },
  };
}

function topologyFile(id: TopologyArtefactId): ArtefactFile<Topology> {
  const file = jsonFile<Topology>(id, `${id}.topo.json`, (json) => {
    const decoded = decodeTopology(json, id);
    return decoded.ok ? succeed(decoded.value.topology) : decoded;
  });
  return {
    ...file,
    decode: async (bytes) => {
      const topology = await file.decode(bytes);
      if (topology.ok) filesOfTopologies.set(topology.value, bytes);
      return topology;
    },
  };
}

const filesOfTopologies = new WeakMap<Topology, Uint8Array>();

/** The checked file that a topology was read from (TopoJSON, UTF-8): a worker reads it faster than it is handed the topology. */
export function fileOfTopology(topology: Topology): Uint8Array | null {
  return filesOfTopologies.get(topology) ?? null;
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
  employment: jsonFile('employment', 'employment.json', decodeEmployment),
  context: jsonFile('context', 'context.json', decodeContext),
  yardsticks: jsonFile('yardsticks', 'yardsticks.topo.json', decodeYardsticks),
};
