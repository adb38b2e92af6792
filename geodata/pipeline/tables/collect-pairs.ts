import type { PipelineContext } from '../context.ts';
import { numberOf, numberOrNull, text } from './cells.ts';
import { distanceKm } from './distance.ts';
import type { StationPositions } from './station-positions.ts';
import type { CollectedPair } from './write-timetable.ts';

/** Words by which a press row says that its figure or its stations are not certain. */
const weakWords =
  /expected|about|assumed|not stated|rounded|page:|page says|page gives|before opening|quote|trial ride/i;

/** The fastest a pair may be over the great circle, km/h. */
export const maxSpeedKmh = 350;

/** Vintage label of a press row: weaker ones end in `-weak`. */
export function pressVintage(year: string, source: string): string {
  return `press-${year.slice(0, 4)}${weakWords.test(source) ? '-weak' : ''}`;
}

/** Pairs of stations by `from|to`, and what was left out of them on the way. */
export interface CollectedPairs {
  readonly pairs: Map<string, CollectedPair>;
  /** Timetable rides that a newer and no slower report replaced: what ran before the line of the report. */
  readonly superseded: Map<string, CollectedPair>;
  readonly unplaced: string[];
  readonly tooFast: string[];
  readonly excluded: Map<string, number>;
  readonly overridden: string[];
}

/** Key of a pair's direction. */
export const keyOf = (from: string, to: string): string => `${from}|${to}`;

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
  collected: CollectedPairs,
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
function add(collected: CollectedPairs, positions: StationPositions, pair: CollectedPair): void {
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
function keepSuperseded({ superseded }: CollectedPairs, old: CollectedPair, newer: CollectedPair): void {
  if (old.pressSource === null && old.minutes >= newer.minutes) superseded.set(keyOf(old.from, old.to), old);
}

function collectPressPairs(
  context: PipelineContext,
  positions: StationPositions,
  collected: CollectedPairs,
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

/** Pairs of the timetables and of the press, a newer one before an older. */
export function collectPairs(context: PipelineContext, positions: StationPositions): CollectedPairs {
  const collected: CollectedPairs = {
    pairs: new Map(),
    superseded: new Map(),
    unplaced: [],
    tooFast: [],
    excluded: new Map(),
    overridden: [],
  };
  collectTimetablePairs(context, positions, collected);
  collectPressPairs(context, positions, collected);
  return collected;
}

/**
 * Adds the missing directions with the minutes of the published one. A press figure that is newer and faster than
 * the other direction's timetable replaces that too: the old one is of a time before the line. Returns how many were added.
 */
export function addReverses(collected: CollectedPairs): number {
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
