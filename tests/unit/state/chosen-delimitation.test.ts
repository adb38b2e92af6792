import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takesWhole, variantOf } from '#core/geography/region.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { citiesOf } from '#features/circles/matrix-cities.tsx';
import { yardstickRows } from '#features/structure/study/yardstick-rows.ts';
import { decodeYardsticks } from '#data/decode-yardsticks.ts';
import { membershipsOf } from '#state/memberships.ts';
import { realUnits } from '../../fixtures/real-units.ts';

const json = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../public/data/${file}`, import.meta.url), 'utf8'));
const decoded = decodeRegions(json('regions.json'));
if (!decoded.ok) throw new Error(decoded.failure.message);
const regions = decoded.value;
const { units } = realUnits('units');
const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
const unitOf = (adcode: string) => {
  const unit = byCode.get(adcode);
  if (unit === undefined) throw new Error(adcode);
  return unit;
};
const PLAN_OF_2016 = { yrd: 'yrd@2016-plan' };

describe('with the plan of 2016 chosen for 长三角 (26 cities, without 温州)', () => {
  const wenzhou = unitOf('330300');
  const idsOf = (variants: Readonly<Record<string, string>>) =>
    membershipsOf(wenzhou, regions, variants).map(({ region }) => region.id);

  it('温州 is no part of it', () => {
    expect(idsOf({})).toContain('yrd');
    expect(idsOf(PLAN_OF_2016)).not.toContain('yrd');
  });

  it('the table of times is of its 26 cities', () => {
    expect(citiesOf('yrd', regions, byCode, {})).toHaveLength(27);
    expect(citiesOf('yrd', regions, byCode, PLAN_OF_2016)).toHaveLength(26);
  });

  it('a yardstick over 上海 stands beside its people and area', () => {
    const yardsticks = decodeYardsticks(json('yardsticks.topo.json'));
    if (!yardsticks.ok) throw new Error(yardsticks.failure.message);
    const placed = [{ id: 'tokyo', at: unitOf('310000').seat }];
    const [row] = yardstickRows(yardsticks.value, placed, units, regions, PLAN_OF_2016);
    const yrd = row?.under.find(({ region }) => region.id === 'yrd');
    expect(yrd?.variant.population2020).toBe(165_085_566);
  });
});

it('a city whose counties are left out in part is a part in the city’s list and in the region’s: 绵阳 without 北川 and 平武', () => {
  const chengyu = regions.find(({ id }) => id === 'chengyu');
  const variant = chengyu === undefined ? undefined : variantOf(chengyu, undefined);
  if (variant === undefined) throw new Error('chengyu');
  expect(variant.wholeUnits).toContain('510700');
  expect(takesWhole(variant, '510700')).toBe(false);
  expect(takesWhole(variant, '510100')).toBe(true);
  const told = membershipsOf(unitOf('510700'), regions, {}).find(({ region }) => region.id === 'chengyu');
  expect(told?.whole).toBe(false);
});
