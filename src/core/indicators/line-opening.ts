import type { LineStop, RailLine } from '../network/rail-line.ts';
import { lastYearShown } from '../network/rail-timetable.ts';

/** Between which years a stop got its first train; equal when known, infinite when the source has no date. */
export interface OpeningYears {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * A line without a date: any year, but not after the last one that the timetable shows which its fastest time was read from
 * (the source says `fastest: timetable 2016-03`).
 */
function undated(source: string): OpeningYears {
  const timetable = /timetable (\d{4}(?:-\d{2})?)/.exec(source)?.[1];
  const shown = timetable === undefined ? null : lastYearShown(timetable);
  return { earliest: Number.NEGATIVE_INFINITY, latest: shown ?? Number.POSITIVE_INFINITY };
}

function known(year: number): OpeningYears {
  return { earliest: year, latest: year };
}

/** A dated piece of the printed opening, e.g. `2014-12-20 (江油–成都)`. */
interface DatedPart {
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Names a part of the line, resolved or not. */
  readonly partial: boolean;
}

function readParts(text: string): DatedPart[] {
  return text.split(/[;；]/).flatMap((piece) => {
    const year = /(?<![\d.])((?:19|20)\d{2})(?!\d)/.exec(piece)?.[1];
    if (year === undefined) return [];
    const ends = /[(（]\s*([^()（）–—-]+?)\s*[–—-]\s*([^()（）–—-]+?)\s*[)）]/.exec(piece);
    const partial = /[(（]|段/.test(piece);
    return [{ year: Number(year), from: ends?.[1] ?? null, to: ends?.[2] ?? null, partial }];
  });
}

/** Position of the stop that a printed end means: its name, or a longer name that begins with it (成都 → 成都东). */
function findStop(stops: readonly LineStop[], name: string | null): number {
  if (name === null) return -1;
  const exact = stops.findIndex((stop) => stop.name === name);
  return exact >= 0 ? exact : stops.findIndex((stop) => stop.name.startsWith(name));
}

/**
 * Opening of every stop of a line, aligned with its stops. Where parts opened in different years and their ends are stops
 * of the line, each stop has its part's year and the others the year of the whole; where the parts cannot be placed, every stop has the range.
 */
export function stopOpenings(line: RailLine): OpeningYears[] {
  const { stops, openedText, openedYear, source } = line;
  if (openedYear === null) return stops.map(() => undated(source));
  const parts = readParts(openedText ?? '');
  const years = parts.map(({ year }) => year);
  if (new Set(years).size < 2) return stops.map(() => known(openedYear));
  const whole = parts.filter(({ partial }) => !partial);
  const placed = parts
    .filter(({ partial }) => partial)
    .map((part) => ({ year: part.year, from: findStop(stops, part.from), to: findStop(stops, part.to) }));
  const range = { earliest: Math.min(...years), latest: Math.max(...years) };
  if (whole.length !== 1 || placed.some(({ from, to }) => from < 0 || to < 0)) return stops.map(() => range);
  return stops.map((_, at) => {
    const covering = placed.filter(({ from, to }) => at >= Math.min(from, to) && at <= Math.max(from, to));
    return known(Math.min(...[...covering, ...whole].map(({ year }) => year)));
  });
}
