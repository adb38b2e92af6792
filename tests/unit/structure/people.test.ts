import { describe, expect, it } from 'vitest';
import { economicZoneOf, zonesOf } from '#core/structure/economic-zone.ts';
import { HU_LINE_ENDS, huLinePath, huLineSharesOf, huSideOf } from '#core/structure/hu-line.ts';
import { memberRatioOf, weightedMeanOf } from '#core/structure/member-ratio.ts';
import { nationalFrameOf } from '#core/structure/national-frame.ts';
import { populationChangeOf } from '#core/structure/population-change.ts';
import { literatureTypesOf, publishedSharesOf } from '#core/structure/published-figure.ts';
import { greatCircleKm } from '#core/structure/sphere.ts';
import type { LngLat } from '#core/units/coordinates.ts';

describe('Hu line', () => {
  it.each([
    ['北京', [116.4, 39.9], 'southeast'],
    ['西安', [108.94, 34.34], 'southeast'],
    ['成都', [104.07, 30.57], 'southeast'],
    ['昆明', [102.83, 24.88], 'southeast'],
    ['哈尔滨', [126.53, 45.8], 'southeast'],
    ['台北', [121.5, 25.05], 'southeast'],
    ['兰州', [103.83, 36.06], 'northwest'],
    ['呼和浩特', [111.75, 40.84], 'northwest'],
    ['拉萨', [91.1, 29.65], 'northwest'],
    ['乌鲁木齐', [87.6, 43.8], 'northwest'],
    ['海拉尔', [119.74, 49.21], 'northwest'],
  ] as const)('%s lies %s → %s', (_, at, side) => {
    expect(huSideOf(at)).toBe(side);
  });

  it('is drawn from end to end along the great circle', () => {
    const path = huLinePath(10);
    expect(path).toHaveLength(11);
    expect(greatCircleKm(path[0] ?? [0, 0], HU_LINE_ENDS.heihe)).toBeLessThan(1e-6);
    expect(greatCircleKm(path[10] ?? [0, 0], HU_LINE_ENDS.tengchong)).toBeLessThan(1e-6);
    const whole = greatCircleKm(HU_LINE_ENDS.heihe, HU_LINE_ENDS.tengchong);
    expect(greatCircleKm(path[3] ?? [0, 0], path[4] ?? [0, 0])).toBeCloseTo(whole / 10, 6);
  });

  it('sums both sides and names who could not be placed', () => {
    const positions = new Map<string, LngLat>([
      ['beijing', [116.4, 39.9]],
      ['lhasa', [91.1, 29.65]],
      ['nobody', [100, 30]],
    ]);
    const people = new Map([
      ['beijing', 9],
      ['lhasa', 1],
      ['lost', 5],
    ]);
    expect(huLineSharesOf(['beijing', 'lhasa', 'nobody', 'lost'], positions, people)).toEqual({
      southeast: 9,
      northwest: 1,
      southeastShare: 0.9,
      southeastUnits: 1,
      northwestUnits: 1,
      coverage: {
        used: ['beijing', 'lhasa'],
        excluded: [
          { adcode: 'nobody', reason: 'missing' },
          { adcode: 'lost', reason: 'no-position' },
        ],
      },
    });
    expect(huLineSharesOf([], positions, people).southeastShare).toBeNull();
  });
});

describe('economic zones', () => {
  it.each([
    ['210100', 'northeast', 'east'],
    ['220100', 'northeast', 'centre'],
    ['420100', 'centre', 'centre'],
    ['150100', 'west', 'west'],
    ['450100', 'west', 'west'],
    ['460100', 'east', 'east'],
    ['810000', 'hmt', 'hmt'],
    ['990000', null, null],
  ])('%s: %s of four, %s of three', (adcode, four, three) => {
    expect(economicZoneOf(adcode, 'four')).toBe(four);
    expect(economicZoneOf(adcode, 'three')).toBe(three);
  });

  it('puts each of the 34 province-level units into exactly one zone', () => {
    const provinces =
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
        ' ',
      );
    for (const scheme of ['four', 'three'] as const) {
      const zones = provinces.map((code) => economicZoneOf(`${code}0000`, scheme));
      expect(zones).not.toContain(null);
      expect(new Set(zones)).toEqual(new Set(zonesOf(scheme)));
    }
  });
});

describe('growth and shrinkage', () => {
  // 100 → 150, 200 → 190, 300 → 300, 50 → 50.2 (+0.4 %).
  const before = new Map([
    ['up', 100],
    ['down', 200],
    ['still', 300],
    ['almost', 50],
    ['gone', 7],
  ]);
  const after = new Map([
    ['up', 150],
    ['down', 190],
    ['still', 300],
    ['almost', 50.2],
    ['born', 9],
  ]);
  const change = populationChangeOf(['still', 'down', 'up', 'almost', 'gone', 'born'], before, after, 10);

  it('tells growing, stable and shrinking units apart, over those with both figures', () => {
    expect(change.units.map(({ adcode, direction }) => [adcode, direction])).toEqual([
      ['up', 'growing'],
      ['almost', 'stable'],
      ['still', 'stable'],
      ['down', 'shrinking'],
    ]);
    expect(change).toMatchObject({ before: 650, after: 690.2, growing: 1, stable: 2, shrinking: 1 });
    expect(change.persons).toEqual({ growing: 150, stable: 350.2, shrinking: 190 });
    expect(change.personsLeftOut).toBe(9);
    expect(change.changePercent).toBeCloseTo((100 * 40.2) / 650, 10);
    expect(change.yearlyPercent).toBeCloseTo(100 * ((690.2 / 650) ** 0.1 - 1), 10);
    expect(change.largestGainShare).toBeCloseTo(50 / 50.2, 10);
    expect(change.units[0]?.sharePointsGained).toBeCloseTo(100 * (150 / 690.2 - 100 / 650), 10);
    expect(change.coverage.excluded).toEqual([
      { adcode: 'gone', reason: 'missing' },
      { adcode: 'born', reason: 'missing' },
    ]);
  });

  it('says nothing about nobody', () => {
    expect(populationChangeOf(['x'], before, after, 10)).toMatchObject({
      changePercent: null,
      yearlyPercent: null,
      largestGainShare: null,
    });
  });
});

describe('ratios of sums', () => {
  it('leave a member out of both sums when one of its figures is missing', () => {
    const people = new Map([
      ['a', 100],
      ['b', 300],
      ['c', 999],
    ]);
    const km2 = new Map([
      ['a', 10],
      ['b', 10],
      ['d', 5],
      ['z', 0],
    ]);
    const density = memberRatioOf(['a', 'b', 'c', 'd', 'z'], people, km2);
    expect(density).toMatchObject({ value: 20, numerator: 400, denominator: 20 });
    expect(density.units).toEqual([
      { adcode: 'a', value: 10 },
      { adcode: 'b', value: 30 },
    ]);
    expect(density.coverage.excluded).toEqual([
      { adcode: 'c', reason: 'missing' },
      { adcode: 'z', reason: 'not-positive' },
      { adcode: 'd', reason: 'missing' },
    ]);
    expect(memberRatioOf(['x'], people, km2).value).toBeNull();
  });

  it('weigh shares by people: 10 % of 100 and 20 % of 300 are 17.5 % of 400', () => {
    const mean = weightedMeanOf(
      ['a', 'b'],
      new Map([
        ['a', 10],
        ['b', 20],
      ]),
      new Map([
        ['a', 100],
        ['b', 300],
      ]),
    );
    expect(mean.value).toBeCloseTo(17.5, 12);
    expect(mean.units.map((unit) => unit.value)).toEqual([10, 20]);
  });
});

describe('national frame', () => {
  const regions = [
    { id: 'one', members: ['110000', '110000', '120000', '810000'] },
    { id: 'two', members: ['120000', '310000', '320100'] },
  ];
  const people = new Map([
    ['110000', 10],
    ['120000', 20],
    ['310000', 30],
    ['810000', 40],
  ]);

  it('counts shared members once together, leaves out who is not in the total, and stands beside the published', () => {
    const frame = nationalFrameOf(regions, people, { value: 200, source: 's', withoutHmt: true }, 2020, [
      { year: 2010, percent: 25, words: 'share', source: 'p' },
      { year: 2019, percent: 31, words: 'share', source: 'q' },
    ]);
    expect(frame.regions.map((region) => region.percent)).toEqual([15, 25]);
    expect(frame.together.sum).toBe(60);
    expect(frame.together.percent).toBe(30);
    expect(frame.overlaps).toEqual(['120000']);
    expect(frame.together.coverage.excluded).toEqual([
      { adcode: '320100', reason: 'missing' },
      { adcode: '810000', reason: 'outside-total' },
    ]);
    expect(frame.published.map(({ year, differencePoints }) => [year, differencePoints])).toEqual([
      [2019, -1],
      [2010, 5],
    ]);
  });

  it('has sums but no shares without a total', () => {
    const frame = nationalFrameOf(regions, people, null, 2020);
    expect(frame.together).toMatchObject({ sum: 100, percent: null });
  });
});

const row = (subject: string, indicator: string, year: string | null, value: number | string | null) => ({
  subject,
  indicator,
  year,
  value,
  unit: '',
  source: 's',
});

describe('published figures', () => {
  const rows = [
    row('yrd', 'structure type', '2024', 'gradient 梯度型'),
    row('gba', 'structure type', '2024', 'something else'),
    row('19 agglomerations', 'share of national GDP', '2019', 88.3),
    row('19 agglomerations', 'share of national GDP, more than', '2020', 80),
    row('19 agglomerations', 'share of national population', '2019', 80.4),
    row('19 agglomerations', 'share of national GDP', null, 1),
  ];

  it('are read into types and shares, contradicting ones included', () => {
    expect([...literatureTypesOf(rows)]).toEqual([
      ['yrd', { type: 'gradient', words: 'gradient 梯度型', source: 's' }],
    ]);
    expect(publishedSharesOf(rows, 'GDP').map(({ percent }) => percent)).toEqual([88.3, 80]);
    expect(publishedSharesOf(rows, 'population').map(({ percent }) => percent)).toEqual([80.4]);
  });
});
