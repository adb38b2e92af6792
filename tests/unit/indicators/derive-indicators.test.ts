import { describe, expect, test } from 'vitest';
import type { RegionVariant } from '../../../src/core/geography/region.ts';
import { deriveCountyIndicators, deriveIndicators } from '../../../src/core/indicators/derive-indicators.ts';
import type { DerivationInput } from '../../../src/core/indicators/derive-indicators.ts';
import type { IndicatorSeries } from '../../../src/core/indicators/indicator.ts';
import { krugmanIndices } from '../../../src/core/indicators/krugman.ts';
import { stopOpenings } from '../../../src/core/indicators/line-opening.ts';
import { PAPER_INDICATORS } from '../../../src/core/indicators/paper-indicators.ts';
import { traceValue } from '../../../src/core/indicators/trace-value.ts';
import type { RailLine } from '../../../src/core/network/rail-line.ts';
import { series } from '../scoring/hand-table.ts';
import { railLine } from '../../fixtures/rail-line.ts';

const variant: RegionVariant = {
  key: 'test@now',
  regionId: 'test',
  label: '',
  labelZh: '',
  plan: null,
  planYear: null,
  wholeUnits: [],
  partCounties: [],
  excludedCounties: [],
  statisticalMembers: ['330100', '330200', '330300', '330400'],
  counties: [],
  areaKm2: 0,
  population2020: null,
  populationMissing: [],
  publishedAreaKm2: null,
  publishedPopulation: null,
  evidence: '',
};

function line(id: string, change: Partial<RailLine>, ...prefectures: (string | null)[]): RailLine {
  return railLine(id, {
    openedText: '2013-07',
    openedYear: 2013,
    stops: prefectures.map((prefecture) => ({
      name: '',
      prefecture,
      at: null,
      kmFromStart: null,
      placement: null,
      extension: false,
    })),
    ...change,
  });
}

const input: DerivationInput = {
  table: {
    definitions: new Map(),
    series: [
      series('gdp', 2010, { '330100': 6000, '330200': 5000 }),
      series('gdp', 2015, { '330100': 10000, '330200': 8000 }),
      series('gdp', 2019, { '370100': 9000, '330100': 15000 }),
      series('population', 2010, { '330100': 8_000_000 }),
      series('population', 2020, { '330100': 12_000_000, '370100': 9_000_000 }),
      series('urban_population', 2010, { '330100': 6_000_000 }),
      series('urbanisation_rate', 2015, { '330100': 75.3 }),
      series('resident_population', 2015, { '330100': 900 }),
      series('fdi_utilised', 2010, { '330100': 1000, '330200': 500 }),
      series('fdi_utilised', 2018, { '330100': 2000 }),
      series('fiscal_expenditure_education', 2018, { '330100': 240, '370100': 200 }),
      series('hospital_beds_per_1000', 2019, { '330100': 7.1 }),
      series('doctors_per_1000', 2019, { '330100': 4, '330200': 3 }),
      series('nurses_per_1000', 2019, { '330100': 5 }),
    ],
  },
  employment: {
    sections: ['A', 'C'].map((id) => ({ id, nameZh: id, nameEn: id })),
    years: new Map([
      [
        2010,
        new Map<string, (number | null)[]>([
          ['330100', [50, 50]],
          ['330200', [0, 40]],
          ['330300', [60, 0]],
          ['330400', [null, 10]],
        ]),
      ],
    ]),
  },
  lines: [
    line('ninghang', {}, '330100', null, '330200'),
    line('old', { category: 'conventional', openedYear: 1990 }, '330300'),
    line('slow', { category: 'intercity', designSpeedKmh: 160, openedYear: 2008 }, '330300'),
    line('new', { openedYear: 2020, openedText: '2020-12' }, '330300', '330100'),
    line('planned', { openedYear: null, openedText: null, status: 'planned' }, '330400'),
    line('undated', { openedYear: null, openedText: null }, '330500', '330100'),
  ],
  units: ['330100', '330200', '330300', '330400', '330500'],
  variants: [variant],
  exchangeRates: new Map([
    [2010, 6.7695],
    [2018, 6.6174],
  ]),
};

const count = (id: string) => PAPER_INDICATORS.filter(({ dimension }) => dimension === id).length;

const table = deriveIndicators(input);
const valueOf = (indicator: string, year: number, adcode: string) =>
  table.series.find((one) => one.indicator === indicator && one.year === year)?.values.get(adcode);

const open = (year: number) => input.units.map((adcode) => valueOf('hsr_open', year, adcode));

const named = (text: string, year: number, ...names: string[]) => {
  const one = line('x', { openedText: text, openedYear: year }, ...names.map(() => null));
  return stopOpenings({
    ...one,
    stops: one.stops.map((stop, at) => ({ ...stop, name: names[at] ?? '' })),
  });
};
const known = (...years: number[]) => years.map((year) => ({ earliest: year, latest: year }));

describe('derived indicators', () => {
  test('the paper has 19 indicators in five dimensions of 4, 5, 3, 3 and 4', () => {
    expect(['regional', 'innovation', 'infrastructure', 'environment', 'services'].map(count)).toEqual([
      4, 5, 3, 3, 4,
    ]);
    expect(table.definitions.get('krugman')?.provenance).toBe('derived');
  });

  test('GDP per capita: census of the year, in 2015 the yearbook population, else the nearest census within two years', () => {
    expect(valueOf('gdp_per_capita', 2010, '330100')).toBe(75_000);
    expect(valueOf('gdp_per_capita', 2015, '330100')).toBeCloseTo(111_111.11, 1);
    expect(valueOf('gdp_per_capita', 2019, '330100')).toBe(125_000);
    expect(valueOf('gdp_per_capita', 2015, '330200')).toBeUndefined();
  });

  test('figures from both sides of a boundary change are not divided', () => {
    // 莱芜 joined 济南 in 2019: expenditure of 2018 over people of 2020 would be of two territories.
    expect(valueOf('education_expenditure_per_capita', 2018, '370100')).toBeUndefined();
    expect(valueOf('education_expenditure_per_capita', 2018, '330100')).toBe(2000);
    expect(valueOf('gdp_per_capita', 2019, '370100')).toBe(100_000);
  });

  test('urban share from the census, in other years as printed', () => {
    expect(valueOf('urban_share', 2010, '330100')).toBe(75);
    expect(valueOf('urban_share', 2015, '330100')).toBe(75.3);
  });

  test('FDI at the rate of its own year; GDP of the nearest year', () => {
    // 1,000 m USD × 6.7695 / 600,000 m CNY
    expect(valueOf('fdi_dependence', 2010, '330100')).toBeCloseTo(1.12825, 9);
    expect(valueOf('fdi_dependence', 2018, '330100')).toBeCloseTo((2000 * 6.6174) / 15000, 9);
  });

  test('beds, doctors, doctors and nurses per 10,000; a missing part leaves the sum missing', () => {
    expect(valueOf('health_beds_per_10k', 2019, '330100')).toBe(71);
    expect(valueOf('doctors_per_10k', 2019, '330200')).toBe(30);
    expect(valueOf('doctors_nurses_per_10k', 2019, '330100')).toBe(90);
    expect(valueOf('doctors_nurses_per_10k', 2019, '330200')).toBeUndefined();
    expect(valueOf('health_technicians_per_10k', 2019, '330100')).toBeUndefined();
  });

  test('high-speed rail open: opened by the year, fast enough, a station inside', () => {
    // 330500 has only a line without a date, 330100 one before its first dated: unknown is missing, not 0.
    expect(open(2010)).toEqual([undefined, 0, 0, 0, undefined]);
    expect(open(2015)).toEqual([1, 1, 0, 0, undefined]);
    expect(open(2020)).toEqual([1, 1, 1, 0, undefined]);
  });

  test('parts of a line open in their own years', () => {
    expect(
      named('2018-09-23; 2011-12-26 (广州南–深圳北)', 2011, '广州南', '虎门', '深圳北', '香港西九龙'),
    ).toEqual(known(2011, 2011, 2011, 2018));
    // An end printed short: 成都 is 成都东.
    expect(named('2017-12-6; 2014-12-20 (江油–成都)', 2014, '西安北', '江油', '成都东')).toEqual(
      known(2017, 2014, 2014),
    );
    // Parts named by abbreviations cannot be placed: every stop has the range.
    expect(named('2020 (淮丹段); 董淮段 2019-12', 2019, '董集', '丹徒')).toEqual([
      { earliest: 2019, latest: 2020 },
      { earliest: 2019, latest: 2020 },
    ]);
    expect(named('2013-07', 2013, 'A', 'B')).toEqual(known(2013, 2013));
    // Without a date it was open when the timetable with its fastest train was.
    const undated = line(
      'x',
      { openedYear: null, openedText: null, source: 'fastest: timetable 2016-03' },
      null,
    );
    expect(stopOpenings(undated)).toEqual([{ earliest: Number.NEGATIVE_INFINITY, latest: 2016 }]);
    const inJanuary = { ...undated, source: 'fastest: timetable 2021-01' };
    expect(stopOpenings(inJanuary)).toEqual([{ earliest: Number.NEGATIVE_INFINITY, latest: 2020 }]);
  });

  test('Krugman index inside the delimitation, worked by hand', () => {
    // 1: (½, ½) against (60, 40)/100 → 0.2; 2: (0, 1) against (110, 50)/160 → 1.375; 3: (1, 0) against (50, 90)/140 → 9/7.
    const krugman = table.regional.find(({ indicator }) => indicator === 'krugman');
    expect(krugman?.values.get('330100')).toBeCloseTo(0.2, 12);
    expect(krugman?.values.get('330200')).toBeCloseTo(1.375, 12);
    expect(krugman?.values.get('330300')).toBeCloseTo(9 / 7, 12);
    expect(krugman?.values.has('330400')).toBe(false);
  });

  test('Krugman bounds: the same structure 0, nothing in common 2, alone none', () => {
    expect(
      krugmanIndices([
        [1, 3],
        [2, 6],
      ]),
    ).toEqual([0, 0]);
    expect(
      krugmanIndices([
        [5, 0],
        [0, 7],
      ]),
    ).toEqual([2, 2]);
    expect(krugmanIndices([[5, 1]])).toEqual([null]);
    expect(
      krugmanIndices([
        [0, 0],
        [1, 2],
      ]),
    ).toEqual([null, null]);
  });

  test('a brought figure of the same id goes before ours', () => {
    const own = deriveIndicators({
      ...input,
      table: {
        ...input.table,
        series: [...input.table.series, series('gdp_per_capita', 2010, { '330100': 1 })],
      },
    });
    const all = own.series.filter(({ indicator, year }) => indicator === 'gdp_per_capita' && year === 2010);
    expect(all.map(({ values }) => values.get('330100'))).toEqual([1]);
  });
});

const figure = (one: { series: readonly IndicatorSeries[] }, id: string, year: number, adcode: string) =>
  one.series.find(({ indicator, year: of }) => indicator === id && of === year)?.values.get(adcode);
const county = (id: string, year: number, values: Record<string, number>): IndicatorSeries => ({
  ...series(id, year, values),
  level: 'county',
});

describe('density and the counties’ derived figures', () => {
  const areasKm2 = new Map([
    ['330100', 2000],
    ['330102', 10],
    ['330103', 20],
  ]);

  test('density is people on the polygon’s boundaries by its area, and traceable', () => {
    const withAreas: DerivationInput = {
      ...input,
      areasKm2,
      table: {
        ...input.table,
        series: [
          ...input.table.series,
          series('population_2010_on_2020_boundary', 2010, { '330100': 9_000_000 }),
        ],
      },
    };
    const dense = deriveIndicators(withAreas);
    expect(figure(dense, 'population_density', 2020, '330100')).toBe(6000);
    // Not 8,000,000: those lived on the boundaries of 2010.
    expect(figure(dense, 'population_density', 2010, '330100')).toBe(4500);
    expect(figure(dense, 'population_density', 2020, '370100')).toBeUndefined();
    expect(figure(table, 'population_density', 2020, '330100')).toBeUndefined();
    const trace = traceValue(withAreas, { indicator: 'population_density', adcode: '330100', year: 2020 });
    expect(trace?.formula).toBe('population / area');
    expect(trace?.inputs.map(({ value }) => value)).toEqual([12_000_000, 2000]);
  });

  test('counties get urban share and density, with the people of zones where they are told', () => {
    const counties = deriveCountyIndicators(
      {
        definitions: new Map(),
        series: [
          county('population', 2010, { '330102': 500 }),
          county('population', 2020, { '330102': 800, '330103': 400 }),
          county('population_with_zones', 2020, { '330102': 1000 }),
          county('urban_population', 2020, { '330102': 600 }),
        ],
      },
      areasKm2,
    );
    expect(figure(counties, 'population_density', 2020, '330102')).toBe(100);
    expect(figure(counties, 'population_density', 2020, '330103')).toBe(20);
    expect(figure(counties, 'population_density', 2010, '330102')).toBeUndefined();
    expect(figure(counties, 'urban_share', 2020, '330102')).toBe(75);
    expect(figure(counties, 'urban_share', 2020, '330103')).toBeUndefined();
    expect(counties.definitions.get('population_density')?.unit).toBe('persons/km2');
  });
});

describe('the way back of a value', () => {
  test('a ratio lists its inputs with their own years and sources', () => {
    const trace = traceValue(input, { indicator: 'fdi_dependence', adcode: '330100', year: 2018 });
    expect(trace).toMatchObject({
      provenance: 'derived',
      formula: 'fdi_utilised × 10^6 × exchange_rate / (gdp × 10^8) × 100',
    });
    expect(
      trace?.inputs.map(({ indicator, year, value, sourceId }) => [indicator, year, value, sourceId]),
    ).toEqual([
      ['fdi_utilised', 2018, 2000, 'source of fdi_utilised 2018'],
      ['exchange_rate', 2018, 6.6174, 'exchange-rates'],
      ['gdp', 2019, 15000, 'source of gdp 2019'],
    ]);
  });

  test('every derived value traces to the same number', () => {
    for (const one of table.series) {
      for (const [adcode, value] of one.values)
        expect(traceValue(input, { indicator: one.indicator, adcode, year: one.year })?.value).toBe(value);
    }
    for (const one of table.regional) {
      for (const [adcode, value] of one.values)
        expect(traceValue(input, { ...one, adcode })?.value).toBe(value);
    }
  });

  test('high-speed rail names the lines that were open', () => {
    expect(
      traceValue(input, { indicator: 'hsr_open', adcode: '330100', year: 2020 })?.inputs.map(
        ({ indicator, year }) => [indicator, year],
      ),
    ).toEqual([
      ['line:ninghang', 2013],
      ['line:new', 2020],
    ]);
    expect(traceValue(input, { indicator: 'hsr_open', adcode: '330400', year: 2020 })).toMatchObject({
      value: 0,
      inputs: [],
    });
  });

  test('GDP per head goes by the communiqué where the tabulation counts other people than the money is of', () => {
    const people = series('population', 2020, { '610100': 12_183_280, '330200': 9_000_000 });
    const told = series('population_bulletin', 2020, { '610100': 12_952_907, '330200': 8_000_000 });
    const gdp = series('gdp', 2020, { '610100': 10_020, '330200': 9_000 });
    const cities = { ...input, table: { ...input.table, series: [gdp, people, told] } };
    const derived = deriveIndicators(cities).series.find(({ indicator }) => indicator === 'gdp_per_capita');
    expect(derived?.values.get('610100')).toBe((10_020 * 1e8) / 12_952_907);
    expect(derived?.values.get('330200')).toBe((9_000 * 1e8) / 9_000_000);
    const trace = traceValue(cities, { indicator: 'gdp_per_capita', adcode: '610100', year: 2020 });
    expect(trace?.formula).toBe('gdp × 10^8 / population_bulletin');
  });

  test('high-speed rail does not date a line by the timetable it stands in', () => {
    const undated = { openedYear: null, openedText: null, source: 'fastest: timetable 2016-03' };
    const lines = [line('ninghang', {}, '330100'), line('undated', undated, '330100')];
    const trace = traceValue({ ...input, lines }, { indicator: 'hsr_open', adcode: '330100', year: 2020 });
    expect(trace?.inputs.map(({ indicator, year, isByYear }) => [indicator, year, isByYear])).toEqual([
      ['line:ninghang', 2013, undefined],
      ['line:undated', 2016, true],
    ]);
  });

  test('Krugman shows the shares that differ', () => {
    const trace = traceValue(input, {
      indicator: 'krugman',
      adcode: '330100',
      year: 2010,
      variantKey: 'test@now',
    });
    expect(trace?.inputs.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['employment_share:A', 0.5],
      ['employment_share_others:A', 0.6],
      ['employment_share:C', 0.5],
      ['employment_share_others:C', 0.4],
    ]);
  });

  test('what does not exist has no trace', () => {
    expect(traceValue(input, { indicator: 'gdp_per_capita', adcode: '330200', year: 2015 })).toBeNull();
    expect(traceValue(input, { indicator: 'krugman', adcode: '330100', year: 2010 })).toBeNull();
    expect(traceValue(input, { indicator: 'hsr_open', adcode: '999999', year: 2020 })).toBeNull();
  });

  test('modelled values stay modelled', () => {
    const modelled = [
      {
        variantKey: 'test@now',
        indicator: 'core_hour_share',
        year: 2020,
        sourceId: 'circle-engine',
        provenance: 'modelled' as const,
        values: new Map([['330100', 88]]),
      },
    ];
    expect(deriveIndicators({ ...input, modelled }).regional.at(-1)).toEqual(modelled[0]);
    expect(
      traceValue(
        { ...input, modelled },
        { indicator: 'core_hour_share', adcode: '330100', year: 2020, variantKey: 'test@now' },
      ),
    ).toMatchObject({ value: 88, provenance: 'modelled' });
  });
});
