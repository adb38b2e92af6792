import { longTicksFromMinutes, TICKS_PER_MINUTE } from '../surface/travel-time-ticks.ts';
import { lineChainage } from './line-chainage.ts';
import { modelledMinutes } from './modelled-minutes.ts';
import type { RailEdge, RailEdges } from './rail-edges.ts';
import { changeRailEdges, emptyRailEdges, MODELLED_VINTAGE } from './rail-edges.ts';
import type { RailLine } from './rail-line.ts';
import {
  isPressVintage,
  lastYearShown,
  type RailStation,
  type RailTimetable,
  type VintageLabel,
} from './rail-timetable.ts';
import { indexStations } from './station-index.ts';

/** Lines opened from this year on are not wholly in the 2016 timetables: their unserved stops get modelled edges. */
const FIRST_INCOMPLETE_YEAR = 2016;
/** Lines opened from this year on are in no timetable (the last is of January 2021), only in press reports. */
const FIRST_MODELLED_YEAR = 2021;
/** Slower lines have no fit (method-travel.md fits 200–350 km/h; 180 is taken into the lowest class). */
const SLOWEST_MODELLED_KMH = 180;
/** Modelled rides are at most as long as the timetable's, minutes. */
const LONGEST_MODELLED_MINUTES = 180;

/** A stop of a line tied to a station of the network. */
export interface StopOnLine {
  readonly station: number;
  /** Distance along the line, km. */
  readonly km: number;
}

/** A line with the stops that could be tied to stations, in order. */
export interface LineOnNetwork {
  readonly line: RailLine;
  readonly stops: readonly StopOnLine[];
}

/** The base network: all rides, and which stations each line serves. */
export interface RailNetwork {
  readonly edges: RailEdges;
  readonly lines: readonly LineOnNetwork[];
}

function pairKey(from: number, to: number): number {
  return from * 65536 + to;
}

/** Ties the stops of lines to stations by name and position; stops unknown to the timetable become new stations. */
function tieLines(
  timetable: RailTimetable,
  lines: readonly RailLine[],
): { stations: RailStation[]; tied: LineOnNetwork[] } {
  const stations = [...timetable.stations];
  const index = indexStations(timetable.stations);
  const added = new Map<string, number>();
  const tied = lines.map((line) => {
    const chainage = lineChainage(line);
    const stops: StopOnLine[] = [];
    line.stops.forEach((stop, position) => {
      const km = chainage[position] ?? null;
      if (km === null || stop.at === null) return;
      let station = index.find(stop.name, stop.at);
      if (station === -1) {
        const key = `${stop.name}@${stop.at[0].toFixed(1)},${stop.at[1].toFixed(1)}`;
        station = added.get(key) ?? stations.length;
        if (station === stations.length) {
          stations.push({ name: stop.name, at: stop.at, prefecture: stop.prefecture, aliases: [] });
          added.set(key, station);
        }
      }
      if (!stops.some((known) => known.station === station)) stops.push({ station, km });
    });
    return { line, stops };
  });
  return { stations, tied };
}

/**
 * Finds, for each ride, the line that carries both stations; of several one that was open when the timetable was made rather than a
 * later one, then the one whose speed fits the minutes best.
 */
function createLineFinder(
  lines: readonly LineOnNetwork[],
): (from: number, to: number, minutes: number, vintage: VintageLabel) => string | null {
  const linesAt = new Map<number, { line: number; km: number }[]>();
  lines.forEach(({ stops }, line) => {
    for (const { station, km } of stops) {
      const here = linesAt.get(station);
      if (here === undefined) linesAt.set(station, [{ line, km }]);
      else here.push({ line, km });
    }
  });
  return (from, to, minutes, vintage) => {
    // A report is of the lines it is about, whatever its year.
    const year = isPressVintage(vintage) ? null : lastYearShown(vintage);
    let best: string | null = null;
    let bestError = Infinity;
    let bestWasOpen = false;
    for (const start of linesAt.get(from) ?? []) {
      const end = linesAt.get(to)?.find((candidate) => candidate.line === start.line);
      const line = lines[start.line]?.line;
      if (end === undefined || line === undefined) continue;
      // Lines of unknown speed are compared as conventional ones.
      const expected = modelledMinutes(line.designSpeedKmh ?? 120, Math.abs(end.km - start.km));
      const error = Math.abs(Math.log(expected / minutes));
      const wasOpen = year === null || line.openedYear === null || line.openedYear <= year;
      if (wasOpen === bestWasOpen ? error < bestError : wasOpen) {
        bestError = error;
        bestWasOpen = wasOpen;
        best = line.id;
      }
    }
    return best;
  };
}

/** Modelled rides between all ordered pairs of stops of a line for which `wanted` holds. */
export function modelLineEdges(
  stops: readonly StopOnLine[],
  designSpeedKmh: number,
  wanted: (from: StopOnLine, to: StopOnLine, minutes: number) => boolean,
  make: (from: StopOnLine, to: StopOnLine, minutes: number) => RailEdge,
): readonly RailEdge[] {
  return stops.flatMap((from) =>
    stops.flatMap((to) => {
      if (from.station === to.station) return [];
      const minutes = modelledMinutes(designSpeedKmh, Math.abs(to.km - from.km));
      if (minutes > LONGEST_MODELLED_MINUTES || !wanted(from, to, minutes)) return [];
      return [make(from, to, minutes)];
    }),
  );
}

/**
 * Builds the base network from timetable pairs and, for open lines that the timetables miss, modelled rides:
 * - lines opened in 2021 or later: every pair of stops without a press report, unless an observed ride is as fast;
 * - lines opened 2016–2020: pairs with a stop that has no observed ride along the line.
 * Lines below 180 km/h or of unknown speed or year get none.
 */
export function buildRailNetwork(timetable: RailTimetable, lines: readonly RailLine[]): RailNetwork {
  const open = lines.filter((line) => line.status === 'open');
  const { stations, tied } = tieLines(timetable, open);
  const findLine = createLineFinder(tied);
  const observed: RailEdge[] = [];
  const bestMinutes = new Map<number, number>();
  const press = new Set<number>();
  for (let pair = 0; pair < timetable.minutes.length; pair++) {
    const from = timetable.from[pair] as number;
    const to = timetable.to[pair] as number;
    const minutes = timetable.minutes[pair] as number;
    const vintage = timetable.vintages[timetable.vintage[pair] as number] ?? 'unknown';
    const key = pairKey(from, to);
    bestMinutes.set(key, Math.min(minutes, bestMinutes.get(key) ?? Infinity));
    if (isPressVintage(vintage)) press.add(key);
    observed.push({
      from,
      to,
      ticks: Math.max(1, minutes * TICKS_PER_MINUTE),
      trainsPerDay: timetable.trainsPerDay[pair] as number,
      vintage,
      line: findLine(from, to, Math.max(1, minutes), vintage),
      kind: timetable.assumedReverse[pair] === 1 ? 'observed-reverse' : 'observed',
    });
  }
  const modelled = tied.flatMap(({ line, stops }) => {
    const { designSpeedKmh, openedYear } = line;
    if (designSpeedKmh === null || designSpeedKmh < SLOWEST_MODELLED_KMH) return [];
    if (openedYear === null || openedYear < FIRST_INCOMPLETE_YEAR) return [];
    const served = new Set(
      stops
        .filter((stop) =>
          stops.some(
            (other) =>
              bestMinutes.has(pairKey(stop.station, other.station)) ||
              bestMinutes.has(pairKey(other.station, stop.station)),
          ),
        )
        .map((stop) => stop.station),
    );
    const wanted = (from: StopOnLine, to: StopOnLine, minutes: number): boolean => {
      const key = pairKey(from.station, to.station);
      if (openedYear >= FIRST_MODELLED_YEAR)
        return !press.has(key) && (bestMinutes.get(key) ?? Infinity) > minutes;
      return !bestMinutes.has(key) && !(served.has(from.station) && served.has(to.station));
    };
    return modelLineEdges(stops, designSpeedKmh, wanted, (from, to, minutes) => ({
      from: from.station,
      to: to.station,
      ticks: longTicksFromMinutes(minutes),
      trainsPerDay: 0,
      vintage: MODELLED_VINTAGE,
      line: line.id,
      kind: 'modelled',
    }));
  });
  return {
    edges: changeRailEdges(emptyRailEdges(stations), { append: [...observed, ...modelled] }),
    lines: tied,
  };
}
