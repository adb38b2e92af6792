import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import { areaKm2 } from './area.ts';
import { polygonsOf, type CountyCollection } from './geometry-types.ts';

/** The grid of `CountyRaster`: 0.01° from 73° E, 54° N over 6300 × 3610 cells. */
export const nationalGrid = { west: 73, north: 54, cellDegrees: 0.01, columns: 6300, rows: 3610 } as const;

/** Where a raster lies and how fine it is. */
export type Grid = Omit<CountyRaster, 'counties' | 'cells'>;

/** Lakes at least this large are no land. Smaller ones and rivers have crossings that we don't know. */
export const lakeLimitKm2 = 50;

/**
 * Paints county polygons cell by cell: a cell belongs to the county that holds its middle, or to none when a large lake
 * does. A county too small to hold a middle gets the cell of its first vertex.
 */
export function paintCounties(
  collection: CountyCollection,
  lakes: FeatureCollection<Polygon | MultiPolygon>,
  grid: Grid = nationalGrid,
): CountyRaster {
  const cells = new Uint16Array(grid.columns * grid.rows);
  const counties: Adcode[] = [];
  for (const { properties, geometry } of collection.features) {
    counties.push(properties.adcode);
    if (paint(grid, cells, geometry, counties.length) > 0) continue;
    const [lng = 0, lat = 0] = polygonsOf(geometry)[0]?.[0]?.[0] ?? [];
    cells[rowOf(grid, lat) * grid.columns + columnOf(grid, lng)] = counties.length;
  }
  const before = countCells(cells, counties.length);
  for (const lake of lakes.features) if (isLarge(lake)) paint(grid, cells, lake.geometry, 0);
  const after = countCells(cells, counties.length);
  const drowned = counties.filter((_, index) => (before[index + 1] ?? 0) > 0 && after[index + 1] === 0);
  if (drowned.length > 0) throw new Error(`lakes leave no land of ${drowned.join(', ')}`);
  return { ...grid, counties, cells };
}

function isLarge(lake: Feature<Polygon | MultiPolygon>): boolean {
  return areaKm2(lake.geometry) >= lakeLimitKm2;
}

function countCells(cells: Uint16Array, counties: number): Uint32Array {
  const counts = new Uint32Array(counties + 1);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

function rowOf(grid: Grid, lat: number): number {
  return Math.min(grid.rows - 1, Math.max(0, Math.floor((grid.north - lat) / grid.cellDegrees)));
}

function columnOf(grid: Grid, lng: number): number {
  return Math.min(grid.columns - 1, Math.max(0, Math.floor((lng - grid.west) / grid.cellDegrees)));
}

/** Scanline fill by the even-odd rule at cell middles; returns how many cells were painted. */
function paint(grid: Grid, cells: Uint16Array, geometry: Polygon | MultiPolygon, value: number): number {
  let painted = 0;
  for (const rings of polygonsOf(geometry)) {
    const crossings = new Map<number, number[]>();
    for (const ring of rings) addCrossings(grid, ring, crossings);
    for (const [row, xs] of crossings) {
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.ceil((xs[i] ?? 0) - 0.5));
        const to = Math.min(grid.columns, Math.ceil((xs[i + 1] ?? 0) - 0.5));
        if (to <= from) continue;
        cells.fill(value, row * grid.columns + from, row * grid.columns + to);
        painted += to - from;
      }
    }
  }
  return painted;
}

/** Where a ring crosses the middle lines of rows, in cells from the west. */
function addCrossings(grid: Grid, ring: readonly Position[], crossings: Map<number, number[]>): void {
  for (let i = 0; i + 1 < ring.length; i++) {
    const ax = ((ring[i]?.[0] ?? 0) - grid.west) / grid.cellDegrees;
    const ay = (grid.north - (ring[i]?.[1] ?? 0)) / grid.cellDegrees;
    const bx = ((ring[i + 1]?.[0] ?? 0) - grid.west) / grid.cellDegrees;
    const by = (grid.north - (ring[i + 1]?.[1] ?? 0)) / grid.cellDegrees;
    const first = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5));
    const last = Math.min(grid.rows - 1, Math.ceil(Math.max(ay, by) - 0.5) - 1);
    for (let row = first; row <= last; row++) {
      const x = ax + ((row + 0.5 - ay) / (by - ay)) * (bx - ax);
      const list = crossings.get(row);
      if (list) list.push(x);
      else crossings.set(row, [x]);
    }
  }
}
