import type { Adcode } from '../geography/admin-unit.ts';
import type { RailLine } from '../network/rail-line.ts';
import { readMembers, type Coverage } from './coverage.ts';

/** A printed number of trains a day between two stations (artefact `context`, `headways`); `null` where no number is printed. */
export interface Headway {
  readonly from: string;
  readonly to: string;
  readonly trainsPerDay: number | null;
  readonly printed: string;
  readonly date: string;
  readonly source: string;
}

/** A railway line as a corridor of cities. */
export interface Corridor {
  readonly line: RailLine;
  /** Prefectures with a stop, in the order of travel. */
  readonly cities: readonly Adcode[];
  /** Stops of which no prefecture is known: cities may be missing. */
  readonly stopsWithoutCity: readonly string[];
  /** People of the cities served that have a figure. */
  readonly persons: number;
  /** Agglomerations with at least one city on it. */
  readonly regions: readonly string[];
  /** Printed trains a day between two of its own stops, by names; empty is unknown, not none. */
  readonly headways: readonly Headway[];
  readonly coverage: Coverage;
}

/** What a corridor is told about the places. */
export interface CorridorFrame {
  readonly persons: ReadonlyMap<Adcode, number>;
  readonly agglomerationsOf: (prefecture: Adcode) => readonly string[];
  readonly headways: readonly Headway[];
}

/** Reads every line as a corridor, in the order given; open, building and planned ones alike (`line.status`). */
export function corridorsOf(lines: readonly RailLine[], frame: CorridorFrame): Corridor[] {
  return lines.map((line) => {
    const names = new Set(line.stops.map((stop) => stop.name));
    const cities = [...new Set(line.stops.flatMap((stop) => stop.prefecture ?? []))];
    const { figures, coverage } = readMembers(cities, frame.persons);
    return {
      line,
      cities,
      stopsWithoutCity: line.stops.filter((stop) => stop.prefecture === null).map((stop) => stop.name),
      persons: figures.reduce((sum, figure) => sum + figure.value, 0),
      regions: [...new Set(cities.flatMap(frame.agglomerationsOf))],
      headways: frame.headways.filter(({ from, to }) => names.has(from) && names.has(to)),
      coverage,
    };
  });
}

/** Corridors that tie at least two of the members, most members first. */
export function corridorsAmong(corridors: readonly Corridor[], members: readonly Adcode[]): Corridor[] {
  const wanted = new Set(members);
  const count = (corridor: Corridor): number => corridor.cities.filter((city) => wanted.has(city)).length;
  return corridors.filter((corridor) => count(corridor) >= 2).sort((a, b) => count(b) - count(a));
}

/** Corridors of one design speed and status, summed. */
export interface CorridorSum {
  /** `null`: design speed unknown. */
  readonly designSpeedKmh: number | null;
  readonly lines: number;
  /** Sum of the known lengths. */
  readonly km: number;
  readonly linesWithoutLength: number;
  /** Different cities served. */
  readonly cities: number;
}

/** Sums by design speed, fastest first, unknown last; filter by status or year before. */
export function corridorSumsOf(corridors: readonly Corridor[]): CorridorSum[] {
  const speeds = [...new Set(corridors.map((corridor) => corridor.line.designSpeedKmh))];
  speeds.sort((a, b) => (b ?? -1) - (a ?? -1));
  return speeds.map((designSpeedKmh) => {
    const own = corridors.filter((corridor) => corridor.line.designSpeedKmh === designSpeedKmh);
    return {
      designSpeedKmh,
      lines: own.length,
      km: own.reduce((sum, { line }) => sum + (line.lengthKm ?? 0), 0),
      linesWithoutLength: own.filter(({ line }) => line.lengthKm === null).length,
      cities: new Set(own.flatMap((corridor) => corridor.cities)).size,
    };
  });
}
