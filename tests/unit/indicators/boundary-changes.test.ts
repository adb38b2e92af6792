import { describe, expect, it } from 'vitest';
import { BOUNDARY_CHANGES, transfersBetween } from '#core/indicators/boundary-changes.ts';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { DERIVED_SOURCE_ID } from '#core/indicators/derive-indicators.ts';
import { type FigureSeries, unitFigures } from '#core/indicators/unit-figures.ts';

const figure = (year: number, ...sourceIds: string[]) => ({ year, sourceIds });
const parts = (adcode: string, from: ReturnType<typeof figure>, to: ReturnType<typeof figure>) =>
  transfersBetween(adcode, from, to).map(({ partEn }) => partEn);

const XIAN = '610100';
const CHENGDU = '510100';

describe('transfers between two figures', () => {
  it('count from the year in which they took effect, in either order', () => {
    expect(parts(CHENGDU, figure(2015, 'yearbook'), figure(2016, 'yearbook'))).toEqual(['Jianyang']);
    expect(parts(CHENGDU, figure(2020, 'yearbook'), figure(2010, 'yearbook'))).toEqual(['Jianyang']);
    expect(parts(CHENGDU, figure(2016, 'yearbook'), figure(2020, 'yearbook'))).toEqual([]);
  });

  it('of government alone leave two tabulations of one territory comparable, but not yearbooks', () => {
    expect(parts(XIAN, figure(2010, 'census-2010'), figure(2020, 'census-2020'))).toEqual([]);
    expect(parts(XIAN, figure(2010, 'yearbook-economy'), figure(2020, 'yearbook-economy'))).toEqual([
      'Xixian New Area',
    ]);
    expect(parts(XIAN, figure(2015, 'census-2010'), figure(2020, 'census-2020', 'yearbook-economy'))).toEqual(
      ['Xixian New Area'],
    );
    expect(parts(XIAN, figure(2010), figure(2020))).toEqual(['Xixian New Area']);
    // A boundary moved by the State Council counts in every table.
    expect(parts(CHENGDU, figure(2010, 'census-2010'), figure(2020, 'census-2020'))).toEqual(['Jianyang']);
  });

  it('each break figures of prefectures between 2010 and 2020', () => {
    for (const { year, adcodes } of BOUNDARY_CHANGES) {
      expect(year).toBeGreaterThan(2010);
      expect(year).toBeLessThanOrEqual(2020);
      for (const adcode of adcodes) expect(adcode).toMatch(/^\d{4}00$/u);
    }
  });
});

const one = (indicator: string, year: number, sourceId: string, value: number): FigureSeries => ({
  indicator,
  year,
  sourceId,
  values: new Map([[XIAN, value]]),
});

describe('the change of a derived figure', () => {
  const share: Pick<IndicatorDefinition, 'unit'> = { unit: '%' };
  // 西安's urban share: of the censuses in 2010 and 2020, of the yearbooks in 2015.
  const series = [
    one('urban_population', 2010, 'census-2010', 5_845_000),
    one('urbanisation_rate', 2015, 'yearbook-extra', 73),
    one('urban_population', 2020, 'census-2020', 9_644_000),
    one('urban_share', 2010, DERIVED_SOURCE_ID, 69),
    one('urban_share', 2015, DERIVED_SOURCE_ID, 73),
    one('urban_share', 2020, DERIVED_SOURCE_ID, 79),
  ];
  const change = (fromYear: number) =>
    unitFigures(
      series,
      { indicator: 'urban_share', level: 'prefecture', year: 2020, fromYear, yearWindow: 0 },
      share,
      [XIAN],
    );

  it('is judged by what it is derived from', () => {
    expect(change(2010).values.get(XIAN)).toBe(10);
    expect(change(2010).transfers).toEqual([]);
    expect(change(2015).values.get(XIAN)).toBeNull();
    expect(change(2015).transfers.map(({ partZh }) => partZh)).toEqual(['西咸新区']);
  });
});
