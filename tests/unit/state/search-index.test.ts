import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { buildSearchIndex, searchIndex } from '#state/search/search-index.ts';
import { listSearchSubjects } from '#state/search/search-subjects.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

const romanise = (text: string) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' });

function unit(
  adcode: string,
  nameZh: string,
  shortNameZh: string,
  nameEn: string,
  prefecture: string | null = null,
): AdminUnit {
  return adminUnit(adcode, { nameZh, shortNameZh, nameEn, pinyin: romanise(nameZh), prefecture });
}

const subjects = listSearchSubjects({
  provinces: [
    { code: '51', nameZh: '四川省', nameEn: 'Sichuan' },
    { code: '14', nameZh: '山西省', nameEn: 'Shanxi' },
    { code: '50', nameZh: '重庆市', nameEn: 'Chongqing' },
  ],
  units: [
    unit('510100', '成都市', '成都', 'Chengdu'),
    unit('130800', '承德市', '承德', 'Chengde'),
    unit('500000', '重庆市', '重庆', 'Chongqing'),
    unit('610100', '西安市', '西安', 'Xi’an'),
    unit('141100', '吕梁市', '吕梁', 'Lüliang'),
    unit('420600', '襄阳市', '襄阳', 'Xiangyang'),
  ],
  counties: [
    unit('510108', '成华区', '成华区', 'Chenghua', '510100'),
    unit('500103', '渝中区', '渝中区', 'Yuzhong', '500000'),
  ],
  regions: [
    {
      id: 'gba',
      kind: 'agglomeration',
      nameZh: '粤港澳大湾区',
      nameEn: 'Guangdong–Hong Kong–Macao Greater Bay Area',
      maturity: 'mature',
      grade: '',
      approved: null,
      cores: [],
      variants: [],
    },
    {
      id: 'chengyu',
      kind: 'agglomeration',
      nameZh: '成渝',
      nameEn: 'Chengdu–Chongqing',
      maturity: 'developing',
      grade: '',
      approved: null,
      cores: [{ adcode: '510100', role: 'core', evidence: '' }],
      variants: [],
    },
  ],
  lines: [
    {
      id: 'chengyu',
      nameZh: '成渝高铁',
      nameEn: 'Chengdu–Chongqing HSR',
      category: 'high-speed',
      status: 'open',
      openedText: '2015-12',
      openedYear: 2015,
      designSpeedKmh: 350,
      lengthKm: 299,
      from: '成都东',
      to: '沙坪坝',
      fastestMinutes: 62,
      expectedMinutesText: null,
      source: '',
      stops: [],
      path: [],
    },
  ],
  links: [],
  stations: [{ name: '成都东', at: [104.1, 30.6], prefecture: '510100', aliases: [] }],
  stationNames: new Map([['成都东', 'Chengdudong']]),
  population: new Map([
    ['510100', 20_937_757],
    ['130800', 3_354_444],
  ]),
});
const index = buildSearchIndex(subjects, romanise);

function names(text: string): readonly string[] {
  return searchIndex(index, text, 10).map(({ nameZh }) => nameZh);
}

describe('search', () => {
  it('finds by characters, the exact short name first', () => {
    expect(names('成都').slice(0, 2)).toEqual(['成都市', '成都东站']);
    expect(names('成渝')).toEqual(['成渝城市群', '成渝高铁']);
    expect(names('渝高')).toEqual(['成渝高铁']);
  });

  it('finds by full pinyin and by initials, the larger city first', () => {
    expect(names('chengdu')[0]).toBe('成都市');
    expect(names('Cheng Du')[0]).toBe('成都市');
    expect(names('cd').slice(0, 2)).toEqual(['成都市', '承德市']);
    expect(names('chongqing')[0]).toBe('重庆市');
    expect(names('cygt')).toEqual(['成渝高铁']);
    expect(names('cdd')).toEqual(['成都东站']);
  });

  it('finds by English words, without accents and marks, and ü typed as v', () => {
    expect(names('xian')[0]).toBe('西安市');
    expect(names("xi'an")[0]).toBe('西安市');
    expect(names('chongqing hsr')).toEqual(['成渝高铁']);
    expect(names('lvliang')).toEqual(['吕梁市']);
    expect(names('luliang')).toEqual(['吕梁市']);
  });

  it('names stations and the ends of lines in English', () => {
    expect(searchIndex(index, 'chengdudong', 1)[0]).toMatchObject({ nameEn: 'Chengdudong' });
    expect(searchIndex(index, '成渝高铁', 1)[0]).toMatchObject({ contextEn: 'Chengdudong – 沙坪坝' });
  });

  it('finds a city by the name it had', () => {
    expect(names('襄樊')).toEqual(['襄阳市']);
    expect(names('xiangfan')).toEqual(['襄阳市']);
  });

  it('finds an agglomeration by what people call it', () => {
    expect(names('珠三角')).toEqual(['粤港澳大湾区城市群']);
    expect(names('zsj')).toContain('粤港澳大湾区城市群');
  });

  it('finds by adcode and its beginning', () => {
    expect(names('510100')).toEqual(['成都市']);
    expect(names('5101')).toEqual(['成都市', '成华区']);
  });

  it('tells namesakes apart by where they lie', () => {
    const county = searchIndex(index, '成华', 1)[0];
    expect(county).toMatchObject({ contextZh: '四川省 成都', contextEn: 'Chengdu, Sichuan' });
  });

  it('names a municipality once, and not beside itself', () => {
    expect(searchIndex(index, '渝中', 1)[0]).toMatchObject({ contextZh: '重庆市', contextEn: 'Chongqing' });
    expect(searchIndex(index, '重庆市', 1)[0]).toMatchObject({ contextZh: '', contextEn: '' });
  });

  it('finds nothing for blanks, marks and nonsense', () => {
    expect(names('  ')).toEqual([]);
    expect(names('——')).toEqual([]);
    expect(names('qqqq')).toEqual([]);
  });
});
