/**
 * Width of a bucket: 1/64 minute. The times that wait spread over little more than one cell's crossing (about a minute), so
 * that a bucket holds a handful of cells.
 */
const BUCKETS_PER_MINUTE = 64;

/**
 * The cells that wait in a march, by time: buckets, of which only the one whose turn it is is kept in order. The order of
 * leaving is exactly that of the times, as from a heap, for fewer steps. A time that was lowered leaves its old entry
 * behind; {@link takeEarliest} passes over it.
 * @see Dial, R. B. (1969), Algorithm 360: shortest-path forest with topological ordering, CACM 12(11), for the buckets
 */
export interface MarchQueue {
  /** First entry of each bucket, −1 = empty. */
  heads: Int32Array;
  bucketCount: number;
  limitMinutes: number;
  /** Entries of all buckets: cell, and the next entry of the bucket (−1 = last). */
  entryCells: Int32Array;
  entryNext: Int32Array;
  entryCount: number;
  /** The bucket whose turn it is. */
  bucket: number;
  /** Its cells and their times, latest first. */
  cells: Int32Array;
  times: Float64Array;
  count: number;
}

/** Makes an empty queue. */
export function createMarchQueue(): MarchQueue {
  return {
    heads: new Int32Array(0),
    bucketCount: 0,
    limitMinutes: 0,
    entryCells: new Int32Array(1024),
    entryNext: new Int32Array(1024),
    entryCount: 0,
    bucket: 0,
    cells: new Int32Array(256),
    times: new Float64Array(256),
    count: 0,
  };
}

/** Empties a queue for times from 0 to a limit. */
export function resetQueue(queue: MarchQueue, limitMinutes: number): void {
  queue.bucketCount = Math.floor(limitMinutes * BUCKETS_PER_MINUTE) + 1;
  queue.limitMinutes = limitMinutes;
  if (queue.heads.length < queue.bucketCount) queue.heads = new Int32Array(queue.bucketCount);
  queue.heads.fill(-1, 0, queue.bucketCount);
  queue.entryCount = 0;
  queue.bucket = 0;
  queue.count = 0;
}

function growEntries(queue: MarchQueue): void {
  const cells = new Int32Array(queue.entryCells.length * 2);
  const next = new Int32Array(cells.length);
  cells.set(queue.entryCells);
  next.set(queue.entryNext);
  queue.entryCells = cells;
  queue.entryNext = next;
}

function growOrdered(queue: MarchQueue): void {
  const cells = new Int32Array(queue.cells.length * 2);
  const times = new Float64Array(cells.length);
  cells.set(queue.cells);
  times.set(queue.times);
  queue.cells = cells;
  queue.times = times;
}

/** Puts a cell in its place among those of the bucket whose turn it is. */
function insertOrdered(queue: MarchQueue, minutes: Float64Array, cell: number): void {
  if (queue.count === queue.cells.length) growOrdered(queue);
  const { cells, times } = queue;
  const time = minutes[cell] as number;
  let at = queue.count++;
  for (; at > 0; at--) {
    const later = times[at - 1] as number;
    if (later >= time) break;
    times[at] = later;
    cells[at] = cells[at - 1] as number;
  }
  times[at] = time;
  cells[at] = cell;
}

/**
 * Gives a cell an earlier time and lets it wait for it; beyond the queue's limit it is only noted.
 * @param time not before the cell taken last
 */
export function lowerTime(queue: MarchQueue, minutes: Float64Array, cell: number, time: number): void {
  // Integers from here on: a double handed to a function that the compiler doesn't inline becomes garbage.
  const bucket = (time * BUCKETS_PER_MINUTE) | 0;
  const before = ((minutes[cell] as number) * BUCKETS_PER_MINUTE) | 0;
  minutes[cell] = time;
  if (time <= queue.limitMinutes) letWait(queue, minutes, cell, bucket, before);
}

function letWait(
  queue: MarchQueue,
  minutes: Float64Array,
  cell: number,
  bucket: number,
  before: number,
): void {
  if (bucket <= queue.bucket) {
    insertOrdered(queue, minutes, cell);
    return;
  }
  // Still in the same bucket: its entry there stands for the new time.
  if (before === bucket) return;
  if (queue.entryCount === queue.entryCells.length) growEntries(queue);
  const entry = queue.entryCount++;
  queue.entryCells[entry] = cell;
  queue.entryNext[entry] = queue.heads[bucket] as number;
  queue.heads[bucket] = entry;
}

/** Takes the cell with the earliest time; −1 = none. `minutes` holds the time that each cell waits for by now. */
export function takeEarliest(queue: MarchQueue, minutes: Float64Array): number {
  for (;;) {
    while (queue.count > 0) {
      const last = --queue.count;
      const cell = queue.cells[last] as number;
      // An entry of a time that was lowered since stays behind.
      if (queue.times[last] === minutes[cell]) return cell;
    }
    if (queue.bucket + 1 >= queue.bucketCount) return -1;
    const bucket = ++queue.bucket;
    for (let entry = queue.heads[bucket] as number; entry !== -1; entry = queue.entryNext[entry] as number) {
      const cell = queue.entryCells[entry] as number;
      // One whose time was lowered has left for an earlier bucket.
      if ((((minutes[cell] as number) * BUCKETS_PER_MINUTE) | 0) === bucket)
        insertOrdered(queue, minutes, cell);
    }
  }
}
