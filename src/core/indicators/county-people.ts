import type { Adcode } from '../geography/admin-unit.ts';
import type { IndicatorTable } from './indicator.ts';

/** County people by preference: with functional zones spread (sums to the census), else as tabulated. */
const INDICATORS = ['population_with_zones', 'population'] as const;

/** Year of the first census that counts counties on the boundaries of the polygons. */
const FROM_YEAR = 2020;

/**
 * The people that stand on a county's area, persons by adcode: what regions, circles and maps count. Census 2020 (Hong Kong,
 * Macao 2021), latest year first. @param table of counties
 */
export function peopleOfCounties({ series }: Pick<IndicatorTable, 'series'>): ReadonlyMap<Adcode, number> {
  const people = new Map<Adcode, number>();
  for (const indicator of INDICATORS) {
    const latestFirst = series
      .filter((one) => one.indicator === indicator && one.year >= FROM_YEAR)
      .sort((a, b) => b.year - a.year);
    for (const { values } of latestFirst)
      for (const [adcode, value] of values) if (!people.has(adcode)) people.set(adcode, value);
  }
  return people;
}
