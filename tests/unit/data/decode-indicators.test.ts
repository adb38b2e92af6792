import { describe, expect, it } from 'vitest';
import { decodeIndicators } from '../../../src/data/decode-indicators.ts';
import { headed } from './artefact-header.ts';

const definition = {
  id: 'gdp',
  nameZh: '地区生产总值',
  nameEn: 'GDP',
  unit: '100m CNY',
  unitZh: '亿元',
  unitEn: '100 m CNY',
  direction: 0,
  dimension: null,
  inPaper: false,
  provenance: 'observed',
  decimals: 2,
  noteZh: '',
  noteEn: '',
};

/** 110000: 14,113.58 agreeing; 120000: missing; 130100: a true zero, from the other compilation, with a note. */
const body = {
  units: ['110000', '120000', '130100'],
  definitions: [definition],
  series: [
    {
      indicator: 'gdp',
      year: 2010,
      sourceId: 'yearbook-economy',
      values: [14113.58, null, 0],
      flags: 'a.o',
      notes: { '130100': '存疑' },
    },
  ],
  exchangeRates: { '2010': 6.7695 },
};

describe('decodeIndicators', () => {
  it('keeps missing apart from zero, and reads flags, notes and rates', () => {
    const decoded = decodeIndicators(headed('indicators', body), 'prefecture');
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) return;
    const series = decoded.value.table.series[0];
    expect([...(series?.values ?? [])]).toEqual([
      ['110000', 14113.58],
      ['130100', 0],
    ]);
    expect([...(series?.flags ?? [])]).toEqual([
      ['110000', 'agree'],
      ['130100', 'other'],
    ]);
    expect(series?.notes.get('130100')).toBe('存疑');
    expect(series?.level).toBe('prefecture');
    expect(decoded.value.table.definitions.get('gdp')?.unit).toBe('100m CNY');
    expect(decoded.value.cnyPerUsd.get(2010)).toBe(6.7695);
  });

  it.each([
    ['too few values', { values: [1, 2] }, 'values'],
    ['too few flags', { flags: 'a.' }, 'flags'],
    ['an unknown flag letter', { flags: 'a.x' }, 'flags'],
    ['an indicator without definition', { indicator: 'gpd' }, 'no definition'],
    ['text among the values', { values: [1, '2', 3] }, 'values'],
  ])('refuses %s', (_case, change, place) => {
    const broken = { ...body, series: [{ ...body.series[0], ...change }] };
    const decoded = decodeIndicators(headed('indicators', broken), 'prefecture');
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.failure.message).toContain(place);
  });

  it('does not take one level for the other', () => {
    expect(decodeIndicators(headed('indicators', body), 'county').ok).toBe(false);
    expect(decodeIndicators(headed('indicators-county', body), 'county').ok).toBe(true);
  });
});
