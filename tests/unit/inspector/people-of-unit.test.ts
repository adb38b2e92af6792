import { describe, expect, it } from 'vitest';
import type { IndicatorSeries, IndicatorTable } from '#core/indicators/indicator.ts';
import { peopleOfUnit } from '#features/inspector/people-of-unit.ts';

const series = (
  level: IndicatorSeries['level'],
  indicator: string,
  year: number,
  values: Record<string, number>,
): IndicatorSeries => ({
  indicator,
  level,
  year,
  sourceId: 'census',
  values: new Map(Object.entries(values)),
  flags: new Map(),
  notes: new Map(),
});
const tableOf = (...all: IndicatorSeries[]): IndicatorTable => ({ definitions: new Map(), series: all });

describe('people of a county', () => {
  // 开发区: 50 people of a functional zone spread over it.
  const table = tableOf(
    series('county', 'population', 2010, { a: 90, b: 80, c: 40 }),
    series('county', 'population', 2020, { a: 100, b: 80, c: 60 }),
    series('county', 'population_with_zones', 2020, { a: 150, b: 80, c: 60 }),
    series('county', 'population_2010_on_2020_boundary', 2010, { a: 120, b: 80 }),
  );
  const of = (adcode: string) => peopleOfUnit(table, { adcode, level: 'county' });

  it('change with those of its functional zones, as on the map, and not from the bare tabulation', () => {
    expect(of('a').change).toEqual({ absolute: 30, percent: 25, convertedFrom: 120 });
    expect(of('a').withZones?.value).toBe(150);
    expect(of('a').now?.value).toBe(150);
  });

  it('are told once where no zone was spread over it', () => {
    expect(of('b').withZones).toBeNull();
    expect(of('b').change).toEqual({ absolute: 0, percent: 0, convertedFrom: null });
  });

  it('are not compared without a figure on its territory, and still counted', () => {
    expect(of('c').change).toBeNull();
    expect(of('c').counted.map(({ value }) => value)).toEqual([40, 60]);
  });
});

describe('people of a prefecture', () => {
  const table = tableOf(
    series('prefecture', 'population', 2010, { '420100': 90, '130600': 80 }),
    series('prefecture', 'population', 2020, { '420100': 124, '130600': 115, '510100': 200, '810000': 74 }),
    series('prefecture', 'population', 2021, { '810000': 73 }),
    series('prefecture', 'population_bulletin', 2020, {
      '420100': 123,
      '130600': 92,
      '510100': 200,
      '810000': 75,
    }),
    series('prefecture', 'population_2010_on_2020_boundary', 2010, { '420100': 90, '130600': 80 }),
  );
  const of = (adcode: string) => peopleOfUnit(table, { adcode, level: 'prefecture' });

  it('have the communiqué beside them where it counts others, in the same year', () => {
    expect(of('420100').communique?.value).toBe(123);
    expect(of('510100').communique).toBeNull();
    expect(of('810000').communique).toBeNull();
  });

  it('know that their figure of 2010 is of another territory', () => {
    expect(of('130600').mismatch?.noteEn).toContain('Xiong’an');
    expect(of('420100').mismatch).toBeNull();
  });
});

it('is empty while the table is not there', () => {
  expect(peopleOfUnit(null, { adcode: 'a', level: 'county' })).toEqual({
    counted: [],
    withZones: null,
    communique: null,
    change: null,
    mismatch: null,
    now: null,
  });
});
