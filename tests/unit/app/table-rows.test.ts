import { describe, expect, it } from 'vitest';
import { inReadingOrder, selectionOfRow } from '../../../src/app/map/table/table-rows.ts';

describe('the table of the map', () => {
  it('selects what a row stands for, and nothing where nothing can be selected', () => {
    expect(selectionOfRow('choropleth', { id: '510100' })).toEqual({ kind: 'unit', adcode: '510100' });
    expect(selectionOfRow('choropleth', { id: 'chengyu@2021' })).toEqual({
      kind: 'region',
      regionId: 'chengyu',
    });
    expect(selectionOfRow('station', { id: null, nameZh: '成都东' })).toEqual({
      kind: 'station',
      name: '成都东',
    });
    expect(selectionOfRow('circle', { minutes: 60 })).toBeNull();
  });

  it('begins with the name in the reader’s language and ends with what a thing is filed under', () => {
    const table = [
      ['id', 'nameZh', 'nameEn', 'value'],
      ['510100', '成都', 'Chengdu', 3],
    ];
    expect(inReadingOrder(table, 'en')).toEqual([
      ['nameEn', 'nameZh', 'value', 'id'],
      ['Chengdu', '成都', 3, '510100'],
    ]);
    expect(inReadingOrder(table, 'zh-CN')[1]).toEqual(['成都', 'Chengdu', 3, '510100']);
    expect(inReadingOrder([['minutes'], [60]], 'en')).toEqual([['minutes'], [60]]);
  });
});
