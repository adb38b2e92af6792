import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/core/scoring/correlation.ts';
import { lorenzCurve } from '../../../src/core/scoring/lorenz.ts';
import { giniOf } from '../../../src/core/structure/concentration.ts';

describe('Lorenz curve', () => {
  it('worked by hand: 1, 2, 5 of 8', () => {
    // Areas under the curve: (0 + 1/8)/6 + (1/8 + 3/8)/6 + (3/8 + 1)/6 = 2/6; Gini 1 − 2/3.
    const curve = lorenzCurve([5, 1, 2]);
    expect(curve?.points).toEqual([
      [0, 0],
      [1 / 3, 1 / 8],
      [2 / 3, 3 / 8],
      [1, 1],
    ]);
    expect(curve?.gini).toBeCloseTo(1 / 3, 12);
    expect(curve?.order).toEqual([1, 2, 0]);
  });

  it('is nothing where shares mean nothing', () => {
    for (const values of [[], [3], [0, 0], [2, -1], [1, Number.NaN]]) expect(lorenzCurve(values)).toBeNull();
  });

  it('never lies above the diagonal, never falls, and its Gini is that of the pairs’ differences', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 }), (values) => {
        fc.pre(values.some((value) => value > 0));
        const curve = lorenzCurve(values);
        curve?.points.forEach(([units, share], i) => {
          expect(share).toBeLessThanOrEqual(units + 1e-12);
          expect(share).toBeGreaterThanOrEqual(curve.points[i - 1]?.[1] ?? 0);
        });
        expect(curve?.gini).toBeCloseTo(giniOf(values, 'none') ?? Number.NaN, 9);
      }),
    );
  });
});

describe('correlation', () => {
  it('worked by hand: x 1 2 3 4, y 2 1 4 3', () => {
    // Deviations −1.5 −0.5 0.5 1.5 and −0.5 −1.5 1.5 0.5: 3/5; the ranks are the values.
    expect(
      correlate([
        [1, 2],
        [2, 1],
        [3, 4],
        [4, 3],
      ]),
    ).toEqual({ n: 4, pearson: expect.closeTo(0.6, 12), spearman: expect.closeTo(0.6, 12) });
  });

  it('ranks see order alone, ties at their mean', () => {
    const { pearson, spearman } = correlate([
      [1, 1],
      [2, 10],
      [3, 1000],
      [3, 1000],
    ]);
    expect(spearman).toBeCloseTo(1, 12);
    expect(pearson).toBeLessThan(0.95);
  });

  it('states n and no coefficient for two points or no spread', () => {
    expect(
      correlate([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ n: 2, pearson: null, spearman: null });
    expect(
      correlate([
        [1, 1],
        [1, 2],
        [1, 3],
      ]).pearson,
    ).toBeNull();
  });
});
