import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedAggregate } from '../../src/core/scoring/composite/aggregate.ts';
import type { Aggregation, Normalisation } from '../../src/core/scoring/composite/index-declaration.ts';
import { normaliseColumn } from '../../src/core/scoring/composite/normalise.ts';

/**
 * COINr's definitions written once more, as naively as its documentation states them, with R's NA and NaN as NaN.
 * R/normalise.R and R/aggregate.R of COINr 1.1.14; parameters as `Normalise.coin(f_n_para = "use_iMeta")` hands them over.
 */
const isNa = Number.isNaN;
const present = (x: readonly number[]) => x.filter((one) => !isNa(one));
const min = (x: readonly number[]) => Math.min(...present(x));
const max = (x: readonly number[]) => Math.max(...present(x));
const mean = (x: readonly number[]) => present(x).reduce((a, b) => a + b, 0) / present(x).length;
const sd = (x: readonly number[]) =>
  Math.sqrt(present(x).reduce((sum, one) => sum + (one - mean(x)) ** 2, 0) / (present(x).length - 1));
/** rank(ties.method = "min", na.last = "keep") by counting. */
const rank = (x: readonly number[]) =>
  x.map((one) => (isNa(one) ? Number.NaN : 1 + present(x).filter((other) => other < one).length));

function coinr(x: readonly number[], direction: 1 | -1, how: Normalisation): number[] {
  const y = x.map((one) => one * direction);
  switch (how.method) {
    case 'minmax': {
      const [l, u] = how.range ?? [0, 100];
      return y.map((one) => ((one - min(y)) / (max(y) - min(y))) * (u - l) + l);
    }
    case 'zscore':
      return y.map((one) => ((one - mean(y)) / sd(y)) * (how.sd ?? 1) + (how.mean ?? 0));
    case 'rank':
      return rank(y);
    case 'borda':
      return rank(y).map((one) => one - 1);
    case 'percentile':
      return rank(y).map((one) => (one - 1) / (present(y).length - 1));
    case 'goalposts': {
      const [lower, upper] = how.posts;
      const [g1, g2] = direction === -1 ? [upper * direction, lower * direction] : [lower, upper];
      return y.map((one) => {
        let share = (one - g1) / (g2 - g1);
        if (how.truncate ?? true) {
          if (share > 1) share = 1;
          if (share < 0) share = 0;
        }
        return share * (how.scale ?? 1);
      });
    }
    case 'target': {
      const target = how.target * direction;
      return y.map((one) => {
        const share = 1 - (target - one) / (target - min(y));
        return how.cap === true && share > 1 ? 1 : share;
      });
    }
    case 'none':
      break;
  }
  return y;
}

const value = fc.integer({ min: -50, max: 50 }).map((one) => one / 4);
const column = fc.array(fc.option(value, { freq: 5 }), { minLength: 1, maxLength: 12 });
const posts = fc.tuple(value, value).filter(([lower, upper]) => lower !== upper);
const normalisation: fc.Arbitrary<Normalisation> = fc.oneof(
  fc.constantFrom<Normalisation>(
    { method: 'minmax' },
    { method: 'minmax', range: [1, 7] },
    { method: 'zscore' },
    { method: 'zscore', mean: 100, sd: 10 },
    { method: 'rank' },
    { method: 'borda' },
    { method: 'percentile' },
    { method: 'none' },
  ),
  fc
    .tuple(posts, fc.constantFrom(1, 10, 100), fc.constantFrom(true, false))
    .map(([pair, scale, truncate]): Normalisation => ({ method: 'goalposts', posts: pair, scale, truncate })),
  posts.map((pair): Normalisation => ({ method: 'goalposts', posts: pair })),
  fc.tuple(value, fc.boolean()).map(([target, cap]): Normalisation => ({ method: 'target', target, cap })),
);

describe('against COINr’s definitions, over random columns with ties and gaps', () => {
  test('every normalisation, to 1e-9', () => {
    fc.assert(
      fc.property(column, fc.constantFrom<1 | -1>(1, -1), normalisation, (x, direction, how) => {
        const ours = normaliseColumn(x, direction, how);
        const theirs = coinr(
          x.map((one) => one ?? Number.NaN),
          direction,
          how,
        );
        expect(ours).toHaveLength(theirs.length);
        theirs.forEach((one, at) => {
          const other = ours[at];
          // A column without spread is off R's zero by rounding only where its mean is; we say that it has none.
          if (!Number.isFinite(one)) expect(other).toBeNull();
          else if (other !== null || how.method !== 'zscore') expect(other).toBeCloseTo(one, 9);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('every mean, to 1e-9, with the weights of what is missing dropped', () => {
    const cell = fc.tuple(
      fc.option(fc.integer({ min: -8, max: 40 }), { freq: 5 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic'),
        (row, how) => {
          const kept = row.flatMap(([x, w]) => (x === null ? [] : [{ x, w }]));
          const sum = (f: (one: { x: number; w: number }) => number) =>
            kept.reduce((total, one) => total + f(one), 0);
          const all = sum(({ w }) => w);
          const stops =
            kept.length === 0 ||
            (how === 'geometric' && kept.some(({ x }) => x <= 0)) ||
            (how === 'harmonic' && kept.some(({ x }) => x === 0));
          const theirs =
            how === 'arithmetic'
              ? sum(({ x, w }) => (w / all) * x)
              : how === 'geometric'
                ? Math.exp(sum(({ x, w }) => w * Math.log(x)) / all)
                : all / sum(({ x, w }) => w / x);
          const ours = weightedAggregate(
            row.map(([x]) => x),
            row.map(([, w]) => w),
            how,
          );
          if (stops || !Number.isFinite(theirs)) expect(ours).toBeNull();
          else
            expect(Math.abs((ours ?? Number.NaN) - theirs)).toBeLessThan(
              1e-9 * Math.max(1, Math.abs(theirs)),
            );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
