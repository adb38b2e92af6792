import type { Adcode } from '../geography/admin-unit.ts';
import { densityClass } from '../network/travel-parameters.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { CountyRaster } from './county-raster.ts';
import type { GridGeometry } from './grid-geometry.ts';
import { cellAt, kmPerDegree, measureGrid } from './grid-geometry.ts';

/** Sides of the Hong Kong and Macao boundaries; crossing from one to another costs the border minutes. */
export type BorderZone = 0 | 1 | 2;

/** Rows and columns of cells, ends included. */
export interface CellBox {
  readonly rowMin: number;
  readonly rowMax: number;
  readonly columnMin: number;
  readonly columnMax: number;
}

/** What the ground is made of, derived once from the county raster and the county populations. */
export interface LandModel {
  readonly geometry: GridGeometry;
  /** County number of each cell, 0 = water or foreign. */
  readonly cells: Uint16Array;
  /** Adcode of county number n at n − 1. */
  readonly counties: readonly Adcode[];
  /** The following are indexed by county number (0 unused). */
  readonly landAreaKm2: Float64Array;
  /** People; NaN where unknown. */
  readonly population: Float64Array;
  /** Index of the density class; the lowest where the population is unknown. */
  readonly densityClass: Uint8Array;
  readonly zone: Uint8Array;
  /** First and last row, first and last column of county n at 4 n. */
  readonly countyBox: Int32Array;
  /** Cells of Hong Kong and Macao, `null` when the raster has none. */
  readonly borderBox: CellBox | null;
  /** Counties that have cells but no population: their road speed is assumed from the lowest class. */
  readonly withoutPopulation: readonly Adcode[];
}

/** The zone of a unit: Hong Kong 81…, Macao 82…, everything else 0. */
export function borderZone(adcode: Adcode): BorderZone {
  if (adcode.startsWith('81')) return 1;
  if (adcode.startsWith('82')) return 2;
  return 0;
}

/**
 * Measures counties on the raster and derives density classes.
 * @param populationByCounty people by county-level adcode (census 2020); a county that is absent is unknown
 */
export function buildLandModel(
  raster: CountyRaster,
  populationByCounty: ReadonlyMap<Adcode, number>,
): LandModel {
  const geometry = measureGrid(raster);
  const { cells, counties } = raster;
  const count = counties.length + 1;
  const zone = new Uint8Array(count);
  counties.forEach((adcode, index) => (zone[index + 1] = borderZone(adcode)));
  const landAreaKm2 = new Float64Array(count);
  const countyBox = new Int32Array(count * 4);
  for (let county = 0; county < count; county++)
    countyBox.set([raster.rows, -1, raster.columns, -1], county * 4);
  // Cells are counted row by row, as a circle counts them: a county wholly within then has exactly its own area.
  const inRow = new Uint32Array(count);
  const seen: number[] = [];
  for (let row = 0; row < raster.rows; row++) {
    const start = row * raster.columns;
    let column = 0;
    while (column < raster.columns) {
      const county = cells[start + column] as number;
      const first = column;
      do column++;
      while (column < raster.columns && cells[start + column] === county);
      if (county === 0) continue;
      const known = inRow[county] as number;
      if (known === 0) seen.push(county);
      inRow[county] = known + column - first;
      const box = county * 4;
      if ((countyBox[box] as number) > row) countyBox[box] = row;
      countyBox[box + 1] = row;
      if ((countyBox[box + 2] as number) > first) countyBox[box + 2] = first;
      if ((countyBox[box + 3] as number) < column - 1) countyBox[box + 3] = column - 1;
    }
    const cellArea = geometry.areaKm2[row] as number;
    for (const county of seen) {
      landAreaKm2[county] = (landAreaKm2[county] as number) + (inRow[county] as number) * cellArea;
      inRow[county] = 0;
    }
    seen.length = 0;
  }
  let borderBox = null as CellBox | null;
  for (let county = 1; county < count; county++) {
    const [rowMin = 0, rowMax = -1, columnMin = 0, columnMax = -1] = countyBox.subarray(
      county * 4,
      county * 4 + 4,
    );
    if (zone[county] === 0 || rowMax < 0) continue;
    const known: CellBox = borderBox ?? { rowMin, rowMax, columnMin, columnMax };
    borderBox = {
      rowMin: Math.min(rowMin, known.rowMin),
      rowMax: Math.max(rowMax, known.rowMax),
      columnMin: Math.min(columnMin, known.columnMin),
      columnMax: Math.max(columnMax, known.columnMax),
    };
  }
  const population = new Float64Array(count).fill(Number.NaN);
  const classes = new Uint8Array(count);
  const withoutPopulation: Adcode[] = [];
  counties.forEach((adcode, index) => {
    const people = populationByCounty.get(adcode);
    const area = landAreaKm2[index + 1] as number;
    if (people === undefined) {
      classes[index + 1] = densityClass(0);
      if (area > 0) withoutPopulation.push(adcode);
      return;
    }
    population[index + 1] = people;
    classes[index + 1] = densityClass(area > 0 ? people / area : 0);
  });
  return {
    geometry,
    cells,
    counties,
    landAreaKm2,
    population,
    densityClass: classes,
    zone,
    countyBox,
    borderBox,
    withoutPopulation,
  };
}

/** A place tied to the land: its position in fractional cells and the cell that holds it. */
export interface LandPoint {
  readonly cell: number;
  /** Fractional column and row; whole numbers at cell centres. */
  readonly column: number;
  readonly row: number;
  /** How far the place was moved to reach land, km; 0 for places on land. */
  readonly movedKm: number;
}

/** Ties a place to the land; a place on water moves to the centre of the nearest land cell within `maxKm`, else `null`. */
export function findLandPoint(land: LandModel, at: LngLat, maxKm: number): LandPoint | null {
  const { geometry, cells } = land;
  const { columns, rows, cellDegrees } = geometry;
  const own = cellAt(geometry, at);
  const column = (at[0] - geometry.west) / cellDegrees - 0.5;
  const row = (geometry.north - at[1]) / cellDegrees - 0.5;
  if (own >= 0 && cells[own] !== 0) return { cell: own, column, row, movedKm: 0 };
  if (!Number.isFinite(column) || !Number.isFinite(row)) return null;
  const scale = kmPerDegree(at[1]);
  const widthKm = scale.lng * cellDegrees;
  const heightKm = scale.lat * cellDegrees;
  const reach = Math.ceil(maxKm / Math.min(widthKm, heightKm)) + 1;
  let best = maxKm;
  let bestCell = -1;
  for (let r = Math.max(0, Math.round(row) - reach); r <= Math.min(rows - 1, Math.round(row) + reach); r++) {
    for (
      let c = Math.max(0, Math.round(column) - reach);
      c <= Math.min(columns - 1, Math.round(column) + reach);
      c++
    ) {
      if (cells[r * columns + c] === 0) continue;
      const km = Math.hypot((c - column) * widthKm, (r - row) * heightKm);
      if (km < best) {
        best = km;
        bestCell = r * columns + c;
      }
    }
  }
  if (bestCell === -1) return null;
  const bestRow = Math.floor(bestCell / columns);
  return { cell: bestCell, column: bestCell - bestRow * columns, row: bestRow, movedKm: best };
}
