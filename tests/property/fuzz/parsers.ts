import { expect } from 'vitest';
import { validateDeclaration } from '#core/scoring/composite/validate-declaration.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { shapeImportHandlers } from '#compute/shape-import-handlers.ts';
import { tableImportHandlers } from '#compute/table-import-handlers.ts';
import { travelImportHandlers } from '#compute/travel-import-handlers.ts';
import { ARTEFACT_FILES } from '#data/artefact-values.ts';
import { decodeContainer } from '#data/container.ts';
import { decodeScenario } from '#data/decode-scenario.ts';
import { topologyFeatures } from '#data/decode-topology.ts';
import { createValhallaProvider } from '#data/valhalla/valhalla-provider.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { parseProjectData, readProjectFile, serializeProject } from '#state/document/parse-project.ts';
import { parseTimeline } from '#state/persistence/parse-timeline.ts';
import { readUrlState, writeUrlState } from '#state/link/url-state.ts';
import { realUnits } from '../../fixtures/real-units.ts';

/** What is given to a parser. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A parser of what comes from outside, by the folder of its corpus. */
export interface FuzzedParser {
  /** Reads as the app does: the same handler, the same limits. What it accepts is held against its laws. */
  readonly read: (bytes: Bytes) => Promise<Result<unknown>>;
  /** How its files look inside, so that changes hit more than the outermost brackets. */
  readonly form: 'json' | 'table' | 'link' | 'container' | 'binary';
}

const textOf = (bytes: Bytes) => new TextDecoder().decode(bytes);

const national = realUnits('units');
const places = {
  provinces: national.provinces,
  prefectures: national.units,
  counties: realUnits('units-county').units.slice(0, 400),
  joined: [],
};

/** A call that nobody watches or stops. */
const context = {
  signal: new AbortController().signal,
  reportProgress: () => undefined,
  pause: () => Promise.resolve(),
};

function readJson(bytes: Bytes): Result<unknown> {
  try {
    return succeed(JSON.parse(textOf(bytes)) as unknown);
  } catch {
    return fail({ reason: 'not-json', message: 'Not JSON.', nextStep: 'Choose another file.' });
  }
}

/** JSON of the command line and of stored projects: parsed outside, then checked. */
const checked =
  (check: (json: unknown) => Result<unknown>) =>
  (bytes: Bytes): Promise<Result<unknown>> => {
    const json = readJson(bytes);
    return Promise.resolve(json.ok ? check(json.value) : json);
  };

async function readTable(bytes: Bytes): Promise<Result<unknown>> {
  const source = { kind: 'file' as const, file: new Blob([bytes]), name: '表' };
  const { result } = await tableImportHandlers.read({ source, places, choices: {}, sheet: 0 }, context);
  if (result.ok)
    for (const { series } of result.value.drafts)
      for (const { codes, values, rows } of series) {
        expect(values.every(Number.isFinite)).toBe(true);
        expect([codes.length, rows.length]).toEqual([values.length, values.length]);
      }
  return result;
}

async function readFeed(bytes: Bytes): Promise<Result<unknown>> {
  const options = { fileName: 'f.zip', serviceDay: null, datum: 'WGS-84' as const };
  const { result } = await travelImportHandlers.gtfs({ file: new Blob([bytes]), options }, context);
  if (result.ok) {
    const { source } = result.value;
    expect(source.fastestMinutes.every((minutes) => minutes >= 0 && minutes <= 180)).toBe(true);
    expect(source.from.every((station) => station < source.stations.length)).toBe(true);
  }
  return result;
}

async function readPairs(bytes: Bytes): Promise<Result<unknown>> {
  const known = [
    { name: '成都东', at: [104.14, 30.63] as const, aliases: ['成都东站'], nameEn: 'Chengdudong' },
    { name: '重庆北', at: [106.55, 29.61] as const, aliases: [], nameEn: null },
  ];
  const file = new Blob([bytes]);
  const { result } = await travelImportHandlers.pairs({ file, fileName: 'p.csv', known }, context);
  if (result.ok)
    expect(result.value.source.fastestMinutes.every((minutes) => minutes > 0 && minutes <= 180)).toBe(true);
  return result;
}

async function readFlows(bytes: Bytes): Promise<Result<unknown>> {
  const file = new Blob([bytes]);
  const { units } = national;
  const { result } = await travelImportHandlers.flows({ file, fileName: 'o.csv', units }, context);
  if (result.ok) expect(result.value.flows.people.every((people) => people >= 0)).toBe(true);
  return result;
}

async function readGrid(bytes: Bytes): Promise<Result<unknown>> {
  const frame = { west: 100, north: 40, cellDegrees: 0.01, columns: 400, rows: 400 };
  const file = new Blob([bytes]);
  const { result } = await travelImportHandlers.people({ file, fileName: 'x.tif', frame }, context);
  if (result.ok) expect(Number.isFinite(result.value.peopleOnGrid)).toBe(true);
  return result;
}

/** Boundaries of any kind: what is taken are closed rings on the globe, with as many values as areas in each attribute. */
async function readShapes(bytes: Bytes): Promise<Result<unknown>> {
  const options = { fileName: 's.zip', datum: 'WGS-84' as const, layer: null };
  const { result } = await shapeImportHandlers.read({ file: new Blob([bytes]), options }, context);
  if (result.ok) {
    const { areas, fields } = result.value.shapes;
    expect(areas.length).toBeGreaterThan(0);
    for (const ring of areas.flatMap(({ coordinates }) => coordinates.flat())) {
      expect(ring.length).toBeGreaterThan(3);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(ring.every(([lng = 999, lat = 999]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)).toBe(true);
    }
    expect(fields.every(({ values }) => values.length === areas.length)).toBe(true);
  }
  return result;
}

/** GeoJSON as a server that the person names gives it. */
async function readContours(bytes: Bytes): Promise<Result<unknown>> {
  const provider = createValhallaProvider({
    address: 'http://localhost:8002',
    costing: 'auto',
    fetch: () => Promise.resolve(new Response(bytes)),
  });
  const result = await provider.isochrones([104.07, 30.67], [30, 60], context.signal);
  if (result.ok) {
    const positions = result.value.flatMap(({ area }) => area.coordinates.flat(2));
    expect(
      positions.every(([lng = Number.NaN, lat = Number.NaN]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90),
    ).toBe(true);
  }
  return result;
}

async function readProject(bytes: Bytes): Promise<Result<unknown>> {
  const result = await readProjectFile(new Blob([bytes]));
  if (result.ok) {
    const { document } = result.value;
    const again = parseProjectData(JSON.parse(serializeProject(document)));
    expect(again).toEqual({ ok: true, value: { document, dropped: [] } });
  }
  return result;
}

/** A link is read as far as it goes: what is left out is named, and a good document remains. */
function readLink(bytes: Bytes): Promise<Result<unknown>> {
  const { document, dropped } = readUrlState(textOf(bytes), DEFAULT_DOCUMENT);
  expect(parseProjectData(document)).toEqual({ ok: true, value: { document, dropped: [] } });
  const link = writeUrlState(document);
  expect(writeUrlState(readUrlState(link, DEFAULT_DOCUMENT).document)).toBe(link);
  return Promise.resolve(succeed(dropped));
}

async function readTopology(bytes: Bytes): Promise<Result<unknown>> {
  const result = await ARTEFACT_FILES.basemap.decode(bytes);
  if (result.ok) {
    const names = Object.keys(result.value.objects);
    for (const name of names) expect(topologyFeatures(result.value, name)).toBeDefined();
  }
  return result;
}

const artefact =
  (id: keyof typeof ARTEFACT_FILES) =>
  (bytes: Bytes): Promise<Result<unknown>> =>
    Promise.resolve(ARTEFACT_FILES[id].decode(bytes));

/** What is taken for a timetable can be searched: places on the globe, rides between them that take time. */
async function readTimetable(bytes: Bytes): Promise<Result<unknown>> {
  const result = await ARTEFACT_FILES['rail-timetable'].decode(bytes);
  if (!result.ok) return result;
  const { stations, from, to, minutes } = result.value;
  for (const { at, aliases } of stations) {
    expect(Math.abs(at[0])).toBeLessThanOrEqual(180);
    expect(Math.abs(at[1])).toBeLessThanOrEqual(90);
    expect(Array.isArray(aliases)).toBe(true);
  }
  expect([...from, ...to].every((station) => station < stations.length)).toBe(true);
  expect(minutes.every((time) => time > 0)).toBe(true);
  return result;
}

/** What is taken for a raster has a cell for each place of its grid, and no county that it doesn't list. */
async function readRaster(bytes: Bytes): Promise<Result<unknown>> {
  const result = await ARTEFACT_FILES['county-raster'].decode(bytes);
  if (!result.ok) return result;
  const { cells, columns, rows, counties } = result.value;
  expect(cells.length).toBe(columns * rows);
  expect(cells.every((county) => county <= counties.length)).toBe(true);
  return result;
}

/** Every parser of files, links and answers from outside. */
export const FUZZED_PARSERS: Readonly<Record<string, FuzzedParser>> = {
  'own-table': { read: readTable, form: 'table' },
  gtfs: { read: readFeed, form: 'binary' },
  pairs: { read: readPairs, form: 'table' },
  flows: { read: readFlows, form: 'table' },
  geotiff: { read: readGrid, form: 'binary' },
  // Its zips hold their files unpacked, so that damage reaches them.
  shapes: { read: readShapes, form: 'binary' },
  'shapes-json': { read: readShapes, form: 'json' },
  geojson: { read: readContours, form: 'json' },
  topojson: { read: readTopology, form: 'json' },
  yardsticks: { read: artefact('yardsticks'), form: 'json' },
  manifest: { read: artefact('manifest'), form: 'json' },
  sources: { read: artefact('sources'), form: 'json' },
  units: { read: artefact('units'), form: 'json' },
  regions: { read: artefact('regions'), form: 'json' },
  'rail-lines': { read: artefact('rail-lines'), form: 'json' },
  'road-links': { read: artefact('road-links'), form: 'json' },
  'station-names': { read: artefact('station-names'), form: 'json' },
  indicators: { read: artefact('indicators'), form: 'json' },
  employment: { read: artefact('employment'), form: 'json' },
  context: { read: artefact('context'), form: 'json' },
  container: { read: (bytes) => Promise.resolve(decodeContainer(bytes, 'container')), form: 'binary' },
  'county-raster': { read: readRaster, form: 'container' },
  'rail-timetable': { read: readTimetable, form: 'container' },
  project: { read: readProject, form: 'json' },
  timeline: {
    read: checked((json) => {
      const { document, history } = (json ?? {}) as { document?: unknown; history?: unknown };
      return parseTimeline(document, history);
    }),
    form: 'json',
  },
  link: { read: readLink, form: 'link' },
  'index-declaration': { read: checked((json) => validateDeclaration(json)), form: 'json' },
  scenario: { read: checked(decodeScenario), form: 'json' },
};
