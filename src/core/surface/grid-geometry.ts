import type { LngLat } from '../units/coordinates.ts';

/** Semi-major axis of WGS-84, km. @see NIMA TR8350.2 */
const WGS84_SEMI_MAJOR_KM = 6378.137;
/** First eccentricity squared of WGS-84. @see NIMA TR8350.2 */
const WGS84_ECCENTRICITY_SQUARED = 0.00669437999014;

/** Where a geographic grid lies; rows go southwards from `north`, columns eastwards from `west`. */
export interface GridFrame {
  readonly west: number;
  readonly north: number;
  readonly cellDegrees: number;
  readonly columns: number;
  readonly rows: number;
}

/** A grid with the metric size of its cells on the WGS-84 ellipsoid, by row. */
export interface GridGeometry extends GridFrame {
  /** West–east width of a cell at the middle of its row, km. */
  readonly widthKm: Float64Array;
  /** North–south height of a cell, km. */
  readonly heightKm: Float64Array;
  /** From a cell's centre to a corner neighbour's, km. */
  readonly diagonalKm: Float64Array;
  /** Area of a cell, km². */
  readonly areaKm2: Float64Array;
}

/** Kilometres of one degree of longitude and of latitude at a latitude (WGS-84). */
export function kmPerDegree(latitude: number): { readonly lng: number; readonly lat: number } {
  const phi = (latitude * Math.PI) / 180;
  const w2 = 1 - WGS84_ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const prime = WGS84_SEMI_MAJOR_KM / Math.sqrt(w2);
  const meridian = (WGS84_SEMI_MAJOR_KM * (1 - WGS84_ECCENTRICITY_SQUARED)) / w2 ** 1.5;
  return { lng: (prime * Math.cos(phi) * Math.PI) / 180, lat: (meridian * Math.PI) / 180 };
}

/** Ground distance between two nearby places, km, by the local metric at their middle latitude (0.1 % up to 500 km). */
export function localDistanceKm(a: LngLat, b: LngLat): number {
  const scale = kmPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat);
}

/** Measures a grid's cells. */
export function measureGrid(frame: GridFrame): GridGeometry {
  const widthKm = new Float64Array(frame.rows);
  const heightKm = new Float64Array(frame.rows);
  const diagonalKm = new Float64Array(frame.rows);
  const areaKm2 = new Float64Array(frame.rows);
  for (let row = 0; row < frame.rows; row++) {
    const scale = kmPerDegree(frame.north - (row + 0.5) * frame.cellDegrees);
    const width = scale.lng * frame.cellDegrees;
    const height = scale.lat * frame.cellDegrees;
    widthKm[row] = width;
    heightKm[row] = height;
    diagonalKm[row] = Math.sqrt(width * width + height * height);
    areaKm2[row] = width * height;
  }
  const { west, north, cellDegrees, columns, rows } = frame;
  return { west, north, cellDegrees, columns, rows, widthKm, heightKm, diagonalKm, areaKm2 };
}

/** Index of the cell that holds a place, or −1 outside the grid. */
export function cellAt(frame: GridFrame, at: LngLat): number {
  const column = Math.floor((at[0] - frame.west) / frame.cellDegrees);
  const row = Math.floor((frame.north - at[1]) / frame.cellDegrees);
  if (column < 0 || row < 0 || column >= frame.columns || row >= frame.rows) return -1;
  return row * frame.columns + column;
}

/** Centre of a cell. */
export function cellCentre(frame: GridFrame, cell: number): LngLat {
  const row = Math.floor(cell / frame.columns);
  const column = cell - row * frame.columns;
  return [frame.west + (column + 0.5) * frame.cellDegrees, frame.north - (row + 0.5) * frame.cellDegrees];
}
