import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { AccessibilitySummary } from '#core/accessibility/accessibility-summary.ts';
import type { AccessibilitySpreads } from '#core/uncertainty/accessibility-uncertainty.ts';
import type { Spread } from '#core/uncertainty/spread.ts';
import { accessibilityEn } from '#ui/accessibility/locale-en.ts';
import { changeRows, countiesChanged } from '#ui/accessibility/change-rows.ts';
import { rangeFileRows, rangeRows } from '#ui/accessibility/range-rows.ts';

const words = i18next.createInstance();
await words.init({
  lng: 'en',
  resources: { en: { accessibility: accessibilityEn } },
  interpolation: { escapeValue: false },
});
const t = words.getFixedT('en', 'accessibility');

const between = (p5: number, p95: number): Spread => ({
  least: p5,
  p5,
  median: (p5 + p95) / 2,
  p95,
  most: p95,
});
const spreads = (factor: number): AccessibilitySpreads => ({
  mean: between(1e6 * factor, 2e6 * factor),
  p10: between(1e5 * factor, 2e5 * factor),
  p50: between(9e5 * factor, 1.8e6 * factor),
  p90: between(3e6 * factor, 6e6 * factor),
  gini: null,
});

const summary = (mean: number, gini: number | null): AccessibilitySummary => ({
  residents: 10,
  counties: 2,
  mean,
  p10: 1_000,
  p50: 2_000,
  p90: 3_000,
  gini,
});
const county = (adcode: string, change: number) => ({ adcode, residents: 1, before: 0, after: 0, change });

describe('rows of a change in accessibility', () => {
  it('say before, after and the change with its sign; what stays is 0, what is unknown a dash', () => {
    const rows = changeRows({ before: summary(1.5e6, 0.25), after: summary(1.2e6, null) }, 'people', t, 'en');
    expect(rows[0]).toEqual(['Average resident', '1.50 M', '1.20 M', '−300 K']);
    expect(rows[1]?.[3]).toBe('0');
    expect(rows[4]).toEqual(['Gini coefficient', '0.250', '—', '—']);
  });

  it('list the counties that change, most first, gain or loss', () => {
    const counties = [county('a', 5), county('b', 0), county('c', -9)];
    expect(countiesChanged({ counties } as never).map(({ adcode }) => adcode)).toEqual(['c', 'a']);
  });
});

describe('rows of ranges', () => {
  it('of the present have one column, and name its draws and seed', () => {
    const { heads, rows, residents, remark } = rangeRows(
      { draws: 100, seed: 7, present: spreads(1), change: null },
      'people',
      t,
      'en',
    );
    expect(heads).toEqual(['People within reach', '90% of draws']);
    expect(rows[0]).toEqual(['Average resident', '1.00–2.00 M']);
    expect(rows[4]).toEqual(['Gini coefficient', '—']);
    expect(residents).toEqual([]);
    expect(remark).toContain('draws: 100, seed 7');
  });

  it('of a change write it with signs and words between, and whom it reaches', () => {
    const tried = {
      draws: 10,
      seed: 1,
      present: spreads(1),
      change: {
        after: spreads(2),
        difference: { ...spreads(1), mean: between(-3e5, 4e5), p10: between(2e5, 2e5) },
        residentsGaining: between(5e6, 6e6),
        residentsLosing: null,
        lessEven: 0.7,
      },
    };
    const { heads, rows, residents } = rangeRows(tried, 'people', t, 'en');
    expect(heads).toEqual(['People within reach', 'Before', 'Change']);
    expect(rows[0]?.[2]).toBe('−300 K to +400 K');
    expect(rows[1]?.[2]).toBe('+200 K');
    expect(residents.map(([, range]) => range)).toEqual(['5.00–6.00 M', '—', '70%']);
    // The file has all sides as numbers, after as well.
    const file = rangeFileRows(tried);
    expect(file).toHaveLength(1 + 5 * 3);
    expect(file[2]).toEqual(['mean', 'after', 2e6, 3e6, 4e6]);
    expect(file.at(-1)).toEqual(['gini', 'change', null, null, null]);
  });
});
