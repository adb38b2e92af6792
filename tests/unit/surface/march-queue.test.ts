import { describe, expect, it } from 'vitest';
import { createMarchQueue, lowerTime, resetQueue, takeEarliest } from '#core/surface/march-queue.ts';
import { seededRandom } from '#core/units/seeded-random.ts';

/** Takes the cell with the least time by looking at all. */
function leastOf(waiting: ReadonlyMap<number, number>): number | undefined {
  return [...waiting].sort((a, b) => a[1] - b[1])[0]?.[1];
}

describe('the queue of a march', () => {
  it('lets cells go in the order of their times, the lowered ones once and at their new time', () => {
    const queue = createMarchQueue();
    const minutes = new Float64Array(4).fill(Infinity);
    resetQueue(queue, 10);
    lowerTime(queue, minutes, 0, 3);
    lowerTime(queue, minutes, 1, 9);
    lowerTime(queue, minutes, 2, 5);
    lowerTime(queue, minutes, 1, 4);
    lowerTime(queue, minutes, 1, 0.001);
    expect([takeEarliest(queue, minutes), takeEarliest(queue, minutes)]).toEqual([1, 0]);
    expect([takeEarliest(queue, minutes), takeEarliest(queue, minutes)]).toEqual([2, -1]);
  });

  it('notes a time beyond the limit, but lets no cell wait for it', () => {
    const queue = createMarchQueue();
    const minutes = new Float64Array(2).fill(Infinity);
    resetQueue(queue, 10);
    lowerTime(queue, minutes, 0, 10.5);
    lowerTime(queue, minutes, 1, 10);
    expect(takeEarliest(queue, minutes)).toBe(1);
    expect(takeEarliest(queue, minutes)).toBe(-1);
    expect(minutes[0]).toBe(10.5);
  });

  it('does what an exhaustive search for the least does, over thousands of lowered times and reuse', () => {
    const random = seededRandom(7);
    const queue = createMarchQueue();
    for (const limit of [0.5, 20, 240]) {
      const cells = 3000;
      const minutes = new Float64Array(cells).fill(Infinity);
      resetQueue(queue, limit);
      const waiting = new Map<number, number>();
      const lower = (cell: number, time: number): void => {
        if (time >= (minutes[cell] ?? 0)) return;
        lowerTime(queue, minutes, cell, time);
        if (time <= limit) waiting.set(cell, time);
      };
      for (let seed = 0; seed < 600; seed++) lower(Math.floor(random() * cells), random() * 0.02 * limit);
      let taken = 0;
      for (;;) {
        const least = leastOf(waiting);
        const cell = takeEarliest(queue, minutes);
        if (least === undefined) {
          expect(cell).toBe(-1);
          break;
        }
        expect(waiting.get(cell)).toBe(least);
        waiting.delete(cell);
        taken++;
        for (let each = 0; each < 3; each++)
          lower(Math.floor(random() * cells), least + random() * random() * 0.1 * limit);
      }
      expect(taken).toBeGreaterThan(1000);
    }
  });
});
