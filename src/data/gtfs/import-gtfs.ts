import { MOST_SOURCE_PAIRS, MOST_SOURCE_STATIONS, type RailSource } from '#core/network/rail-source.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { CsvProblem } from '../csv-rows.ts';
import { createProblemLog, type ImportContext, type ProblemList } from '../import-problem.ts';
import { type Datum, emptyFeed, feedSinks, mergeStops, TooManyRows } from './feed-tables.ts';
import { createPairRides } from './pair-rides.ts';
import { buildCalendar, type ServiceDay } from './service-days.ts';
import { readStopTimes } from './trip-rows.ts';
import { listZip, readZipTexts, type ZipProblem } from '../zip-files.ts';

/** How a feed is to be read. */
export interface GtfsOptions {
  /** Shown wherever the feed's rides appear; the feed's agency is put to it. */
  readonly fileName: string;
  /** `2026-03-02`; `null` = the weekday with most trips. */
  readonly serviceDay: string | null;
  readonly datum: Datum;
}

/** A feed read. */
export interface GtfsImport {
  readonly source: RailSource;
  readonly serviceDay: string;
  readonly days: readonly ServiceDay[];
  /** Trips of the chosen day, and rows of stop_times.txt. */
  readonly trips: number;
  readonly stopTimes: number;
  readonly problems: ProblemList;
}

/** Why a feed is refused whole. */
export type GtfsProblem =
  | ZipProblem
  | 'gtfs-file-missing'
  | 'gtfs-column-missing'
  | 'gtfs-unreadable'
  | 'gtfs-no-service'
  | 'gtfs-day-without-service'
  | 'gtfs-no-rides'
  | 'gtfs-too-large';

function problem(
  reason: GtfsProblem,
  message: string,
  nextStep: string,
  detail = '',
): Result<never, GtfsProblem> {
  return fail({ reason, message, nextStep, values: { detail } });
}

const NEEDED = ['stops.txt', 'trips.txt', 'stop_times.txt'];
/** Share of the progress that the tables before the stop times take. */
const FIRST_PASS = 0.3;

/**
 * Reads a GTFS feed (a zip) into rides between station pairs of one service day: fastest and median minutes of up to 180,
 * trains a day. Bad rows are passed over and listed; what cannot be a feed at all is refused with a sentence.
 * @see https://gtfs.org/documentation/schedule/reference/
 */
export async function importGtfs(
  bytes: Uint8Array,
  options: GtfsOptions,
  context: ImportContext,
): Promise<Result<GtfsImport, GtfsProblem>> {
  const names = listZip(bytes);
  if (!names.ok) return names;
  const has = (name: string): boolean => names.value.includes(name);
  const missing = NEEDED.filter((name) => !has(name));
  if (!has('calendar.txt') && !has('calendar_dates.txt')) missing.push('calendar.txt');
  if (missing.length > 0)
    return problem(
      'gtfs-file-missing',
      `The archive lacks ${missing.join(', ')}: it is no GTFS feed.`,
      'Choose the zip of a GTFS schedule feed (not GTFS Realtime).',
      missing.join(', '),
    );
  try {
    return await readFeed(bytes, options, context);
  } catch (error) {
    if (error instanceof TooManyRows || error instanceof CsvProblem)
      return problem(
        error instanceof TooManyRows ? 'gtfs-too-large' : 'gtfs-unreadable',
        `The feed was not read: ${error.message}.`,
        'Choose a feed of one region, or cut it down first.',
        error.message,
      );
    throw error;
  }
}

async function readFeed(
  bytes: Uint8Array,
  { fileName, serviceDay, datum }: GtfsOptions,
  context: ImportContext,
): Promise<Result<GtfsImport, GtfsProblem>> {
  const log = createProblemLog();
  const tables = emptyFeed();
  const first = await readZipTexts(bytes, feedSinks(tables, datum, log), {
    ...context,
    onProgress: (share) => context.onProgress(share * FIRST_PASS),
  });
  if (!first.ok) return first;
  if (tables.missingColumns.length > 0) return columnsMissing(tables.missingColumns);

  const tripsOf = new Map<string, number>();
  for (const service of tables.trips.values()) tripsOf.set(service, (tripsOf.get(service) ?? 0) + 1);
  const calendar = buildCalendar(tables.patterns, tables.exceptions, tripsOf);
  const day = serviceDay ?? calendar.usualDay;
  if (day === null)
    return problem(
      'gtfs-no-service',
      'No trip of the feed runs on any day.',
      'Check calendar.txt, calendar_dates.txt and the service_id of trips.txt.',
    );
  if (!calendar.days.some((each) => each.day === day))
    return problem(
      'gtfs-day-without-service',
      `No trip of the feed runs on ${day}; it has service from ${calendar.days[0]?.day ?? '–'} to ${calendar.days.at(-1)?.day ?? '–'}.`,
      'Choose one of the days with service.',
      day,
    );

  const stations = mergeStops(tables, log);
  const runs = (trip: string): boolean => calendar.runs(tables.trips.get(trip) ?? '', day);
  const stopTimes = readStopTimes(tables, stations, runs, log);
  const second = await readZipTexts(bytes, new Map([['stop_times.txt', stopTimes.sink]]), {
    ...context,
    onProgress: (share) => context.onProgress(FIRST_PASS + share * (0.9 - FIRST_PASS)),
  });
  if (!second.ok) return second;
  if (tables.missingColumns.length > 0) return columnsMissing(tables.missingColumns);
  if (stations.stations.length > MOST_SOURCE_STATIONS)
    return tooLarge(`${stations.stations.length} stations`);

  const rides = createPairRides();
  const gathering = stopTimes.gather(rides);
  let step = gathering.next();
  for (; step.done !== true; step = gathering.next()) {
    if (rides.size > MOST_SOURCE_PAIRS) return tooLarge(`${rides.size} station pairs`);
    await context.pause();
    if (context.signal.aborted)
      return problem(
        'cancelled',
        'The import was stopped; nothing was changed.',
        'Start it again when you need it.',
      );
  }
  if (rides.size === 0)
    return problem(
      'gtfs-no-rides',
      `No ride between two stations could be read for ${day}${log.list().count > 0 ? ` (${log.list().count} rows have problems)` : ''}.`,
      'Look at the listed rows, or choose another day.',
      day,
    );
  context.onProgress(1);
  const agency = tables.agency === '' ? '' : `${tables.agency} · `;
  return succeed({
    source: {
      name: `${agency}${fileName}`.slice(0, 120),
      vintage: day,
      stations: stations.stations,
      ...rides.columns(),
    },
    serviceDay: day,
    days: calendar.days,
    trips: step.value,
    stopTimes: stopTimes.rows,
    problems: log.list(),
  });
}

function columnsMissing(columns: readonly string[]): Result<never, GtfsProblem> {
  return problem(
    'gtfs-column-missing',
    `Columns are missing: ${columns.join(', ')}.`,
    'Add them with the names that GTFS gives them.',
    columns.join(', '),
  );
}

function tooLarge(what: string): Result<never, GtfsProblem> {
  return problem(
    'gtfs-too-large',
    `The feed has ${what}: more than the page can search.`,
    'Cut the feed down to rail routes first (routes.txt, route_type 0–2).',
    what,
  );
}
