import { describe, expect, test } from 'vitest';
import { weightedAggregate } from '../../src/core/scoring/composite/aggregate.ts';
import { computeIndex, indexByUnit } from '../../src/core/scoring/composite/compute-index.ts';
import { entropyWeights, principalWeights } from '../../src/core/scoring/composite/derive-weights.ts';
import type { IndexDeclaration, IndexTable } from '../../src/core/scoring/composite/index-declaration.ts';
import { normaliseColumn } from '../../src/core/scoring/composite/normalise.ts';

/** To nine digits, `null` kept. */
function near(values: readonly (number | null)[]) {
  return values.map((value) => (value === null ? null : expect.closeTo(value, 9)));
}

// Worked by hand from the definitions in COINr 1.1.14, R/normalise.R; x has a tie and a missing value.
const x = [10, 20, 20, 40, null];

describe('normalisations are those of COINr', () => {
  test('n_minmax', () => {
    expect(normaliseColumn(x, 1, { method: 'minmax' })).toEqual(near([0, 100 / 3, 100 / 3, 100, null]));
    expect(normaliseColumn(x, 1, { method: 'minmax', range: [1, 7] })).toEqual(near([1, 3, 3, 7, null]));
    expect(normaliseColumn(x, -1, { method: 'minmax' })).toEqual(near([100, 200 / 3, 200 / 3, 0, null]));
  });

  test('n_zscore with the sample deviation: mean 22.5, sd √(475/3)', () => {
    const sd = Math.sqrt(475 / 3);
    const z = [-12.5 / sd, -2.5 / sd, -2.5 / sd, 17.5 / sd, null];
    expect(normaliseColumn(x, 1, { method: 'zscore' })).toEqual(near(z));
    expect(normaliseColumn(x, 1, { method: 'zscore', mean: 5, sd: 2 })).toEqual(
      near(z.map((value) => (value === null ? null : 5 + 2 * value))),
    );
  });

  test('n_rank, n_borda, n_prank: ties take the least rank, missing values are not counted', () => {
    expect(normaliseColumn(x, 1, { method: 'rank' })).toEqual([1, 2, 2, 4, null]);
    expect(normaliseColumn(x, 1, { method: 'borda' })).toEqual([0, 1, 1, 3, null]);
    expect(normaliseColumn(x, 1, { method: 'percentile' })).toEqual(near([0, 1 / 3, 1 / 3, 1, null]));
    // The direction goes first, so the tie takes the least rank from the other end.
    expect(normaliseColumn(x, -1, { method: 'borda' })).toEqual([3, 1, 1, 0, null]);
  });

  test("n_goalposts: the cases of COINr's own tests", () => {
    const posts = { method: 'goalposts', posts: [0, 10] } as const;
    expect(normaliseColumn([1, 11, -1], 1, posts)).toEqual([0.1, 1, 0]);
    expect(normaliseColumn([1, 11, -1], -1, posts)).toEqual([0.9, 0, 1]);
    expect(normaliseColumn([1, 11, -1], 1, { ...posts, truncate: false, scale: 10 })).toEqual(
      near([1, 11, -1]),
    );
  });

  test("n_dist2targ: the cases of COINr's own tests", () => {
    expect(normaliseColumn([0, 5, 11], 1, { method: 'target', target: 10 })).toEqual(near([0, 0.5, 1.1]));
    expect(normaliseColumn([0, 5, 11], 1, { method: 'target', target: 10, cap: true })).toEqual(
      near([0, 0.5, 1]),
    );
    expect(normaliseColumn([-1, 1, 10], -1, { method: 'target', target: 0 })).toEqual(near([1.1, 0.9, 0]));
    expect(normaliseColumn([-1, 1, 10], -1, { method: 'target', target: 0, cap: true })).toEqual(
      near([1, 0.9, 0]),
    );
  });

  test('missing values, one value and all ties in ranks', () => {
    // rank(na.last = "keep"), n = sum(!is.na(x)): one value gives 0/0, all ties give (1 − 1)/(n − 1).
    expect(normaliseColumn([null, 3, null], 1, { method: 'borda' })).toEqual([null, 0, null]);
    expect(normaliseColumn([null, 3, null], 1, { method: 'percentile' })).toEqual([null, null, null]);
    expect(normaliseColumn([7, 7, null, 7], 1, { method: 'percentile' })).toEqual([0, 0, null, 0]);
    expect(normaliseColumn([4, 1, 4, null, 2], -1, { method: 'rank' })).toEqual([1, 4, 1, null, 3]);
    expect(normaliseColumn([4, 1, 4, null, 2], -1, { method: 'percentile' })).toEqual(
      near([0, 1, 0, null, 2 / 3]),
    );
  });

  test('goalposts on the data’s edge, turned and scaled', () => {
    // (x − 2)/(8 − 2) cut off at 0 and 1, times 100; turned (8 − x)/6.
    const posts = { method: 'goalposts', posts: [2, 8], scale: 100 } as const;
    expect(normaliseColumn([2, 5, 8, 9, 1, null], 1, posts)).toEqual(near([0, 50, 100, 100, 0, null]));
    expect(normaliseColumn([2, 5, 8, 9, 1, null], -1, posts)).toEqual(near([100, 50, 0, 0, 100, null]));
    expect(normaliseColumn([9, 1], -1, { ...posts, truncate: false })).toEqual(near([-100 / 6, 700 / 6]));
  });

  test('a column without spread becomes missing, as NaN in R', () => {
    for (const method of ['minmax', 'zscore'] as const)
      expect(normaliseColumn([0.1, 0.1, 0.1], 1, { method })).toEqual([null, null, null]);
    expect(normaliseColumn([7, null], 1, { method: 'percentile' })).toEqual([null, null]);
  });
});

describe('means are those of COINr', () => {
  const oneToTen = Array.from({ length: 10 }, (_, i) => i + 1);

  test('a_amean(1:10, 10:1) = 220/55', () => {
    expect(weightedAggregate(oneToTen, [...oneToTen].reverse(), 'arithmetic')).toBeCloseTo(4, 12);
  });

  test('a_gmean(c(1, 4, 16), c(1, 1, 2)) = 4^1.25', () => {
    expect(weightedAggregate([1, 4, 16], [1, 1, 2], 'geometric')).toBeCloseTo(4 ** 1.25, 12);
  });

  test('a_hmean(c(1, 2, 4), c(1, 1, 2)) = 4/2', () => {
    expect(weightedAggregate([1, 2, 4], [1, 1, 2], 'harmonic')).toBeCloseTo(2, 12);
  });

  test('missing values and their weights drop out; none left is missing', () => {
    expect(weightedAggregate([2, null, 8], [1, 5, 3], 'arithmetic')).toBeCloseTo(6.5, 12);
    expect(weightedAggregate([2, null, 8], [1, 5, 1], 'geometric')).toBeCloseTo(4, 12);
    expect(weightedAggregate([null, null], [1, 1], 'harmonic')).toBeNull();
  });

  test('where COINr stops with an error there is no value', () => {
    expect(weightedAggregate([0, 4], [1, 1], 'geometric')).toBeNull();
    expect(weightedAggregate([-1, 4], [1, 1], 'geometric')).toBeNull();
    expect(weightedAggregate([0, 4], [1, 1], 'harmonic')).toBeNull();
  });
});

describe('a tree worked by hand', () => {
  const table: IndexTable = {
    units: ['A', 'B', 'C'],
    columns: new Map([
      ['income', [10, 20, 30]],
      ['pollution', [5, 9, 7]],
      ['doctors', [2, null, 4]],
    ]),
  };
  const declaration: IndexDeclaration = {
    units: 'city',
    normalise: { method: 'minmax', range: [1, 100] },
    aggregate: 'arithmetic',
    nodes: [
      { id: 'index' },
      { id: 'life', parent: 'index', weight: 3 },
      { id: 'income', parent: 'index', weight: 1 },
      { id: 'pollution', parent: 'life', direction: -1, weight: 1 },
      { id: 'doctors', parent: 'life', direction: 1, weight: 2, normalise: { method: 'borda' } },
    ],
  };
  // income 1, 50.5, 100; pollution reversed 100, 1, 50.5; doctors borda 0, –, 1
  // life: A (100 + 0)/3, B 1 (doctors drop out), C (50.5 + 2)/3 = 17.5
  // index: (3 life + income)/4
  test('arithmetic', () => {
    expect(indexByUnit(computeIndex(declaration, table))).toEqual([
      { unit: 'A', values: { life: expect.closeTo(100 / 3, 9), index: expect.closeTo(101 / 4, 9) } },
      { unit: 'B', values: { life: expect.closeTo(1, 9), index: expect.closeTo(53.5 / 4, 9) } },
      { unit: 'C', values: { life: expect.closeTo(17.5, 9), index: expect.closeTo(152.5 / 4, 9) } },
    ]);
  });

  test('another mean on one node only', () => {
    const geometricTop = {
      ...declaration,
      nodes: declaration.nodes.map((node) =>
        node.id === 'index' ? { ...node, aggregate: 'geometric' as const } : node,
      ),
    };
    const [a, b, c] = indexByUnit(computeIndex(geometricTop, table));
    expect(a?.values['index']).toBeCloseTo(((100 / 3) ** 3 * 1) ** 0.25, 9);
    expect(b?.values['index']).toBeCloseTo(50.5 ** 0.25, 9);
    expect(c?.values['life']).toBeCloseTo(17.5, 9);
  });

  test('what has no value says why', () => {
    const geometric = computeIndex({ ...declaration, aggregate: 'geometric' }, table);
    // doctors borda 0 at A: no logarithm; life is then missing, and index is that of income alone.
    expect(geometric.undefinedAt).toEqual([{ unit: 'A', node: 'life', reason: 'value-not-positive' }]);
    const harmonic = computeIndex({ ...declaration, aggregate: 'harmonic' }, table);
    expect(harmonic.undefinedAt).toEqual([{ unit: 'A', node: 'life', reason: 'value-zero' }]);
    const strict = computeIndex({ ...declaration, dataThreshold: 0.6 }, table);
    expect(strict.undefinedAt).toEqual([
      { unit: 'B', node: 'life', reason: 'below-data-threshold' },
      { unit: 'B', node: 'index', reason: 'below-data-threshold' },
    ]);
    const empty = computeIndex(declaration, {
      ...table,
      columns: new Map([...table.columns].map(([id]) => [id, [null, 1, 2]])),
    });
    expect(empty.undefinedAt.map(({ reason }) => reason)).toEqual(['no-values', 'no-values']);
    expect(computeIndex(declaration, table).undefinedAt).toEqual([]);
  });

  test('a data threshold as dat_thresh', () => {
    const [, b] = indexByUnit(computeIndex({ ...declaration, dataThreshold: 0.6 }, table));
    expect(b?.values).toEqual({ life: null, index: null });
    const [, kept] = indexByUnit(computeIndex({ ...declaration, dataThreshold: 0.5 }, table));
    expect(kept?.values['life']).toBeCloseTo(1, 9);
  });
});

describe('derived weights', () => {
  test('entropy weights 熵权法, worked by hand', () => {
    // min–max: a 0, ½, 1 → p 0, ⅓, ⅔; b 0, 0, 1 → p 0, 0, 1 → entropy 0.
    const entropyA = -(Math.log(1 / 3) / 3 + (2 * Math.log(2 / 3)) / 3) / Math.log(3);
    const weights = entropyWeights([
      [1, 2, 3],
      [4, 4, 9],
    ]);
    expect(weights).toEqual(near([(1 - entropyA) / (2 - entropyA), 1 / (2 - entropyA)]));
    expect(entropyA).toBeCloseTo(0.579380164, 9);
  });

  test('a column that tells nothing apart weighs nothing; none that does: equal', () => {
    expect(
      entropyWeights([
        [1, 2],
        [5, 5],
      ]),
    ).toEqual([1, 0]);
    expect(
      entropyWeights([
        [3, 3],
        [5, 5],
      ]),
    ).toEqual([0.5, 0.5]);
  });

  test('first component of three columns with known correlations', () => {
    // Two equal columns and one uncorrelated with them: loadings (1, 1, 0)/√2.
    const weights = principalWeights([
      [1, 2, 3, 4],
      [10, 20, 30, 40],
      [1, -1, -1, 1],
    ]);
    expect(weights).toEqual(near([Math.SQRT1_2, Math.SQRT1_2, 0]));
    // Two opposed columns: one loading is negative, as in COINr.
    expect(
      principalWeights([
        [1, 2, 4],
        [4, 2, 1],
      ])?.map(Math.abs),
    ).toEqual(near([Math.SQRT1_2, Math.SQRT1_2]));
    expect(
      principalWeights([
        [1, null, 4],
        [null, 2, 1],
      ]),
    ).toBeNull();
  });

  // u = (1, 1, −1, −1) and v = (1, −1, 1, −1) are orthogonal. a = u, b = 3u + 4v, c = 3u − 4v have the correlations ab = ac =
  // 3/5 and bc = (9 − 16)/25. By symmetry the vector is (p, q, q): p + 1.2 q = λp and 0.6 p + 0.72 q = λq give λ = 1.72
  // (the other root is 0) and q = 0.6 p.
  const a = [1, 1, -1, -1, 5];
  const b = [7, -1, 1, -7, null];
  const c = [-1, 7, -7, 1, 3];
  const p = 1 / Math.sqrt(1.72);

  test('first component worked by hand: loadings as they are, not squared, over the complete rows', () => {
    expect(principalWeights([a, b, c])).toEqual(near([p, 0.6 * p, 0.6 * p]));
    // The sign of a component is free: turned so that the loadings sum to more than zero. One may stay negative.
    const opposed = c.map((value) => -value);
    expect(principalWeights([a, b, opposed])).toEqual(near([p, 0.6 * p, -0.6 * p]));
    const turned = [a, b, c].map((column) => column.map((value) => (value === null ? null : 5 - 2 * value)));
    expect(principalWeights(turned)).toEqual(near([p, 0.6 * p, 0.6 * p]));
  });

  test('an index by them, group for group, on the directed columns', () => {
    const index = computeIndex(
      {
        units: 'unit',
        normalise: { method: 'none' },
        aggregate: 'arithmetic',
        weights: 'pca',
        nodes: [
          { id: 'top' },
          { id: 'group', parent: 'top' },
          { id: 'a', parent: 'group' },
          { id: 'b', parent: 'group' },
          { id: 'c', parent: 'group', direction: -1 },
        ],
      },
      {
        units: ['A', 'B', 'C', 'D', 'E'],
        columns: new Map([
          ['a', a],
          ['b', b],
          ['c', c.map((value) => -value)],
        ]),
      },
    );
    // (a + 0.6 b + 0.6 c)/2.2; E has no b: (5 + 0.6 · 3)/1.6
    const hand = [4.6 / 2.2, 4.6 / 2.2, -4.6 / 2.2, -4.6 / 2.2, 4.25];
    for (const id of ['group', 'top'])
      expect(index.nodes.find((node) => node.id === id)?.values).toEqual(near(hand));
    expect(index.nodes.find(({ id }) => id === 'b')?.weight).toBeCloseTo(0.6 * p, 12);
  });

  test('loadings that cancel but for rounding give no mean, not a number of sixteen digits', () => {
    const up = [1, 2.3, 4.1, 7.7, 6];
    const down = [9.1, 7.4, 5.2, 1, 3.3];
    const weights = principalWeights([up, down]) ?? [];
    expect(weights.map(Math.abs)).toEqual(near([Math.SQRT1_2, Math.SQRT1_2]));
    expect(weightedAggregate([1, 9.1], weights, 'arithmetic')).toBeNull();
    expect(weightedAggregate([1, 9.1], [Math.SQRT1_2, -Math.SQRT1_2 + 1e-16], 'harmonic')).toBeNull();
  });
});
