import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { factsOf } from '#features/briefing/export/offline-html/scene-facts.ts';
import { briefingEn } from '#features/briefing/locales/en.ts';
import type { ChoroplethDrawing, MapModel } from '#map/layers/map-model.ts';
import { fullModel } from '../map/fixture-model.ts';

const words = i18next.createInstance();
await words.init({
  lng: 'en',
  resources: { en: { briefing: briefingEn } },
  interpolation: { escapeValue: false },
});
const t = words.getFixedT('en', 'briefing');

const { choropleth } = fullModel;
if (choropleth === null) throw new Error('the fixture has one');
const coloured: ChoroplethDrawing = {
  ...choropleth,
  values: new Map([
    ['110100', 99.5],
    ['110200', 3],
    ['220100', null],
  ]),
};
const model: MapModel = { ...fullModel, language: 'en', choropleth: coloured };

describe('facts of a scene', () => {
  it('name what lies under the pointer with value, unit and class; missing is missing', () => {
    const { facts } = factsOf({ model }, t);
    expect(facts).toEqual({
      'ag@now': ['A–B'],
      'me@now': ['A'],
      '110100': ['A', '试验: 99.5 元', 'Class: 10 – 1,235'],
      '110200': ['110200', '试验: 3.0 元', 'Class: 0 – 10'],
      '220100': ['B', '试验: no data'],
    });
  });

  it('stand as a table, largest first, without data last', () => {
    const { tables } = factsOf({ model }, t);
    expect(tables).toEqual([
      {
        title: '试验 (元)',
        columns: ['Name', 'Value', 'Class'],
        rows: [
          ['A', '99.5', '10 – 1,235'],
          ['110200', '3.0', '0 – 10'],
          ['B', 'no data', ''],
        ],
        remark: '',
      },
    ]);
  });

  it('say the value of a class that holds one value once, as the legend does', () => {
    const single = { ...coloured, limits: [0, 99.5, 99.5] };
    const { facts } = factsOf({ model: { ...model, choropleth: single } }, t);
    expect(facts['110100']?.at(-1)).toBe('Class: 99.5');
  });

  it('write a change with its sign and per cent without a space, as the inspector does', () => {
    const values = new Map([
      ['110100', 99.5],
      ['110200', -3],
    ]);
    const change = { ...coloured, values, unit: '%', isSigned: true };
    const { facts, tables } = factsOf({ model: { ...model, choropleth: change } }, t);
    expect([facts['110100']?.[1], facts['110200']?.[1]]).toEqual(['试验: +99.5%', '试验: −3.0%']);
    expect(tables[0]?.rows.map(([, value]) => value)).toEqual(['+99.5', '−3.0', 'no data']);
  });

  it('say of hidden layers nothing', () => {
    const visible = { ...model.visible, choropleth: false, agglomerations: false, metros: false };
    expect(factsOf({ model: { ...model, visible } }, t)).toEqual({
      facts: {},
      tables: [],
    });
  });
});
