import type { GridWindow } from '../surface/fast-marching.ts';
import type { GridFrame } from '../surface/grid-geometry.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { unionWindow } from '../surface/travel-time-surface.ts';
import { cutoffTicks, TICKS_PER_MINUTE, UNREACHED_TICKS } from '../surface/travel-time-ticks.ts';

/** What became of a cell: never reached, reached in both, only after (gained), only before (lost). */
export const CELL_NEVER = 0;
export const CELL_BOTH = 1;
export const CELL_GAINED = 2;
export const CELL_LOST = 3;

/** Difference of two surfaces in minutes, on the smallest window that holds both. */
export interface DifferenceSurface extends GridWindow {
  readonly frame: GridFrame;
  /** after − before, minutes: negative = earlier. NaN unless the cell is reached in both. */
  readonly minutes: Float32Array;
  /** {@link CELL_NEVER}, {@link CELL_BOTH}, {@link CELL_GAINED} or {@link CELL_LOST}. */
  readonly state: Uint8Array;
  /** Cells count as reached up to this. */
  readonly maxMinutes: number;
}

/** A surface's ticks on another window; cells outside count as not reached. */
function ticksOnWindow(surface: TravelTimeSurface, window: GridWindow): Uint16Array {
  const ticks = new Uint16Array(window.rows * window.columns).fill(UNREACHED_TICKS);
  for (let row = 0; row < surface.rows; row++) {
    const from = row * surface.columns;
    const to = (row + surface.row0 - window.row0) * window.columns + surface.column0 - window.column0;
    ticks.set(surface.ticks.subarray(from, from + surface.columns), to);
  }
  return ticks;
}

/** Both surfaces on one window. */
export function alignSurfaces(
  before: TravelTimeSurface,
  after: TravelTimeSurface,
): { readonly window: GridWindow; readonly before: Uint16Array; readonly after: Uint16Array } {
  const window = unionWindow([before, after]) ?? before;
  return { window, before: ticksOnWindow(before, window), after: ticksOnWindow(after, window) };
}

/** Subtracts two surfaces over the same grid, cell by cell, up to a cut-off. */
export function differenceSurface(
  before: TravelTimeSurface,
  after: TravelTimeSurface,
  maxMinutes: number,
): DifferenceSurface {
  const aligned = alignSurfaces(before, after);
  const limit = cutoffTicks(maxMinutes);
  const { row0, column0, rows, columns } = aligned.window;
  const minutes = new Float32Array(rows * columns).fill(Number.NaN);
  const state = new Uint8Array(rows * columns);
  for (let cell = 0; cell < minutes.length; cell++) {
    const old = aligned.before[cell] as number;
    const fresh = aligned.after[cell] as number;
    if (old <= limit && fresh <= limit) {
      state[cell] = CELL_BOTH;
      minutes[cell] = (fresh - old) / TICKS_PER_MINUTE;
    } else if (fresh <= limit) state[cell] = CELL_GAINED;
    else if (old <= limit) state[cell] = CELL_LOST;
  }
  return { frame: before.frame, row0, column0, rows, columns, minutes, state, maxMinutes };
}

/** The cells of one state as a surface of zeros, so that area, people and polygons can be read from it. */
export function cellsOfState(difference: DifferenceSurface, state: number): TravelTimeSurface {
  const { frame, row0, column0, rows, columns } = difference;
  const ticks = new Uint16Array(difference.state.length).fill(UNREACHED_TICKS);
  difference.state.forEach((value, cell) => {
    if (value === state) ticks[cell] = 0;
  });
  return { frame, row0, column0, rows, columns, ticks, maxMinutes: difference.maxMinutes, stepped: true };
}
