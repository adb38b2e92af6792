import { describe, expect, it } from 'vitest';
import { populationChangeOf } from '#core/structure/population-change.ts';
import { rankSizeOf } from '#core/structure/rank-size.ts';
import { growthBars, quotientBars, rankSizeDots } from '#features/structure/shown/shown-charts.ts';

const nameOf = (adcode: string) => `市${adcode}`;

describe('charts of the structure for files', () => {
  const words = { title: '增减', unit: '万人', remark: '注' };

  it('growth: the largest gain first, in 10,000 persons, coloured by direction', () => {
    const before = new Map([
      ['a', 100_000],
      ['b', 200_000],
      ['c', 300_000],
    ]);
    const after = new Map([
      ['a', 150_000],
      ['b', 180_000],
      ['c', 300_100],
      ['d', 1],
    ]);
    const chart = growthBars(populationChangeOf(['a', 'b', 'c', 'd'], before, after, 10), nameOf, words);
    expect(chart.categories).toEqual(['市a', '市c', '市b']);
    expect(chart.series[0]?.values).toEqual([5, 0.01, -2]);
    expect(new Set(chart.colours).size).toBe(3);
    expect(chart.isSigned).toBe(true);
  });

  it('growth of many: the largest gains and losses only', () => {
    const codes = Array.from({ length: 100 }, (_, at) => String(at));
    const before = new Map(codes.map((code) => [code, 100_000]));
    const after = new Map(codes.map((code, at) => [code, 100_000 + (50 - at) * 10_000]));
    const values = growthBars(populationChangeOf(codes, before, after, 10), nameOf, words).series[0]?.values;
    expect(values).toHaveLength(30);
    expect([values?.[0], values?.[14], values?.[15], values?.[29]]).toEqual([50, 36, -35, -49]);
  });

  it('rank and size: dots at rank − ½ and the line of the regression through them', () => {
    const sizes = new Map([
      ['a', 4e6],
      ['b', 2e6],
      ['c', 1e6],
    ]);
    const rankSize = rankSizeOf(['a', 'b', 'c'], sizes);
    const chart = rankSizeDots(rankSize, nameOf, { ...words, size: 'x', rank: 'y', line: '线' });
    expect(chart.across.values).toEqual([4, 2, 1]);
    const [dots, line] = chart.series;
    expect(dots?.values).toEqual([0.5, 1.5, 2.5]);
    // By hand: b = ln 5 / ln 4, through the means of the logarithms (size 2 m, rank − ½ of ∛(½·1½·2½)).
    const middle = Math.cbrt(0.5 * 1.5 * 2.5);
    const half = 2 ** (Math.log(5) / Math.log(4));
    [middle / half, middle, middle * half].forEach((expected, at) =>
      expect(line?.values[at]).toBeCloseTo(expected, 10),
    );
    expect(
      rankSizeDots(rankSizeOf(['a', 'b'], sizes), nameOf, { ...words, size: 'x', rank: 'y', line: '线' })
        .series,
    ).toHaveLength(1);
  });

  it('quotients: the largest first, the undefined last and empty', () => {
    const chart = quotientBars(
      { adcode: 'a', shares: [0.5, 0.5, 0], quotients: [0.8, 1.2, null] },
      ['农', '工', '商'],
      { title: '区位熵', quotient: 'LQ', remark: '' },
    );
    expect(chart.categories).toEqual(['工', '农', '商']);
    expect(chart.series[0]?.values).toEqual([1.2, 0.8, null]);
    expect(chart.colours[0]).not.toBe(chart.colours[1]);
  });
});
