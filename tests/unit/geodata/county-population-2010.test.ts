import { describe, expect, it } from 'vitest';
import {
  countyPopulation2010,
  prefectureTotals2010,
  readCountyMergers,
} from '../../../geodata/pipeline/tables/county-population-2010.ts';

const COUNTIES = new Map(
  ['310101', '310106', '320205', '320211', '330203', '330212'].map((code) => [code, {}]),
);
const row = (kind: string, code: string, codes: string) => ({
  kind,
  code_2010: code,
  name: code,
  codes_2020: codes,
  year: '2015',
  source: 'test',
});
const mergers = readCountyMergers(
  [
    row('absorbed', '310103', '310101'),
    row('formed', '', '320205;320211'),
    row('divided', '330204', '330203;330212'),
  ],
  COUNTIES,
);
const person = (code: string, unit: string | null, prefecture: string, population: number) => ({
  code,
  unit,
  prefecture,
  population,
});

describe('countyPopulation2010', () => {
  it('gives an absorbed county’s people to the one that took it', () => {
    const { values, withheld } = countyPopulation2010(
      [
        person('310101', '310101', '310000', 430),
        person('310103', null, '310000', 250),
        person('310106', '310106', '310000', 320),
      ],
      mergers,
      new Map([['310000', 1000]]),
    );
    expect(Object.fromEntries(values)).toEqual({ '310101': 680, '310106': 320 });
    expect(withheld.size).toBe(0);
  });

  it('gives nothing to those that took or gave a part, and leaves their neighbours be', () => {
    const { values } = countyPopulation2010(
      [
        person('330203', '330203', '330200', 300),
        person('330204', null, '330200', 200),
        person('330212', '330212', '330200', 400),
        person('310106', '310106', '330200', 100),
      ],
      mergers,
      new Map([['330200', 1000]]),
    );
    expect(Object.fromEntries(values)).toEqual({ '310106': 100 });
  });

  it('withholds a prefecture whose counties miss its own figure by more than 1 %, or that has none', () => {
    const rows = [person('310101', '310101', '310000', 989), person('320205', '320205', '320200', 500)];
    const { values, withheld } = countyPopulation2010(rows, mergers, new Map([['310000', 1000]]));
    expect(values.size).toBe(0);
    expect(withheld.get('310000')).toBeCloseTo(-0.011, 6);
    expect(withheld.get('320200')).toBeNull();
    expect(countyPopulation2010(rows, mergers, new Map([['310000', 998]])).values.get('310101')).toBe(989);
  });
});

const census = (adcode: string, year: number, people: number, converted: number | null) => ({
  adcode,
  year: String(year),
  population: String(people),
  population_2010_on_2020_boundary: converted === null ? '' : String(converted),
});

describe('prefectureTotals2010', () => {
  it('takes the territory that the counties of 2020 are counted on: converted, as counted, or none', () => {
    const totals = prefectureTotals2010([
      census('340100', 2010, 5_702_466, 7_457_027),
      census('130600', 2010, 11_194_382, 8_946_843),
      census('652800', 2010, 1_278_486, 1_278_486),
      census('659001', 2010, 635_582, null),
      census('340100', 2020, 9_369_881, null),
    ]);
    expect(Object.fromEntries(totals)).toEqual({ '340100': 7_457_027, '130600': 11_194_382 });
  });
});

describe('readCountyMergers', () => {
  it('throws on a county of no known code, two heirs of an absorbed one, and an unknown kind', () => {
    expect(() => readCountyMergers([row('absorbed', '1', '999999')], COUNTIES)).toThrow(/999999/);
    expect(() => readCountyMergers([row('absorbed', '1', '310101;310106')], COUNTIES)).toThrow(
      /more than one/,
    );
    expect(() => readCountyMergers([row('moved', '1', '310101')], COUNTIES)).toThrow(/no kind moved/);
  });
});
