import type { MultiPolygon, Position } from 'geojson';
import type { GridWindow } from './fast-marching.ts';
import type { GridFrame } from './grid-geometry.ts';
import type { LandModel } from './land-model.ts';

/** How much of each cell of a window is taken to lie within an area, 0–1; nothing outside the window does. */
export interface ShapeMask extends GridWindow {
  readonly share: Float32Array;
  /** All that the outline surrounds, as it is drawn, km². */
  readonly outlineKm2: number;
}

/** Lines drawn through each row of cells: along a line the share is exact, across them it is sampled. */
const LINES_PER_ROW = 8;

/**
 * Lays an area over the land. Rings of one polygon are taken even-odd (its holes are outside); polygons of the area that
 * overlap count once.
 *
 * A cell that the outline cuts counts by its share, but on the border of two counties and on the coast as a whole or not at
 * all, by its middle, as the counties themselves were laid on the grid: an outline that follows a border would otherwise
 * take half of each cell of a dense neighbour along with it.
 * @returns `null` where the area has no part on the grid
 */
export function maskOfShape(
  land: Pick<LandModel, 'geometry' | 'cells'>,
  area: MultiPolygon,
): ShapeMask | null {
  const frame = land.geometry;
  const window = windowOf(frame, area);
  if (window === null) return null;
  const { columns, row0, column0 } = window;
  const share = coverOf(frame, window, area, LINES_PER_ROW);
  const outlineKm2 = share.reduce(
    (sum, part, at) => sum + part * (frame.areaKm2[row0 + Math.floor(at / columns)] as number),
    0,
  );
  const middles = middlesIn(frame, window, area);
  share.forEach((part, at) => {
    if (part === 0 && middles[at] === 0) return;
    const row = row0 + Math.floor(at / columns);
    if (isOnBorder(land, row, column0 + (at % columns))) share[at] = middles[at] as number;
  });
  return { ...window, share, outlineKm2 };
}

function windowOf(frame: GridFrame, { coordinates }: MultiPolygon): GridWindow | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of coordinates)
    for (const [lng = Number.NaN, lat = Number.NaN] of polygon[0] ?? []) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const { cellDegrees } = frame;
  const column0 = Math.max(0, Math.floor((west - frame.west) / cellDegrees));
  const row0 = Math.max(0, Math.floor((frame.north - north) / cellDegrees));
  const columns = Math.min(frame.columns, Math.ceil((east - frame.west) / cellDegrees)) - column0;
  const rows = Math.min(frame.rows, Math.ceil((frame.north - south) / cellDegrees)) - row0;
  return columns > 0 && rows > 0 ? { row0, column0, rows, columns } : null;
}

/** Share of each cell of a window within an area. */
function coverOf(
  frame: GridFrame,
  window: GridWindow,
  area: MultiPolygon,
  linesPerRow: number,
): Float32Array {
  const { columns } = window;
  const share = new Float32Array(window.rows * columns);
  eachStretch(frame, window, area, linesPerRow, (line, first, last) => {
    const start = Math.floor(line / linesPerRow) * columns;
    for (let column = Math.floor(first); column < last; column++) {
      const part = Math.min(last, column + 1) - Math.max(first, column);
      share[start + column] = (share[start + column] as number) + part / linesPerRow;
    }
  });
  return share;
}

/** 1 for each cell of a window whose middle lies within an area. */
function middlesIn(frame: GridFrame, window: GridWindow, area: MultiPolygon): Uint8Array {
  const { columns } = window;
  const middles = new Uint8Array(window.rows * columns);
  eachStretch(frame, window, area, 1, (row, first, last) => {
    for (let column = Math.ceil(first - 0.5); column + 0.5 < last; column++)
      middles[row * columns + column] = 1;
  });
  return middles;
}

/** Calls with each stretch of each line that lies within an area, from and to in columns of the window. */
function eachStretch(
  frame: GridFrame,
  { row0, column0, rows, columns }: GridWindow,
  area: MultiPolygon,
  linesPerRow: number,
  tell: (line: number, first: number, last: number) => void,
): void {
  const lines: number[][] = Array.from({ length: rows * linesPerRow }, () => []);
  const top = frame.north - row0 * frame.cellDegrees;
  for (const polygon of area.coordinates) addInside(lines, polygon, top, frame.cellDegrees / linesPerRow);
  const west = frame.west + column0 * frame.cellDegrees;
  lines.forEach((inside, line) => {
    for (const [from, to] of joined(inside)) {
      const first = Math.max(0, (from - west) / frame.cellDegrees);
      const last = Math.min(columns, (to - west) / frame.cellDegrees);
      if (first < last) tell(line, first, last);
    }
  });
}

/** Adds where a polygon lies on each line, as pairs of longitudes. Line `n` runs `n + ½` line widths below `top`. */
function addInside(
  lines: readonly number[][],
  polygon: readonly Position[][],
  top: number,
  lineDegrees: number,
): void {
  const crossings = new Map<number, number[]>();
  for (const ring of polygon)
    for (let at = 1; at < ring.length; at++) {
      const [x1 = Number.NaN, y1 = Number.NaN] = ring[at - 1] ?? [];
      const [x2 = Number.NaN, y2 = Number.NaN] = ring[at] ?? [];
      const first = Math.max(0, Math.ceil((top - Math.max(y1, y2)) / lineDegrees - 0.5));
      const end = Math.min(lines.length, Math.ceil((top - Math.min(y1, y2)) / lineDegrees - 0.5));
      for (let line = first; line < end; line++) {
        const lat = top - (line + 0.5) * lineDegrees;
        const lng = x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
        const known = crossings.get(line);
        if (known === undefined) crossings.set(line, [lng]);
        else known.push(lng);
      }
    }
  for (const [line, found] of crossings) lines[line]?.push(...found.sort((a, b) => a - b));
}

/** Pairs from–to in ascending order, those that overlap made one. */
function joined(pairs: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const sorted: [number, number][] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2)
    sorted.push([pairs[at] as number, pairs[at + 1] as number]);
  sorted.sort((a, b) => a[0] - b[0]);
  const apart: [number, number][] = [];
  for (const pair of sorted) {
    const last = apart.at(-1);
    if (last === undefined || pair[0] > last[1]) apart.push(pair);
    else last[1] = Math.max(last[1], pair[1]);
  }
  return apart;
}

/** Whether a cell's neighbours are of another county, or of none. */
function isOnBorder(
  { geometry: { rows, columns }, cells }: Pick<LandModel, 'geometry' | 'cells'>,
  row: number,
  column: number,
): boolean {
  const own = cells[row * columns + column];
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
      if (cells[r * columns + c] !== own) return true;
  return false;
}
