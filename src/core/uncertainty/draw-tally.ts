import type { GridWindow } from '../surface/fast-marching.ts';
import type { GridFrame } from '../surface/grid-geometry.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { unionWindow } from '../surface/travel-time-surface.ts';
import { cutoffTicks, ticksFromMinutes, UNREACHED_TICKS } from '../surface/travel-time-ticks.ts';

/** Counts, cell by cell, in how many draws a place lies within the cut-off. */
export interface DrawTally {
  add(surface: TravelTimeSurface, minutes: number): void;
  /**
   * The share of draws as a surface, so that whatever reads a circle reads it too: 100 − percent of draws in the place of
   * minutes, cells of no draw unreached. Its cut-off at `100 − p` holds what lies within in at least p % of the draws.
   */
  shares(): TravelTimeSurface;
}

/** The cut-off of a tally's surface that holds what lies within in at least `percent` of the draws. */
export function tallyCutoff(percent: number): number {
  return 100 - percent;
}

/** Starts counting on a grid. */
export function createDrawTally(frame: GridFrame): DrawTally {
  let window: GridWindow = { row0: 0, column0: 0, rows: 0, columns: 0 };
  let counts = new Uint32Array(0);
  let draws = 0;
  let stepped = true;

  const widenTo = (other: GridWindow): void => {
    const wider = unionWindow([window, other]);
    if (wider === null) return;
    if (
      wider.rows === window.rows &&
      wider.columns === window.columns &&
      wider.row0 === window.row0 &&
      wider.column0 === window.column0
    )
      return;
    const moved = new Uint32Array(wider.rows * wider.columns);
    for (let row = 0; row < window.rows; row++) {
      const from = row * window.columns;
      const to = (row + window.row0 - wider.row0) * wider.columns + window.column0 - wider.column0;
      moved.set(counts.subarray(from, from + window.columns), to);
    }
    window = wider;
    counts = moved;
  };

  return {
    add(surface, minutes) {
      widenTo(surface);
      draws += 1;
      stepped &&= surface.stepped;
      const limit = cutoffTicks(minutes);
      const { rows, columns, ticks } = surface;
      for (let row = 0; row < rows; row++) {
        let from = row * columns;
        let to = (row + surface.row0 - window.row0) * window.columns + surface.column0 - window.column0;
        for (const end = from + columns; from < end; from++, to++) {
          if ((ticks[from] as number) <= limit) counts[to] = (counts[to] as number) + 1;
        }
      }
    },
    shares() {
      const ticks = Uint16Array.from(counts, (count) =>
        count === 0 ? UNREACHED_TICKS : ticksFromMinutes(((draws - count) / draws) * 100),
      );
      return { ...window, frame, ticks, maxMinutes: 100, stepped };
    },
  };
}
