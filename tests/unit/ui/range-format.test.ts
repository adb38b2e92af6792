import { describe, expect, it } from 'vitest';
import { formatRange } from '#ui/format/range-format.ts';
import { formatAreaKm2, formatCompact, formatPart } from '#ui/format/number-format.ts';

const people = (language: 'zh-CN' | 'en') => (value: number) => formatCompact(value, language);

describe('formatRange', () => {
  it('says a shared unit once, and both where they differ', () => {
    expect(formatRange({ p5: 9_124_000, p95: 17_361_000 }, people('zh-CN'))).toBe('912–1,740 万');
    expect(formatRange({ p5: 9_124_000, p95: 17_361_000 }, people('en'))).toBe('9.12–17.4 M');
    expect(formatRange({ p5: 843_000, p95: 1_214_000 }, people('en'))).toBe('843 K–1.21 M');
    expect(formatRange({ p5: 0.28, p95: 0.9 }, (value) => formatPart(value, 'en'))).toBe('28–90%');
  });

  it('claims three digits and no more', () => {
    expect(formatRange({ p5: 1439.6, p95: 7851 }, (value) => formatAreaKm2(value, 'en'))).toBe(
      '1,440–7,850 km²',
    );
  });

  it('is one figure where both ends are', () => {
    expect(formatRange({ p5: 12_340_000, p95: 12_341_000 }, people('zh-CN'))).toBe('1,230 万');
  });
});
