import { describe, expect, it } from 'vitest';
import { filterRows, sortRows } from '#ui/tables/row-order.ts';

const rows = [
  ['510100', '成都市', 12.5],
  ['130800', '承德市', null],
  ['340100', '合肥市', 3],
  ['110000', '北京市', 100],
] as const;
const names = (sorted: readonly (readonly unknown[])[]) => sorted.map(([, name]) => name).join('');

describe('rows of a table', () => {
  it('sorts numbers by size and keeps missing ones last both ways', () => {
    expect(names(sortRows(rows, { column: 2, isDown: false }, 'zh-CN'))).toBe('合肥市成都市北京市承德市');
    expect(names(sortRows(rows, { column: 2, isDown: true }, 'zh-CN'))).toBe('北京市成都市合肥市承德市');
  });

  it('sorts Chinese by pinyin: 北京 before 成都 before 承德 before 合肥', () => {
    expect(names(sortRows(rows, { column: 1, isDown: false }, 'zh-CN'))).toBe('北京市成都市承德市合肥市');
  });

  it('filters by any cell', () => {
    expect(names(filterRows(rows, ' 5101 '))).toBe('成都市');
    expect(filterRows(rows, '')).toBe(rows);
    expect(filterRows(rows, '重庆')).toEqual([]);
  });
});
