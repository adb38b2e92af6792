import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import { summariseAccessibility, type WeightedFigure } from '#core/accessibility/accessibility-summary.ts';
import { weightedFigures } from '#core/accessibility/opportunity.ts';

const figure = (residents: number, value: number, adcode = `${residents}-${value}`): WeightedFigure => ({
  adcode,
  residents,
  value,
});

/** Half the mean difference between two residents, by all pairs, over the mean. */
function giniByPairs(figures: readonly WeightedFigure[]): number {
  const residents = figures.reduce((sum, one) => sum + one.residents, 0);
  const total = figures.reduce((sum, one) => sum + one.residents * one.value, 0);
  let differences = 0;
  for (const a of figures)
    for (const b of figures) differences += a.residents * b.residents * Math.abs(a.value - b.value);
  return differences / (2 * residents * total);
}

describe('summariseAccessibility', () => {
  it('agrees with a sum by hand', () => {
    // 100 residents reach 10, 300 reach 20: on average 17.5; 2 · 100 · 300 · 10 / (2 · 400² · 17.5).
    expect(summariseAccessibility([figure(300, 20), figure(100, 10)])).toEqual({
      residents: 400,
      counties: 2,
      mean: 17.5,
      p10: 10,
      p50: 20,
      p90: 20,
      gini: expect.closeTo(0.107_142_857, 9),
    });
  });

  it('has no figure of nobody, and no inequality where nobody reaches anything', () => {
    expect(summariseAccessibility([])).toBeNull();
    expect(summariseAccessibility([figure(5, 0), figure(9, 0, 'b')])?.gini).toBeNull();
  });

  it('counts a resident once: the quantiles are those of the residents one by one', () => {
    const figures = [figure(3, 7), figure(2, 1), figure(5, 4)];
    const each = [1, 1, 4, 4, 4, 4, 4, 7, 7, 7];
    const summary = summariseAccessibility(figures);
    expect([summary?.p10, summary?.p50, summary?.p90]).toEqual([each[0], each[4], each[8]]);
  });

  const figures = fc.array(
    fc.record({
      adcode: fc.string(),
      residents: fc.integer({ min: 1, max: 1_000_000 }),
      value: fc.integer({ min: 0, max: 50_000_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  test.prop([figures])(
    'is the Gini coefficient by all pairs, between the least and the greatest',
    (given) => {
      const summary = summariseAccessibility(given);
      if (summary === null) throw new Error('No summary');
      const values = given.map(({ value }) => value);
      expect(summary.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
      expect(summary.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      expect(values).toContain(summary.p10);
      expect(summary.p10).toBeLessThanOrEqual(summary.p50);
      expect(summary.p50).toBeLessThanOrEqual(summary.p90);
      if (summary.gini === null) expect(Math.max(...values)).toBe(0);
      else expect(summary.gini).toBeCloseTo(giniByPairs(given), 9);
    },
  );
});

const county = (
  adcode: string,
  residents: number | null,
  people: number | null,
  gdp: number | null = null,
): CountyAccessibility => ({
  adcode,
  residents,
  people,
  gdp,
  gdpKnownShare: gdp === null ? null : 1,
  without: null,
});

describe('weightedFigures', () => {
  it('leaves out who has no figure, no residents, or unknown ones', () => {
    const counties = [
      county('a', 10, 100, 5),
      county('b', null, 50),
      county('c', 10, null),
      county('d', 0, 9),
      county('e', 4, 0),
    ];
    expect(weightedFigures(counties, 'people').map(({ adcode }) => adcode)).toEqual(['a', 'e']);
    expect(weightedFigures(counties, 'gdp')).toEqual([{ adcode: 'a', residents: 10, value: 5 }]);
  });
});

describe('compareAccessibility', () => {
  it('holds the same counties against one another and says who gains', () => {
    const before = [county('a', 10, 100), county('b', 30, 50), county('c', 5, 20), county('d', 7, null)];
    const after = [county('c', 5, 15), county('a', 10, 140), county('b', 30, 50), county('d', 7, 8)];
    const change = compareAccessibility(before, after, 'people');
    expect(change?.counties).toEqual([
      { adcode: 'a', residents: 10, before: 100, after: 140, change: 40 },
      { adcode: 'b', residents: 30, before: 50, after: 50, change: 0 },
      { adcode: 'c', residents: 5, before: 20, after: 15, change: -5 },
    ]);
    expect(change).toMatchObject({ residentsGaining: 10, residentsLosing: 5 });
    expect(change?.before.mean).toBeCloseTo((1000 + 1500 + 100) / 45, 12);
    expect(change?.after.mean).toBeCloseTo((1400 + 1500 + 75) / 45, 12);
    expect(compareAccessibility([county('d', 7, null)], [county('d', 7, 8)], 'people')).toBeNull();
  });
});
