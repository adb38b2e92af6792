import { describe, expect, it } from 'vitest';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { type OwnTable, ownSourceId, withOwnIndicators, withOwnSources } from '#core/indicators/own-table.ts';
import { tellDrawing } from '#features/integration/measure/draw-measures.ts';
import { type IntegrationWords, measureWords } from '#features/integration/measure/measure-words.ts';

const own: OwnTable = {
  id: 'mine',
  name: '创新指数.csv',
  importedOn: '2026-11-27',
  indicators: [
    {
      id: 'own:innovation',
      name: '创新指数',
      unit: '',
      direction: 1,
      dimension: null,
      decimals: 1,
      level: 'prefecture',
      series: [{ year: 2020, codes: ['510100'], values: [71.2], rows: [2] }],
    },
  ],
};

/** Words that are their keys, with what is put into them. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as IntegrationWords;

describe('the legend of a table of one’s own', () => {
  it('names its file once, for one of its measures and for two crossed', () => {
    const nothing: IndicatorTable = { definitions: new Map(), series: [] };
    const { definitions } = withOwnIndicators(nothing, [own], 'prefecture');
    const words = measureWords(t, 'zh-CN', withOwnSources(new Map(), [own]));
    const view = {
      shown: { kind: 'value', id: 'own:innovation', level: 'prefecture' },
      level: 'prefecture',
      year: 2020,
      definition: definitions.get('own:innovation') ?? null,
      unit: 'indicator',
      decimals: 1,
      provenance: 'observed',
      isDiverging: false,
      isLowerBetter: false,
      isSameTerritory: true,
      transfers: [],
      ownYears: [2020],
      sourceIds: [ownSourceId(own)],
    } as const;
    const first = { view, set: null, otherSets: null };
    // The second rests on one source more: the two lines of sources are not the same.
    const second = { ...first, view: { ...view, sourceIds: [...view.sourceIds, 'yearbook'] } };
    for (const crossed of [null, second]) {
      const { note } = tellDrawing({ first, second: crossed }, definitions, words, t, 'zh-CN');
      expect(note.split('创新指数.csv')).toHaveLength(2);
      expect(note).toContain('2026-11-27');
      expect(note.includes('yearbook')).toBe(crossed !== null);
    }
  });
});
