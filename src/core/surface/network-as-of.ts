import { lastYearShown, type RailTimetable } from '../network/rail-timetable.ts';
import type { CircleEngineData } from './circle-request.ts';

function timetableAsOf(timetable: RailTimetable, year: number): RailTimetable {
  const isBy = timetable.vintages.map((vintage) => (lastYearShown(vintage) ?? Infinity) <= year);
  const kept: number[] = [];
  timetable.vintage.forEach((vintage, pair) => {
    if (isBy[vintage] === true) kept.push(pair);
  });
  const pressSources = new Map<number, string>();
  kept.forEach((pair, at) => {
    const source = timetable.pressSources.get(pair);
    if (source !== undefined) pressSources.set(at, source);
  });
  const pick16 = (column: Uint16Array) => Uint16Array.from(kept, (pair) => column[pair] as number);
  const pick8 = (column: Uint8Array) => Uint8Array.from(kept, (pair) => column[pair] as number);
  return {
    stations: timetable.stations,
    vintages: timetable.vintages,
    from: pick16(timetable.from),
    to: pick16(timetable.to),
    minutes: pick16(timetable.minutes),
    trainsPerDay: pick16(timetable.trainsPerDay),
    vintage: pick8(timetable.vintage),
    assumedReverse: pick8(timetable.assumedReverse),
    pressSources,
  };
}

/**
 * The engine's data with the network as it was at the end of a year: without the lines and road links opened later and
 * without rides from later timetables and press reports. A line or link of unknown opening year stays. Land, people and
 * places are untouched. What a person brought stays out: figures of a past year rest on the embedded data alone.
 */
export function networkAsOf(data: CircleEngineData, year: number): CircleEngineData {
  const wasOpen = ({ status, openedYear }: { readonly status: string; readonly openedYear: number | null }) =>
    status !== 'open' || openedYear === null || openedYear <= year;
  const { added: _leftOut, ...embedded } = data;
  return {
    ...embedded,
    timetable: timetableAsOf(data.timetable, year),
    lines: data.lines.filter(wasOpen),
    roadLinks: data.roadLinks.filter(wasOpen),
  };
}
