import type { Adcode } from '#core/geography/admin-unit.ts';

/** One polygon of today's table made of one or more polygons of the source, and the census rows it stands for. */
export interface Repair {
  /** Code of the result: that of the 2020 census where there is one. */
  readonly adcode: Adcode;
  readonly nameZh: string;
  /** Codes in the source whose union is the result. */
  readonly from: readonly string[];
  /** Parts of a further source polygon that lie wholly west of a meridian (GCJ-02 degrees) are taken over. */
  readonly partsWestOf?: { readonly code: string; readonly lng: number };
  /** Further 2020 census codes whose people live in this polygon. */
  readonly alsoCensus?: readonly Adcode[];
  readonly reason: string;
}

/**
 * Changes between the source (about 2018) and the 2020 census that a comparison of names within the province cannot find:
 * mergers, splits and renamings. Pure changes of code (崇安县 → 崇安区 …) are found by name and not listed.
 */
export const repairs: readonly Repair[] = [
  { adcode: '130284', nameZh: '滦州市', from: ['130223'], reason: '滦县 became 滦州市 in 2018' },
  { adcode: '130502', nameZh: '襄都区', from: ['130502'], reason: '桥东区 renamed in 2020' },
  {
    adcode: '130503',
    nameZh: '信都区',
    from: ['130503', '130521'],
    reason: '桥西区 and 邢台县 merged in 2020 (a few townships of 邢台县 went to 襄都区: not drawn)',
  },
  { adcode: '130505', nameZh: '任泽区', from: ['130526'], reason: '任县 became 任泽区 in 2020' },
  {
    adcode: '140213',
    nameZh: '平城区·云冈区',
    from: ['140202', '140203', '140211'],
    alsoCensus: ['140214'],
    reason:
      '大同 城区, 矿区 and 南郊区 were divided anew in 2018; their new border is in no source, so the two stay joined',
  },
  { adcode: '140215', nameZh: '云州区', from: ['140227'], reason: '大同县 became 云州区 in 2018' },
  {
    adcode: '140403',
    nameZh: '潞州区',
    from: ['140402', '140411'],
    reason: '城区 and 郊区 of 长治 merged in 2018',
  },
  { adcode: '140404', nameZh: '上党区', from: ['140421'], reason: '长治县 became 上党区 in 2018' },
  {
    adcode: '230717',
    nameZh: '伊美区',
    from: ['230702', '230708'],
    reason: '伊春区 and 美溪区 (part), 2019',
  },
  {
    adcode: '230718',
    nameZh: '乌翠区',
    from: ['230706', '230711'],
    reason: '乌马河区 and 翠峦区 merged in 2019',
  },
  {
    adcode: '230719',
    nameZh: '友好区',
    from: ['230704', '230716'],
    reason: '友好区 and 上甘岭区 merged in 2019',
  },
  {
    adcode: '230723',
    nameZh: '汤旺县',
    from: ['230712', '230714'],
    reason: '汤旺河区 and 乌伊岭区 merged in 2019',
  },
  {
    adcode: '230724',
    nameZh: '丰林县',
    from: ['230707', '230710', '230715'],
    reason: '新青, 红星 and 五营 merged in 2019',
  },
  {
    adcode: '230725',
    nameZh: '大箐山县',
    from: ['230713'],
    reason: '带岭区 became 大箐山县 (with 朗乡 of 铁力), 2019',
  },
  { adcode: '230726', nameZh: '南岔县', from: ['230703'], reason: '南岔区 became 南岔县 in 2019' },
  {
    adcode: '230751',
    nameZh: '金林区',
    from: ['230705', '230709'],
    reason: '西林区 and 金山屯区 merged in 2019',
  },
  {
    adcode: '232701',
    nameZh: '漠河市',
    from: ['232723'],
    reason: '漠河县 became 漠河市 in 2018 with the code 232701',
  },
  {
    adcode: '232721',
    nameZh: '呼玛县',
    from: ['232721'],
    alsoCensus: ['232763', '232764'],
    reason:
      '新林 and 呼中, administered by 大兴安岭地区, lie inside 呼玛县’s polygon and have none of their own',
  },
  {
    adcode: '232761',
    nameZh: '加格达奇区',
    from: ['232701'],
    alsoCensus: ['232762'],
    reason:
      '加格达奇 has the census code 232761; 松岭’s people are counted here, its forest lies in 鄂伦春旗’s polygon',
  },
  {
    adcode: '330327',
    nameZh: '苍南县·龙港市',
    from: ['330327'],
    alsoCensus: ['330383'],
    reason: '龙港市 was split from 苍南县 in 2019; its border is in no source, so the two stay joined',
  },
  {
    adcode: '340209',
    nameZh: '弋江区',
    from: ['340203'],
    reason: '弋江区 has had the code 340209 since 2020; 三山区 340208 still has its own census row',
  },
  {
    adcode: '360112',
    nameZh: '新建区·红谷滩区',
    from: ['360112', '360105'],
    partsWestOf: { code: '360102', lng: 115.85 },
    alsoCensus: ['360113'],
    reason:
      '湾里区 joined 新建区 and 红谷滩区 was formed from 东湖区 west of the Gan and parts of 新建区 in 2019; the inner border is in no source',
  },
  { adcode: '360404', nameZh: '柴桑区', from: ['360421'], reason: '九江县 became 柴桑区 in 2017' },
  { adcode: '361104', nameZh: '广信区', from: ['361121'], reason: '上饶县 became 广信区 in 2019' },
  { adcode: '370116', nameZh: '莱芜区', from: ['371202'], reason: '莱芜 became part of 济南 in 2019' },
  { adcode: '370117', nameZh: '钢城区', from: ['371203'], reason: '莱芜 became part of 济南 in 2019' },
  {
    adcode: '370614',
    nameZh: '蓬莱区',
    from: ['370634', '370684'],
    reason: '蓬莱市 and 长岛县 merged in 2020',
  },
  { adcode: '430212', nameZh: '渌口区', from: ['430221'], reason: '株洲县 became 渌口区 in 2018' },
  {
    adcode: '440306',
    nameZh: '宝安区·光明区',
    from: ['440306'],
    alsoCensus: ['440311'],
    reason: '光明区 was split from 宝安区 in 2018; its border is in no source, so the two stay joined',
  },
  { adcode: '511504', nameZh: '叙州区', from: ['511521'], reason: '宜宾县 became 叙州区 in 2018' },
  { adcode: '520281', nameZh: '盘州市', from: ['520222'], reason: '盘县 became 盘州市 in 2017' },
  { adcode: '540602', nameZh: '色尼区', from: ['542421'], reason: '那曲县 became 色尼区 in 2017' },
  { adcode: '610482', nameZh: '彬州市', from: ['610427'], reason: '彬县 became 彬州市 in 2018' },
  {
    adcode: '632803',
    nameZh: '茫崖市',
    from: ['632825'],
    alsoCensus: ['632857'],
    reason:
      'one polygon in the source for what 海西 administers directly (茫崖, 冷湖, 大柴旦): 茫崖市 and 大柴旦 stay joined',
  },
];

/** 2020 census rows whose land has no polygon of its own and crosses prefectures: their people are in prefecture totals only. */
export const censusWithoutPolygon: ReadonlyMap<Adcode, string> = new Map([
  [
    '659010',
    '胡杨河市 (founded 2019) has no polygon in any source; its land is drawn inside 奎屯, 乌苏 and 克拉玛依',
  ],
]);

/** Source polygons that no census row stands for. */
export const polygonsWithoutCensus: ReadonlyMap<Adcode, string> = new Map([
  ['350527', '金门县: no census of the mainland; counted in 台湾’s figure'],
  ['442100', '东沙群岛: no residents counted'],
]);

/** Codes newer than the vintage that tables and plans may use, with the unit that holds the same place here. */
export const newerCodes: ReadonlyMap<Adcode, Adcode> = new Map([
  ['410307', '410381'], // 偃师市 became 偃师区 in 2021
]);
