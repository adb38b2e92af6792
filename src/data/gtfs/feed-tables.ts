import gcoord from 'gcoord';
import type { LngLat } from '#core/units/coordinates.ts';
import { createCsvReader, type CsvRow } from '../csv-rows.ts';
import type { ProblemLog, ProblemReason } from '../import-problem.ts';
import { dayOfGtfsDate, minutesOfGtfsTime } from './gtfs-values.ts';
import type { ServiceException, ServicePattern } from './service-days.ts';
import type { TextSink } from '../zip-files.ts';

/** Coordinate system of a feed's positions. GTFS says WGS-84; feeds made from map services in China are often GCJ-02. */
export type Datum = 'WGS-84' | 'GCJ-02';

interface Stop {
  readonly name: string;
  readonly at: LngLat | null;
  readonly parent: string;
}

/** What is read before the stop times. */
export interface FeedTables {
  readonly stops: Map<string, Stop>;
  /** Service by trip. */
  readonly trips: Map<string, string>;
  readonly patterns: ServicePattern[];
  readonly exceptions: ServiceException[];
  /** Departures a day of trips that are given by headway. */
  readonly departures: Map<string, number>;
  agency: string;
  version: string;
  /** Files with columns that GTFS requires but that are missing: `stops.txt: stop_lat`. */
  readonly missingColumns: string[];
}

/** Rows of one table are at most so many. */
const MOST_ROWS = 3_000_000;

/** A table with more rows than the page can hold. */
export class TooManyRows extends Error {}

/** A sink that reads a table of the feed, checks its columns and hands on its rows with a way to report them. */
export function tableSink(
  file: string,
  required: readonly string[],
  { missingColumns }: Pick<FeedTables, 'missingColumns'>,
  log: ProblemLog,
  onRow: (row: CsvRow, report: (reason: ProblemReason, detail: string) => void, line: number) => void,
  mostRows: number = MOST_ROWS,
): TextSink {
  let rows = 0;
  let usable = true;
  return createCsvReader(
    (columns) => {
      const missing = required.filter((column) => !columns.includes(column));
      missingColumns.push(...missing.map((column) => `${file}: ${column}`));
      usable = missing.length === 0;
    },
    (row, line) => {
      if (!usable) return;
      if (++rows > mostRows)
        throw new TooManyRows(`${file} has more than ${mostRows.toLocaleString('en')} rows`);
      onRow(row, (reason, detail) => log.add({ file, line, reason, detail }), line);
    },
  );
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function positionOf(row: CsvRow, datum: Datum): LngLat | null {
  const { stop_lat: latText = '', stop_lon: lngText = '' } = row;
  const lat = Number(latText);
  const lng = Number(lngText);
  if (latText === '' || lngText === '' || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null;
  if (lat === 0 && lng === 0) return null;
  if (datum === 'WGS-84') return [lng, lat];
  const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  return [x, y];
}

/** Empty tables. */
export function emptyFeed(): FeedTables {
  return {
    stops: new Map(),
    trips: new Map(),
    patterns: [],
    exceptions: [],
    departures: new Map(),
    agency: '',
    version: '',
    missingColumns: [],
  };
}

/** Sinks of all tables but the stop times. */
export function feedSinks(tables: FeedTables, datum: Datum, log: ProblemLog): Map<string, TextSink> {
  const table = (
    file: string,
    required: readonly string[],
    onRow: Parameters<typeof tableSink>[4],
  ): [string, TextSink] => [file, tableSink(file, required, tables, log, onRow)];
  return new Map([
    table('agency.txt', [], ({ agency_name: name = '' }) => {
      if (tables.agency === '') tables.agency = name;
    }),
    table('feed_info.txt', [], ({ feed_version: version = '', feed_start_date: start = '' }) => {
      tables.version = version === '' ? (dayOfGtfsDate(start) ?? '') : version;
    }),
    table('stops.txt', ['stop_id'], (row, report) => {
      const {
        stop_id: id = '',
        stop_name: name = '',
        parent_station: parent = '',
        location_type: type = '',
      } = row;
      if (id === '') report('missing-value', 'stop_id');
      else if (tables.stops.has(id)) report('duplicate', `stop_id ${id}`);
      else {
        const at = positionOf(row, datum);
        // Entrances, nodes and boarding areas may lack a position of their own; stops and stations may not.
        if (at === null && (type === '' || type === '0' || type === '1') && parent === '')
          report('bad-position', `${id} ${name}`);
        tables.stops.set(id, { name, at, parent });
      }
    }),
    table('trips.txt', ['trip_id', 'service_id'], (row, report) => {
      const { trip_id: id = '', service_id: service = '' } = row;
      if (id === '' || service === '') report('missing-value', id === '' ? 'trip_id' : 'service_id');
      else if (tables.trips.has(id)) report('duplicate', `trip_id ${id}`);
      else tables.trips.set(id, service);
    }),
    table('calendar.txt', ['service_id', ...WEEKDAYS, 'start_date', 'end_date'], (row, report) => {
      const from = dayOfGtfsDate(row['start_date'] ?? '');
      const to = dayOfGtfsDate(row['end_date'] ?? '');
      if (from === null || to === null || to < from)
        report('bad-date', `${row['start_date'] ?? ''}–${row['end_date'] ?? ''}`);
      else
        tables.patterns.push({
          service: row['service_id'] ?? '',
          weekdays: WEEKDAYS.map((weekday) => row[weekday] === '1'),
          from,
          to,
        });
    }),
    table('calendar_dates.txt', ['service_id', 'date', 'exception_type'], (row, report) => {
      const day = dayOfGtfsDate(row['date'] ?? '');
      const type = row['exception_type'];
      if (day === null) report('bad-date', row['date'] ?? '');
      else if (type !== '1' && type !== '2') report('bad-number', `exception_type ${type ?? ''}`);
      else tables.exceptions.push({ service: row['service_id'] ?? '', day, runs: type === '1' });
    }),
    table('frequencies.txt', ['trip_id', 'start_time', 'end_time', 'headway_secs'], (row, report) => {
      const {
        trip_id: trip = '',
        start_time: start = '',
        end_time: end = '',
        headway_secs: headway = '',
      } = row;
      const from = minutesOfGtfsTime(start);
      const to = minutesOfGtfsTime(end);
      const every = Number(headway) / 60;
      if (from === null || to === null || to < from) report('bad-time', `${start}–${end}`);
      else if (!(every > 0)) report('bad-number', `headway_secs ${headway}`);
      else tables.departures.set(trip, (tables.departures.get(trip) ?? 0) + Math.max(1, (to - from) / every));
    }),
  ]);
}

/** Stations of a feed: stops merged by parent_station. */
export interface FeedStations {
  readonly stations: { readonly name: string; readonly at: LngLat }[];
  /** Station of a stop; −1 without a position. */
  stationOf(stop: string): number;
}

/** Merges stops by parent; a parent that is missing or has no position leaves the stop standing for itself. */
export function mergeStops({ stops }: FeedTables, log: ProblemLog): FeedStations {
  const stations: { name: string; at: LngLat }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string, name: string, at: LngLat): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, stations.length);
    return stations.push({ name: name.replace(/站$/u, '') || id, at }) - 1;
  };
  const missingParents = new Set<string>();
  return {
    stations,
    stationOf(id) {
      const stop = stops.get(id);
      if (stop === undefined) return -1;
      const parent = stop.parent === '' ? undefined : stops.get(stop.parent);
      if (stop.parent !== '' && parent === undefined && !missingParents.has(stop.parent)) {
        missingParents.add(stop.parent);
        log.add({
          file: 'stops.txt',
          line: null,
          reason: 'unknown-reference',
          detail: `parent_station ${stop.parent}`,
        });
      }
      const at = parent?.at ?? stop.at;
      if (at === null) return -1;
      return parent === undefined
        ? numberOf(id, stop.name, at)
        : numberOf(stop.parent, parent.name || stop.name, at);
    },
  };
}
