import type { MultiPolygon } from 'geojson';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { cutoffTicks, UNREACHED_TICKS } from '../surface/travel-time-ticks.ts';
import type { Ring } from './polygon-assembly.ts';
import { assemblePolygons } from './polygon-assembly.ts';

// Edges of a square of four cell centres, as bits of a segment table: 0 top, 1 right, 2 bottom, 3 left.
const TOP = 0;
const RIGHT = 1;
const BOTTOM = 2;
const LEFT = 3;

/**
 * Segments [from, to] by which corners are inside (8 top-left, 4 top-right, 2 bottom-right, 1 bottom-left), the inside
 * on the left of the direction of travel, so that outer rings run counter-clockwise on the map (RFC 7946 §3.1.6).
 * Saddles (10, 5) are the unconnected reading; {@link JOINED_SADDLES} holds the connected one.
 */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[BOTTOM, LEFT]],
  [[RIGHT, BOTTOM]],
  [[RIGHT, LEFT]],
  [[TOP, RIGHT]],
  [
    [TOP, RIGHT],
    [BOTTOM, LEFT],
  ],
  [[TOP, BOTTOM]],
  [[TOP, LEFT]],
  [[LEFT, TOP]],
  [[BOTTOM, TOP]],
  [
    [LEFT, TOP],
    [RIGHT, BOTTOM],
  ],
  [[RIGHT, TOP]],
  [[LEFT, RIGHT]],
  [[BOTTOM, RIGHT]],
  [[LEFT, BOTTOM]],
  [],
];

const JOINED_SADDLES: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  5: [
    [TOP, LEFT],
    [BOTTOM, RIGHT],
  ],
  10: [
    [RIGHT, TOP],
    [LEFT, BOTTOM],
  ],
};

/** Decimals of degrees kept in polygons: 1e-5° is about 1 m. */
const COORDINATE_SCALE = 1e5;

const NO_EDGE = -1;

/** The edge that follows each, kept between calls; every contour takes its own edges out again. */
let edgesAfter = new Int32Array(0);

function reserveEdges(size: number): Int32Array {
  if (edgesAfter.length < size) edgesAfter = new Int32Array(Math.ceil(size * 1.3)).fill(NO_EDGE);
  return edgesAfter;
}

/**
 * The area within a cut-off as polygons: marching squares between cell centres, linear between times, half-way to
 * cells that are not reached (water, foreign land, beyond the egress limit). Empty when nothing is within.
 * @see Lorensen, W. & Cline, H. (1987), Marching cubes, SIGGRAPH 87, for the case table in three dimensions
 */
export function contourSurface(surface: TravelTimeSurface, minutes: number): MultiPolygon {
  const { rows, columns, ticks } = surface;
  const limit = cutoffTicks(minutes);
  const cut = limit + 0.5;
  // One ring of unreached cells around the window closes every contour.
  const width = columns + 2;
  const at = (row: number, column: number): number =>
    row < 1 || column < 1 || row > rows || column > columns
      ? UNREACHED_TICKS
      : (ticks[(row - 1) * columns + column - 1] as number);
  const next = reserveEdges(2 * (rows + 2) * width);
  const starts: number[] = [];

  // Edge ids: 2 × the square's top-left cell for edges running east, + 1 for edges running south.
  const edgeId = (row: number, column: number, side: number): number => {
    if (side === TOP) return 2 * (row * width + column);
    if (side === BOTTOM) return 2 * ((row + 1) * width + column);
    if (side === LEFT) return 2 * (row * width + column) + 1;
    return 2 * (row * width + column + 1) + 1;
  };
  for (let row = 0; row <= rows; row++) {
    const upper = row >= 1 ? (row - 1) * columns : -1;
    const lower = row < rows ? row * columns : -1;
    let code = 0;
    for (let column = 0; column <= columns; column++) {
      // The right corners of the last square are the left ones of this.
      code = ((code & 4) << 1) | ((code & 2) >> 1);
      if (column < columns) {
        if (upper >= 0 && (ticks[upper + column] as number) <= limit) code |= 4;
        if (lower >= 0 && (ticks[lower + column] as number) <= limit) code |= 2;
      }
      if (code === 0 || code === 15) continue;
      let segments = SEGMENTS[code] as readonly (readonly [number, number])[];
      if (code === 5 || code === 10) {
        const corners = [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)];
        const mean = corners.reduce((sum, value) => sum + value, 0) / 4;
        if (mean <= cut && !surface.stepped) segments = JOINED_SADDLES[code] ?? segments;
      }
      for (const [from, to] of segments) {
        const edge = edgeId(row, column, from);
        starts.push(edge);
        next[edge] = edgeId(row, column, to);
      }
    }
  }

  const { west, north, cellDegrees } = surface.frame;
  const position = (edge: number): [number, number] => {
    const cell = edge >> 1;
    const south = edge & 1;
    const row = (cell / width) | 0;
    const column = cell - row * width;
    const a = at(row, column);
    const b = south ? at(row + 1, column) : at(row, column + 1);
    let part = 0.5;
    if (!surface.stepped && a !== UNREACHED_TICKS && b !== UNREACHED_TICKS) part = (cut - a) / (b - a);
    const x = surface.column0 + column - 0.5 + (south ? 0 : part);
    const y = surface.row0 + row - 0.5 + (south ? part : 0);
    return [
      Math.round((west + x * cellDegrees) * COORDINATE_SCALE) / COORDINATE_SCALE,
      Math.round((north - y * cellDegrees) * COORDINATE_SCALE) / COORDINATE_SCALE,
    ];
  };
  const rings: Ring[] = [];
  for (const start of starts) {
    const ring: Ring = [];
    let edge = start;
    for (;;) {
      const following = next[edge] as number;
      if (following === NO_EDGE) break;
      next[edge] = NO_EDGE;
      ring.push(position(edge));
      edge = following;
    }
    const first = ring[0];
    if (first === undefined || ring.length < 3) continue;
    ring.push([first[0], first[1]]);
    rings.push(ring);
  }
  return assemblePolygons(rings);
}
