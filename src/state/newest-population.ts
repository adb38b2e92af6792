import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';

/** Census population of the newest census a unit has: 2020, for Hong Kong and Macao 2021. */
export function newestPopulation(table: IndicatorTable | null): ReadonlyMap<Adcode, number> {
  const newest = new Map<Adcode, number>();
  const series = (table?.series ?? [])
    .filter(({ indicator, year }) => indicator === 'population' && year >= 2020)
    .toSorted((a, b) => a.year - b.year);
  for (const { values } of series) for (const [adcode, value] of values) newest.set(adcode, value);
  return newest;
}
