import type { TravelDisc } from './egress-discs.ts';
import type { GridWindow } from './fast-marching.ts';
import type { GridFrame } from './grid-geometry.ts';
import { minutesFromTicks, UNREACHED_TICKS } from './travel-time-ticks.ts';

/**
 * Travel times from an origin to the cells of a window of the grid. Every cut-off up to `maxMinutes` is read from it.
 * `ticks` are 1/256 minutes, 65535 = not reached; values above `maxMinutes` are provisional (for contours only).
 */
export interface TravelTimeSurface extends GridWindow {
  /** The whole grid that the window is cut from. */
  readonly frame: GridFrame;
  readonly ticks: Uint16Array;
  readonly maxMinutes: number;
  /** True where values stand for whole counties (in-vehicle): contours then follow cell edges, without interpolation. */
  readonly stepped: boolean;
}

/** The smallest window that holds all; `null` when all are empty. */
export function unionWindow(windows: readonly GridWindow[]): GridWindow | null {
  let row0 = Infinity;
  let column0 = Infinity;
  let row1 = -Infinity;
  let column1 = -Infinity;
  for (const window of windows) {
    if (window.rows === 0 || window.columns === 0) continue;
    row0 = Math.min(row0, window.row0);
    column0 = Math.min(column0, window.column0);
    row1 = Math.max(row1, window.row0 + window.rows);
    column1 = Math.max(column1, window.column0 + window.columns);
  }
  return row1 < row0 ? null : { row0, column0, rows: row1 - row0, columns: column1 - column0 };
}

/** Lowers a window's ticks to those of a disc that starts after `delayTicks`, where the sum stays within `limitTicks`. */
export function lowerByDisc(
  window: GridWindow,
  ticks: Uint16Array,
  disc: TravelDisc,
  delayTicks: number,
  limitTicks: number,
): void {
  const { rows, columns } = disc;
  const rowShift = disc.row0 - window.row0;
  const columnShift = disc.column0 - window.column0;
  const source = disc.ticks;
  const rowMin = Math.max(0, -rowShift);
  const rowMax = Math.min(rows, window.rows - rowShift);
  const columnMin = Math.max(0, -columnShift);
  const columnMax = Math.min(columns, window.columns - columnShift);
  const reach = limitTicks - delayTicks;
  for (let row = rowMin; row < rowMax; row++) {
    let from = row * columns + columnMin;
    let to = (row + rowShift) * window.columns + columnMin + columnShift;
    for (let column = columnMin; column < columnMax; column++, from++, to++) {
      const value = source[from] as number;
      if (value > reach) continue;
      const sum = value + delayTicks;
      if (sum < (ticks[to] as number)) ticks[to] = sum;
    }
  }
}

/** Minutes at a grid cell; `null` where the surface does not reach within its budget. */
export function minutesAtCell(surface: TravelTimeSurface, cell: number): number | null {
  const gridRow = Math.floor(cell / surface.frame.columns);
  const row = gridRow - surface.row0;
  const column = cell - gridRow * surface.frame.columns - surface.column0;
  if (row < 0 || column < 0 || row >= surface.rows || column >= surface.columns) return null;
  const ticks = surface.ticks[row * surface.columns + column] as number;
  const minutes = minutesFromTicks(ticks);
  return ticks === UNREACHED_TICKS || minutes > surface.maxMinutes ? null : minutes;
}

/** Earliest wins: the cell-wise minimum of surfaces over the same grid. */
export function mergeSurfaces(surfaces: readonly TravelTimeSurface[]): TravelTimeSurface | null {
  const [first] = surfaces;
  if (first === undefined) return null;
  if (surfaces.length === 1) return first;
  const window = unionWindow(surfaces) ?? first;
  const ticks = new Uint16Array(window.rows * window.columns).fill(UNREACHED_TICKS);
  for (const surface of surfaces) lowerByDisc(window, ticks, surface, 0, UNREACHED_TICKS - 1);
  const { row0, column0, rows, columns } = window;
  return {
    frame: first.frame,
    row0,
    column0,
    rows,
    columns,
    ticks,
    maxMinutes: Math.max(...surfaces.map((surface) => surface.maxMinutes)),
    stepped: surfaces.every((surface) => surface.stepped),
  };
}
