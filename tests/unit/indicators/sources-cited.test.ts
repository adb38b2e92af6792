import { expect, it } from 'vitest';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import type { IndicatorSeries } from '#core/indicators/indicator.ts';
import { sourcesBehind, sourcesCited } from '#core/indicators/sources-behind.ts';

const series = (indicator: string, sourceId: string, values: Record<string, number>): IndicatorSeries => ({
  indicator,
  level: 'prefecture',
  year: 2020,
  sourceId,
  values: new Map(Object.entries(values)),
  flags: new Map(),
  notes: new Map(),
});

// 610100 西安 is divided by the communiqué's people, 510100 by the census's.
const table = deriveIndicators({
  table: {
    definitions: new Map(),
    series: [
      series('gdp', 'yearbook-economy', { '510100': 177, '610100': 100 }),
      series('population', 'census-2020', { '510100': 2094, '610100': 1200 }),
      series('population_bulletin', 'census-2020-bulletin', { '510100': 2094, '610100': 1295 }),
    ],
  },
  employment: null,
  lines: [],
  units: [],
  variants: [],
  exchangeRates: new Map(),
  areasKm2: new Map([['510100', 14_335]]),
});
const derived = (indicator: string) => {
  const found = table.series.find((one) => one.indicator === indicator);
  if (found === undefined) throw new Error(indicator);
  return found;
};

it('of GDP per head those of the people are named beside the yearbook, as in the profile', () => {
  expect(sourcesCited(table.series, derived('gdp_per_capita')).toSorted()).toEqual([
    'census-2020',
    'census-2020-bulletin',
    'yearbook-economy',
  ]);
});

it('of a density the census is named, and of which territory a figure is hangs on what drives it', () => {
  expect(sourcesCited(table.series, derived('population_density'))).toEqual(['census-2020']);
  expect(sourcesBehind(table.series, derived('gdp_per_capita'))).toEqual(['yearbook-economy']);
});
