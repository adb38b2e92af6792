import type { GroundLink, GroundModel } from './ground-model.ts';
import { SEED_RADIUS_CELLS } from './ground-model.ts';
import type { LandPoint } from './land-model.ts';
import type { SeedList } from './line-of-sight.ts';
import { linkExitSeeds, seedAround } from './line-of-sight.ts';
import type { MarchQueue } from './march-queue.ts';
import { createMarchQueue, lowerTime, resetQueue, takeEarliest } from './march-queue.ts';

/** Bounds are taken this much lower, so that rounding never decides. */
const ROUNDING_SLACK = 1 - 1e-12;

/** A rectangular part of the grid. */
export interface GridWindow {
  readonly row0: number;
  readonly column0: number;
  readonly rows: number;
  readonly columns: number;
}

/** Buffers that a march reuses; one set per thread. Grown on demand, never shrunk. */
export interface MarchScratch {
  minutes: Float64Array;
  readonly queue: MarchQueue;
}

/** Makes empty buffers. */
export function createMarchScratch(): MarchScratch {
  return {
    minutes: new Float64Array(0),
    queue: createMarchQueue(),
  };
}

/**
 * The result of a march, a view into the scratch buffers: valid until the next march with the same buffers.
 * `minutes` is Infinity where nothing arrived; cells just outside the limit hold their provisional time (> limit).
 */
export interface March extends GridWindow {
  readonly minutes: Float64Array;
  readonly limitMinutes: number;
  /** Cells within the limit. */
  readonly acceptedCells: number;
}

function reserve(scratch: MarchScratch, size: number): void {
  if (scratch.minutes.length < size) {
    const capacity = Math.ceil(size * 1.3);
    scratch.minutes = new Float64Array(capacity);
  }
  scratch.minutes.fill(Infinity, 0, size);
}

/** How far a budget can reach, km: land at its fastest, plus what links within reach are faster than land. */
function reachKm(ground: GroundModel, limitMinutes: number, nearby: readonly GroundLink[]): number {
  let reach = limitMinutes * ground.fastestKmPerMinute;
  for (const link of nearby) {
    if (link.minutes <= limitMinutes) {
      reach += Math.max(0, link.straightKm - link.minutes * ground.fastestKmPerMinute);
    }
  }
  return reach;
}

function windowAround(ground: GroundModel, source: LandPoint, radiusKm: number): GridWindow {
  const { geometry } = ground.land;
  const row = Math.round(source.row);
  const column = Math.round(source.column);
  const height = geometry.heightKm[Math.min(geometry.rows - 1, Math.max(0, row))] as number;
  const margin = SEED_RADIUS_CELLS + 2;
  const rowReach = Math.ceil((radiusKm / height) * 1.01) + margin;
  const row0 = Math.max(0, row - rowReach);
  const row1 = Math.min(geometry.rows - 1, row + rowReach);
  const narrowest = Math.min(geometry.widthKm[row0] as number, geometry.widthKm[row1] as number);
  const columnReach = Math.ceil((radiusKm / narrowest) * 1.01) + margin;
  const column0 = Math.max(0, column - columnReach);
  const column1 = Math.min(geometry.columns - 1, column + columnReach);
  return { row0, column0, rows: row1 - row0 + 1, columns: column1 - column0 + 1 };
}

/** Links that some chain of links and land within the limit might use. */
function linksWithin(ground: GroundModel, source: LandPoint, limitMinutes: number): readonly GroundLink[] {
  if (ground.links.length === 0) return ground.links;
  const { widthKm, heightKm, rows } = ground.land.geometry;
  const sourceRow = Math.min(rows - 1, Math.max(0, Math.round(source.row)));
  const height = heightKm[sourceRow] as number;
  // Cells only get wider to the south; the narrowest width on the way never overstates the distance.
  const narrowest = Math.min(widthKm[sourceRow] as number, widthKm[0] as number);
  const nearKm = (end: LandPoint): number =>
    Math.hypot((end.column - source.column) * narrowest, (end.row - source.row) * height) * 0.98;
  let nearby: readonly GroundLink[] = [];
  for (;;) {
    const reach = reachKm(ground, limitMinutes, nearby);
    const next = ground.links.filter((link) => Math.min(nearKm(link.from), nearKm(link.to)) <= reach);
    if (next.length === nearby.length) return next;
    nearby = next;
  }
}

function touchesBorder(ground: GroundModel, window: GridWindow): boolean {
  const box = ground.land.borderBox;
  if (box === null) return false;
  return (
    box.rowMin < window.row0 + window.rows &&
    box.rowMax >= window.row0 &&
    box.columnMin < window.column0 + window.columns &&
    box.columnMax >= window.column0
  );
}

/**
 * Least times over land from one place: first-order fast marching on the eight triangles around a cell, with exact
 * times along straight lines near the source, cells as wide as their latitude makes them, and road links as jumps.
 * Every update is monotone in its neighbours' times, so more links or speed never make a cell later.
 * @see Sethian, J. A. (1996), A fast marching level set method for monotonically advancing fronts, PNAS 93(4)
 * @see Kimmel, R. & Sethian, J. A. (1998), Computing geodesic paths on manifolds, PNAS 95(15), for triangle updates
 */
export function marchGround(
  ground: GroundModel,
  source: LandPoint,
  limitMinutes: number,
  scratch: MarchScratch,
): March {
  const { land, minutesPerKm } = ground;
  const { cells, zone } = land;
  const gridColumns = land.geometry.columns;
  const nearbyLinks = linksWithin(ground, source, limitMinutes);
  const window = windowAround(ground, source, reachKm(ground, limitMinutes, nearbyLinks));
  const { row0, column0, rows, columns } = window;
  const size = rows * columns;
  reserve(scratch, size);
  const { minutes, queue } = scratch;
  resetQueue(queue, limitMinutes);
  const borders = touchesBorder(ground, window);
  const { borderMinutes } = ground;
  const { widthKm, heightKm, diagonalKm } = land.geometry;

  const relaxSeeds = (seeds: SeedList, base: number): void => {
    for (let index = 0; index < seeds.cells.length; index++) {
      const grid = seeds.cells[index] as number;
      const gridRow = Math.floor(grid / gridColumns);
      const row = gridRow - row0;
      const column = grid - gridRow * gridColumns - column0;
      if (row < 1 || column < 1 || row >= rows - 1 || column >= columns - 1) continue;
      const cell = row * columns + column;
      const value = base + (seeds.minutes[index] as number);
      if (value >= (minutes[cell] as number)) continue;
      lowerTime(queue, minutes, cell, value);
    }
  };

  const linksAt = new Map<number, GroundLink[]>();
  for (const link of nearbyLinks) {
    for (const end of [link.from, link.to]) {
      const row = Math.floor(end.cell / gridColumns) - row0;
      const column = (end.cell % gridColumns) - column0;
      if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
      const cell = row * columns + column;
      const here = linksAt.get(cell);
      if (here === undefined) linksAt.set(cell, [link]);
      else here.push(link);
    }
  }
  relaxSeeds(seedAround(ground, source), 0);

  let acceptedCells = 0;
  for (let cell = takeEarliest(queue, minutes); cell !== -1; cell = takeEarliest(queue, minutes)) {
    acceptedCells++;
    const time = minutes[cell] as number;
    const row = (cell / columns) | 0;
    const column = cell - row * columns;
    const gridCell = (row + row0) * gridColumns + column + column0;
    if (linksAt.size > 0) {
      for (const link of linksAt.get(cell) ?? []) {
        if (link.from.cell === gridCell) relaxSeeds(linkExitSeeds(ground, link.to), time + link.minutes);
        if (link.to.cell === gridCell) relaxSeeds(linkExitSeeds(ground, link.from), time + link.minutes);
      }
    }
    // The outermost ring only holds times: the window is wide enough that it lies beyond the limit or the grid.
    if (row === 0 || column === 0 || row === rows - 1 || column === columns - 1) continue;
    const zoneHere = borders ? (zone[cells[gridCell] as number] as number) : 0;

    for (let side = 0; side < 4; side++) {
      // Sides: 0 east, 1 north, 2 west, 3 south.
      const vertical = side & 1;
      const sign = side === 0 || side === 3 ? 1 : -1;
      const target = cell + (vertical ? sign * columns : sign);
      const known = minutes[target] as number;
      if (known <= time) continue;
      const county = cells[gridCell + (vertical ? sign * gridColumns : sign)] as number;
      if (county === 0) continue;
      const slowness = minutesPerKm[county] as number;
      const gridRow = row + row0 + (vertical ? sign : 0);
      const width = widthKm[gridRow] as number;
      const height = heightKm[gridRow] as number;
      const along = vertical ? height : width;
      const straight = time + slowness * along;
      if (borders && (zone[county] as number) !== zoneHere) {
        if (straight + borderMinutes < known) lowerTime(queue, minutes, target, straight + borderMinutes);
        continue;
      }
      const diagonal = diagonalKm[gridRow] as number;
      // No triangle makes it earlier than this.
      if (time + ((slowness * along * along) / diagonal) * ROUNDING_SLACK >= known) continue;
      let best = straight;
      // Two triangles: this cell as the right-angled corner, the diagonal ones beside it as the third.
      const aside = vertical ? width : height;
      const across = vertical ? 1 : columns;
      const gridAcross = vertical ? 1 : gridColumns;
      const limit = (slowness * aside * aside) / diagonal;
      for (let turn = -1; turn <= 1; turn += 2) {
        const lead = time - (minutes[cell + turn * across] as number);
        if (!(lead > 0 && lead < limit)) continue;
        if (borders && zone[cells[gridCell + turn * gridAcross] as number] !== zoneHere) continue;
        const gradient = lead / aside;
        const value = time + along * Math.sqrt(slowness * slowness - gradient * gradient);
        if (value < best) best = value;
      }
      if (best < known) lowerTime(queue, minutes, target, best);
    }

    for (let corner = 0; corner < 4; corner++) {
      const down = corner < 2 ? -1 : 1;
      const right = corner & 1 ? 1 : -1;
      const target = cell + down * columns + right;
      const known = minutes[target] as number;
      if (known <= time) continue;
      const county = cells[gridCell + down * gridColumns + right] as number;
      if (county === 0) continue;
      let value = time + (minutesPerKm[county] as number) * (diagonalKm[row + row0 + down] as number);
      if (borders && (zone[county] as number) !== zoneHere) value += borderMinutes;
      if (value >= known) continue;
      // No squeezing through between two water cells that touch at a corner.
      if (cells[gridCell + right] === 0 && cells[gridCell + down * gridColumns] === 0) continue;
      lowerTime(queue, minutes, target, value);
    }
  }
  return { row0, column0, rows, columns, minutes, limitMinutes, acceptedCells };
}
