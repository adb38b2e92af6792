import type { GroundModel } from '#core/surface/ground-model.ts';
import type { LandPoint } from '#core/surface/land-model.ts';

/** Each cell is split into this many parts each way. */
const SPLIT = 5;
/** Steps up to this many parts away: 4 gives 48 directions, the worst about 0.8 % longer than straight. */
const REACH = 4;

/** Steps whose parts have no common divisor. */
function steps(): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let row = -REACH; row <= REACH; row++) {
    for (let column = -REACH; column <= REACH; column++) {
      let [a, b] = [Math.abs(row), Math.abs(column)];
      while (b > 0) [a, b] = [b, a % b];
      if (a === 1) found.push([row, column]);
    }
  }
  return found;
}

/**
 * Naive oracle: Dijkstra with a sorted list on a grid five times as fine with 48 directions, times summed along each
 * step. Slow and simple; links and borders are left out.
 * @returns minutes at the cell centres
 */
export function oracleMinutes(ground: GroundModel, source: LandPoint, limitMinutes: number): Float64Array {
  const { land, minutesPerKm } = ground;
  const { columns, rows, widthKm, heightKm } = land.geometry;
  const fineColumns = columns * SPLIT;
  const fineRows = rows * SPLIT;
  const slowness = (row: number, column: number): number => {
    if (row < 0 || column < 0 || row >= fineRows || column >= fineColumns) return 0;
    const cell = Math.floor(row / SPLIT) * columns + Math.floor(column / SPLIT);
    return minutesPerKm[land.cells[cell] ?? 0] ?? 0;
  };
  const minutes = new Float64Array(fineColumns * fineRows).fill(Infinity);
  const all = steps();
  const startRow = Math.round((source.row + 0.5) * SPLIT - 0.5);
  const startColumn = Math.round((source.column + 0.5) * SPLIT - 0.5);
  // Buckets of 0.02 minutes hold what is open; within a bucket order does not matter much, so each is settled twice.
  const width = 0.02;
  const buckets: number[][] = [];
  const push = (node: number, time: number): void => {
    const bucket = Math.floor(time / width);
    (buckets[bucket] ??= []).push(node);
  };
  minutes[startRow * fineColumns + startColumn] = 0;
  push(startRow * fineColumns + startColumn, 0);
  for (let bucket = 0; bucket * width <= limitMinutes; bucket++) {
    const open = buckets[bucket] ?? [];
    for (let position = 0; position < open.length; position++) {
      const node = open[position] ?? 0;
      const time = minutes[node] ?? Infinity;
      if (Math.floor(time / width) !== bucket) continue;
      const row = Math.floor(node / fineColumns);
      const column = node % fineColumns;
      const km = {
        width: (widthKm[Math.floor(row / SPLIT)] ?? 0) / SPLIT,
        height: (heightKm[0] ?? 0) / SPLIT,
      };
      for (const [dr, dc] of all) {
        const samples = 2 * Math.max(Math.abs(dr), Math.abs(dc));
        let sum = 0;
        let clear = true;
        for (let sample = 1; sample <= samples; sample++) {
          const s = slowness(
            Math.round(row + (dr * sample) / samples),
            Math.round(column + (dc * sample) / samples),
          );
          if (s === 0) {
            clear = false;
            break;
          }
          sum += s;
        }
        if (!clear) continue;
        const next = (row + dr) * fineColumns + column + dc;
        const at = time + (sum / samples) * Math.hypot(dr * km.height, dc * km.width);
        if (at < (minutes[next] ?? 0)) {
          minutes[next] = at;
          push(next, at);
        }
      }
    }
  }
  const centres = new Float64Array(columns * rows);
  const middle = Math.floor(SPLIT / 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      centres[row * columns + column] =
        minutes[(row * SPLIT + middle) * fineColumns + column * SPLIT + middle] ?? Infinity;
    }
  }
  return centres;
}
