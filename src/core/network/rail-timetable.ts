import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';

/** A station of the timetable tables; `prefecture` is null for the few older ones without a code. */
export interface RailStation {
  readonly name: string;
  readonly at: LngLat;
  readonly prefecture: Adcode | null;
  readonly aliases: readonly string[];
}

/** Where a pair's minutes come from, as data: `2016-03`, `2016-10`, `2021-01`, `press-2023` … */
export type VintageLabel = string;

/** Whether minutes are of a press report and not of a timetable. */
export function isPressVintage(label: VintageLabel): boolean {
  return label.startsWith('press-');
}

/**
 * Last year whose network a timetable or report shows: one of January that of the year before, as that is the network it was made for;
 * `null` where the label names no year.
 */
export function lastYearShown(label: VintageLabel): number | null {
  const [, year, month] = /^(?:press-)?(\d{4})(?:-(\d{2}))?/.exec(label) ?? [];
  return year === undefined ? null : Number(year) - (month === '01' ? 1 : 0);
}

/**
 * Directed station pairs on one train, as parallel arrays (one entry a pair, and another of an older vintage where a report replaced a
 * timetable's no faster ride; the newest usable one counts): `minutes` is the fastest,
 * `trainsPerDay` 0 where unknown, `vintage` an index into `vintages`.
 * `assumedReverse` is 1 where only the other direction was published and its minutes were taken over.
 */
export interface RailTimetable {
  readonly stations: readonly RailStation[];
  readonly vintages: readonly VintageLabel[];
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly minutes: Uint16Array;
  readonly trainsPerDay: Uint16Array;
  readonly vintage: Uint8Array;
  readonly assumedReverse: Uint8Array;
  /** Source words of press pairs, by pair index. */
  readonly pressSources: ReadonlyMap<number, string>;
}
