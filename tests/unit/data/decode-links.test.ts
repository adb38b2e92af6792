import { describe, expect, it } from 'vitest';
import { decodeRoadLinks } from '../../../src/data/decode-links.ts';
import { headed } from './artefact-header.ts';

const link = {
  id: 'bridge',
  nameZh: '桥',
  nameEn: 'Bridge',
  openedText: '2018-10-24',
  openedYear: 2018,
  status: 'open',
  designSpeedKmh: 100,
  lengthKm: 55,
  minutes: 40,
  minutesProvenance: 'observed',
  from: { name: '东岸', nameEn: 'East Bank', nameEnFrom: 'romanised', at: [113.9, 22.3] },
  to: { name: '西岸', nameEn: 'West Bank', nameEnFrom: 'established', at: [113.5, 22.2] },
  path: [
    [113.9, 22.3],
    [113.5, 22.2],
  ],
  crossesBorder: true,
  source: 'test',
  placement: 'by hand',
};

describe('decodeRoadLinks', () => {
  it('reads a link', () => {
    const decoded = decodeRoadLinks(headed('road-links', { links: [link] }, 2));
    expect(decoded).toEqual({ ok: true, value: [link] });
  });

  it.each([
    ['no minutes', { minutes: 0 }],
    ['a path of one point', { path: [[113.9, 22.3]] }],
    ['an end off the globe', { to: { name: '西岸', at: [213.5, 22.2] } }],
    ['an end without an English name', { from: { name: '东岸', at: [113.9, 22.3] } }],
    ['another provenance', { minutesProvenance: 'guessed' }],
  ])('refuses %s', (_case, change) => {
    const decoded = decodeRoadLinks(headed('road-links', { links: [{ ...link, ...change }] }, 2));
    expect(decoded.ok ? '' : decoded.failure.reason).toBe('malformed-artefact');
  });
});
