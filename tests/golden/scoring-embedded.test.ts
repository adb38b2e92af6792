import { beforeAll, describe, expect, test } from 'vitest';
import { PAPER_OPTIONS } from '../../src/core/scoring/score-options.ts';
import { scoreRegions, scoresOfYear } from '../../src/core/scoring/score.ts';
import type { ScoreResult } from '../../src/core/scoring/score.ts';
import { YANGTZE_FIVE } from '../../src/core/scoring/agglomeration-set.ts';
import { loadEmbedded } from '../bench/score.ts';

/**
 * Mean and CV of the members in 2020, computed outside the program by a separate script straight from the fact tables
 * (economy_prefecture, census_prefecture, employment_section_prefecture) and the member lists. They change only when those do.
 */
const FROM_FACT_TABLES: Readonly<
  Record<string, Readonly<Record<string, readonly [mean: number, cv: number]>>>
> = {
  yrd: {
    gdp_per_capita: [109837.92592876367, 0.29557144969771376],
    urban_share: [72.02312841576635, 0.1196048797617733],
    wage: [101048.81481481482, 0.2048577965244731],
    krugman: [0.2944086778966508, 0.29870689750889007],
  },
  midyangtze: {
    gdp_per_capita: [69889.55637073188, 0.33757435910052],
    urban_share: [61.15597027753513, 0.15594400089141236],
    wage: [77765.53571428571, 0.13376956617077107],
    krugman: [0.2335276985778484, 0.45180716175400626],
  },
  chengyu: {
    gdp_per_capita: [55135.52025183757, 0.24715362869418228],
    urban_share: [53.854914999155326, 0.16214906264874138],
    wage: [80439.75, 0.14131615822628843],
    krugman: [0.23503593506691753, 0.33266353481200633],
  },
  qianzhong: {
    gdp_per_capita: [45683.83214095971, 0.32394890517592695],
    urban_share: [53.72848802190643, 0.2357792568100945],
    wage: [91927.25, 0.07710558758023917],
    krugman: [0.2273182693502478, 0.6617398917081471],
  },
  dianzhong: {
    gdp_per_capita: [66632.40771957162, 0.23988840416238189],
    urban_share: [55.01059312045239, 0.2303141763521689],
    wage: [92640.2, 0.07125667435622943],
    krugman: [0.29939636684380694, 0.47384605676248787],
  },
};

describe('the embedded tables', () => {
  let result: ScoreResult;
  beforeAll(() => {
    const { table, regions } = loadEmbedded();
    const five = regions.filter(({ id }) => YANGTZE_FIVE.includes(id));
    result = scoreRegions(table, five, PAPER_OPTIONS);
  });

  test('means and CVs are those of the fact tables', () => {
    for (const { id, dimensions } of scoresOfYear(result, 2020)?.agglomerations ?? []) {
      for (const one of dimensions.flatMap(({ indicators }) => indicators)) {
        const expected = FROM_FACT_TABLES[id]?.[one.id];
        if (expected === undefined) continue;
        expect([id, one.id, one.mean, one.cv]).toEqual([
          id,
          one.id,
          expect.closeTo(expected[0], 6),
          expect.closeTo(expected[1], 9),
        ]);
      }
    }
  });

  test('what enters: a reduced set, each year its own', () => {
    const used = result.years.map(({ year, reducedSet }) => [
      year,
      reducedSet.reduced,
      reducedSet.used.join(' '),
    ]);
    expect(used).toEqual([
      [2010, true, 'gdp_per_capita urban_share wage krugman hsr_open'],
      [2015, true, 'wage hsr_open'],
      [2020, true, 'gdp_per_capita urban_share wage krugman hsr_open'],
    ]);
  });

  test("the first three are in the paper's order in every year, 黔中 and 滇中 behind", () => {
    for (const { agglomerations } of result.years) {
      const order = [...agglomerations].sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9)).map(({ id }) => id);
      expect(order.slice(0, 3)).toEqual(['yrd', 'midyangtze', 'chengyu']);
    }
  });
});
