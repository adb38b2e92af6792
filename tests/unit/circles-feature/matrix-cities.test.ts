import { describe, expect, it } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { citiesOf } from '#features/circles/matrix-cities.tsx';
import { adminUnit } from '../../fixtures/admin-unit.ts';

const units = new Map(['510100', '510700', '110000'].map((adcode) => [adcode, adminUnit(adcode)]));
const chengyu = {
  id: 'chengyu',
  variants: [{ statisticalMembers: ['510100', '510700'] }],
} as unknown as Region;

describe('the cities of a table of times', () => {
  it('are a region’s members, or the capitals', () => {
    expect(citiesOf('chengyu', [chengyu], units, {})).toEqual(['510100', '510700']);
    expect(citiesOf('capitals', [chengyu], units, {})).toEqual(['510100', '110000']);
  });

  it('are none, rather than the capitals, while the region is not there', () => {
    expect(citiesOf('chengyu', [], units, {})).toEqual([]);
    expect(citiesOf('custom:one', [chengyu], units, {})).toEqual([]);
  });
});
