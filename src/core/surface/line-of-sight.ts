import type { GroundModel } from './ground-model.ts';
import { SEED_RADIUS_CELLS } from './ground-model.ts';
import type { LandPoint } from './land-model.ts';

/** Samples per cell along a line of sight. */
const SAMPLES_PER_CELL = 3;

/** Cells with the time of the straight line that leads to them. */
export interface SeedList {
  /** Indices into the whole grid. */
  readonly cells: Int32Array;
  readonly minutes: Float64Array;
}

/**
 * Times along straight lines from a place to the cell centres around it, where land lies all along the line on one
 * side of a border. This is the exact start of a march: without it the first cells' error spreads over the circle.
 */
export function seedAround(ground: GroundModel, source: LandPoint): SeedList {
  const { land, minutesPerKm } = ground;
  const { cells, zone } = land;
  const { columns, rows, widthKm, heightKm } = land.geometry;
  const ownRow = Math.floor(source.cell / columns);
  const ownColumn = source.cell - ownRow * columns;
  const ownZone = zone[cells[source.cell] as number] as number;
  const found: number[] = [];
  const times: number[] = [];
  const height = heightKm[ownRow] as number;
  for (let dr = -SEED_RADIUS_CELLS; dr <= SEED_RADIUS_CELLS; dr++) {
    for (let dc = -SEED_RADIUS_CELLS; dc <= SEED_RADIUS_CELLS; dc++) {
      if (dr * dr + dc * dc > SEED_RADIUS_CELLS * SEED_RADIUS_CELLS) continue;
      const row = ownRow + dr;
      const column = ownColumn + dc;
      if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
      const width = ((widthKm[ownRow] as number) + (widthKm[row] as number)) / 2;
      const lengthKm = Math.hypot((column - source.column) * width, (row - source.row) * height);
      const samples = 1 + SAMPLES_PER_CELL * Math.max(Math.abs(dr), Math.abs(dc));
      let slowness = 0;
      let clear = true;
      let lastRow = ownRow;
      let lastColumn = ownColumn;
      for (let sample = 0; sample < samples; sample++) {
        const part = (sample + 0.5) / samples;
        const atRow = Math.round(source.row + (row - source.row) * part);
        const atColumn = Math.round(source.column + (column - source.column) * part);
        const county = cells[atRow * columns + atColumn] as number;
        // Through a corner, one of the two cells beside it must be land, as in the march.
        const squeezed =
          atRow !== lastRow &&
          atColumn !== lastColumn &&
          cells[atRow * columns + lastColumn] === 0 &&
          cells[lastRow * columns + atColumn] === 0;
        if (county === 0 || zone[county] !== ownZone || squeezed) {
          clear = false;
          break;
        }
        lastRow = atRow;
        lastColumn = atColumn;
        slowness += minutesPerKm[county] as number;
      }
      const own = dr === 0 && dc === 0;
      if (own && !clear) {
        slowness = (minutesPerKm[cells[source.cell] as number] as number) * samples;
        clear = true;
      }
      if (!clear || cells[row * columns + column] === 0) continue;
      found.push(row * columns + column);
      times.push((lengthKm * slowness) / samples);
    }
  }
  return { cells: Int32Array.from(found), minutes: Float64Array.from(times) };
}

const exitSeeds = new WeakMap<GroundModel, Map<number, SeedList>>();

/** Seeds around the end of a road link, kept per ground model. */
export function linkExitSeeds(ground: GroundModel, end: LandPoint): SeedList {
  let known = exitSeeds.get(ground);
  if (known === undefined) {
    known = new Map();
    exitSeeds.set(ground, known);
  }
  let seeds = known.get(end.cell);
  if (seeds === undefined) {
    // Link ends count at their cell's centre, so that links which share a cell share their seeds.
    const row = Math.floor(end.cell / ground.land.geometry.columns);
    const column = end.cell - row * ground.land.geometry.columns;
    seeds = seedAround(ground, { ...end, row, column });
    known.set(end.cell, seeds);
  }
  return seeds;
}
