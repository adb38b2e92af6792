import type { Check, FactRow, PipelineContext } from '../../../geodata/pipeline/context.ts';

/** A pipeline context over hand-written tables, with what was written and checked. */
export interface FixtureContext {
  readonly context: PipelineContext;
  readonly checks: Check[];
  readonly written: Map<string, Uint8Array>;
}

const emptyTables = [
  'rail_stations',
  'rail_line_stations',
  'rail_station_aliases',
  'rail_station_renames',
  'rail_station_positions_added',
  'rail_line_repairs',
  'rail_lines',
  'rail_planned',
  'rail_pairs',
  'rail_pairs_press',
  'rail_pairs_excluded',
  'validation_times',
  'county_codes_2010',
  'county_mergers_2010_2020',
  'census_county',
  'census_prefecture',
  'census_hongkong_districts',
];

/** Tables not given are empty; every point lies in prefecture 510100. */
export function fixtureContext(
  tables: Readonly<Record<string, readonly FactRow[]>>,
  units: Partial<PipelineContext['units']> = {},
): FixtureContext {
  const checks: Check[] = [];
  const written = new Map<string, Uint8Array>();
  const context: PipelineContext = {
    facts(name) {
      const rows = tables[name] ?? (emptyTables.includes(name) ? [] : undefined);
      if (rows === undefined) throw new Error(`no table ${name}`);
      return rows;
    },
    units: { prefectures: new Map(), counties: new Map(), regions: [], unitOfCensus: new Map(), ...units },
    polygons: {
      simplified: false,
      polygonOf: () => undefined,
      prefectureAt: () => '510100',
      countyAt: () => '510101',
      nearestPrefecture: () => null,
    },
    writeArtefact: (id, _path, bytes) => {
      written.set(id, bytes);
    },
    addCheck: (check) => {
      checks.push(check);
    },
    addSources: () => {},
  };
  return { context, checks, written };
}

/** A row of `rail_stations.csv`. */
export function stationRow(name: string, lng: number, lat: number): FactRow {
  return {
    station_zh: name,
    lon_wgs84: String(lng),
    lat_wgs84: String(lat),
    adcode_prefecture: '510100',
    prefecture_zh: '成都市',
  };
}
