import type { Adcode } from '../geography/admin-unit.ts';

/**
 * Travel times between places as a full matrix: minutes from `places[i]` to `places[j]` at `i * places.length + j`.
 * Not reached within the search, or unknown: `Infinity` or `NaN`, never zero.
 */
export interface TravelTimes {
  readonly places: readonly Adcode[];
  readonly minutes: Float32Array | Float64Array;
  /** What the minutes are, in words for legends: preset, timetable vintage, provider. */
  readonly basis: string;
}

/** How two directions make one time. `mean` and `worst` need both; `best` takes the one there is. */
export type Symmetry = 'mean' | 'worst' | 'best';

/** Minutes between two places as one number, `null` when unknown. @throws RangeError when the matrix is not square. */
export function pairMinutes(times: TravelTimes, i: number, j: number, symmetry: Symmetry): number | null {
  const n = times.places.length;
  if (times.minutes.length !== n * n) throw new RangeError(`${times.minutes.length} minutes for ${n} places`);
  const there = times.minutes[i * n + j] ?? Number.NaN;
  const back = times.minutes[j * n + i] ?? Number.NaN;
  const thereKnown = Number.isFinite(there);
  const backKnown = Number.isFinite(back);
  if (thereKnown && backKnown) {
    if (symmetry === 'mean') return (there + back) / 2;
    return symmetry === 'worst' ? Math.max(there, back) : Math.min(there, back);
  }
  if (symmetry !== 'best') return null;
  if (thereKnown) return there;
  return backKnown ? back : null;
}

/**
 * The part of the matrix between the given places, in their order. A place that the matrix does not have is still
 * there, with no time to anybody: it shows as a pair without time, and is not lost.
 */
export function selectPlaces(times: TravelTimes, places: readonly Adcode[]): TravelTimes {
  const n = times.places.length;
  const distinct = [...new Set(places)];
  const position = new Map(times.places.map((place, index) => [place, index]));
  const minutes = new Float64Array(distinct.length * distinct.length).fill(Number.NaN);
  distinct.forEach((from, i) => {
    const row = position.get(from);
    distinct.forEach((to, j) => {
      const column = position.get(to);
      if (row !== undefined && column !== undefined) {
        minutes[i * distinct.length + j] = times.minutes[row * n + column] ?? Number.NaN;
      }
    });
  });
  return { places: distinct, minutes, basis: times.basis };
}
