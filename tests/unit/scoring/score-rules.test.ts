import { describe, expect, test } from 'vitest';
import type { Region, RegionVariant } from '../../../src/core/geography/region.ts';
import { selectRegions, YANGTZE_FIVE } from '../../../src/core/scoring/agglomeration-set.ts';
import { memberContributions, spreadContributions } from '../../../src/core/scoring/contribution.ts';
import { departures } from '../../../src/core/scoring/departures.ts';
import { explainScore } from '../../../src/core/scoring/explain-score.ts';
import { coefficientOfVariation, compareWithPublished } from '../../../src/core/scoring/published-anchor.ts';
import { EMBEDDED_OPTIONS, PAPER_OPTIONS, presetOptions } from '../../../src/core/scoring/score-options.ts';
import type { ScoreOptions } from '../../../src/core/scoring/score-options.ts';
import { memberValues } from '../../../src/core/scoring/score-panel.ts';
import { scoreRegions, scoresOfYear } from '../../../src/core/scoring/score.ts';
import {
  choice,
  HAND_OPTIONS,
  HAND_REGIONS,
  HAND_TABLE,
  optionsFor,
  region,
  series,
  tableOf,
} from './hand-table.ts';

/** Names of eleven members of a region. */
const members = (id: string) => Array.from({ length: 11 }, (_, at) => `${id}${at}`);

const AB = [region('A', 'a1', 'a2', 'a3'), region('B', 'b1', 'b2', 'b3')];

function cellsOf(result: ReturnType<typeof scoreRegions>, year = 2020) {
  const { agglomerations = [] } = scoresOfYear(result, year) ?? {};
  return agglomerations.map(({ dimensions }) => dimensions.flatMap(({ indicators }) => indicators));
}

describe('undefined cases', () => {
  test('no city has it: no CV, K is 0 because the level is nothing', () => {
    const table = tableOf(
      series('hsr_open', 2020, { a1: 0, a2: 0, a3: 0, b1: 1, b2: 1, b3: 0 }),
      series('x', 2020, { a1: 1, a2: 2, a3: 3, b1: 1, b2: 1, b3: 1 }),
    );
    const [[ofA], [ofB]] = cellsOf(
      scoreRegions(table, AB, optionsFor([choice('hsr_open'), choice('x', 'services')], [2020])),
    ) as [never[], never[]];
    expect(ofA).toMatchObject({ cv: null, k: null, K: 0, f: 0, reason: 'mean-zero', mean: 0 });
    expect(ofB).toMatchObject({ k: 0, f: 1 });
  });

  test('one member has no CV, and no composite of it', () => {
    const single = [region('A', 'a1'), region('B', 'b1', 'b2')];
    const table = tableOf(
      series('x', 2020, { a1: 1, b1: 1, b2: 3 }),
      series('y', 2020, { a1: 1, b1: 1, b2: 9 }),
    );
    const result = scoreRegions(table, single, optionsFor([choice('x'), choice('y')], [2020]));
    expect(cellsOf(result)[0]?.[0]).toMatchObject({ cv: null, K: null, reason: 'one-value', coverage: 1 });
    expect(scoresOfYear(result, 2020)?.agglomerations[0]).toMatchObject({
      composite: null,
      rank: null,
      reason: 'every-cell-undefined',
    });
  });

  test('the same values in another order are the same spread to the last bit, so that no rounding ranks the two', () => {
    const allBut = (id: string, without: string) =>
      Object.fromEntries(members(id).map((member) => [member, member === without ? 0 : 1]));
    // 10 of 11 cities each, as 粤港澳 and 哈长 with high-speed rail in 2020; C only spans the scale.
    const table = tableOf(
      series('hsr_open', 2020, { ...allBut('a', 'a10'), ...allBut('b', 'b0'), c1: 1, c2: 0, c3: 0 }),
    );
    const regions = [
      region('A', ...members('a')),
      region('B', ...members('b')),
      region('C', 'c1', 'c2', 'c3'),
    ];
    for (const ddof of [0, 1] as const) {
      const result = scoreRegions(table, regions, optionsFor([choice('hsr_open')], [2020], { ddof }));
      const [ofA, ofB] = cellsOf(result).map(([cell]) => [ddof, cell?.cv, cell?.K]);
      expect(ofA?.[2]).toBeGreaterThan(0);
      expect(ofA).toEqual(ofB);
    }
  });

  test('all CVs equal: k undefined', () => {
    const table = tableOf(series('x', 2020, { a1: 1, a2: 2, a3: 3, b1: 2, b2: 4, b3: 6 }));
    const [[ofA]] = cellsOf(scoreRegions(table, AB, optionsFor([choice('x')], [2020]))) as [never[]];
    expect(ofA).toMatchObject({ k: null, K: null, reason: 'cv-range-zero' });
  });

  test('all levels equal: f undefined, unless the level is not used', () => {
    const table = tableOf(series('x', 2020, { a1: 1, a2: 2, a3: 3, b1: 2, b2: 2, b3: 2 }));
    const options = optionsFor([choice('x')], [2020]);
    expect(cellsOf(scoreRegions(table, AB, options))[0]?.[0]).toMatchObject({
      k: 0,
      f: null,
      K: null,
      reason: 'level-range-zero',
    });
    expect(cellsOf(scoreRegions(table, AB, { ...options, useLevel: false }))[1]?.[0]).toMatchObject({
      k: 100,
      f: 1,
      K: 50,
    });
  });

  test('values that cancel to a mean of zero leave K undefined', () => {
    const table = tableOf(series('x', 2020, { a1: -1, a2: 0, a3: 1, b1: 1, b2: 2, b3: 2 }));
    expect(cellsOf(scoreRegions(table, AB, optionsFor([choice('x')], [2020])))[0]?.[0]).toMatchObject({
      K: null,
      reason: 'mean-zero',
    });
  });
});

describe('missing data', () => {
  const table = tableOf(
    series('full', 2020, { a1: 1, a2: 2, a3: 3, b1: 1, b2: 1, b3: 2 }),
    series('thin', 2020, { a1: 1, a2: 2, a3: 6, b1: 4 }),
  );
  const options = optionsFor([choice('full'), choice('thin', 'services')], [2020]);

  test('common: an indicator that one agglomeration lacks counts for none', () => {
    const [ofA, ofB] = cellsOf(scoreRegions(table, AB, options));
    expect(ofA?.[1]).toMatchObject({ used: false, K: null, reason: 'not-common', coverage: 1 });
    expect(ofB?.[1]).toMatchObject({
      used: false,
      K: null,
      reason: 'low-coverage',
      membersUsed: 1,
      members: 3,
    });
    expect(scoresOfYear(scoreRegions(table, AB, options), 2020)?.reducedSet).toMatchObject({
      reduced: true,
      used: ['full'],
      paperIndicatorsUsed: 1,
    });
  });

  test('available: it counts where it counts', () => {
    const [ofA, ofB] = cellsOf(scoreRegions(table, AB, { ...options, missing: 'available' }));
    expect(ofA?.[1]).toMatchObject({ used: true, reason: 'level-range-zero' });
    expect(ofB?.[1]).toMatchObject({ used: false, reason: 'low-coverage' });
  });

  test('a figure left out changes no other CV: the extremes are those of what counts', () => {
    const wild = tableOf(...table.series, series('wild', 2020, { a1: 0.001, b1: 1, b2: 1000 }));
    const { cvRanges } = scoreRegions(wild, AB, {
      ...options,
      indicators: [...options.indicators, choice('wild')],
    });
    expect(cvRanges[0]?.max?.indicator).toBe('full');
  });

  test('13 of 20 members are 65 %', () => {
    const members = Array.from({ length: 20 }, (_, m) => `m${m}`);
    const some = Object.fromEntries(members.slice(0, 13).map((id, m) => [id, m + 1]));
    const [[cell]] = cellsOf(
      scoreRegions(
        tableOf(series('x', 2020, some)),
        [region('A', ...members)],
        optionsFor([choice('x')], [2020]),
      ),
    ) as [never[]];
    expect(cell).toMatchObject({ used: true, coverage: 0.65 });
  });

  test('a dimension without an indicator has no score and does not pull the composite', () => {
    const [a] =
      scoresOfYear(scoreRegions(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS), 2020)?.agglomerations ?? [];
    expect(a?.dimensions.find(({ id }) => id === 'services')).toMatchObject({
      score: null,
      reason: 'no-indicator-counts',
    });
    expect(a).toMatchObject({ indicatorsUsed: 2, coverage: 2 / 19, valuesUsed: 6, valuesPossible: 6 });
  });
});

describe('years', () => {
  const table = tableOf(
    series('x', 2018, { a1: 18, a2: 18 }),
    series('x', 2019, { a1: 19, a2: 19, b1: 19 }),
    series('x', 2020, { a1: 20, b2: 20 }),
    series('x', 2021, { a3: 21, b1: 21 }),
  );
  const find = (change: Partial<ScoreOptions>) => {
    const { panel } = scoreRegions(table, AB, optionsFor([choice('x')], [2020], change));
    return [0, 1].flatMap((r) => memberValues(panel, 0, 0, r).map(({ value }) => value));
  };

  test('each figure takes its nearest year, the earlier of two; its own year is kept', () => {
    expect(find({})).toEqual([20, 19, 21, 19, 20, null]);
    const [ofA] = cellsOf(scoreRegions(table, AB, optionsFor([choice('x')], [2020])));
    expect(ofA?.[0]?.years).toEqual([2019, 2020, 2021]);
  });

  test('window 0: exactly the year', () => {
    expect(find({ yearWindow: 0 })).toEqual([20, null, null, null, 20, null]);
  });

  test('one year for all', () => {
    expect(find({ yearMatching: 'indicator' })).toEqual([20, null, null, null, 20, null]);
  });

  test('a regional series goes before the prefectures and holds only in its delimitation', () => {
    const { panel } = scoreRegions(
      {
        ...table,
        regional: [
          {
            variantKey: 'A@current',
            indicator: 'x',
            year: 2020,
            sourceId: 'model',
            provenance: 'modelled',
            values: new Map([
              ['a1', 1],
              ['b1', 2],
            ]),
          },
        ],
      },
      AB,
      optionsFor([choice('x')], [2020]),
    );
    expect(memberValues(panel, 0, 0, 0)[0]).toEqual({
      adcode: 'a1',
      value: 1,
      year: 2020,
      sourceId: 'model',
    });
    expect(memberValues(panel, 0, 0, 1)[0]).toMatchObject({ adcode: 'b1', value: 19 });
  });
});

describe('weights', () => {
  test('are relative among siblings', () => {
    const weighted = { ...HAND_OPTIONS, dimensionWeights: { ...HAND_OPTIONS.dimensionWeights, regional: 3 } };
    const [, , c] =
      scoresOfYear(scoreRegions(HAND_TABLE, HAND_REGIONS, weighted), 2020)?.agglomerations ?? [];
    expect(c?.composite).toBeCloseTo((3 * 10.397635 + 9.286756) / 4, 6);
    const explained = explainScore(scoreRegions(HAND_TABLE, HAND_REGIONS, weighted), 'C', 2020, {
      kind: 'composite',
    });
    expect(explained?.formulas[0]?.substituted).toBe('(3 × 10.3976 + 1 × 9.28676) / 4 = 10.1199');
  });
});

const without = (...ids: string[]) => ({
  ...PAPER_OPTIONS,
  indicators: PAPER_OPTIONS.indicators.filter(({ id }) => !ids.includes(id)),
});
const saidOfLeftOut = (options: typeof PAPER_OPTIONS) =>
  departures(options).flatMap(({ code, textZh, textEn }) => (code === 'left-out' ? [textZh, textEn] : []));

describe('departures from the paper', () => {
  test('the paper preset by itself has none', () => {
    expect(departures(PAPER_OPTIONS)).toEqual([]);
  });

  test('what is left out is named, of many the first; an own index leaves nothing out', () => {
    expect(saidOfLeftOut(without('hsr_open'))).toEqual([
      '不比较“是否开通高铁”',
      'left out by choice: High-speed rail open',
    ]);
    expect(saidOfLeftOut(without('hsr_open', 'wage', 'pm25', 'krugman', 'gas_coverage'))[1]).toMatch(
      / and 2 more$/,
    );
    expect(saidOfLeftOut({ ...without('hsr_open'), preset: 'own' })).toEqual([]);
  });

  test('every changed option is named, ours apart', () => {
    const list = departures({
      ...EMBEDDED_OPTIONS,
      scope: 'indicator',
      ddof: 1,
      useSize: false,
      useLevel: false,
      missing: 'available',
      coverageThreshold: 0.5,
      yearWindow: 0,
      yearMatching: 'indicator',
      years: [2020],
      dimensionWeights: { ...PAPER_OPTIONS.dimensionWeights, services: 2 },
      indicators: EMBEDDED_OPTIONS.indicators.map((one) => (one.id === 'wage' ? { ...one, weight: 2 } : one)),
    });
    expect(list.map(({ code }) => code)).toEqual([
      'extra-indicators',
      'indicator-weights',
      'dimension-weights',
      'scope',
      'ddof',
      'no-size',
      'no-level',
      'missing-available',
      'coverage-threshold',
      'year-window',
      'year-matching',
      'panel-years',
    ]);
    expect(list.filter(({ fromPaper }) => !fromPaper)).toHaveLength(4);
  });

  test('a computed year says how many of the 19 entered, and other regions are named', () => {
    const result = scoreRegions(HAND_TABLE, HAND_REGIONS, { ...HAND_OPTIONS, years: PAPER_OPTIONS.years });
    const reducedSet = result.years[2]?.reducedSet ?? null;
    const list = departures(result.options, reducedSet, HAND_REGIONS);
    expect(list.map(({ code }) => code)).toEqual(['reduced-set', 'left-out', 'regions']);
    expect(list[0]?.textEn).toBe("only 2 of the paper's 19 indicators enter");
  });

  test('own starts from the embedded preset', () => {
    expect(presetOptions('own')).toEqual({ ...EMBEDDED_OPTIONS, preset: 'own' });
  });
});

describe('contribution to spread', () => {
  test('shares of squared deviations', () => {
    expect(spreadContributions([1, 3, null, 8])).toEqual([9 / 26, 1 / 26, null, 16 / 26]);
    expect(spreadContributions([5, 5])).toEqual([null, null]);
  });

  test('by member: one indicator with its side, or the mean over indicators', () => {
    const result = scoreRegions(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS);
    const gdp = memberContributions(result, 2020, { kind: 'indicator', id: 'gdp_per_capita' });
    expect(gdp.slice(0, 4)).toEqual([
      { adcode: 'a1', regionId: 'A', share: 0.5, side: -1, indicators: 1 },
      { adcode: 'a2', regionId: 'A', share: 0, side: 0, indicators: 1 },
      { adcode: 'a3', regionId: 'A', share: 0.5, side: 1, indicators: 1 },
      { adcode: 'b1', regionId: 'B', share: null, side: 0, indicators: 0 },
    ]);
    const all = memberContributions(result, 2020, { kind: 'composite' });
    expect(all[3]).toEqual({ adcode: 'b1', regionId: 'B', share: 0.5, side: 0, indicators: 1 });
  });
});

describe('the published anchor', () => {
  test('between-agglomeration CV of dimension scores', () => {
    expect(coefficientOfVariation([1, 3])).toBe(0.5);
    expect(coefficientOfVariation([1, 3], 1)).toBeCloseTo(Math.SQRT2 / 2, 12);
    expect(coefficientOfVariation([4])).toBeNull();
    const rows = compareWithPublished(
      scoreRegions(HAND_TABLE, HAND_REGIONS, { ...HAND_OPTIONS, years: [2010, 2020] }),
    );
    expect(rows.find(({ year, dimension }) => year === 2010 && dimension === 'innovation')).toEqual({
      dimension: 'innovation',
      year: 2010,
      ours: null,
      published: 1.0785,
      indicators: [],
    });
    // K of gdp: 14.285714, 0, 10.397635.
    expect(rows.find(({ year, dimension }) => year === 2020 && dimension === 'regional')?.ours).toBeCloseTo(
      0.732952,
      5,
    );
  });
});

describe('explanations', () => {
  test('are found by id or variant key; of what does not exist they are null', () => {
    const result = scoreRegions(HAND_TABLE, HAND_REGIONS, HAND_OPTIONS);
    expect(explainScore(result, 'Z', 2020, { kind: 'composite' })).toBeNull();
    expect(explainScore(result, 'A', 1999, { kind: 'composite' })).toBeNull();
    expect(explainScore(result, 'A', 2020, { kind: 'indicator', id: 'wage' })).toBeNull();
    const node = { kind: 'dimension', id: 'regional' } as const;
    const explained = explainScore(result, 'A@current', 2020, node);
    expect(explained?.value).toBeCloseTo(14.285714, 6);
    expect(explainScore(result, 'A', 2020, node)).toEqual(explained);
  });
});

const variant = (key: string, ...statisticalMembers: string[]): RegionVariant => ({
  key,
  regionId: key.split('@')[0] ?? '',
  label: '',
  labelZh: '',
  plan: null,
  planYear: null,
  wholeUnits: [],
  partCounties: [],
  excludedCounties: [],
  statisticalMembers,
  counties: [],
  areaKm2: 0,
  population2020: null,
  populationMissing: [],
  publishedAreaKm2: null,
  publishedPopulation: null,
  evidence: '',
});

const make = (id: string, kind: Region['kind'] = 'agglomeration'): Region => ({
  id,
  kind,
  nameZh: id,
  nameEn: id,
  maturity: null,
  grade: '',
  approved: null,
  cores: [],
  variants: [variant(`${id}@now`, `${id}1`, `${id}2`), variant(`${id}@2010`, `${id}1`)],
});

describe('sets of regions', () => {
  const regions = [...YANGTZE_FIVE, 'gba'].map((id) => make(id)).concat(make('nanjing', 'metro'));

  test('names, lists and variants', () => {
    const five = selectRegions(regions, 'yangtze5');
    expect(five.ok && five.value.map(({ id }) => id)).toEqual(YANGTZE_FIVE);
    const all = selectRegions(regions, 'all19', { yrd: 'yrd@2010' });
    expect(all.ok && all.value).toHaveLength(6);
    expect(all.ok && all.value[0]).toEqual({ id: 'yrd', variantKey: 'yrd@2010', members: ['yrd1'] });
    const two = selectRegions(regions, ['yrd', 'yrd@2010']);
    expect(two.ok && two.value.map(({ variantKey }) => variantKey)).toEqual(['yrd@now', 'yrd@2010']);
  });

  test.each([
    ['unknown-region', ['atlantis']],
    ['unknown-variant', ['yrd@1999']],
    ['duplicate-region', ['gba', 'gba']],
    ['empty-set', []],
  ])('%s', (reason, set) => {
    const result = selectRegions(regions, set);
    expect(result.ok ? 'ok' : result.failure.reason).toBe(reason);
  });
});
