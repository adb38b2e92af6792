import type { ProblemLog } from '../import-problem.ts';
import type { FeedStations, FeedTables } from './feed-tables.ts';
import { tableSink } from './feed-tables.ts';
import { minutesOfGtfsTime } from './gtfs-values.ts';
import type { PairRides, TripStop } from './pair-rides.ts';
import type { TextSink } from '../zip-files.ts';

/** Stop times of a day held at once. */
const MOST_STOP_TIMES = 12_000_000;

interface TripRow extends TripStop {
  readonly sequence: number;
  readonly line: number;
}

const BACKWARDS = 'backwards';

/** Reads stop_times.txt, keeping the trips of the chosen day. */
export interface StopTimes {
  readonly sink: TextSink;
  /** Rows read, of all days. */
  readonly rows: number;
  /** Hands the trips' rides on, trip by trip; the generator lets the caller pause. */
  gather(rides: PairRides): Generator<void, number>;
}

/** @param runs whether a trip runs on the chosen day */
export function readStopTimes(
  tables: FeedTables,
  stations: FeedStations,
  runs: (trip: string) => boolean,
  log: ProblemLog,
): StopTimes {
  const trips = new Map<string, TripRow[]>();
  const skipped = new Set<string>();
  const unknownStops = new Set<string>();
  const unplaced = new Set<string>();
  let rows = 0;
  const required = ['trip_id', 'stop_id', 'stop_sequence', 'arrival_time', 'departure_time'];
  const sink = tableSink(
    'stop_times.txt',
    required,
    tables,
    log,
    (row, report, line) => {
      rows += 1;
      const {
        trip_id: trip = '',
        stop_id: stop = '',
        arrival_time: arrival = '',
        departure_time: departure = '',
      } = row;
      let own = trips.get(trip);
      if (own === undefined) {
        if (skipped.has(trip)) return;
        if (!tables.trips.has(trip)) {
          skipped.add(trip);
          report('unknown-reference', `trip_id ${trip}`);
          return;
        }
        if (!runs(trip)) {
          skipped.add(trip);
          return;
        }
        own = [];
        trips.set(trip, own);
      }
      // Stops between timed points have no times in GTFS: nobody can tell when the train is there.
      if (arrival === '' && departure === '') return;
      const arrives = minutesOfGtfsTime(arrival === '' ? departure : arrival);
      const departs = minutesOfGtfsTime(departure === '' ? arrival : departure);
      const sequence = Number(row['stop_sequence']);
      if (arrives === null || departs === null) report('bad-time', `${arrival} ${departure}`);
      else if (departs < arrives) report(BACKWARDS, `${arrival} ${departure}`);
      else if (!Number.isInteger(sequence) || sequence < 0)
        report('bad-number', `stop_sequence ${row['stop_sequence'] ?? ''}`);
      else {
        const station = stations.stationOf(stop);
        if (station === -1) {
          const reported = tables.stops.has(stop) ? unplaced : unknownStops;
          if (reported.has(stop)) return;
          reported.add(stop);
          report(tables.stops.has(stop) ? 'bad-position' : 'unknown-reference', `stop_id ${stop}`);
          return;
        }
        own.push({
          station,
          arrival: arrives,
          departure: departs,
          boards: row['pickup_type'] !== '1',
          alights: row['drop_off_type'] !== '1',
          sequence,
          line,
        });
      }
    },
    MOST_STOP_TIMES,
  );
  return {
    sink,
    get rows() {
      return rows;
    },
    *gather(rides) {
      let done = 0;
      for (const [trip, stops] of trips) {
        stops.sort((a, b) => a.sequence - b.sequence);
        const inOrder: TripRow[] = [];
        for (const stop of stops) {
          const before = inOrder.at(-1);
          if (before !== undefined && stop.arrival < before.departure)
            log.add({
              file: 'stop_times.txt',
              line: stop.line,
              reason: BACKWARDS,
              detail: `trip_id ${trip}, stop_sequence ${stop.sequence}`,
            });
          else inOrder.push(stop);
        }
        rides.add(inOrder, tables.departures.get(trip) ?? 1);
        trips.delete(trip);
        done += 1;
        if (done % 200 === 0) yield;
      }
      return done;
    },
  };
}
