import { describe, expect, it } from 'vitest';
import { functionalProfilesOf } from '#core/structure/functional-profile.ts';
import {
  industryChangesOf,
  industryMatrixOf,
  industryPairsOf,
  krugmanPair,
  meanOfPairs,
  similarityPair,
} from '#core/structure/industry-similarity.ts';
import { locationQuotientsOf } from '#core/structure/location-quotient.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { seededRandom } from '#core/units/seeded-random.ts';

const COUNTS = new Map<string, readonly (number | null)[]>([
  ['a', [50, 50, 0]],
  ['b', [0, 5, 5]],
  ['c', [100, 100, 0]],
  ['empty', [0, 0, 0]],
]);

describe('location quotients', () => {
  it('agree with a hand-worked table: base 150, 155, 5 of 310', () => {
    const { cities, coverage } = locationQuotientsOf(['a', 'b', 'nobody', 'empty'], COUNTS, COUNTS.values());
    expect(cities[0]?.quotients).toEqual([
      expect.closeTo(0.5 / (150 / 310), 12),
      expect.closeTo(1, 12),
      expect.closeTo(0, 12),
    ]);
    expect(cities[1]?.quotients[2]).toBeCloseTo(0.5 / (5 / 310), 12);
    expect(coverage.excluded).toEqual([
      { adcode: 'nobody', reason: 'missing' },
      { adcode: 'empty', reason: 'not-positive' },
    ]);
  });

  it('do not take a blank sector for a zero, in the city or in the base', () => {
    const blank = new Map<string, readonly (number | null)[]>([...COUNTS, ['blank', [900, null, 3]]]);
    const { cities, coverage } = locationQuotientsOf(['a', 'blank'], blank, blank.values());
    expect(coverage.excluded).toEqual([{ adcode: 'blank', reason: 'incomplete' }]);
    expect(cities[0]?.quotients[0]).toBeCloseTo(0.5 / (150 / 310), 12);
  });

  it('have no value where the base has nobody in the sector', () => {
    const { cities } = locationQuotientsOf(['a'], COUNTS, [[1, 1, 0]]);
    expect(cities[0]?.quotients).toEqual([1, 1, null]);
  });

  it('refuse a table with rows of different lengths', () => {
    const broken = new Map([
      ['a', [1, 2]],
      ['b', [1]],
    ]);
    expect(() => locationQuotientsOf(['a', 'b'], broken, broken.values())).toThrow(RangeError);
  });
});

describe('pairs of cities', () => {
  it('agree with shares ½ ½ 0 against 0 ½ ½: Krugman 1, similarity ½', () => {
    expect(krugmanPair([0.5, 0.5, 0], [0, 0.5, 0.5])).toBe(1);
    expect(similarityPair([0.5, 0.5, 0], [0, 0.5, 0.5])).toBeCloseTo(0.5, 12);
    expect(krugmanPair([1, 0], [0, 1])).toBe(2);
    expect(similarityPair([1, 0], [0, 1])).toBe(0);
    expect(similarityPair([0, 0], [0, 1])).toBe(0);
  });

  it('compare structures, not sizes, and list the most complementary first', () => {
    const matrix = industryMatrixOf(['a', 'b', 'c', 'nobody'], COUNTS);
    expect(matrix.cities).toEqual(['a', 'b', 'c']);
    expect([...matrix.krugman]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
    const pairs = industryPairsOf(matrix);
    expect(pairs.map(({ a, b }) => a + b)).toEqual(['ab', 'bc', 'ac']);
    expect(industryPairsOf(matrix, 'similarity').at(-1)).toMatchObject({ a: 'a', b: 'c', similarity: 1 });
    expect(meanOfPairs(matrix, 'krugman')).toBeCloseTo(2 / 3, 12);
    expect(meanOfPairs(industryMatrixOf(['a'], COUNTS), 'krugman')).toBeNull();
    expect(matrix.coverage.excluded).toEqual([{ adcode: 'nobody', reason: 'missing' }]);
  });

  it('change between years only where both years have the pair, whatever the order of the cities', () => {
    const before = industryMatrixOf(['a', 'b', 'c'], COUNTS);
    const after = industryMatrixOf(
      ['b', 'a', 'new'],
      new Map([
        ['a', [1, 0, 0]],
        ['b', [0, 0, 1]],
        ['new', [1, 1, 1]],
      ]),
    );
    const changes = industryChangesOf(before, after);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      krugmanChange: 1,
      similarityChange: expect.closeTo(-0.5, 12) as number,
    });
  });
});

describe('order of the matrix', () => {
  it('puts points of a line in the order of the line', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 20; round++) {
      const points = Array.from({ length: 14 }, () => random());
      const order = orderMatrix(distancesOf(points), points.length);
      const ordered = order.map((index) => points[index] ?? 0);
      const sorted = [...points].sort((a, b) => a - b);
      expect(ordered[0] === sorted[0] ? ordered : [...ordered].reverse()).toEqual(sorted);
    }
  });

  it('is the best of all turns of the tree (naive: average linkage, all 2ⁿ⁻¹ flips)', () => {
    const random = seededRandom(13);
    for (let round = 0; round < 40; round++) {
      const n = 3 + (round % 6);
      const distances = new Float64Array(n * n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < i; j++) distances[i * n + j] = distances[j * n + i] = random();
      const length = (order: readonly number[]): number =>
        order.slice(1).reduce((sum, to, index) => sum + (distances[(order[index] ?? 0) * n + to] ?? 0), 0);
      const best = Math.min(...allOrders(naiveTree(distances, n)).map(length));
      const order = orderMatrix(distances, n);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, index) => index));
      expect(length(order)).toBeCloseTo(best, 12);
    }
  });

  it('takes anything from none to two as it is and refuses what is not square', () => {
    expect(orderMatrix(new Float64Array(0), 0)).toEqual([]);
    expect(orderMatrix(new Float64Array(4), 2)).toEqual([0, 1]);
    expect(orderMatrix(new Float64Array(9), 3)).toHaveLength(3);
    expect(() => orderMatrix(new Float64Array(5), 2)).toThrow(RangeError);
  });
});

describe('functional profile', () => {
  // Shares in sector 0 of four cities: 0.1, 0.1, 0.1, 0.5: mean 0.2, σ = √0.03 = 0.1732, so the last one scores √3 = 1.73.
  const counts = new Map([
    ['a', [10, 90]],
    ['b', [1, 9]],
    ['c', [100, 900]],
    ['d', [50, 50]],
  ]);

  it("grades by Nelson's standard deviations", () => {
    const { profiles } = functionalProfilesOf(['d', 'a', 'x'], counts);
    expect(profiles[0]?.prominent).toHaveLength(1);
    expect(profiles[0]?.functions[0]).toMatchObject({ section: 0, share: 0.5, grade: 1 });
    expect(profiles[0]?.functions[0]?.score).toBeCloseTo(Math.sqrt(3), 12);
    // Reference together: 161 of 1,210 in sector 0.
    expect(profiles[0]?.functions[0]?.quotient).toBeCloseTo(0.5 / (161 / 1210), 12);
    expect(profiles[1]?.prominent).toEqual([]);
  });
});

function distancesOf(points: readonly number[]): Float64Array {
  return Float64Array.from(points.flatMap((a) => points.map((b) => Math.abs(a - b))));
}

type Tree = number | readonly [Tree, Tree];

function leavesOf(tree: Tree): number[] {
  return typeof tree === 'number' ? [tree] : [...leavesOf(tree[0]), ...leavesOf(tree[1])];
}

/** Average linkage from the definition: means over all pairs of leaves, recomputed every time. */
function naiveTree(distances: Float64Array, n: number): Tree {
  let trees: Tree[] = Array.from({ length: n }, (_, index) => index);
  while (trees.length > 1) {
    let best: readonly [Tree, Tree] | null = null;
    let least = Infinity;
    trees.forEach((a, index) => {
      for (const b of trees.slice(index + 1)) {
        const pairs = leavesOf(a).flatMap((i) => leavesOf(b).map((j) => distances[i * n + j] ?? 0));
        const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
        if (mean < least) [least, best] = [mean, [a, b]];
      }
    });
    if (best === null) throw new Error('no pair');
    const [a, b] = best as readonly [Tree, Tree];
    trees = [...trees.filter((tree) => tree !== a && tree !== b), [a, b]];
  }
  return trees[0] ?? 0;
}

function allOrders(tree: Tree): number[][] {
  if (typeof tree === 'number') return [[tree]];
  const left = allOrders(tree[0]);
  const right = allOrders(tree[1]);
  return left.flatMap((a) =>
    right.flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  );
}
