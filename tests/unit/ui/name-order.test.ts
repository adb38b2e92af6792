import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRegions } from '#data/decode-regions.ts';
import { decodeUnits } from '#data/decode-units.ts';
import { compareNames, inNameOrder } from '#ui/i18n/name-order.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(`public/data/${file}`, 'utf8'));

describe('lists of names', () => {
  it('stand by pinyin in Chinese, with the readings that places have', () => {
    const names = ['郑州', '长沙', '重庆', '厦门', '阿坝', '成都', '西安', '沈阳', '山南', '番禺'];
    expect(names.toSorted(compareNames('zh-CN'))).toEqual([
      '阿坝',
      '长沙',
      '成都',
      '重庆',
      '番禺',
      '山南',
      '沈阳',
      '西安',
      '厦门',
      '郑州',
    ]);
  });

  it('stand by the alphabet in English, whatever the case, numbers by size', () => {
    expect(['Zhengzhou', 'line 10', 'Chengdu', 'Line 9', 'anshan'].toSorted(compareNames('en'))).toEqual([
      'anshan',
      'Chengdu',
      'Line 9',
      'line 10',
      'Zhengzhou',
    ]);
  });

  it('of cities go by the pinyin of the table, syllable by syllable', () => {
    const decoded = decodeUnits(read('units.json'), 'units');
    if (!decoded.ok) throw new Error(decoded.failure.message);
    const { units } = decoded.value;
    const chinese = inNameOrder(units, 'zh-CN').map(({ nameZh }) => nameZh);
    const place = (name: string) => chinese.indexOf(name);
    for (const [before, after] of [
      ['安康市', '北京市'],
      ['长沙市', '成都市'],
      ['成都市', '重庆市'],
      ['西安市', '咸宁市'],
      ['厦门市', '襄阳市'],
      ['六安市', '丽水市'].toReversed(),
    ] as const)
      expect([before, place(before) < place(after)]).toEqual([before, true]);
    expect(chinese).toHaveLength(units.length);
    const english = inNameOrder(units, 'en').map(({ nameEn }) => nameEn);
    expect(english).toEqual(english.toSorted((a, b) => a.localeCompare(b, 'en')));
  });

  it('of regions put 长三角 under C in Chinese and under Y in English', () => {
    const decoded = decodeRegions(read('regions.json'));
    if (!decoded.ok) throw new Error(decoded.failure.message);
    const agglomerations = decoded.value.filter(({ kind }) => kind === 'agglomeration');
    const chinese = inNameOrder(agglomerations, 'zh-CN').map(({ id }) => id);
    expect(chinese.indexOf('yrd')).toBeLessThan(chinese.indexOf('chengyu'));
    const english = inNameOrder(agglomerations, 'en').map(({ id }) => id);
    expect(english.indexOf('chengyu')).toBeLessThan(english.indexOf('yrd'));
  });
});
