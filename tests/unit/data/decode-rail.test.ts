import { describe, expect, it } from 'vitest';
import { decodeRailLines } from '../../../src/data/decode-rail.ts';
import { headed } from './artefact-header.ts';

/** A ── B (no position) ── C, and D added beyond C to reach the hub. */
const line = {
  id: 'abc',
  nameZh: '甲丙高铁',
  nameEn: 'A–C HSR',
  category: 'high-speed',
  status: 'open',
  openedText: '2021-12-30 (乙丙); 2020 (甲乙)',
  openedYear: 2020,
  designSpeedKmh: 350,
  lengthKm: 100,
  from: '甲',
  to: '丙',
  fastestMinutes: null,
  expectedMinutesText: null,
  source: 'test',
  stops: [
    ['甲', '510100', 104, 30, 0],
    ['乙', null, null, null, 40],
    ['丙', '500000', 105, 30, 100],
    ['丁', null, 105.5, 30, null, 'hx'],
  ],
};

describe('decodeRailLines', () => {
  it('draws the path through located stops and reads the marks', () => {
    const decoded = decodeRailLines(headed('rail-lines', { lines: [line] }));
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) return;
    const [first] = decoded.value;
    expect(first?.path).toEqual([
      [104, 30],
      [105, 30],
      [105.5, 30],
    ]);
    expect(first?.stops[1]).toEqual({
      name: '乙',
      prefecture: null,
      at: null,
      kmFromStart: 40,
      placement: null,
      extension: false,
    });
    expect(first?.stops[2]?.placement).toBe('station');
    expect(first?.stops[3]).toMatchObject({ placement: 'hand', extension: true });
  });

  it.each([
    ['half a position', { ...line, stops: [['甲', null, 104]] }],
    ['a position off the globe', { ...line, stops: [['甲', null, 104, 200]] }],
    ['a stop without a name', { ...line, stops: [[null]] }],
    ['an unknown mark', { ...line, stops: [['甲', null, 104, 30, 0, 'q']] }],
    ['an unknown category', { ...line, category: 'maglev' }],
    ['text for a year', { ...line, openedYear: '2020' }],
  ])('refuses %s and says what to do', (_case, broken) => {
    const decoded = decodeRailLines(headed('rail-lines', { lines: [broken] }));
    expect(decoded.ok).toBe(false);
    if (decoded.ok) return;
    expect(decoded.failure.reason).toBe('malformed-artefact');
    expect(decoded.failure.message).toContain('lines.0');
    expect(decoded.failure.nextStep).toMatch(/reload|rebuild/i);
  });

  it('refuses another artefact, another version and no object at all', () => {
    const other = decodeRailLines(headed('road-links', { lines: [] }));
    expect(other.ok ? '' : other.failure.reason).toBe('malformed-artefact');
    const newer = decodeRailLines(headed('rail-lines', { lines: [] }, 2));
    expect(newer.ok ? '' : newer.failure.reason).toBe('unsupported-artefact-version');
    for (const nonsense of [null, 3, 'text', [], {}]) expect(decodeRailLines(nonsense).ok).toBe(false);
  });
});
