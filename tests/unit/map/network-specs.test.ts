import { describe, expect, it } from 'vitest';
import type { MapModel, RailDrawing } from '#map/layers/map-model.ts';
import { createPictureMaker } from '#map/layers/map-style.ts';
import { placeMinZoom } from '#map/layers/label-layers.ts';
import { bandColours } from '#map/layers/circle-layers.ts';
import { sameSpecs } from '#map/layers/overlay-specs.ts';
import { flowCurve } from '#map/layers/point-specs.ts';
import { railFeatures, railLineState, railSpeedClass } from '#map/layers/rail-layers.ts';
import { regionName, regionPolygons } from '#map/layers/region-layers.ts';
import { fullModel, railLine } from './fixture-model.ts';

const rail: RailDrawing = {
  lines: [],
  year: 2016,
  showUnderConstruction: true,
  showPlanned: false,
  categories: new Set(['high-speed']),
};

describe('railSpeedClass', () => {
  it.each([
    [380, '350'],
    [350, '350'],
    [349, '300'],
    [250, '250'],
    [200, '200'],
    [160, 'conventional'],
  ])('%i km/h → %s', (designSpeedKmh, expected) => {
    expect(railSpeedClass({ designSpeedKmh, category: 'high-speed' })).toBe(expected);
  });

  it('does not guess a speed that is not printed', () => {
    expect(railSpeedClass({ designSpeedKmh: null, category: 'high-speed' })).toBe('unknown');
    expect(railSpeedClass({ designSpeedKmh: null, category: 'conventional' })).toBe('conventional');
  });
});

describe('railLineState', () => {
  it.each([
    ['opened before', railLine('a', { openedYear: 2015 }), 'open'],
    ['opened in the year', railLine('a', { openedYear: 2016 }), 'open'],
    ['opened later', railLine('a', { openedYear: 2017 }), 'hidden'],
    ['undated', railLine('a', { openedYear: null }), 'open'],
    ['under construction', railLine('a', { status: 'under-construction' }), 'future'],
    ['planned, not asked for', railLine('a', { status: 'planned' }), 'hidden'],
    ['another category', railLine('a', { category: 'conventional' }), 'hidden'],
    ['without a path', railLine('a', { path: [[100, 30]] }), 'hidden'],
  ] as const)('%s', (_, line, expected) => {
    expect(railLineState(line, rail)).toBe(expected);
  });
});

const drawn = (model: RailDrawing): readonly unknown[] =>
  railFeatures(model).features.map(({ properties }) => [properties?.['id'], properties?.['look']]);

describe('railFeatures', () => {
  const lines = [
    railLine('fast', { designSpeedKmh: 350 }),
    railLine('planned', { status: 'planned', designSpeedKmh: 300 }),
    railLine('building', { status: 'under-construction', designSpeedKmh: 250 }),
    railLine('unprinted', { designSpeedKmh: null }),
    railLine('slow', { designSpeedKmh: 200 }),
  ];

  it('are the lines that are drawn, slow before fast, each with how it is drawn', () => {
    expect(drawn({ ...rail, year: null, lines })).toEqual([
      ['unprinted', 'open'],
      ['slow', 'open'],
      ['building', 'future'],
      ['fast', 'open'],
    ]);
  });

  it('say which lines a scenario adds, and leave out those it closes', () => {
    const scenario = { scenarioLines: new Set(['planned']), closedLines: new Set(['fast', 'slow']) };
    expect(drawn({ ...rail, year: null, lines, ...scenario })).toEqual([
      ['unprinted', 'open'],
      ['building', 'future'],
      ['planned', 'scenario'],
    ]);
  });

  it('are none without railways', () => {
    expect(railFeatures(null).features).toEqual([]);
  });
});

const ids = (model: MapModel): readonly string[] => createPictureMaker()(model).overlays.map(({ id }) => id);

describe('overlays', () => {
  it('are the same for other colours beneath, and others when a station or what is on changes', () => {
    const make = createPictureMaker();
    const { overlays } = make(fullModel);
    const recoloured = { ...fullModel, choropleth: null, hover: null };
    expect(sameSpecs(overlays, make(recoloured).overlays)).toBe(true);
    const fewer = { ...fullModel, stations: fullModel.stations.slice(1) };
    const without = { ...fullModel, visible: { ...fullModel.visible, flows: false } };
    const dark = { ...fullModel, theme: 'dark' as const };
    for (const model of [fewer, without, dark]) expect(sameSpecs(overlays, make(model).overlays)).toBe(false);
  });

  it('keep the identity of their data, so that the GPU buffers stay', () => {
    const make = createPictureMaker();
    const first = make(fullModel).overlays;
    const second = make({ ...fullModel, hover: { kind: 'prefecture', adcode: '110100' } }).overlays;
    for (const [index, spec] of first.entries()) {
      const other = second[index];
      if (spec.kind === 'image' || other === undefined || other.kind === 'image') continue;
      expect(other.data, spec.id).toBe(spec.data);
    }
  });

  it('are hidden, never left out, when nothing is to be seen', () => {
    const nothing: MapModel = {
      ...fullModel,
      rail: null,
      circle: null,
      stations: [],
      flows: [],
      visible: { ...fullModel.visible, rail: false, stations: false, flows: false, circles: false },
    };
    expect(ids(nothing)).toEqual(ids(fullModel));
    expect(createPictureMaker()(nothing).overlays.filter(({ visible }) => visible)).toEqual([]);
  });
});

describe('flowCurve', () => {
  it('runs from end to end, and there and back part', () => {
    const there = flowCurve([100, 30], [104, 32]);
    const back = flowCurve([104, 32], [100, 30]);
    expect(there[0]).toEqual([100, 30]);
    expect(there.at(-1)).toEqual([104, 32]);
    const middle = Math.floor(there.length / 2);
    const gap = Math.hypot(
      (there[middle]?.[0] ?? NaN) - (back[middle]?.[0] ?? NaN),
      (there[middle]?.[1] ?? NaN) - (back[middle]?.[1] ?? NaN),
    );
    expect(gap).toBeGreaterThan(0.3);
  });
});

describe('bandColours', () => {
  it('goes from the innermost to the outermost, and the seen colour lies between ground and paint', () => {
    const bands = bandColours('light', [60, 30], 60);
    expect(bands.map(({ minutes }) => minutes)).toEqual([30, 60]);
    for (const { paint, seen } of bands) expect(seen).not.toBe(paint);
  });
});

describe('names', () => {
  it('a metropolitan area says that it is one', () => {
    const metro = { kind: 'metro', nameZh: '成都', nameEn: 'Chengdu' } as const;
    expect(regionName(metro, 'zh')).toBe('成都都市圈');
    expect(regionName({ ...metro, nameZh: '首都圈' }, 'zh')).toBe('首都圈');
    expect(regionName(metro, 'en')).toBe('Chengdu metropolitan area');
    expect(regionName({ ...metro, kind: 'agglomeration' }, 'en')).toBe('Chengdu');
  });

  it('bigger places come earlier, counties last', () => {
    expect(placeMinZoom({ rank: 'city', population: 20_000_000 })).toBeLessThan(
      placeMinZoom({ rank: 'city', population: 3_000_000 }),
    );
    expect(placeMinZoom({ rank: 'city', population: null })).toBeLessThan(
      placeMinZoom({ rank: 'county', population: 900_000 }),
    );
  });
});

const ring = (west: number, size: number): number[][][] => [
  [
    [west, 30],
    [west + size, 30],
    [west + size, 30 + size],
    [west, 30 + size],
    [west, 30],
  ],
];

describe('regionPolygons', () => {
  it('keeps islets but does not outline them', () => {
    const own = {
      variantKey: 'own',
      kind: 'agglomeration' as const,
      nameZh: '自定',
      nameEn: 'Own',
      maturity: null,
      role: 'current' as const,
      geometry: { type: 'MultiPolygon' as const, coordinates: [ring(100, 2), ring(103, 0.05)] },
    };
    const { features } = regionPolygons({ ...fullModel, regions: [own] });
    expect(features.map(({ properties }) => properties?.['outlined'])).toEqual([true, false]);
  });

  it('leaves coloured agglomerations a thin edge when their layer is off, and none without a colour', () => {
    const own = {
      variantKey: 'own',
      kind: 'agglomeration' as const,
      nameZh: '自定',
      nameEn: 'Own',
      maturity: null,
      role: 'current' as const,
      geometry: { type: 'MultiPolygon' as const, coordinates: [ring(100, 2), ring(103, 0.05)] },
    };
    const other = { ...own, variantKey: 'other' };
    const { choropleth } = fullModel;
    if (choropleth === null) throw new Error('a model with colours');
    const coloured = { ...choropleth, level: 'agglomeration' as const, classes: new Map([['own', 0]]) };
    const { features } = regionPolygons({
      ...fullModel,
      regions: [own, other],
      visible: { ...fullModel.visible, agglomerations: false, choropleth: true },
      choropleth: coloured,
    });
    expect(
      features.map(({ properties }) => [properties?.['id'], properties?.['outlined'], properties?.['edged']]),
    ).toEqual([
      ['own', false, true],
      ['own', false, false],
    ]);
  });
});
