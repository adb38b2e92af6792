import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { membersOfVariant, sameMembers, toggleMember } from '#core/geography/own-region-members.ts';
import {
  buildOwnRegion,
  ownVariantKey,
  type OwnMembers,
  type OwnRegion,
} from '#core/geography/own-region.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

const unit = (adcode: string, prefecture: string | null, areaKm2 = 10): AdminUnit =>
  adminUnit(adcode, { prefecture, areaKm2, seat: [100, 30] });
// 110000 has three counties, 120000 two, 441900 (like 东莞) none.
const prefectures = [unit('110000', null, 30), unit('120000', null, 20), unit('441900', null, 5)];
const counties = [
  unit('110101', '110000'),
  unit('110102', '110000'),
  unit('110103', '110000'),
  unit('120101', '120000'),
  unit('120102', '120000'),
];
const members = (wholeUnits: string[], partCounties: string[] = [], cores: string[] = []): OwnMembers => ({
  wholeUnits,
  partCounties,
  cores,
});
const toggle = (region: OwnMembers, adcode: string) => toggleMember(region, adcode, counties);

describe('members of an own region', () => {
  it('come in and go out as whole prefectures', () => {
    const one = toggle(members([]), '110000');
    expect(one).toEqual(members(['110000']));
    expect(toggle(one, '110000')).toEqual(members([]));
    expect(toggle(one, '441900')).toEqual(members(['110000', '441900']));
  });

  it('leave a prefecture its other counties when one goes, and make it whole when it comes back', () => {
    const split = toggle(members(['110000']), '110102');
    expect(split).toEqual(members([], ['110101', '110103']));
    expect(toggle(split, '110102')).toEqual(members(['110000']));
    expect(toggle(split, '110101')).toEqual(members([], ['110103']));
  });

  it('taken whole swallow their single counties', () => {
    expect(toggle(members([], ['110101', '120101']), '110000')).toEqual(members(['110000'], ['120101']));
  });

  it('that go take their core with them', () => {
    const region = members(['110000', '120000'], [], ['110000', '120000']);
    expect(toggle(region, '110000').cores).toEqual(['120000']);
    // A part is enough for a core to stay.
    expect(toggle(region, '110101').cores).toEqual(['110000', '120000']);
  });

  it('are the same whatever their order', () => {
    expect(sameMembers(members(['a', 'b']), members(['b', 'a']))).toBe(true);
    expect(sameMembers(members(['a', 'b'], [], ['a']), members(['b', 'a']))).toBe(false);
  });

  it('of a published plan without some counties are the other counties', () => {
    const copy = membersOfVariant(
      { cores: [{ adcode: '110000', role: 'core', evidence: '' }] },
      { wholeUnits: ['110000', '120000'], partCounties: [], excludedCounties: ['110103'] },
      counties,
    );
    expect(copy).toEqual(members(['120000'], ['110101', '110102'], ['110000']));
  });
});

describe('an own region as one of the list', () => {
  const own: OwnRegion = {
    id: 'custom:a',
    kind: 'agglomeration',
    name: '京津',
    copiedFrom: 'jingjinji',
    ...members(['120000'], ['110101', '110102'], ['110000']),
  };
  const population = new Map([
    // Nobody's figure but the counties': a prefecture's own may be of another year or territory.
    ['120000', 5000],
    ['120101', 400],
    ['120102', 600],
    ['110101', 200],
  ]);
  const built = (region: OwnRegion) => buildOwnRegion(region, { units: prefectures, counties, population });

  it('sums area and people of its members, and names who has no figure', () => {
    const [variant] = built(own).variants;
    expect(variant).toMatchObject({
      areaKm2: 40,
      population2020: 1200,
      populationMissing: ['110102'],
      statisticalMembers: ['120000', '110000'],
      counties: ['120101', '120102', '110101', '110102'],
    });
  });

  it('says whose it is in its name, in both languages', () => {
    expect(built(own)).toMatchObject({ nameZh: '京津（自行调整）', nameEn: '京津 (edited by you)' });
    expect(built({ ...own, copiedFrom: null })).toMatchObject({
      nameZh: '京津（自定）',
      nameEn: '京津 (made by you)',
    });
  });

  it('has another key with other members, so that nothing computed is taken for it', () => {
    expect(ownVariantKey({ ...own, wholeUnits: [] })).not.toBe(ownVariantKey(own));
    expect(ownVariantKey({ ...own, name: 'other' })).toBe(ownVariantKey(own));
  });
});
