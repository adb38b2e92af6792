import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deriveCountyIndicators, deriveIndicators } from '#core/indicators/derive-indicators.ts';
import { figuresOf, unitFigures } from '#core/indicators/unit-figures.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';
import { peopleOfUnit } from '#features/inspector/people-of-unit.ts';
import { realUnits } from '../../fixtures/real-units.ts';

const YEAR = 2020;

function tableOf(level: 'prefecture' | 'county') {
  const file = level === 'prefecture' ? 'indicators' : 'indicators-county';
  const url = new URL(`../../../public/data/${file}.json`, import.meta.url);
  const decoded = decodeIndicators(JSON.parse(readFileSync(url, 'utf8')), level);
  if (!decoded.ok) throw new Error(decoded.failure.message);
  return decoded.value.table;
}

describe.each(['prefecture', 'county'] as const)('of every %s the inspector tells', (level) => {
  const { units } = realUnits(level === 'prefecture' ? 'units' : 'units-county');
  const codes = units.map(({ adcode }) => adcode);
  const table = tableOf(level);

  it('the change that the map is coloured by, or neither one', () => {
    const question = { indicator: 'population', level, year: YEAR, fromYear: 2010, yearWindow: 2 };
    const { values } = unitFigures(table.series, question, { unit: 'persons' }, codes);
    const told = codes.map((adcode) => peopleOfUnit(table, { adcode, level }).change?.percent ?? null);
    expect(told).toEqual(codes.map((adcode) => values.get(adcode) ?? null));
  });

  it('the density that the map is coloured by', () => {
    const areasKm2 = new Map(units.map(({ adcode, areaKm2 }) => [adcode, areaKm2]));
    const { series } =
      level === 'county'
        ? deriveCountyIndicators(table, areasKm2)
        : deriveIndicators({
            table,
            employment: null,
            lines: [],
            units: [],
            variants: [],
            exchangeRates: new Map(),
            areasKm2,
          });
    const { values } = figuresOf(series, 'population_density', YEAR, 2);
    const told = units.map(({ adcode, areaKm2 }) => {
      const { now } = peopleOfUnit(table, { adcode, level });
      return now === null ? null : now.value / areaKm2;
    });
    expect(told).toEqual(codes.map((adcode) => values.get(adcode)?.value ?? null));
  });
});

it('a figure that a county has of a later census is told by its year: Hong Kong’s districts', () => {
  const { now, withZones } = peopleOfUnit(tableOf('county'), { adcode: '810001', level: 'county' });
  expect(now).toMatchObject({ year: 2021, sourceId: 'census-2021-hk-macao' });
  expect(withZones).toBeNull();
});
