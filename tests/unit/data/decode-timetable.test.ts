import { describe, expect, it } from 'vitest';
import { decodeTimetable } from '../../../src/data/decode-timetable.ts';

/** 甲 ⇄ 乙 30 min by timetable of 2021-01; 乙 → 丙 12 min from a press report. */
const content = {
  header: { artefact: 'rail-timetable', formatVersion: 1, vintage: 'test', sources: [] },
  meta: {
    names: ['甲', '乙', '丙'],
    prefectures: ['510100', null, '500000'],
    aliases: { 乙: ['旧乙'] },
    vintages: ['2021-01', 'press-2023-weak'],
    pressSources: [[2, 'about 12 min']],
  },
  arrays: {
    longitudes: Int32Array.of(104_000_001, 104_500_000, 105_000_000),
    latitudes: Int32Array.of(30_000_000, 30_000_000, -1_000_000),
    from: Uint16Array.of(0, 1, 1),
    to: Uint16Array.of(1, 0, 2),
    minutes: Uint16Array.of(30, 30, 12),
    trainsPerDay: Uint16Array.of(20, 0, 0),
    vintage: Uint8Array.of(0, 0, 1),
    assumedReverse: Uint8Array.of(0, 1, 0),
  },
};

describe('decodeTimetable', () => {
  it('reads stations, pairs and press sources', () => {
    const decoded = decodeTimetable(content);
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) return;
    const { stations, vintages, from, to, vintage, pressSources } = decoded.value;
    expect(stations[0]).toEqual({ name: '甲', at: [104.000001, 30], prefecture: '510100', aliases: [] });
    expect(stations[1]?.aliases).toEqual(['旧乙']);
    expect([from[2], to[2]]).toEqual([1, 2]);
    expect(vintages[vintage[2] ?? 0]).toBe('press-2023-weak');
    expect(pressSources.get(2)).toBe('about 12 min');
  });

  it.each([
    ['a station beyond the list', { to: Uint16Array.of(1, 0, 3) }, 'station beyond'],
    ['a vintage beyond the list', { vintage: Uint8Array.of(0, 0, 2) }, 'vintage beyond'],
    ['arrays of different lengths', { minutes: Uint16Array.of(30, 30) }, 'differ in length'],
    ['no time at all', { minutes: Uint16Array.of(30, 0, 12) }, 'no time'],
    ['another array type', { minutes: Float32Array.of(30, 30, 12) }, 'minutes is not a u16'],
    ['a missing position', { latitudes: Int32Array.of(1, 2) }, '3 station names'],
  ])('refuses %s', (_case, change, place) => {
    const decoded = decodeTimetable({ ...content, arrays: { ...content.arrays, ...change } });
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.failure.message).toContain(place);
  });

  it('refuses meta of another shape', () => {
    expect(decodeTimetable({ ...content, meta: null }).ok).toBe(false);
    expect(decodeTimetable({ ...content, meta: { ...content.meta, pressSources: [[7, 'x']] } }).ok).toBe(
      false,
    );
  });
});
