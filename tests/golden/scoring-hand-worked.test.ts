import { describe, expect, test } from 'vitest';
import { explainScore } from '../../src/core/scoring/explain-score.ts';
import { scoreRegions, scoresOfYear } from '../../src/core/scoring/score.ts';
import type { ScoreOptions } from '../../src/core/scoring/score-options.ts';
import { HAND_OPTIONS, HAND_REGIONS, HAND_TABLE } from '../unit/scoring/hand-table.ts';

function handScores(change: Partial<ScoreOptions> = {}) {
  const result = scoreRegions(HAND_TABLE, HAND_REGIONS, { ...HAND_OPTIONS, ...change });
  const rows = (scoresOfYear(result, 2020)?.agglomerations ?? []).map((one) => {
    const [gdp] = one.dimensions.find(({ id }) => id === 'regional')?.indicators ?? [];
    const [pm25] = one.dimensions.find(({ id }) => id === 'environment')?.indicators ?? [];
    return { id: one.id, composite: one.composite, rank: one.rank, gdp, pm25 };
  });
  return { result, rows };
}

describe('the example worked by hand in docs/method.md', () => {
  const { result, rows } = handScores();

  test('cv = σ/μ with the population deviation', () => {
    expect(rows.map(({ gdp }) => gdp?.cv)).toEqual([
      expect.closeTo(0.2721655, 7),
      0,
      expect.closeTo(0.1111111, 7),
    ]);
    expect(rows.map(({ pm25 }) => pm25?.cv)).toEqual([
      expect.closeTo(0.4082483, 7),
      expect.closeTo(0.3333333, 7),
      expect.closeTo(0.1428571, 7),
    ]);
  });

  test('the extremes are those of the whole panel', () => {
    expect(result.cvRanges).toHaveLength(1);
    expect(result.cvRanges[0]?.max).toMatchObject({ indicator: 'pm25', regionId: 'A', year: 2020 });
    expect(result.cvRanges[0]?.min).toMatchObject({ cv: 0, indicator: 'gdp_per_capita', regionId: 'B' });
  });

  test('k, R, f, K', () => {
    expect(rows.map(({ gdp }) => [gdp?.k, gdp?.R, gdp?.f, gdp?.K])).toEqual([
      [expect.closeTo(33.333333, 6), 3 / 7, 1, expect.closeTo(14.285714, 6)],
      [100, 2 / 7, 0, 0],
      [expect.closeTo(72.783447, 6), 2 / 7, 0.5, expect.closeTo(10.397635, 6)],
    ]);
    expect(rows.map(({ pm25 }) => [pm25?.k, pm25?.f, pm25?.K])).toEqual([
      [0, 0, 0],
      [expect.closeTo(18.350342, 6), 0, 0],
      [expect.closeTo(65.007289, 6), 0.5, expect.closeTo(9.286756, 6)],
    ]);
  });

  test('composite and rank', () => {
    expect(rows.map(({ composite }) => composite)).toEqual([
      expect.closeTo(7.142857, 6),
      0,
      expect.closeTo(9.842195, 6),
    ]);
    expect(rows.map(({ rank }) => rank)).toEqual([2, 3, 1]);
  });

  test('within one indicator the extremes are its own', () => {
    const scoped = handScores({ scope: 'indicator' }).rows;
    // gdp: (0.2721655 − 0.1111111) / 0.2721655; pm25: (0.4082483 − 0.3333333) / (0.4082483 − 0.1428571)
    expect(scoped.map(({ gdp }) => gdp?.k)).toEqual([0, 100, expect.closeTo(59.175171, 6)]);
    expect(scoped.map(({ pm25 }) => pm25?.k)).toEqual([0, expect.closeTo(28.22813, 6), 100]);
  });

  test('the sample deviation, without size and level', () => {
    const sample = handScores({ ddof: 1, useSize: false, useLevel: false }).rows;
    // A: gdp 2/6, pm25 20/40; C: gdp √½/4.5, pm25 √50/35. k = 100 (0.5 − cv) / 0.5, B's pm25 √200/30 = 0.4714045.
    expect(sample.map(({ gdp }) => gdp?.K)).toEqual([
      expect.closeTo(33.333333, 6),
      100,
      expect.closeTo(68.573032, 6),
    ]);
    expect(sample.map(({ pm25 }) => pm25?.K)).toEqual([
      0,
      expect.closeTo(5.719096, 6),
      expect.closeTo(59.593898, 6),
    ]);
  });

  test('the explanation puts these numbers into the formulas', () => {
    const explanation = explainScore(result, 'C', 2020, { kind: 'composite' });
    expect(explanation?.formulas[0]?.substituted).toBe('(10.3976 + 9.28676) / 2 = 9.8422');
    const pm25 = explanation?.children.find(
      ({ node }) => node.kind === 'dimension' && node.id === 'environment',
    );
    const formulas = pm25?.children[0]?.formulas.map(({ substituted }) => substituted);
    expect(formulas).toEqual([
      '65.0073 × 0.285714 × 0.5 = 9.28676',
      '5 / 35 = 0.142857',
      '100 × (0.408248 − 0.142857) / (0.408248 − 0) = 65.0073',
      '2 / 7 = 0.285714',
      'n = (35 − 30) / (40 − 30) = 0.5; √(0.5 × (1 − 0.5)) = 0.5',
      '70 / 2 = 35',
      '√(50 / 2) = 5',
    ]);
    expect(pm25?.children[0]?.members).toEqual([
      { adcode: 'c1', value: 30, year: 2020, sourceId: 'source of pm25 2020', contribution: 0.5 },
      { adcode: 'c2', value: 40, year: 2020, sourceId: 'source of pm25 2020', contribution: 0.5 },
    ]);
  });
});
