import type { RailStation } from '#core/network/rail-timetable.ts';
import { encodeContainer } from '#data/container.ts';
import type { PipelineContext } from '../context.ts';

/** A directed pair on its way into the timetable. */
export interface CollectedPair {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly trainsPerDay: number;
  /** `2016-10`, `press-2023`, `press-2023-weak`. */
  readonly vintage: string;
  /** Year and month for comparing ages: `2016-10`, `2023-00` where only the year is known. */
  readonly date: string;
  readonly pressSource: string | null;
  readonly assumedReverse: boolean;
}

/** Microdegrees keep positions exact to the printed digits. */
const microdegrees = 1e6;

/** Writes `rail-timetable.bin`: pairs sorted by station, after each the ride that it superseded; stations and vintages in the meta. */
export function writeTimetable(
  context: PipelineContext,
  stations: readonly RailStation[],
  newest: readonly CollectedPair[],
  superseded: readonly CollectedPair[],
  assumedReverses: number,
): void {
  const indexOf = new Map(stations.map((station, index) => [station.name, index]));
  const index = (name: string): number => {
    const found = indexOf.get(name);
    if (found === undefined) throw new Error(`${name} is not among the stations`);
    return found;
  };
  const collected = [...newest, ...superseded];
  const vintages = [...new Set(collected.map((pair) => pair.vintage))].sort();
  const pairs = collected
    .map((pair) => ({ ...pair, fromIndex: index(pair.from), toIndex: index(pair.to) }))
    .sort((a, b) => a.fromIndex - b.fromIndex || a.toIndex - b.toIndex || b.date.localeCompare(a.date));
  const bytes = encodeContainer({
    header: {
      artefact: 'rail-timetable',
      formatVersion: 1,
      vintage: 'timetables 2016-03, 2016-10, 2021-01; press to early 2026',
      sources: ['rail-timetables', 'rail-press'],
    },
    meta: {
      names: stations.map((station) => station.name),
      prefectures: stations.map((station) => station.prefecture),
      aliases: Object.fromEntries(
        stations.flatMap((station) => (station.aliases.length > 0 ? [[station.name, station.aliases]] : [])),
      ),
      vintages,
      pressSources: pairs.flatMap((pair, position) =>
        pair.pressSource === null ? [] : [[position, pair.pressSource]],
      ),
    },
    arrays: {
      longitudes: Int32Array.from(stations, (station) => Math.round(station.at[0] * microdegrees)),
      latitudes: Int32Array.from(stations, (station) => Math.round(station.at[1] * microdegrees)),
      from: Uint16Array.from(pairs, (pair) => pair.fromIndex),
      to: Uint16Array.from(pairs, (pair) => pair.toIndex),
      minutes: Uint16Array.from(pairs, (pair) => pair.minutes),
      trainsPerDay: Uint16Array.from(pairs, (pair) => pair.trainsPerDay),
      vintage: Uint8Array.from(pairs, (pair) => vintages.indexOf(pair.vintage)),
      assumedReverse: Uint8Array.from(pairs, (pair) => (pair.assumedReverse ? 1 : 0)),
    },
  });
  context.writeArtefact('rail-timetable', 'rail-timetable.bin', bytes, {
    format: 'container',
    early: false,
    vintage: 'timetables 2016-03, 2016-10, 2021-01; press to early 2026',
    licence: 'facts AND ODbL-1.0',
    attribution: '© OpenStreetMap contributors',
    counts: {
      stations: stations.length,
      pairs: newest.length,
      'superseded rides': superseded.length,
      'assumed reverses': assumedReverses,
    },
  });
}
