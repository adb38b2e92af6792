import { describe, expect, it } from 'vitest';
import { selectionOfRow } from '../../../src/app/map/table/table-rows.ts';

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
});
