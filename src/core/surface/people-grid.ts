import type { LandModel } from './land-model.ts';

/**
 * A person's own population on the engine's grid: people of each cell of a window, row by row from the north-west.
 * Everything outside the window has nobody in this source.
 */
export interface PeopleGrid {
  /** Name of the file, as shown with every figure that rests on it. */
  readonly name: string;
  readonly row0: number;
  readonly column0: number;
  readonly rows: number;
  readonly columns: number;
  readonly people: Float32Array;
}

/** People of a grid cell, 0 outside the window. */
export function peopleAtCell(grid: PeopleGrid, row: number, column: number): number {
  const r = row - grid.row0;
  const c = column - grid.column0;
  if (r < 0 || c < 0 || r >= grid.rows || c >= grid.columns) return 0;
  return grid.people[r * grid.columns + c] as number;
}

/** A grid held against the census on the same land. */
export interface PeopleComparison {
  /** People of the grid on land cells of the country, and on other cells (their coast differs from ours). */
  readonly onLand: number;
  readonly offLand: number;
  /** Census people of the land in the grid's window, the counties' people spread evenly over their land. */
  readonly census: number;
}

/** Sums a grid and the census over the grid's window. */
export function comparePeople(land: LandModel, grid: PeopleGrid): PeopleComparison {
  let onLand = 0;
  let offLand = 0;
  let census = 0;
  for (let row = 0; row < grid.rows; row++) {
    const gridRow = row + grid.row0;
    const cellKm2 = land.geometry.areaKm2[gridRow] as number;
    for (let column = 0; column < grid.columns; column++) {
      const county = land.cells[gridRow * land.geometry.columns + column + grid.column0] as number;
      const people = grid.people[row * grid.columns + column] as number;
      if (county === 0) {
        offLand += people;
        continue;
      }
      onLand += people;
      const known = land.population[county] as number;
      if (!Number.isNaN(known)) census += (known * cellKm2) / (land.landAreaKm2[county] as number);
    }
  }
  return { onLand, offLand, census };
}
