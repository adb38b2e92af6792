import { describe, expect, it } from 'vitest';
import type { Region, RegionVariant } from '#core/geography/region.ts';
import type { IndicatorSeries } from '#core/indicators/indicator.ts';
import { indexSeries } from '#core/indicators/series-index.ts';
import { profileOf } from '#core/structure/region-profile.ts';
import { structureOf } from '#core/structure/region-structure.ts';
import { readStructureFigures } from '#core/structure/structure-figures.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const series = (
  indicator: string,
  year: number,
  values: Record<string, number>,
  sourceId = 'census',
): IndicatorSeries => ({
  indicator,
  level: 'prefecture',
  year,
  sourceId,
  values: new Map(Object.entries(values)),
  flags: new Map(),
  notes: new Map(),
});

/** Three cities and d, of which nothing but the population is known. */
const figures = readStructureFigures(
  indexSeries([
    series('population_2010_on_2020_boundary', 2010, { a: 8_000_000, b: 5_000_000, c: 2_000_000 }),
    series('population', 2020, { a: 10_000_000, b: 4_000_000, c: 2_000_000, d: 1_000_000 }),
    series('population', 2020, { a: 1, d: 1 }, 'second'),
    series('urban_population', 2020, { a: 9_000_000, b: 2_000_000, c: 1_000_000 }),
    series('urban_core_population', 2020, { a: 7_000_000, b: 3_600_000, c: 900_000 }),
    series('share_age_65plus', 2020, { a: 10, b: 20, c: 20 }),
    series('gdp', 2020, { a: 16_000, b: 3_000 }, 'yearbook'),
  ]),
);
const positions = new Map<string, LngLat>([
  ['a', [104, 30]],
  ['b', [106, 30]],
  ['c', [105, 31]],
  ['d', [105, 29]],
]);
const frame = {
  figures,
  positions,
  areaKm2: new Map([
    ['a', 10_000],
    ['b', 20_000],
    ['c', 10_000],
    ['d', 10_000],
  ]),
};
const members = ['a', 'b', 'c', 'd'];

describe('structure of a region', () => {
  const structure = structureOf(members, frame);

  it('takes the first of two sources and computes every block with its own coverage', () => {
    expect(structure.density.value).toBeCloseTo(17_000_000 / 50_000, 12);
    expect(structure.urbanisation.value).toBeCloseTo((100 * 12) / 16, 12);
    expect(structure.ageing.value).toBeCloseTo((10 * 10 + 20 * 4 + 20 * 2) / 16, 12);
    expect(structure.gdpPerCapita.value).toBeCloseTo((19_000 * 1e8) / 14_000_000, 6);
    expect(structure.concentration.s2).toBeCloseTo(70 / 36, 12);
    expect(structure.type.type).toBe('dumbbell');
    expect(structure.populationChange).toMatchObject({
      before: 15_000_000,
      after: 16_000_000,
      growing: 1,
      shrinking: 1,
    });
    for (const block of [
      structure.rankSize,
      structure.concentration,
      structure.type,
      structure.sizes,
      structure.urbanisation,
    ]) {
      expect(block.coverage.excluded).toEqual([{ adcode: 'd', reason: 'missing' }]);
    }
    expect(structure.gdpPerCapita.coverage.excluded.map(({ adcode }) => adcode)).toEqual(['c', 'd']);
    expect(structure.huLine.parts.map(({ id, units }) => [id, units])).toEqual([['southeast', 4]]);
  });

  it('moves the centre towards the city that grew, over those with both censuses', () => {
    expect(structure.centreShift?.bearing).toBeGreaterThan(260);
    expect(structure.centreShift?.bearing).toBeLessThan(280);
    expect(structure.ellipseBefore?.coverage.used).toEqual(structure.ellipse?.coverage.used);
  });
});

describe('profile', () => {
  const variant: RegionVariant = {
    key: 'test@x',
    regionId: 'test',
    label: 'x',
    labelZh: 'x',
    plan: null,
    planYear: null,
    wholeUnits: ['a', 'b', 'c'],
    partCounties: ['d1'],
    excludedCounties: [],
    statisticalMembers: members,
    counties: ['a1', 'b1', 'c1', 'd1'],
    areaKm2: 42_000,
    population2020: 16_400_000,
    populationMissing: [],
    publishedAreaKm2: 41_000,
    publishedPopulation: null,
    evidence: 'fixture',
  };
  const region: Region = {
    id: 'test',
    kind: 'agglomeration',
    nameZh: '测试',
    nameEn: 'Test',
    maturity: 'mature',
    grade: '',
    approved: null,
    cores: [],
    variants: [variant],
  };
  const input = {
    frame,
    published: [
      {
        subject: 'test',
        indicator: 'structure type',
        year: '2024',
        value: 'scattered 散点型',
        unit: '',
        source: 's',
      },
    ],
    employment: {
      year: 2020,
      counts: new Map([
        ['a', [1, 0]],
        ['b', [0, 1]],
        ['c', [1, 1]],
      ]),
    },
    times: {
      places: ['a', 'b', 'c'],
      minutes: Float64Array.from([0, 50, 90, 50, 0, 80, 90, 80, 0]),
      basis: 'fixture',
    },
    score: null,
    circle: 7,
  };
  const profile = profileOf(region, variant, input);
  const figure = (id: string) => profile.keyFigures.find((entry) => entry.id === id);
  const ofWholeCities = (of: RegionVariant) =>
    profileOf(region, of, input)
      .keyFigures.filter((each) => each.ofWholeCities)
      .map(({ id }) => id);
  const sources = (counties: readonly string[]) =>
    profileOf(region, { ...variant, counties }, input)
      .keyFigures.filter(({ id }) => id === 'population' || id === 'density')
      .map(({ sourceIds }) => sourceIds);

  it('takes area and people of the counties, not of the statistical members, beside the printed ones', () => {
    expect(figure('area')).toMatchObject({ value: 42_000, published: 41_000 });
    expect(figure('population')).toMatchObject({ value: 16_400_000, year: 2020, sourceIds: ['census'] });
    expect(figure('density')?.value).toBeCloseTo(16_400_000 / 42_000, 12);
  });

  it('names year, sources and the members that have no figure', () => {
    expect(figure('gdp')).toMatchObject({ value: 19_000, sourceIds: ['yearbook'] });
    expect(figure('gdp')?.coverage.excluded.map(({ adcode }) => adcode)).toEqual(['c', 'd']);
    expect(figure('population-change')?.value).toBeCloseTo(100 / 15, 10);
    expect(figure('largest-share')?.value).toBeCloseTo((100 * 70) / 115, 10);
  });

  it('says what is of whole cities where the delimitation takes only part of one', () => {
    expect(ofWholeCities(variant)).toEqual([
      'population-change',
      'urbanisation',
      'ageing',
      'gdp',
      'gdp-per-capita',
      'largest-share',
    ]);
    expect(ofWholeCities({ ...variant, wholeUnits: members, partCounties: [] })).toEqual([]);
  });

  it('names the census of 2021 where the people of Hong Kong or Macao are in the sum', () => {
    expect(sources(['440305', '810001'])).toEqual([
      ['census', 'census-2021-hk-macao'],
      ['census', 'census-2021-hk-macao'],
    ]);
    expect(sources(['440305'])).toEqual([['census'], ['census']]);
  });

  it('puts structure with the literature, industry, ties and both slots together', () => {
    expect(profile.structure.type).toMatchObject({ type: 'dumbbell', agreement: false });
    expect(profile.industry?.mostComplementary[0]).toMatchObject({ a: 'a', b: 'b', krugman: 2 });
    expect(profile.industry?.mostDuplicated.map(({ a, b }) => a + b)).toEqual(['bc', 'ac', 'ab']);
    expect(profile.industry?.coverage.excluded).toEqual([{ adcode: 'd', reason: 'missing' }]);
    expect(profile.ties?.strongest[0]).toMatchObject({ from: 'a', to: 'b', minutes: 50 });
    expect(profile.ties?.clusters[0]?.members).toEqual(['a', 'b']);
    // d is not in the matrix: three pairs without a time, not three pairs less.
    expect(profile.ties?.pairsWithoutTime).toBe(3);
    expect(profile).toMatchObject({ score: null, circle: 7 });
  });

  it('leaves blocks out whose data is not there', () => {
    const bare = profileOf(
      region,
      { ...variant, population2020: null },
      { ...input, employment: null, times: null },
    );
    expect(bare.industry).toBeNull();
    expect(bare.ties).toBeNull();
    expect(bare.keyFigures.find(({ id }) => id === 'density')?.value).toBeNull();
  });
});
