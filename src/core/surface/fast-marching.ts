import type { GroundLink, GroundModel } from './ground-model.ts';
import { SEED_RADIUS_CELLS } from './ground-model.ts';
import type { LandPoint } from './land-model.ts';
import type { SeedList } from './line-of-sight.ts';
import { linkExitSeeds, seedAround } from './line-of-sight.ts';

const FAR = 0;
const IN_HEAP = 1;
const ACCEPTED = 2;
/** Set on cells where a road link ends. */
const LINK_END = 4;

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
  state: Uint8Array;
  position: Int32Array;
  heap: Int32Array;
  /** Times of the cells in the heap, side by side with them: comparing them stays in cache. */
  heapTime: Float64Array;
  heapSize: number;
}

/** Makes empty buffers. */
export function createMarchScratch(): MarchScratch {
  return {
    minutes: new Float64Array(0),
    state: new Uint8Array(0),
    position: new Int32Array(0),
    heap: new Int32Array(0),
    heapTime: new Float64Array(0),
    heapSize: 0,
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
    scratch.state = new Uint8Array(capacity);
    scratch.position = new Int32Array(capacity);
    scratch.heap = new Int32Array(capacity);
    scratch.heapTime = new Float64Array(capacity);
  }
  scratch.minutes.fill(Infinity, 0, size);
  scratch.state.fill(FAR, 0, size);
  scratch.heapSize = 0;
}

/** Gives a cell a lower time and moves it up the heap, putting it there if it was not. */
function lower(scratch: MarchScratch, cell: number, value: number): void {
  const { state, position, heap, heapTime } = scratch;
  const cellState = state[cell] as number;
  let hole: number;
  if ((cellState & IN_HEAP) === 0) {
    state[cell] = cellState | IN_HEAP;
    hole = scratch.heapSize++;
  } else {
    hole = position[cell] as number;
  }
  scratch.minutes[cell] = value;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const time = heapTime[parent] as number;
    if (time <= value) break;
    const other = heap[parent] as number;
    heap[hole] = other;
    heapTime[hole] = time;
    position[other] = hole;
    hole = parent;
  }
  heap[hole] = cell;
  heapTime[hole] = value;
  position[cell] = hole;
}

/** Takes the earliest cell off the heap. */
function removeTop(scratch: MarchScratch): void {
  const { position, heap, heapTime } = scratch;
  const size = --scratch.heapSize;
  if (size === 0) return;
  const last = heap[size] as number;
  const value = heapTime[size] as number;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let time = heapTime[child] as number;
    if (child + 1 < size && (heapTime[child + 1] as number) < time) {
      child++;
      time = heapTime[child] as number;
    }
    if (time >= value) break;
    const other = heap[child] as number;
    heap[hole] = other;
    heapTime[hole] = time;
    position[other] = hole;
    hole = child;
  }
  heap[hole] = last;
  heapTime[hole] = value;
  position[last] = hole;
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
  const { minutes, state, heap } = scratch;
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
      if ((state[cell] as number) & ACCEPTED || value >= (minutes[cell] as number)) continue;
      lower(scratch, cell, value);
    }
  };

  const linksAt = new Map<number, GroundLink[]>();
  for (const link of nearbyLinks) {
    for (const end of [link.from, link.to]) {
      const row = Math.floor(end.cell / gridColumns) - row0;
      const column = (end.cell % gridColumns) - column0;
      if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
      const cell = row * columns + column;
      state[cell] = LINK_END;
      const here = linksAt.get(cell);
      if (here === undefined) linksAt.set(cell, [link]);
      else here.push(link);
    }
  }
  relaxSeeds(seedAround(ground, source), 0);

  let acceptedCells = 0;
  while (scratch.heapSize > 0) {
    const cell = heap[0] as number;
    const time = minutes[cell] as number;
    if (time > limitMinutes) break;
    removeTop(scratch);
    acceptedCells++;
    const cellState = (state[cell] as number) | ACCEPTED;
    state[cell] = cellState;
    const row = (cell / columns) | 0;
    const column = cell - row * columns;
    const gridCell = (row + row0) * gridColumns + column + column0;
    if (cellState & LINK_END) {
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
      const step = side === 0 ? 1 : side === 1 ? -columns : side === 2 ? -1 : columns;
      const gridStep = side === 0 ? 1 : side === 1 ? -gridColumns : side === 2 ? -1 : gridColumns;
      const across = vertical ? 1 : columns;
      const gridAcross = vertical ? 1 : gridColumns;
      const target = cell + step;
      if ((state[target] as number) & ACCEPTED) continue;
      const county = cells[gridCell + gridStep] as number;
      if (county === 0) continue;
      const slowness = minutesPerKm[county] as number;
      const gridRow = row + row0 + (side === 1 ? -1 : side === 3 ? 1 : 0);
      const width = widthKm[gridRow] as number;
      const height = heightKm[gridRow] as number;
      const along = vertical ? height : width;
      const aside = vertical ? width : height;
      let best: number;
      if (borders && (zone[county] as number) !== zoneHere) {
        best = time + slowness * along + borderMinutes;
      } else {
        best = time + slowness * along;
        // Two triangles: this cell as the right-angled corner, the diagonal ones beside it as the third.
        const limit = (slowness * aside * aside) / (diagonalKm[gridRow] as number);
        for (let turn = -1; turn <= 1; turn += 2) {
          const beside = cell + turn * across;
          if (!((state[beside] as number) & ACCEPTED)) continue;
          if (borders && zone[cells[gridCell + turn * gridAcross] as number] !== zoneHere) continue;
          const lead = time - (minutes[beside] as number);
          if (lead <= 0 || lead >= limit) continue;
          const gradient = lead / aside;
          const value = time + along * Math.sqrt(slowness * slowness - gradient * gradient);
          if (value < best) best = value;
        }
      }
      if (best < (minutes[target] as number)) lower(scratch, target, best);
    }

    for (let corner = 0; corner < 4; corner++) {
      const down = corner < 2 ? -1 : 1;
      const right = corner & 1 ? 1 : -1;
      const target = cell + down * columns + right;
      if ((state[target] as number) & ACCEPTED) continue;
      const gridTarget = gridCell + down * gridColumns + right;
      const county = cells[gridTarget] as number;
      if (county === 0) continue;
      // No squeezing through between two water cells that touch at a corner.
      if (cells[gridCell + right] === 0 && cells[gridCell + down * gridColumns] === 0) continue;
      const gridRow = row + row0 + down;
      let value = time + (minutesPerKm[county] as number) * (diagonalKm[gridRow] as number);
      if (borders && (zone[county] as number) !== zoneHere) value += borderMinutes;
      if (value < (minutes[target] as number)) lower(scratch, target, value);
    }
  }
  return { row0, column0, rows, columns, minutes, limitMinutes, acceptedCells };
}
