import { describe, expect, it } from 'vitest';
import { commutingRates, commutingRings } from '#core/structure/commuting-rings.ts';
import { circulationSharesOf } from '#core/structure/circulation.ts';
import { importFlows, type NamedUnit } from '#data/import-flows.ts';
import { importPairs } from '#data/import-pairs.ts';
import type { KnownStation } from '#data/station-lookup.ts';
import { quietImport } from '../../fixtures/gtfs-feed.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const station = (name: string, lng: number, nameEn: string | null = null): KnownStation => ({
  name,
  at: [lng, 30],
  aliases: [],
  nameEn,
});
const KNOWN = [
  station('成都东', 104, 'Chengdudong'),
  station('重庆北', 106, 'Chongqingbei'),
  station('西站', 110, 'Xizhan'),
  station('西站', 111, 'Xizhan'),
  station('西安北', 109, 'Xi’anbei'),
  station('吕梁', 112, 'Lüliang'),
  station('无锡', 120, 'Wuxi'),
  station('乌西', 87, 'Wuxi'),
];

const refused = async (text: string) => importPairs(bytes(text), 'p.csv', KNOWN, quietImport());

describe('a table of station pairs', () => {
  it('matches names or takes positions, keeps the fastest of doubles, lists the rest by line', async () => {
    const read = await importPairs(
      bytes(`起点;终点;分钟;列数;年份;from_lng;from_lat;to_lng;to_lat
成都东站;重庆北;62;40;2025;;;;
成都东;重庆北;75;;;;;;
成都东;新城;30;;;;;105;30.2
成都东;无此站;30;;;;;;
西站;成都东;50;;;;;;
成都东;重庆北;fast;;;;;;
成都东;重庆北;240;;;;;;
成都东;成都东站;5;;;;;;
`),
      'pairs.csv',
      KNOWN,
      quietImport(),
    );
    if (!read.ok) throw new Error(read.failure.message);
    const { source, problems } = read.value;
    expect(source.stations).toEqual([
      { name: '成都东', at: null },
      { name: '重庆北', at: null },
      { name: '新城', at: [105, 30.2] },
    ]);
    expect([...source.fastestMinutes]).toEqual([62, 30]);
    expect([...source.trainsPerDay]).toEqual([40, 0]);
    expect(source.vintage).toBe('2025');
    expect(problems.shown.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 duplicate',
      '5 unknown-place',
      '6 ambiguous-place',
      '7 bad-number',
      '8 too-long',
      '9 bad-row',
    ]);
  });

  it('knows stations by pinyin and English names too, and names who is meant where several bear one', async () => {
    const read = await importPairs(
      bytes(`from,to,minutes,to_lng,to_lat
Chengdudong,CHONGQING NORTH,62,,
Xi'an North Railway Station,Luliang,100,,
Chengdu East,Wuxi,100,120.1,30.02
Chengdudong,Wuxi,100,,
Chengdudong,Xizhan,50,,
西站,重庆北,50,,
`),
      'pairs.csv',
      KNOWN,
      quietImport(),
    );
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.source.stations.map(({ name }) => name)).toEqual([
      '成都东',
      '重庆北',
      '西安北',
      '吕梁',
      '无锡',
    ]);
    expect(read.value.problems.shown.map(({ line, reason, detail }) => [line, reason, detail])).toEqual([
      [5, 'ambiguous-place', 'Wuxi: 无锡, 乌西'],
      [6, 'ambiguous-place', 'Xizhan: 西站 (110.00, 30.00), 西站 (111.00, 30.00)'],
      [7, 'ambiguous-place', '西站: 西站 (110.00, 30.00), 西站 (111.00, 30.00)'],
    ]);
  });

  it('without the columns, or without one usable row, is refused', async () => {
    expect(await refused('a,b\n1,2\n')).toMatchObject({
      ok: false,
      failure: { reason: 'table-column-missing' },
    });
    expect(await refused('from,to,minutes\n')).toMatchObject({
      ok: false,
      failure: { reason: 'table-no-rows' },
    });
    expect(await refused('from,to,minutes\n甲,乙,3\n')).toMatchObject({
      ok: false,
      failure: { reason: 'pairs-none' },
    });
  });
});

const unit = (adcode: string, nameZh: string, prefecture: string | null): NamedUnit => ({
  adcode,
  nameZh,
  shortNameZh: nameZh.slice(0, -1),
  nameEn: adcode,
  aliases: [],
  level: prefecture === null ? 'prefecture' : 'county',
  prefecture,
});
const UNITS = [
  unit('510100', '成都市', null),
  unit('510104', '锦江区', '510100'),
  unit('510131', '蒲江县', '510100'),
  unit('511402', '东坡区', '511400'),
  unit('110101', '鼓楼区', '110100'),
  unit('320102', '鼓楼区', '320100'),
];

describe('a table of commuters', () => {
  // Of 100 commuters of 蒲江 30 go to 锦江, of 200 of 东坡 12 do:
  const table = `from,to,people
510131,锦江区,30
蒲江县,蒲江,70
东坡区,510104,12
东坡区,东坡区,188
鼓楼区,510104,5
510104,510104,900
`;

  it('gives rates and rings by hand-worked shares; ambiguous names are listed with their codes', async () => {
    const read = await importFlows(bytes(table), 'od.csv', UNITS, quietImport());
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.problems.shown).toEqual([
      { file: 'od.csv', line: 6, reason: 'ambiguous-place', detail: '鼓楼区: 110101, 320102' },
    ]);
    const rates = commutingRates(read.value.flows, new Set(['510104']));
    expect(rates).toEqual([
      { adcode: '510131', toCore: 30, all: 100, rate: 0.3 },
      { adcode: '511402', toCore: 12, all: 200, rate: 0.06 },
    ]);
    expect(commutingRings(rates).map(({ percent, units }) => [percent, units])).toEqual([
      [5, ['510131', '511402']],
      [10, ['510131']],
      [30, ['510131']],
    ]);
  });

  it('takes places abroad by word: they count as destinations, as class abroad of the circulation, never as a unit', async () => {
    const flows = `from,to,people
510131,锦江区,30
510131,境外：东京,10
510104,511402,40
abroad,510104,20
`;
    const read = await importFlows(bytes(flows), 'od.csv', UNITS, quietImport());
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.problems.shown).toEqual([]);
    expect(commutingRates(read.value.flows, new Set(['510104']))).toEqual([
      { adcode: '510131', toCore: 30, all: 40, rate: 0.75 },
    ]);
    const { from, to, people } = read.value.flows;
    const cityOf = new Map(UNITS.map(({ adcode, prefecture }) => [adcode, prefecture ?? adcode]));
    const shares = circulationSharesOf(
      from.map((code, at) => ({ from: code, to: to[at] ?? '', value: people[at] ?? 0 })),
      {
        prefectureOf: (place) => cityOf.get(place),
        agglomerationsOf: (place) =>
          ['510100', '511400'].includes(cityOf.get(place) ?? '') ? ['chengyu'] : [],
      },
    );
    const found = shares.filter(({ flows: count }) => count > 0);
    expect(found.map(({ circulation, sum, share }) => [circulation, sum, share])).toEqual([
      ['within-prefecture', 30, 0.3],
      ['within-agglomeration', 40, 0.4],
      ['abroad', 30, 0.3],
    ]);
  });
});
