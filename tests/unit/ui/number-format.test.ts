import { describe, expect, it } from 'vitest';
import { formatClock, formatMoment } from '#ui/format/date-format.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { localDay } from '#core/units/local-day.ts';
import {
  formatAreaKm2,
  formatCompact,
  formatTick,
  formatKm,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatPrintedDate,
  formatPart,
  formatShare,
  formatSigned,
  formatSignedPercent,
  formatSpeedKmh,
  formatYuan,
  withUnit,
} from '#ui/format/number-format.ts';

describe('numbers', () => {
  it('shorten large counts in 万 and 亿, or in k, m and bn', () => {
    expect(formatCompact(20_937_757, 'zh-CN')).toBe('2,094 万');
    expect(formatCompact(1_409_778_724, 'zh-CN')).toBe('14.1 亿');
    expect(formatCompact(95_498_000, 'zh-CN')).toBe('9,550 万');
    expect(formatCompact(20_937_757, 'en')).toBe('20.9 M');
    expect(formatCompact(1_409_778_724, 'en')).toBe('1.41 B');
    expect(formatCompact(9_999, 'zh-CN')).toBe('9,999');
    expect(formatCompact(999, 'en')).toBe('999');
    // People of a part of a county: a tenth of a person says nothing.
    expect(formatCompact(3_442.24, 'zh-CN')).toBe('3,442');
    expect(formatCompact(12.34, 'zh-CN')).toBe('12.3');
    expect([50_000, 125_000, 9_000, 0.25, -20_000, 0].map((value) => formatTick(value, 'zh-CN'))).toEqual([
      '5 万',
      '12.5 万',
      '9,000',
      '0.25',
      '−2 万',
      '0',
    ]);
    expect(formatTick(50_000, 'en')).toBe('50 K');
    expect([formatNumber(-0.001, 'en', 2), formatNumber(-0.006, 'en', 2)]).toEqual(['0.00', '−0.01']);
    expect(formatCompact(-25_000, 'zh-CN')).toBe('−2.50 万');
  });

  it('never turn a missing value into zero', () => {
    for (const missing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatCompact(missing, 'en')).toBe('—');
      expect(formatNumber(missing, 'en')).toBe('—');
      expect(formatShare(missing, 'en')).toBe('—');
      expect(formatPercent(missing, 'en')).toBe('—');
      expect(formatSignedPercent(missing, 'en')).toBe('—');
      expect(formatMinutes(missing, 'en')).toBe('—');
      expect(formatAreaKm2(missing, 'zh-CN')).toBe('—');
      expect(formatKm(missing, 'en')).toBe('—');
    }
    expect(formatCompact(0, 'en')).toBe('0');
  });

  it('carry units, separators and signs', () => {
    expect(formatAreaKm2(185_000.4, 'zh-CN')).toBe('185,000 平方公里');
    expect(formatAreaKm2(32.94, 'en')).toBe('32.9 km²');
    expect(formatAreaKm2(0, 'en')).toBe('0 km²');
    expect([formatKm(863.7, 'zh-CN'), formatKm(863.7, 'en', 1)]).toEqual(['864 公里', '863.7 km']);
    expect([formatSpeedKmh(350, 'zh-CN'), formatSpeedKmh(350, 'en')]).toEqual(['350 公里/小时', '350 km/h']);
    expect(formatShare(0.63891, 'en')).toBe('63.9%');
    expect([0, 0.004, 0.005, 0.26].map((share) => formatPart(share, 'en'))).toEqual([
      '0%',
      '< 1%',
      '1%',
      '26%',
    ]);
    expect(formatPercent(-8, 'zh-CN', 0)).toBe('−8%');
    expect(formatSignedPercent(5.81, 'zh-CN')).toBe('+5.8%');
    expect(withUnit('78.8', '%')).toBe('78.8%');
    expect(withUnit('5.2', '‰')).toBe('5.2‰');
    expect(withUnit('17,717', '亿元')).toBe('17,717 亿元');
    expect(withUnit('17,717', '100 m CNY')).toBe('17,717 × 100 m CNY');
    expect(withUnit('3', '')).toBe('3');
    expect(formatSigned(5.81, 'en')).toBe('+5.8');
    expect(formatSigned(-0.2, 'zh-CN')).toBe('−0.2');
    expect(formatSigned(0.01, 'zh-CN')).toBe('±0.0');
    expect(formatNumber(-2.345678, 'en', 2)).toBe('−2.35');
  });

  it('say minutes and dates as people do', () => {
    expect(formatMinutes(62, 'zh-CN')).toBe('62 分钟');
    expect(formatMinutes(189, 'zh-CN')).toBe('3 小时 9 分');
    expect(formatMinutes(189, 'en')).toBe('3 h 09 min');
    // A cut-off is the number of its slider, whatever its length.
    expect(formatCutOff(180, 'zh-CN')).toBe('180 分钟');
    expect(formatCutOff(180, 'en')).toBe('180 min');
    expect(formatPrintedDate('2018-10-24', 'zh-CN')).toBe('2018 年 10 月 24 日');
    expect(formatPrintedDate('2015-12', 'en')).toBe('Dec 2015');
    expect(formatPrintedDate('2009 (planned by year end)', 'en')).toBe('2009 (planned by year end)');
    expect(formatPrintedDate('2018-13', 'en')).toBe('2018-13');
  });
});

describe('dates and times of day', () => {
  const moment = new Date(2026, 10, 29, 7, 5).getTime();

  it('stand as people write them, in their own time zone', () => {
    expect(formatMoment(moment, 'zh-CN')).toBe('2026年11月29日 07:05');
    expect(formatMoment(moment, 'en')).toBe('29 Nov 2026, 07:05');
    expect(formatClock(new Date(2026, 0, 1, 0, 0).getTime(), 'en')).toBe('00:00');
  });

  it('name the day of the place, also where UTC has another', () => {
    expect(localDay(new Date(2026, 0, 2, 0, 30))).toBe('2026-01-02');
    expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });

  it('writes money as each language does, and leaves a sum a head whole', () => {
    expect(formatYuan(1.0846e12, 'zh-CN')).toBe('1.08 万亿元');
    expect(formatYuan(1.0846e12, 'en')).toBe('1.08 T CNY');
    expect(formatYuan(121_367, 'zh-CN', 'whole')).toBe('121,367 元');
    expect(formatYuan(121_367, 'en', 'whole')).toBe('121,367 CNY');
    expect(formatYuan(9_800, 'zh-CN')).toBe('9,800 元');
    expect(formatYuan(null, 'zh-CN')).toBe('—');
  });
});
