import { describe, expect, it } from 'vitest';
import { countyNamer } from '#core/geography/county-name.ts';
import { realUnits } from '../../fixtures/real-units.ts';

const unit = (adcode: string, nameZh: string, nameEn: string, prefecture: string | null = null) => ({
  adcode,
  nameZh,
  nameEn,
  prefecture,
});
const PREFECTURES = [
  unit('320100', '南京市', 'Nanjing'),
  unit('320300', '徐州市', 'Xuzhou'),
  unit('441900', '东莞市', 'Dongguan'),
];
const COUNTIES = [
  unit('320106', '鼓楼区', 'Gulou District', '320100'),
  unit('320302', '鼓楼区', 'Gulou District', '320300'),
  unit('320115', '江宁区', 'Jiangning District', '320100'),
  unit('441900', '东莞市', 'Dongguan', '441900'),
];

describe('names of counties', () => {
  it('have their prefecture where another has the same name', () => {
    const nameOf = countyNamer(COUNTIES, PREFECTURES, 'zh', 'where-repeated');
    expect(['320106', '320302', '320115'].map(nameOf)).toEqual([
      '鼓楼区 · 南京市',
      '鼓楼区 · 徐州市',
      '江宁区',
    ]);
    expect(countyNamer(COUNTIES, PREFECTURES, 'en', 'where-repeated')('320302')).toBe(
      'Gulou District · Xuzhou',
    );
  });

  it('have it always where that is asked for, but not a prefecture without counties', () => {
    const nameOf = countyNamer(COUNTIES, PREFECTURES, 'zh', 'always');
    expect(['320115', '441900', '320100'].map(nameOf)).toEqual(['江宁区 · 南京市', '东莞市', '南京市']);
  });

  it('are codes where nothing is known', () => {
    expect(countyNamer([], [], 'zh', 'always')('110101')).toBe('110101');
  });

  it('are no two alike in the whole country', () => {
    const counties = realUnits('units-county').units;
    const prefectures = realUnits('units').units;
    for (const language of ['zh', 'en'] as const) {
      const nameOf = countyNamer(counties, prefectures, language, 'where-repeated');
      const names = counties.map(({ adcode }) => nameOf(adcode));
      const repeated = names.filter((name, index) => names.indexOf(name) !== index);
      expect(repeated).toEqual([]);
    }
  });
});
