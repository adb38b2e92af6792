import { fc, test as property } from '@fast-check/vitest';
import { ckmeans } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { classifyPairs } from '../../../src/core/classify/bivariate.ts';
import type { ClassRequest } from '../../../src/core/classify/breaks.ts';
import { classify, classifyTogether, classOf, countsIn } from '../../../src/core/classify/classify.ts';

const values = [1, 2, 2, 3, 10, 11, 12, 40];

describe('breaks', () => {
  test('Jenks: natural groups', () => {
    expect(classify(values, { method: 'jenks', classes: 3 })).toMatchObject({
      bounds: [1, 10, 40, 40],
      counts: [4, 3, 1],
    });
  });

  test('quantile: as many in each as can be, equal values together', () => {
    expect(classify(values, { method: 'quantile', classes: 4 })).toMatchObject({
      bounds: [1, 2, 10, 12, 40],
      counts: [1, 3, 2, 2],
    });
    expect(classify([1, 1, 1, 1, 5], { method: 'quantile', classes: 4 }).counts).toEqual([4, 1]);
  });

  test('equal interval', () => {
    expect(classify(values, { method: 'equal-interval', classes: 3 })).toMatchObject({
      bounds: [1, 14, 27, 40],
      counts: [7, 0, 1],
    });
  });

  test('standard deviation: classes one deviation wide around the mean', () => {
    // 0 … 10: mean 5, σ √10 = 3.162; breaks at 5 ± 1.581 and 5 ± 4.743.
    const { bounds, counts } = classify(
      Array.from({ length: 11 }, (_, i) => i),
      { method: 'standard-deviation' },
    );
    expect(bounds).toEqual([
      0,
      ...[-1.5, -0.5, 0.5, 1.5].map((z) => expect.closeTo(5 + z * Math.sqrt(10), 9)),
      10,
    ]);
    expect(counts).toEqual([1, 3, 3, 3, 1]);
  });

  test('a long tail makes seven classes of deviations and of heads, not dozens', () => {
    const skewed = Array.from({ length: 400 }, (_, at) => 1.05 ** at);
    const deviations = classify(skewed, { method: 'standard-deviation' });
    const mean = skewed.reduce((sum, value) => sum + value, 0) / 400;
    const sd = Math.sqrt(skewed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400);
    // Below the mean lie less than half a deviation of values: only the upper limits have data on both sides.
    expect(deviations.bounds.slice(1, -1)).toEqual(
      [-0.5, 0.5, 1.5, 2.5]
        .map((z) => mean + z * sd)
        .filter((at) => at > 1)
        .map((at) => expect.closeTo(at, 3)),
    );
    expect(deviations.bounds.at(-1)).toBe(skewed.at(-1));
    // Each value three times as often as the next: a third is always head.
    const thirds = Array.from({ length: 9 }, (_, at) => Array<number>(3 ** (8 - at)).fill(at)).flat();
    expect(classify(thirds, { method: 'head-tail' }).counts).toHaveLength(7);
  });

  test('head/tail: at the mean, on in the head while it is a minority', () => {
    // mean 10.125 → head 11, 12, 40 (3 of 8); its mean 21 → head 40 (1 of 3); one value ends it.
    expect(classify(values, { method: 'head-tail' })).toMatchObject({
      bounds: [1, 11, 40, 40],
      counts: [5, 2, 1],
    });
    // No heavy tail: one break at the mean.
    expect(classify([1, 2, 3, 4], { method: 'head-tail' }).counts).toEqual([2, 2]);
    // The mean itself belongs to the tail.
    expect(classify([1, 3, 5], { method: 'head-tail' }).counts).toEqual([2, 1]);
  });

  test('manual breaks are kept, also beyond the data', () => {
    expect(classify(values, { method: 'manual', breaks: [50, 5, 5] })).toMatchObject({
      bounds: [1, 5, 50, 50],
      counts: [4, 4, 0],
    });
  });

  test('missing values are counted apart, never classed; none at all has no classes', () => {
    const result = classify([1, null, Number.NaN, 2], { method: 'quantile', classes: 2 });
    expect(result).toMatchObject({ counts: [1, 1], total: 2, missing: 2 });
    expect(classOf(result, null)).toBeNull();
    const empty = classify([null], { method: 'jenks', classes: 5 });
    expect(empty).toEqual({ method: 'jenks', bounds: [], counts: [], total: 0, missing: 1 });
    expect(classOf(empty, 3)).toBeNull();
  });

  test('differences whose squares vanish leave one class of deviations', () => {
    expect(classify([0, 5e-324], { method: 'standard-deviation' }).counts).toEqual([2]);
    expect(classify([1, 1 + Number.EPSILON], { method: 'standard-deviation' }).counts).toEqual([2]);
  });

  test('one distinct value is one class', () => {
    for (const method of ['jenks', 'quantile', 'equal-interval'] as const)
      expect(classify([7, 7], { method, classes: 5 })).toMatchObject({ bounds: [7, 7], counts: [2] });
  });
});

const request: fc.Arbitrary<ClassRequest> = fc.oneof(
  fc.record({
    method: fc.constantFrom('jenks' as const, 'quantile' as const, 'equal-interval' as const),
    classes: fc.integer({ min: 1, max: 9 }),
  }),
  fc.constant({ method: 'standard-deviation' as const }),
  fc.constant({ method: 'head-tail' as const }),
);
const numbers = fc.array(
  fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  {
    minLength: 1,
    maxLength: 60,
  },
);

/** Without differences so small that ckmeans itself splits equal values. */
const plainNumbers = numbers.map((list) => list.map((value) => Math.round(value * 1000) / 1000));

const spread = (part: readonly number[]) => {
  const mean = part.reduce((a, b) => a + b, 0) / part.length;
  return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

describe('classes', () => {
  property.prop([numbers, request])(
    'agree with a walk over the bounds; counts add up; no more than asked',
    (data, how) => {
      const result = classify(data, how);
      const walk = (value: number) => {
        let at = 0;
        while (at < result.counts.length - 1 && value >= (result.bounds[at + 1] ?? 0)) at++;
        return at;
      };
      for (const value of data) expect(classOf(result, value)).toBe(walk(value));
      expect(result.counts.reduce((a, b) => a + b, 0)).toBe(data.length);
      expect(countsIn(result, data)).toEqual(result.counts);
      expect(result.bounds).toHaveLength(result.counts.length + 1);
      if ('classes' in how) expect(result.counts.length).toBeLessThanOrEqual(how.classes);
      if (how.method !== 'equal-interval' && how.method !== 'standard-deviation')
        for (const count of result.counts) expect(count).toBeGreaterThan(0);
    },
  );

  property.prop([plainNumbers, fc.integer({ min: 1, max: 7 })])(
    'Jenks are the clusters of ckmeans',
    (data, classes) => {
      const result = classify(data, { method: 'jenks', classes });
      const clusters = ckmeans(data, Math.min(classes, new Set(data).size));
      expect(result.counts).toEqual(clusters.map(({ length }) => length));
    },
  );

  property.prop([
    fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 9 }),
    fc.integer({ min: 2, max: 3 }),
  ])('Jenks: no other division has less spread inside its classes', (data, classes) => {
    const sorted = [...data].sort((a, b) => a - b);
    const best = (from: number, left: number): number =>
      left === 1
        ? spread(sorted.slice(from))
        : Math.min(
            ...Array.from({ length: sorted.length - from - left + 1 }, (_, k) => from + k + 1).map(
              (to) => spread(sorted.slice(from, to)) + best(to, left - 1),
            ),
          );
    if (new Set(data).size < classes) return;
    const { counts } = classify(data, { method: 'jenks', classes });
    let at = 0;
    const ours = counts.reduce((sum, count) => sum + spread(sorted.slice(at, (at += count))), 0);
    expect(ours).toBeCloseTo(best(0, classes), 6);
  });

  test('the lock: the same classes for several series, their counts apart', () => {
    const years = [
      [1, 2, 3],
      [4, 5, 6, null],
    ];
    const locked = classifyTogether(years, { method: 'quantile', classes: 3 });
    expect(locked).toMatchObject({ bounds: [1, 3, 5, 6], counts: [2, 2, 2], missing: 1 });
    expect(years.map((one) => countsIn(locked, one))).toEqual([
      [2, 1, 0],
      [0, 1, 2],
    ]);
    expect(classOf(locked, 100)).toBe(2);
    expect(classOf(locked, -100)).toBe(0);
  });

  test('bivariate: crossed classes, pairs with a gap in none', () => {
    const crossed = classifyPairs(
      [
        [1, 10],
        [2, 40],
        [3, 20],
        [4, 30],
        [null, 50],
        [9, null],
      ],
      { method: 'quantile', classes: 2 },
    );
    expect(crossed.classes).toEqual([0, 2, 1, 3, null, null]);
    expect(crossed).toMatchObject({ counts: [1, 1, 1, 1], columns: 2, rows: 2 });
    expect(crossed.x.bounds).toEqual([1, 3, 4]);
  });
});
