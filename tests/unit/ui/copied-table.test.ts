import { describe, expect, it } from 'vitest';
import { tabText } from '#ui/files/tab-text.ts';
import { columnDecimals, formatCell } from '#ui/tables/column-decimals.ts';
import { notedSource } from '#ui/tables/noted-source.ts';

describe('a copied table', () => {
  it('is a line a row and a tab a cell, figures in full, missing empty and not zero, the source apart', () => {
    const rows = [
      ['城市', '人口（人）', '占比（0–1）'],
      ['成都', 20937757, 0.12345678],
      ['三沙', null, 0],
    ];
    expect(tabText(rows, '来源：2020 年普查')).toBe(
      '城市\t人口（人）\t占比（0–1）\r\n成都\t20937757\t0.12345678\r\n三沙\t\t0\r\n\r\n来源：2020 年普查',
    );
  });

  it('has a note of its own before the sources, not among them', () => {
    expect(notedSource('三级', '来源：年鉴', 'zh-CN')).toBe('三级。来源：年鉴');
    expect(notedSource('Three classes.', 'Sources: yearbook', 'en')).toBe('Three classes. Sources: yearbook');
    expect(notedSource('', '来源：年鉴', 'zh-CN')).toBe('来源：年鉴');
    expect(notedSource('三级', '', 'zh-CN')).toBe('三级');
  });

  it('keeps a cell a cell, and words from becoming formulas', () => {
    expect(tabText([['a\tb\nc', '=1+1', -2, true]], '')).toBe("a b c\t'=1+1\t-2\ttrue");
  });
});

describe('decimals of a column', () => {
  it('are those its figures need, three at most, fewer where figures are large', () => {
    expect(columnDecimals([119.6, 44, null, '—'])).toBe(1);
    expect(columnDecimals([0.12345, 1])).toBe(3);
    expect(columnDecimals([1, 2, 3])).toBe(0);
    expect(columnDecimals([1460.607, 389.196])).toBe(1);
    expect(columnDecimals([46935005853.11, 89256432.432])).toBe(0);
    expect(columnDecimals([])).toBe(0);
  });

  it('never show as zero what is not', () => {
    expect(formatCell(0.000236, 'en', 3)).toBe('0.00024');
    expect(formatCell(-0.0004, 'zh-CN', 3)).toBe('−0.0004');
    expect(formatCell(0.4, 'en', 0)).toBe('0.4');
    expect(formatCell(0, 'en', 3)).toBe('0.000');
    expect(formatCell(0.0006, 'en', 3)).toBe('0.001');
    expect(formatCell(44, 'en', 1)).toBe('44.0');
  });
});
