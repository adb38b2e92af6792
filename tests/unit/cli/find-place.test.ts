import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { findPlace } from '../../../src/cli/find-place.ts';

type Row = readonly [
  adcode: string,
  nameZh: string,
  shortNameZh: string,
  nameEn: string,
  pinyin: string,
  aliases?: string,
];

const unit =
  (level: AdminUnit['level']) =>
  ([adcode, nameZh, shortNameZh, nameEn, pinyin, alias]: Row): AdminUnit => ({
    adcode,
    level,
    nameZh,
    shortNameZh,
    nameEn,
    pinyin,
    aliases: alias === undefined ? [] : [alias],
    provinceCode: adcode.slice(0, 2),
    prefecture: level === 'county' ? `${adcode.slice(0, 4)}00` : null,
    seat: [104, 30],
    areaKm2: 1,
  });

const prefectures = (
  [
    ['510100', '成都市', '成都', 'Chengdu', 'cheng du shi'],
    ['320500', '苏州市', '苏州', 'Suzhou', 'su zhou shi'],
    ['341300', '宿州市', '宿州', 'Suzhou', 'su zhou shi'],
    ['610100', '西安市', '西安', "Xi'an", 'xi an shi'],
    ['211300', '朝阳市', '朝阳', 'Chaoyang', 'chao yang shi'],
    ['130100', '石家庄市', '石家庄', 'Shijiazhuang', 'shi jia zhuang shi'],
    ['410700', '新乡市', '新乡', 'Xinxiang', 'xin xiang shi'],
    ['410400', '平顶山市', '平顶山', 'Pingdingshan', 'ping ding shan shi'],
    ['810000', '香港特别行政区', '香港', 'Hong Kong', 'xiang gang te bie xing zheng qu'],
    ['441900', '东莞市', '东莞', 'Dongguan', 'dong guan shi'],
    ['513300', '甘孜藏族自治州', '甘孜', 'Garzê', 'gan zi zang zu zi zhi zhou'],
    ['420600', '襄阳市', '襄阳', 'Xiangyang', 'xiang yang shi', '襄樊'],
  ] satisfies Row[]
).map(unit('prefecture'));

const counties = (
  [
    ['130104', '新华区', '新华', 'Xinhua', 'xin hua qu'],
    ['410402', '新华区', '新华', 'Xinhua', 'xin hua qu'],
    ['110105', '朝阳区', '朝阳', 'Chaoyang', 'chao yang qu'],
    ['320583', '昆山市', '昆山', 'Kunshan', 'kun shan shi'],
    ['441900', '东莞市', '东莞', 'Dongguan', 'dong guan shi'],
  ] satisfies Row[]
).map(unit('county'));

const find = (query: string) => findPlace(query, prefectures, counties);
const found = (query: string): string => {
  const result = find(query);
  return result.ok ? result.value.adcode : result.failure.reason;
};

describe('findPlace', () => {
  it.each([
    ['成都', '510100'],
    ['成都市', '510100'],
    [' 成都 ', '510100'],
    ['Chengdu', '510100'],
    ['chengdu', '510100'],
    ['CHENGDU SHI', '510100'],
    ['cheng du', '510100'],
    ['Chéngdū', '510100'],
    ['510100', '510100'],
    ["xi'an", '610100'],
    ['xian', '610100'],
    ['Hong Kong', '810000'],
    ['hongkong', '810000'],
    ['xianggang', '810000'],
    ['ganzi', '513300'],
    ['garze', '513300'],
    ['襄樊', '420600'],
    ['昆山', '320583'],
    ['kunshan', '320583'],
    ['朝阳区', '110105'],
    ['东莞', '441900'],
    ['东莞市', '441900'],
  ])('knows %s', (query, adcode) => {
    expect(found(query)).toBe(adcode);
  });

  it('takes a short name for the prefecture before a county', () => {
    expect(found('朝阳')).toBe('211300');
    expect(found('chaoyang')).toBe('211300');
  });

  it.each(['新华区', '新华', 'xinhua'])(
    'asks back which %s is meant, with prefecture and adcode',
    (query) => {
      const result = find(query);
      expect(result).toMatchObject({ ok: false, failure: { reason: 'ambiguous-place', exitCode: 2 } });
      expect(result.ok ? '' : result.failure.message).toContain(
        '石家庄市新华区 130104, 平顶山市新华区 410402',
      );
    },
  );

  it('asks back between prefectures of one pinyin', () => {
    expect(found('suzhou')).toBe('ambiguous-place');
    expect(found('Suzhou')).toBe('ambiguous-place');
    expect(found('苏州')).toBe('320500');
  });

  it.each([
    ['chengdo', '成都市 510100'],
    ['chegndu', '成都市 510100'],
    ['大成都', '成都市 510100'],
    ['石家', '石家庄市 130100'],
  ])('offers what is near the unknown %s', (query, near) => {
    const result = find(query);
    expect(result).toMatchObject({ ok: false, failure: { reason: 'unknown-place', exitCode: 2 } });
    expect(result.ok ? '' : result.failure.nextStep).toContain(near);
  });

  it.each(['', 'zz', '999999', 'Atlantis', '亚特兰蒂斯'])('does not guess at %j', (query) => {
    expect(found(query)).toBe('unknown-place');
  });
});
