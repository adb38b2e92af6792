import type { ComboboxItem } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { unitOptions } from '#features/integration/own-regions/unit-options.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

function city(adcode: string, nameZh: string, nameEn: string, pinyin: string): AdminUnit {
  return adminUnit(adcode, { nameZh, shortNameZh: nameZh.slice(0, -1), nameEn, pinyin });
}

const { data, filter } = unitOptions(
  [
    city('420600', '襄阳市', 'Xiangyang', 'xiang yang shi'),
    city('520300', '遵义市', 'Zunyi', 'zun yi shi'),
    city('431100', '永州市', 'Yongzhou', 'yong zhou shi'),
  ],
  () => '',
  'zh-CN',
);

const found = (search: string) =>
  filter({ options: data, search, limit: 10 }).map((option) => (option as ComboboxItem).label);

describe('members of an own region', () => {
  it('are found by name, pinyin, its first letters, the names they had, and code', () => {
    expect(found('襄阳')).toEqual(['襄阳市']);
    expect(found('zunyi')).toEqual(['遵义市']);
    expect(found('yz')).toEqual(['永州市']);
    expect(found('襄樊')).toEqual(['襄阳市']);
    expect(found('零陵地区')).toEqual(['永州市']);
    expect(found('5203')).toEqual(['遵义市']);
  });
});
