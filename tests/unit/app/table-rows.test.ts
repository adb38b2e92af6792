import { describe, expect, it } from 'vitest';
import { inReadingOrder, layerDataState, selectionOfRow } from '../../../src/app/map/table/table-rows.ts';

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

  it('says what its figures are read from is on its way or did not load', () => {
    const failure = { reason: 'artefact-unreachable', message: 'No answer.', nextStep: 'Try again.' };
    const loading = { kind: 'loading', receivedBytes: 0, totalBytes: null } as const;
    expect(layerDataState('place', { units: { kind: 'ready' } })).toBe('there');
    expect(layerDataState('place', { units: { kind: 'ready' }, indicators: loading })).toBe('on its way');
    expect(layerDataState('place', { units: loading, indicators: { kind: 'failed', failure } })).toBe(
      'failed',
    );
    expect(layerDataState('rail', { indicators: { kind: 'failed', failure } })).toBe('there');
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
