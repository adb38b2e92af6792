import type { RailLine } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import type { PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text } from './cells.ts';
import { distanceKm } from './distance.ts';
import type { StationPositions } from './station-positions.ts';
import { writeTimetable, type CollectedPair } from './write-timetable.ts';

/** Words by which a press row says that its figure or its stations are not certain. */
const weakWords =
  /expected|about|assumed|not stated|rounded|page:|page says|page gives|before opening|quote|trial ride/i;

/** The fastest a pair may be over the great circle, km/h. */
const maxSpeedKmh = 350;

/** Vintage label of a press row: weaker ones end in `-weak`. */
export function pressVintage(year: string, source: string): string {
  return `press-${year.slice(0, 4)}${weakWords.test(source) ? '-weak' : ''}`;
}

interface Collected {
  readonly pairs: Map<string, CollectedPair>;
  /** Timetable rides that a newer and no slower report replaced: what ran before the line of the report. */
  readonly superseded: Map<string, CollectedPair>;
  readonly unplaced: string[];
  readonly tooFast: string[];
  readonly excluded: Map<string, number>;
  readonly overridden: string[];
}

const keyOf = (from: string, to: string): string => `${from}|${to}`;

function olderNames(context: PipelineContext): (name: string, vintage: string) => string {
  const renames = context.facts('rail_station_renames').map((row) => ({
    old: text(row, 'old_name'),
    present: text(row, 'new_name'),
    until: text(row, 'until'),
  }));
  return (name, vintage) => renames.find((row) => row.old === name && vintage < row.until)?.present ?? name;
}

function collectTimetablePairs(
  context: PipelineContext,
  positions: StationPositions,
  collected: Collected,
): void {
  const renamed = olderNames(context);
  const excluded = new Set(context.facts('rail_pairs_excluded').map((row) => text(row, 'station')));
  for (const row of context.facts('rail_pairs')) {
    const vintage = text(row, 'vintage');
    const printed = [text(row, 'from'), text(row, 'to')];
    const barred = printed.find((name) => excluded.has(name));
    if (barred !== undefined) {
      collected.excluded.set(barred, (collected.excluded.get(barred) ?? 0) + 1);
      continue;
    }
    const [from = '', to = ''] = printed.map((name) => positions.presentName(renamed(name, vintage)));
    add(collected, positions, {
      from,
      to,
      minutes: Math.round(numberOf(row, 'fastest_min')),
      trainsPerDay: numberOrNull(row, 'trains_per_day') ?? 0,
      vintage,
      date: vintage,
      pressSource: null,
      assumedReverse: false,
    });
  }
}

/** Adds a pair unless a newer one stands; pairs without a position or faster than any train are named and left out. */
function add(collected: Collected, positions: StationPositions, pair: CollectedPair): void {
  const from = positions.resolve(pair.from, '');
  const to = positions.resolve(pair.to, '');
  if (from === null || to === null) {
    collected.unplaced.push(
      `${pair.from}–${pair.to} (${pair.vintage}): ${from === null ? pair.from : pair.to} has no position`,
    );
    return;
  }
  if (pair.from === pair.to) return;
  const km = distanceKm(from.at, to.at);
  if (pair.minutes < 1 || (km / pair.minutes) * 60 > maxSpeedKmh) {
    collected.tooFast.push(
      `${pair.from}–${pair.to} (${pair.vintage}): ${km.toFixed(0)} km in ${pair.minutes} min`,
    );
    return;
  }
  const key = keyOf(pair.from, pair.to);
  const standing = collected.pairs.get(key);
  if (standing === undefined || standing.date < pair.date) {
    if (standing !== undefined && standing.minutes < pair.minutes) {
      collected.overridden.push(
        `${pair.from}–${pair.to}: ${standing.minutes} min of ${standing.vintage} replaced by ${pair.minutes} of ${pair.vintage}`,
      );
    }
    if (standing !== undefined) keepSuperseded(collected, standing, pair);
    collected.pairs.set(key, pair);
  }
}

/**
 * Keeps a timetable ride that a report replaced, for the network of a year before it and for the day its line is closed. A faster one is
 * dropped: a closed line must not make a train earlier than the one that ran on it.
 */
function keepSuperseded({ superseded }: Collected, old: CollectedPair, newer: CollectedPair): void {
  if (old.pressSource === null && old.minutes >= newer.minutes) superseded.set(keyOf(old.from, old.to), old);
}

function collectPressPairs(
  context: PipelineContext,
  positions: StationPositions,
  collected: Collected,
): void {
  for (const row of context.facts('rail_pairs_press')) {
    const year = text(row, 'year');
    const source = text(row, 'source');
    add(collected, positions, {
      from: positions.presentName(text(row, 'from')),
      to: positions.presentName(text(row, 'to')),
      minutes: Math.round(numberOf(row, 'minutes')),
      trainsPerDay: 0,
      vintage: pressVintage(year, source),
      date: year.length === 4 ? `${year}-00` : year,
      pressSource: source,
      assumedReverse: false,
    });
  }
}

/**
 * Adds the missing directions with the minutes of the published one. A press figure that is newer and faster than
 * the other direction's timetable replaces that too: the old one is of a time before the line.
 */
function addReverses(collected: Collected): number {
  const { pairs, superseded } = collected;
  const published = Array.from(pairs.values());
  const supersededRides = Array.from(superseded.values());
  let count = 0;
  for (const pair of published) {
    const key = keyOf(pair.to, pair.from);
    const standing = pairs.get(key);
    const outdated =
      standing !== undefined &&
      pair.pressSource !== null &&
      standing.pressSource === null &&
      standing.date < pair.date &&
      standing.minutes > pair.minutes;
    if (standing !== undefined && !outdated) continue;
    count += 1;
    if (standing !== undefined) keepSuperseded(collected, standing, pair);
    pairs.set(key, reverseOf(pair));
  }
  for (const ride of supersededRides) {
    const key = keyOf(ride.to, ride.from);
    const standing = pairs.get(key);
    if (superseded.has(key) || standing === undefined || standing.date <= ride.date) continue;
    const reverse = reverseOf(ride);
    if (reverse.minutes < standing.minutes) continue;
    count += 1;
    superseded.set(key, reverse);
  }
  return count;
}

function reverseOf(pair: CollectedPair): CollectedPair {
  return { ...pair, from: pair.to, to: pair.from, trainsPerDay: 0, assumedReverse: true };
}

function collectStations(
  context: PipelineContext,
  positions: StationPositions,
  pairs: Iterable<CollectedPair>,
  lines: readonly RailLine[],
): RailStation[] {
  const names = new Set<string>();
  for (const pair of pairs) {
    names.add(pair.from);
    names.add(pair.to);
  }
  const stations = new Map<string, RailStation>();
  const put = (name: string, station: Omit<RailStation, 'name' | 'aliases'>): void => {
    if (!stations.has(name))
      stations.set(name, { name, ...station, aliases: positions.aliasesOf.get(name) ?? [] });
  };
  for (const name of names) {
    const found = positions.resolve(name, '');
    if (found !== null) put(name, { at: found.at, prefecture: found.prefecture });
  }
  for (const line of lines) {
    for (const stop of line.stops) {
      if (stop.at !== null && stop.placement !== 'seat')
        put(stop.name, { at: stop.at, prefecture: stop.prefecture });
    }
  }
  addStationCheck(context, [...stations.values()]);
  return [...stations.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Kilometres a station may lie off the prefecture its table names before the report asks why. */
const borderToleranceKm = 3;

function addStationCheck(context: PipelineContext, stations: readonly RailStation[]): void {
  const explained: string[] = [];
  const unexplained: string[] = [];
  for (const station of stations) {
    if (station.prefecture === null) {
      unexplained.push(`${station.name} at ${station.at.join(', ')} is in no prefecture`);
      continue;
    }
    const inside = context.polygons.prefectureAt(station.at);
    if (inside === station.prefecture) continue;
    const near = context.polygons.nearestPrefecture(station.at, borderToleranceKm);
    const where = inside ?? near?.adcode ?? 'nowhere';
    const name = context.units.prefectures.get(where)?.nameZh ?? where;
    const listed = context.units.prefectures.get(station.prefecture)?.nameZh ?? station.prefecture;
    if (inside === null && near?.adcode === station.prefecture) {
      explained.push(`${station.name}: ${near.distanceKm.toFixed(1)} km off the clipped coast of ${listed}`);
    } else if (distanceToPrefecture(context, station) <= borderToleranceKm) {
      explained.push(
        `${station.name}: the table says ${listed}, the simplified border puts it just inside ${name}`,
      );
    } else {
      unexplained.push(`${station.name}: the table says ${listed}, the polygons say ${name}`);
    }
  }
  context.addCheck({
    id: 'stations-inside-prefectures',
    title: 'Every station of the timetable lies inside the prefecture its table names',
    compared: stations.length,
    unexplained,
    explained,
  });
}

/** Rough distance to the listed prefecture's border: the nearest of its polygon's vertices, km. */
function distanceToPrefecture(context: PipelineContext, station: RailStation): number {
  const polygon = station.prefecture === null ? undefined : context.polygons.polygonOf(station.prefecture);
  if (polygon === undefined) return Infinity;
  const { geometry } = polygon;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let nearest = Infinity;
  for (const [lng = 0, lat = 0] of rings.flat()) {
    if (Math.abs(lat - station.at[1]) < 0.1 && Math.abs(lng - station.at[0]) < 0.15) {
      nearest = Math.min(nearest, distanceKm([lng, lat], station.at));
    }
  }
  return nearest;
}

/** Builds `rail-timetable.bin` and its checks. Returns its stations. */
export function buildTimetable(
  context: PipelineContext,
  positions: StationPositions,
  lines: readonly RailLine[],
): readonly RailStation[] {
  const collected: Collected = {
    pairs: new Map(),
    superseded: new Map(),
    unplaced: [],
    tooFast: [],
    excluded: new Map(),
    overridden: [],
  };
  collectTimetablePairs(context, positions, collected);
  collectPressPairs(context, positions, collected);
  const observed = collected.pairs.size;
  const reverses = addReverses(collected);
  const stations = collectStations(context, positions, collected.pairs.values(), lines);
  writeTimetable(
    context,
    stations,
    [...collected.pairs.values()],
    [...collected.superseded.values()],
    reverses,
  );
  context.addCheck({
    id: 'rail-pairs-sane',
    title: `Station pairs are no faster than ${maxSpeedKmh} km/h over the great circle and both ends have a position`,
    compared: observed,
    unexplained: [],
    explained: [
      ...collected.tooFast.map((pair) => `${pair}: impossible, left out`),
      ...[...collected.excluded].map(
        ([station, count]) => `${station}: ${count} pairs left out (rail_pairs_excluded.csv)`,
      ),
      ...collected.unplaced.map((pair) => `${pair}: left out`),
      ...collected.overridden.map((pair) => `${pair} (press figures override older vintages)`),
    ],
  });
  addValidationCheck(context, positions, collected.pairs);
  return stations;
}

function addValidationCheck(
  context: PipelineContext,
  positions: StationPositions,
  pairs: ReadonlyMap<string, CollectedPair>,
): void {
  const explained: string[] = [];
  const unexplained: string[] = [];
  const rows = context.facts('validation_times');
  for (const row of rows) {
    const from = positions.presentName(text(row, 'from'));
    const to = positions.presentName(text(row, 'to'));
    const printed = numberOf(row, 'minutes');
    const pair = pairs.get(keyOf(from, to));
    if (pair === undefined) unexplained.push(`${from}–${to}: no pair`);
    else if (pair.minutes !== printed) {
      const sentence = `${from}–${to}: ${pair.minutes} min (${pair.vintage}), published ${printed} (${text(row, 'year')})`;
      (pair.date > text(row, 'year') ? explained : unexplained).push(sentence);
    }
  }
  context.addCheck({
    id: 'validation-times',
    title: 'Published fastest times stand in the timetable',
    compared: rows.length,
    unexplained,
    explained,
  });
}
