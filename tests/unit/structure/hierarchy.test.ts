import { describe, expect, it } from 'vitest';
import { concentrationOf, giniOf } from '#core/structure/concentration.ts';
import { rankSizeOf } from '#core/structure/rank-size.ts';
import { sizeClassOf, sizeStructureOf } from '#core/structure/size-class.ts';
import { readLiteratureStructureType, structureTypeOf } from '#core/structure/structure-type.ts';

const sizesOf = (...sizes: number[]): Map<string, number> =>
  new Map(sizes.map((size, index) => [`c${String(index).padStart(2, '0')}`, size]));

describe('size classes', () => {
  it.each([
    [10_000_000, '超大城市'],
    [9_999_999, '特大城市'],
    [5_000_000, '特大城市'],
    [4_999_999, 'Ⅰ型大城市'],
    [3_000_000, 'Ⅰ型大城市'],
    [1_000_000, 'Ⅱ型大城市'],
    [500_000, '中等城市'],
    [200_000, 'Ⅰ型小城市'],
    [199_999, 'Ⅱ型小城市'],
    [0, 'Ⅱ型小城市'],
  ])('%i people: %s', (persons, name) => {
    expect(sizeClassOf(persons).nameZh).toBe(name);
  });

  it('refuses what is no population', () => {
    expect(() => sizeClassOf(-1)).toThrow(RangeError);
    expect(() => sizeClassOf(Number.NaN)).toThrow(RangeError);
  });

  it('names members without a figure and keeps empty classes', () => {
    const { rows, coverage } = sizeStructureOf(
      ['a', 'b', 'c', 'd'],
      new Map([
        ['a', 6_000_000],
        ['b', 600_000],
        ['d', 7_000_000],
      ]),
    );
    expect(rows).toHaveLength(7);
    expect(rows[1]).toMatchObject({ cities: ['d', 'a'], persons: 13_000_000 });
    expect(rows[0]).toMatchObject({ cities: [], persons: 0 });
    expect(coverage).toEqual({ used: ['a', 'b', 'd'], excluded: [{ adcode: 'c', reason: 'missing' }] });
  });
});

describe('rank-size regression', () => {
  // Sizes 120/(rank − ½) lie on the line with b = 1 exactly: 240, 80, 48, 34.2857….
  it('finds the exponent of an exact line and its error √(2/n)·b', () => {
    const sizes = sizesOf(120 / 0.5, 120 / 1.5, 120 / 2.5, 120 / 3.5);
    const result = rankSizeOf([...sizes.keys()], sizes);
    expect(result.status).toBe('fitted');
    expect(result.exponent).toBeCloseTo(1, 12);
    expect(result.standardError).toBeCloseTo(Math.sqrt(2 / 4), 12);
    expect(result.rSquared).toBeCloseTo(1, 12);
    expect(result.intercept).toBeCloseTo(Math.log(120), 12);
    expect(result.points.map((point) => point.fitted)).toEqual(
      result.points.map((point) => expect.closeTo(point.size, 8)),
    );
  });

  // By hand: sizes 4, 2, 1; ln size = 2L, L, 0 (L = ln 2), ln(rank − ½) = −L, ln 1.5, ln 2.5.
  // b = −Σ(x − L)(y − ȳ)/2L² = (ln 2.5 + L)/(2L) = ln 5 / ln 4 = 1.160964.
  it('agrees with three cities worked by hand', () => {
    const sizes = sizesOf(4, 2, 1);
    const result = rankSizeOf([...sizes.keys()], sizes);
    expect(result.exponent).toBeCloseTo(Math.log(5) / Math.log(4), 12);
    expect(result.standardError).toBeCloseTo((Math.sqrt(2 / 3) * Math.log(5)) / Math.log(4), 12);
    expect(result.sizeOnRankExponent).toBeCloseTo(Math.log(4) / Math.log(5), 12);
  });

  it('gives ranks but no line for two cities, for equal ones, and leaves zeros out openly', () => {
    const two = rankSizeOf(['c00', 'c01', 'c02'], sizesOf(5, 9, 0));
    expect(two.status).toBe('too-few-cities');
    expect(two.exponent).toBeNull();
    expect(two.points.map((point) => point.adcode)).toEqual(['c01', 'c00']);
    expect(two.coverage.excluded).toEqual([{ adcode: 'c02', reason: 'not-positive' }]);
    expect(rankSizeOf(['c00', 'c01', 'c02'], sizesOf(3, 3, 3)).status).toBe('all-sizes-equal');
  });

  it('takes the largest only when asked', () => {
    const sizes = sizesOf(100, 50, 33, 25, 1);
    expect(rankSizeOf([...sizes.keys()], sizes, { largest: 4 }).points).toHaveLength(4);
  });
});

describe('concentration', () => {
  // 60, 30, 20, 10: see docs/method-structure.md.
  const sizes = sizesOf(20, 60, 10, 30);

  it('agrees with four cities worked by hand', () => {
    const result = concentrationOf([...sizes.keys()], sizes);
    expect(result.s2).toBe(2);
    expect(result.s4).toBe(1);
    expect(result.s11).toBeNull();
    expect(result.largestShare).toBe(0.5);
    expect(result.herfindahl).toBeCloseTo(25 / 72, 12);
    expect(result.herfindahlNormalised).toBeCloseTo((25 / 72 - 0.25) / 0.75, 12);
    expect(result.equivalentCities).toBeCloseTo(72 / 25, 12);
    expect(result.gini).toBeCloseTo(1 / 3, 12);
  });

  it('corrects the Gini coefficient for the sample when asked', () => {
    expect(concentrationOf([...sizes.keys()], sizes, { gini: 'sample' }).gini).toBeCloseTo(4 / 9, 12);
    expect(giniOf([0, 0, 5], 'none')).toBeCloseTo(2 / 3, 12);
    expect(giniOf([0, 0, 5], 'sample')).toBeCloseTo(1, 12);
    expect(giniOf([5], 'sample')).toBeNull();
    expect(giniOf([], 'none')).toBeNull();
    expect(giniOf([0, 0], 'none')).toBeNull();
  });

  it('has S11 from the eleventh city on: 2·100/(10·20) = 1', () => {
    const eleven = sizesOf(100, ...Array.from({ length: 10 }, () => 20));
    expect(concentrationOf([...eleven.keys()], eleven).s11).toBe(1);
  });

  it('has nothing to say about nobody', () => {
    const nobody = concentrationOf(['x'], new Map());
    expect(nobody).toMatchObject({ s2: null, largestShare: null, herfindahl: null, gini: null });
    expect(nobody.coverage.excluded).toEqual([{ adcode: 'x', reason: 'missing' }]);
  });
});

describe('structure type', () => {
  it.each([
    ['dumbbell', [39, 24, 10, 5, 4]],
    ['gradient', [27, 12, 11, 5, 5, 5, 5, 5]],
    ['scattered', [29, 25, 16, 14, 5, 4]],
    ['single-core', [62, 9, 6, 4]],
    ['gradient', [26, 14, 9, 4, 3]],
    ['single-core', [100, 1, 1]],
  ] as const)('%s: %j', (type, sizes) => {
    const map = sizesOf(...sizes);
    expect(structureTypeOf([...map.keys()], map).type).toBe(type);
  });

  it('gives the deciding numbers, the label of the literature and whether both agree', () => {
    const map = sizesOf(40, 33, 3, 3);
    const literature = readLiteratureStructureType('gradient 梯度型', 'somebody');
    const result = structureTypeOf([...map.keys(), 'nobody'], map, literature);
    expect(result.evidence.comparableCities).toBe(2);
    expect(result.evidence.secondToFirst).toBeCloseTo(33 / 40, 12);
    expect(result.evidence.thirdToSecond).toBeCloseTo(3 / 33, 12);
    expect(result.evidence.top[0]).toMatchObject({ adcode: 'c00', size: 40 });
    expect(result.literature).toMatchObject({ type: 'gradient', source: 'somebody' });
    expect(result.agreement).toBe(false);
    expect(result.coverage.excluded).toEqual([{ adcode: 'nobody', reason: 'missing' }]);
  });

  it('shows where the type hangs on the threshold', () => {
    // Second city 0.52 of the first: comparable at 0.5, not at 0.55.
    const map = sizesOf(50, 26, 5, 4);
    const { sensitivity } = structureTypeOf([...map.keys()], map);
    expect(sensitivity.map((step) => step.type)).toEqual([
      'dumbbell',
      'dumbbell',
      'dumbbell',
      'single-core',
      'single-core',
    ]);
  });

  it('has no type below three cities and no agreement without a label', () => {
    const two = sizesOf(2, 1);
    expect(structureTypeOf([...two.keys()], two)).toMatchObject({
      type: null,
      agreement: null,
      sensitivity: [],
    });
    expect(readLiteratureStructureType('polycentric', 's')).toBeNull();
  });
});
