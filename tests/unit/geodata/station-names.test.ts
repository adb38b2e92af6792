import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countyNameEn } from '../../../geodata/pipeline/geometry/unit-names.ts';
import { stationNameEn } from '../../../geodata/pipeline/tables/station-names.ts';

const none: ReadonlyMap<string, string> = new Map();
const artefact = JSON.parse(
  readFileSync(new URL('../../../public/data/station-names.json', import.meta.url).pathname, 'utf8'),
) as { readonly names: Readonly<Record<string, string>> };

describe('English names of stations', () => {
  it.each([
    ['成都东', 'Chengdudong'],
    ['西安北', 'Xi’anbei'],
    ['歙县北', 'Shexianbei'],
    ['三十里堡', 'Sanshilipu'],
    ['望都', 'Wangdu'],
    ['香港西九龙', 'Hong Kong West Kowloon'],
    ['东山(温州S2)', 'Dongshan (Wenzhou S2)'],
    ['台州 (–2021-12)', 'Taizhou (–2021-12)'],
  ])('writes %s as signs of the railway do: %s', (zh, en) => {
    expect(stationNameEn(zh, none)).toBe(en);
  });

  it('takes the city by its name on the map, the longest that fits, and no place elsewhere', () => {
    const places = new Map([
      ['哈尔滨', 'Harbin'],
      ['阿尔', 'Xyz'],
      ['阿尔山', 'Arxan'],
    ]);
    expect(stationNameEn('哈尔滨西', places)).toBe('Harbinxi');
    expect(stationNameEn('阿尔山北', places)).toBe('Arxanbei');
    // 阿里 (Ngari) is no part of 阿里河 in Inner Mongolia.
    expect(artefact.names['阿里河']).toBe('Alihe');
    expect(artefact.names['乌鲁木齐南']).toBe('Ürümqinan');
  });

  it('leaves no station without Latin letters', () => {
    const names = Object.entries(artefact.names);
    expect(names.length).toBeGreaterThan(3_500);
    for (const [zh, en] of names) {
      expect(en, zh).toMatch(/^[A-ZÜÊ][\p{Script=Latin}’ ()–\d-]+$/u);
    }
  });
});

describe('English names of counties', () => {
  it.each([
    ['歙县', 'She County'],
    ['单县', 'Shan County'],
    ['蔚县', 'Yu County'],
    ['望都县', 'Wangdu County'],
    ['康巴什区', 'Kangbashi District'],
    ['唐县', 'Tang County'],
  ])('reads %s as its people do: %s', (zh, en) => {
    expect(countyNameEn('', zh)).toBe(en);
  });
});
