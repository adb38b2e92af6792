import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/core/units/result.ts';
import { decodeContainer } from '../../../src/data/container.ts';
import { decodeContext } from '../../../src/data/decode-context.ts';
import { decodeEmployment } from '../../../src/data/decode-employment.ts';
import { decodeIndicators } from '../../../src/data/decode-indicators.ts';
import { decodeRoadLinks } from '../../../src/data/decode-links.ts';
import { decodeRailLines } from '../../../src/data/decode-rail.ts';
import { decodeTimetable } from '../../../src/data/decode-timetable.ts';

const path = (name: string): string => new URL(`../../../public/data/${name}`, import.meta.url).pathname;
const json = (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8'));

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const lines = valueOf(decodeRailLines(json('rail-lines.json')));
const links = valueOf(decodeRoadLinks(json('road-links.json')));
const indicators = valueOf(decodeIndicators(json('indicators.json'), 'prefecture'));
const counties = valueOf(decodeIndicators(json('indicators-county.json'), 'county'));
const timetable = valueOf(
  decodeTimetable(valueOf(decodeContainer(readFileSync(path('rail-timetable.bin'))))),
);
const context = valueOf(decodeContext(json('context.json')));

const line = (id: string) => {
  const found = lines.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
};
const names = (id: string): string[] => line(id).stops.map((stop) => stop.name);
const series = (artefact: typeof indicators, indicator: string, year: number) => {
  const found = artefact.table.series.find((one) => one.indicator === indicator && one.year === year);
  if (found === undefined) throw new Error(`no series ${indicator} ${year}`);
  return found;
};
const pairMinutes = (from: string, to: string): number | undefined => {
  const index = [...timetable.from].findIndex(
    (station, pair) =>
      timetable.stations[station]?.name === from && timetable.stations[timetable.to[pair] ?? -1]?.name === to,
  );
  return timetable.minutes[index];
};

describe('rail lines', () => {
  it('have unique ids', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('hold the facts of 成渝高铁, drawn on to its hub', () => {
    const chengyu = line('chengyu');
    expect(chengyu).toMatchObject({
      nameZh: '成渝高铁',
      category: 'high-speed',
      status: 'open',
      openedYear: 2015,
      designSpeedKmh: 350,
      lengthKm: 299,
      from: '成都东',
      to: '沙坪坝',
      fastestMinutes: 62,
    });
    expect(names('chengyu').slice(-2)).toEqual(['沙坪坝', '重庆北']);
    expect(chengyu.stops.filter((stop) => stop.extension).map((stop) => stop.name)).toEqual(['重庆北']);
  });

  it('have the repaired orders', () => {
    expect(names('heanjiu').slice(-7)).toEqual([
      '安庆西',
      '潜山',
      '太湖南',
      '宿松东',
      '黄梅东',
      '黄梅南',
      '庐山',
    ]);
    expect(names('rilan').slice(-3)).toEqual(['泗水南', '曲阜东', '曲阜南']);
    expect([...names('rilan_qz'), ...names('rilan_zl')].filter((name) => name !== '庄寨')).toContain(
      '济宁东',
    );
    expect(names('xiashen')).toContain('惠阳');
    expect(names('xiashen')).not.toContain('惠州南');
  });

  it('keep 成渝中线 as works of the scenario catalogue with every stop placed', () => {
    const middle = line('chengyu_mid');
    expect(middle).toMatchObject({
      status: 'under-construction',
      openedYear: null,
      designSpeedKmh: 350,
      lengthKm: 292,
    });
    expect(middle.stops).toHaveLength(8);
    expect(middle.path).toHaveLength(8);
    expect(lines.filter(({ nameZh }) => nameZh === '成渝中线高铁')).toHaveLength(1);
  });

  it('are named in each language as that language is printed', () => {
    for (const { nameZh, nameEn } of [...lines, ...links]) {
      expect(nameZh).not.toMatch(/[()]/);
      expect(nameEn).not.toMatch(/[\u4e00-\u9fff]|full station list/);
    }
    expect(line('jinbao').nameEn).toBe('Tianjin–Baoding Rly');
    expect(links.find(({ id }) => id === 'nansha_bridge')?.nameZh).toBe('南沙大桥（虎门二桥）');
  });

  it('leave unknown opening dates unknown', () => {
    expect(line('jinshan')).toMatchObject({ openedText: null, openedYear: null });
    expect(line('xicheng')).toMatchObject({
      openedText: '2017-12-6; 2014-12-20 (江油–成都)',
      openedYear: 2014,
    });
    for (const one of lines) {
      if (one.status !== 'open') expect(one.openedYear).toBeNull();
      else if (one.openedYear !== null) expect(one.openedYear).toBeGreaterThanOrEqual(1990);
    }
  });

  it('have no stop off the map and no path across the country by mistake', () => {
    for (const one of lines) {
      for (const [lng, lat] of one.path) {
        expect(lng).toBeGreaterThan(73);
        expect(lng).toBeLessThan(136);
        expect(lat).toBeGreaterThan(17);
        expect(lat).toBeLessThan(54);
      }
    }
  });

  it('find every placed stop of open lines among the stations of the timetable', () => {
    const stations = new Set(timetable.stations.map(({ name }) => name));
    const missing = lines
      .filter((one) => one.status === 'open')
      .flatMap((one) => one.stops.filter((stop) => stop.at !== null && !stations.has(stop.name)));
    expect(missing).toEqual([]);
  });
});

describe('road links', () => {
  it('hold the facts of 港珠澳大桥', () => {
    const hzmb = links.find(({ id }) => id === 'hzmb');
    expect(hzmb).toMatchObject({
      nameZh: '港珠澳大桥',
      minutes: 40,
      minutesProvenance: 'observed',
      lengthKm: 55,
      openedYear: 2018,
      crossesBorder: true,
      status: 'open',
    });
  });

  it('tell works from open links, assumed minutes from published ones', () => {
    expect(links.find(({ id }) => id === 'shiziyang')?.status).toBe('under-construction');
    expect(links.find(({ id }) => id === 'hangzhouwan')).toMatchObject({
      minutes: 21.6,
      minutesProvenance: 'assumed',
    });
    expect(links.filter(({ crossesBorder }) => crossesBorder).length).toBeGreaterThanOrEqual(6);
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
  });
});

describe('timetable', () => {
  it('holds the published times, or a newer and faster one', () => {
    expect(context.validationTimes).toHaveLength(33);
    for (const { from, to, minutes } of context.validationTimes) {
      const ours = pairMinutes(from, to);
      expect(ours, `${from}–${to}`).toBeDefined();
      expect(ours, `${from}–${to}`).toBeLessThanOrEqual(minutes);
      expect(ours, `${from}–${to}`).toBeGreaterThan(minutes - 8);
    }
  });

  it('has both directions of every pair', () => {
    const keys = new Set([...timetable.from].map((from, pair) => `${from}|${timetable.to[pair]}`));
    const oneWay = [...keys].filter((key) => !keys.has(key.split('|').toReversed().join('|')));
    expect(oneWay).toEqual([]);
  });

  it('holds a pair once, and after it only the no faster timetable ride that a report replaced', () => {
    const label = (pair: number) => timetable.vintages[timetable.vintage[pair] ?? -1] ?? '';
    const again = [...timetable.from.keys()].filter(
      (pair) =>
        timetable.from[pair] === timetable.from[pair - 1] && timetable.to[pair] === timetable.to[pair - 1],
    );
    expect(again).toHaveLength(35);
    for (const pair of again) {
      expect(label(pair - 1)).toMatch(/^press/);
      expect(label(pair)).toMatch(/^20(16|21)/);
      expect(timetable.minutes[pair]).toBeGreaterThanOrEqual(timetable.minutes[pair - 1] ?? Infinity);
    }
    const keys = new Set([...timetable.from].map((from, pair) => `${from}|${timetable.to[pair]}`));
    expect(keys.size + again.length).toBe(timetable.from.length);
  });

  it('names the source of every press pair', () => {
    timetable.vintage.forEach((vintage, pair) => {
      const isPress = timetable.vintages[vintage]?.startsWith('press') === true;
      expect(timetable.pressSources.has(pair)).toBe(isPress);
    });
  });

  it('tells 惠州南 of old timetables from today’s', () => {
    expect(pairMinutes('惠阳', '深圳坪山')).toBeLessThan(20);
    expect(pairMinutes('惠州南', '深圳坪山')).toBeUndefined();
  });
});

describe('indicators', () => {
  it('sum to the national census less the 29,891 of 胡杨河, which has no polygon', () => {
    const national = [...series(indicators, 'population', 2020).values].filter(
      ([adcode]) => !['71', '81', '82'].includes(adcode.slice(0, 2)),
    );
    expect(national.reduce((sum, [, value]) => sum + value, 0)).toBe(1_409_748_833);
    const spread = [...series(counties, 'population_with_zones', 2020).values].filter(
      ([adcode]) => !['71', '81', '82'].includes(adcode.slice(0, 2)),
    );
    expect(spread.reduce((sum, [, value]) => sum + value, 0)).toBe(1_409_748_833);
  });

  it('keep missing values missing', () => {
    const gdp = series(indicators, 'gdp', 2020).values;
    for (const adcode of ['429004', '429005', '429006', '810000']) expect(gdp.has(adcode)).toBe(false);
    for (const one of indicators.table.series)
      expect([...one.values.values()].every(Number.isFinite)).toBe(true);
  });

  it('know the counties of 2010 on 2020 boundaries: mergers summed, parts left out, interchanged rows put right', () => {
    const before = series(counties, 'population_2010_on_2020_boundary', 2010).values;
    // 东城 with 崇文, 黄浦 with 卢湾: the 2010 census's 919,253 and 678,670.
    expect(before.get('110101')).toBe(919_253);
    expect(before.get('310101')).toBe(678_670);
    expect(before.has('330212')).toBe(false);
    expect(before.get('230110')).toBe(916_408);
    expect(series(counties, 'population', 2010).values.get('654002')).toBe(515_082);
    // 伊犁 lost 可克达拉 between the censuses, and nobody tabulates which county gave how many.
    expect(before.has('654002')).toBe(false);
    // 定州, which 保定's own figure on 2020 boundaries is without and its counties of 2020 are not.
    expect(before.get('130682')).toBe(1_165_182);
    expect(before.get('540627')).toBe(36_842);
    expect(before.size).toBeGreaterThan(2600);
  });

  it('carry figures, flags and the notes on 莱芜', () => {
    expect(series(indicators, 'gdp', 2010).values.get('110000')).toBe(14113.58);
    expect(series(indicators, 'gdp', 2010).flags.get('110000')).toBe('differ');
    expect(series(indicators, 'gdp', 2010).notes.get('370100')).toContain('莱芜');
    expect(indicators.cnyPerUsd.get(2015)).toBe(6.2284);
    expect(indicators.units).not.toContain('371200');
  });

  it('have as many values as docs/data.md counts', () => {
    const rows = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((row) => row.startsWith('| `'))
      .map((row) => row.split('|').map((cell) => cell.trim()));
    const counted = rows.flatMap(([, ids = '', , , years = '']) =>
      [...ids.matchAll(/`(\w+)`/g)].flatMap(([, id = '']) =>
        [...years.matchAll(/(\d{4}) \((\d+)/g)].map(([, year, count]) => `${id} ${year} ${count}`),
      ),
    );
    const held = indicators.table.series.map(({ indicator, year, values }) =>
      [indicator, year, values.size].join(' '),
    );
    expect(counted.toSorted()).toEqual(held.toSorted());
  });

  it('are light enough to load first', () => {
    expect(gzipSync(readFileSync(path('indicators.json'))).length).toBeLessThan(130_000);
  });
});

describe('employment', () => {
  it('has 19 sections for nearly every prefecture in both years', () => {
    const { sections, years } = valueOf(decodeEmployment(json('employment.json')));
    expect(sections.map(({ id }) => id).join('')).toBe('ABCDEFGHIJKLMNOPQRS');
    expect(years.get(2010)?.size).toBe(360);
    expect(years.get(2020)?.size).toBe(365);
    expect(years.get(2020)?.get('110000')?.[0]).toBe(13_406);
  });
});
