import type { Adcode } from '#core/geography/admin-unit.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { spreadZonePeople } from '../tables/spread-zones.ts';
import { groupBy, prefectureOf } from './codes.ts';

/**
 * People of 2020 (Hong Kong and Macao 2021) in every county-level unit. Functional zones have census rows but no polygon:
 * what a prefecture's counties lack of its total is spread over its districts in proportion to their people.
 * @param units county-level codes
 * @param unitOfCensus census code → unit that holds its people
 */
export function countyPeople(
  units: readonly Adcode[],
  unitOfCensus: ReadonlyMap<Adcode, Adcode>,
): ReadonlyMap<Adcode, number> {
  const own = new Map<Adcode, number>();
  const add = (unit: Adcode, people: number): void => void own.set(unit, (own.get(unit) ?? 0) + people);
  const known = new Set(units);
  for (const row of readFacts('census_county')) {
    const unit = cell(row, 'year') === '2020' ? unitOfCensus.get(cell(row, 'adcode')) : undefined;
    if (unit !== undefined && unit.slice(2, 4) !== '90') add(unit, Number(cell(row, 'population')));
  }
  for (const row of readFacts('census_hongkong_districts'))
    add(cell(row, 'adcode'), Number(cell(row, 'population')));
  const totals = new Map<Adcode, number>();
  for (const row of readFacts('census_prefecture')) {
    const adcode = cell(row, 'adcode');
    const year = adcode === '820000' || adcode === '810000' ? '2021' : '2020';
    if (cell(row, 'year') === year && cell(row, 'population') !== '')
      totals.set(adcode, Number(cell(row, 'population')));
  }
  for (const unit of units) {
    const total = totals.get(unit);
    if (!own.has(unit) && prefectureOf(unit) === unit && total !== undefined) own.set(unit, total);
  }
  const people = new Map<Adcode, number>();
  for (const [prefecture, members] of groupBy([...known], prefectureOf)) {
    const counties = members.flatMap((adcode) => {
      const population = own.get(adcode);
      return population === undefined ? [] : [{ adcode, population }];
    });
    const sum = counties.reduce((total, county) => total + county.population, 0);
    const extra = prefecture === '810000' ? 0 : (totals.get(prefecture) ?? sum) - sum;
    for (const [adcode, population] of spreadZonePeople(counties, extra)) people.set(adcode, population);
  }
  return people;
}
