import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announcedRides } from '#core/network/announced-rides.ts';
import type { LineStop } from '#core/network/rail-line.ts';
import { decodeRailLines } from '#data/decode-rail.ts';

const stop = (name: string): LineStop => ({ name }) as LineStop;

// 重庆北 ── 重庆科学城 ── 大足 ── 成都
const ofLine = (expectedMinutesText: string | null) =>
  announcedRides({
    expectedMinutesText,
    stops: ['重庆北', '重庆科学城', '大足', '成都'].map(stop),
    from: '重庆北',
    to: '成都',
  });

describe('announced minutes of a line', () => {
  it('are of its stops: by name, by the end that begins with a city, by the only stop that does', () => {
    expect(ofLine('成都–重庆 50')).toEqual([
      { from: '成都', to: '重庆北', minutes: 50, precision: 'stated' },
    ]);
    expect(ofLine('重庆科–成都 12.5')).toEqual([
      { from: '重庆科学城', to: '成都', minutes: 12.5, precision: 'stated' },
    ]);
  });

  it('keep how they were announced, several of them', () => {
    expect(ofLine('成都–大足 about 30 (2023 page); 重庆–大足 within 25')).toEqual([
      { from: '成都', to: '大足', minutes: 30, precision: 'about' },
      { from: '重庆北', to: '大足', minutes: 25, precision: 'within' },
    ]);
  });

  it('are none for journeys beyond the line, words and nothing', () => {
    expect(ofLine('成都–北京 300')).toEqual([]);
    expect(ofLine('成都–成都 5')).toEqual([]);
    expect(ofLine('express about 35')).toEqual([]);
    expect(ofLine('宜宾东;高县;筠连 (2018 names)')).toEqual([]);
    expect(ofLine(null)).toEqual([]);
  });

  it('are read for the lines of the catalogue that have them', () => {
    const file = resolve(import.meta.dirname, '../../../public/data/rail-lines.json');
    const lines = decodeRailLines(JSON.parse(readFileSync(file, 'utf8')));
    if (!lines.ok) throw new Error(lines.failure.message);
    const read = lines.value.flatMap((line) =>
      announcedRides(line).map(({ from, to, minutes }) => `${line.id} ${from}–${to} ${minutes}`),
    );
    expect(read).toEqual([
      'xishi 西安东–十堰东 60',
      'yongzhou 宁波东–舟山 26',
      'chengyu_mid 成都–重庆北 50',
      'shenjiang 深圳西丽–江门 60',
      'shenjiang 深圳机场东–中山北 25',
      'xiongxin 忻州西–雄安 60',
      'huninghe 合肥南–南京北 35',
      'yuwan_hsr 重庆东–万州北 50',
      'changsha_ganzhou 长沙南–赣州西 120',
    ]);
  });
});
