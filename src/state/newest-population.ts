import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';

/** Populations of the censuses from 2020 on, the oldest first. */
function newestSeries(table: IndicatorTable | null): IndicatorTable['series'] {
  return (table?.series ?? [])
    .filter(({ indicator, year }) => indicator === 'population' && year >= 2020)
    .toSorted((a, b) => a.year - b.year);
}

/**
 * Census population of the newest census a unit has, in persons: 2020, for Hong Kong and Macao 2021.
 * @param tables of prefectures, of counties; of a unit that is in several the last one counts
 */
export function newestPopulation(...tables: readonly (IndicatorTable | null)[]): ReadonlyMap<Adcode, number> {
  const newest = new Map<Adcode, number>();
  for (const { values } of tables.flatMap(newestSeries))
    for (const [adcode, value] of values) newest.set(adcode, value);
  return newest;
}
