import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MapCamera, MapModel } from '#map/layers/map-model.ts';
import { createPictureMaker } from '#map/layers/map-style.ts';
import type { StructureDrawing } from '#map/layers/structure-drawing.ts';
import { vectorMap } from '#map/export/vector-map.tsx';
import { fullModel, railLine } from '../map/fixture-model.ts';

/** The fixture's four squares fill most of a sheet of 800 × 600. */
const camera: MapCamera = { center: [101, 30], zoom: 7.5 };
const size = { width: 800, height: 600 };

const draw = (model: MapModel): string =>
  renderToStaticMarkup(vectorMap(model, camera, size, () => 'data:image/png;base64,AA=='));

/** Content of the group of a layer; empty where there is none. */
function group(svg: string, id: string): string {
  const start = svg.indexOf(`<g id="${id}"`);
  if (start < 0) return '';
  let depth = 0;
  for (const tag of svg.slice(start).matchAll(/<g\b|<\/g>/g)) {
    depth += tag[0] === '</g>' ? -1 : 1;
    if (depth === 0) return svg.slice(start, start + tag.index);
  }
  throw new Error(`the group ${id} has no end`);
}

/** Separate strokes of the paths in a group. */
const strokes = (content: string): number =>
  [...content.matchAll(/ d="([^"]*)"/g)].reduce((sum, [, d = '']) => sum + d.split('M').length - 1, 0);
const count = (content: string, tag: string): number => content.split(`<${tag} `).length - 1;

const ring = (lng: number, lat: number, half: number): [number, number][] => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
  [lng - half, lat - half],
];

const structure: StructureDrawing = {
  symbols: [
    { adcode: '110100', at: [100.5, 30.5], value: 400, tone: 'size' },
    { adcode: '220100', at: [101.5, 30.5], value: 100, tone: 'growing' },
    { adcode: '110200', at: [100.5, 29.5], value: 25, tone: 'shrinking' },
  ],
  largestValue: 400,
  symbolTitle: '人口',
  symbolNote: '',
  symbolKeys: [],
  toneLabels: {},
  lines: [
    { id: 'before', path: ring(100.9, 30, 0.4), role: 'ellipse-before' },
    { id: 'now', path: ring(101, 30, 0.5), role: 'ellipse-now' },
    {
      id: 'shift',
      path: [
        [100.9, 30],
        [101, 30],
      ],
      role: 'shift',
    },
    {
      id: 'hu',
      path: [
        [100.1, 29.1],
        [101.9, 30.9],
      ],
      role: 'hu-line',
    },
    {
      id: 'pair',
      path: [
        [100.5, 30.5],
        [101.5, 30.5],
      ],
      role: 'pair',
    },
  ],
  lineLabels: {},
  centres: [
    { at: [100.9, 30], role: 'before', label: '2010' },
    { at: [101, 30], role: 'now', label: '2020' },
  ],
  lineTitle: '',
  outlines: [
    { kind: 'agglomeration', variantKey: 'ag@now', step: 0, label: '现行' },
    { kind: 'metro', variantKey: 'me@now', step: 1, label: '旧' },
  ],
  outlineTitle: '',
  yardsticks: ['tokyo', 'new-york'].map((id, index) => ({
    id,
    outline: { type: 'Polygon', coordinates: [ring(100.6 + index * 0.8, 29.6, 0.25)] },
    at: [100.6 + index * 0.8, 29.6],
    label: id === 'tokyo' ? '东京圈' : '纽约',
  })),
  yardstickTitle: '',
};

describe('vectorMap', () => {
  it('draws the marks of the structure workspace, each kind in its own named group', () => {
    const svg = draw({ ...fullModel, structure, visible: { ...fullModel.visible, labels: false } });
    const symbols = group(svg, 'structure-symbols');
    expect(count(symbols, 'circle')).toBe(3);
    // Areas are proportional: a quarter of the people, half the radius.
    const radii = [...symbols.matchAll(/ r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
    expect(radii).toEqual([28, 14, 7]);
    for (const role of ['ellipse-before', 'ellipse-now', 'shift', 'hu-line', 'pair'])
      expect([role, strokes(group(svg, `structure-${role}`))]).toEqual([role, 1]);
    expect(count(group(svg, 'structure-centre-before'), 'circle')).toBe(1);
    expect(count(group(svg, 'structure-centre-now'), 'circle')).toBe(1);
    expect(strokes(group(svg, 'structure-variant-0'))).toBe(1);
    expect(strokes(group(svg, 'structure-variant-1'))).toBe(1);
    expect(count(group(svg, 'structure-yardstick-fill'), 'path')).toBe(2);
    expect(strokes(group(svg, 'structure-yardstick-line'))).toBe(2);
    expect(count(group(svg, 'structure-yardstick-handle'), 'circle')).toBe(2);
    expect(group(svg, 'structure-yardstick-name')).toContain('东京圈');
    expect(group(svg, 'structure-ellipse-before')).toContain('stroke-dasharray');
    expect(group(svg, 'structure-ellipse-now')).not.toContain('stroke-dasharray');
  });

  it('puts no name over a mean centre, and draws nothing for the room it keeps', () => {
    const [without, beside] = [[], [{ at: [101.5, 30.5], role: 'now', label: '' }] as const].map((centres) =>
      draw({ ...fullModel, circle: null, structure: { ...structure, symbols: [], centres } }),
    );
    expect(group(without ?? '', 'place-labels')).toContain('乙');
    expect(group(beside ?? '', 'place-labels')).not.toContain('乙');
    expect(count(group(beside ?? '', 'structure-centre-now'), 'circle')).toBe(1);
    expect(group(beside ?? '', 'structure-centre-room')).toBe('');
  });

  it('colours units by class, each a path that says its unit, and hatches those without data', () => {
    const { choropleth } = fullModel;
    if (choropleth === null) throw new Error('the fixture has a choropleth');
    const svg = draw({ ...fullModel, circle: null });
    const units = group(svg, 'choropleth-prefecture');
    expect(units).toContain('data-id="110100"');
    const fillOf = (id: string): string | undefined =>
      /fill="([^"]+)"/.exec(
        [...units.matchAll(/<path [^>]*>/g)].find(([tag]) => tag.includes(`data-id="${id}"`))?.[0] ?? '',
      )?.[1];
    expect(fillOf('110100')).toBe(choropleth.colours[1]);
    expect(fillOf('110200')).toBe(choropleth.colours[0]);
    expect(svg).toMatch(/<path [^>]*fill="url\(#no-data-hatch\)"[^>]*data-id="220100"/);
  });

  it('fills scored agglomerations whether or not their outlines and names are switched on', () => {
    const { choropleth, visible } = fullModel;
    if (choropleth === null) throw new Error('the fixture has a choropleth');
    const scored: MapModel = {
      ...fullModel,
      choropleth: { ...choropleth, level: 'agglomeration', classes: new Map([['ag@now', 1]]) },
    };
    const without = { ...scored, visible: { ...visible, agglomerations: false, metros: false } };
    const [on, off] = [draw(scored), draw(without)];
    expect(group(off, 'choropleth-agglomeration')).toBe(group(on, 'choropleth-agglomeration'));
    expect(group(off, 'choropleth-agglomeration')).toContain('#334455');
    const outlines = (svg: string) => count(group(svg, 'agglomeration-line-mature'), 'path');
    expect(outlines(on)).toBeGreaterThan(0);
    expect(outlines(off)).toBe(0);
    const uncoloured = { ...without, visible: { ...without.visible, choropleth: false } };
    expect(group(draw(uncoloured), 'choropleth-agglomeration')).toBe('');
  });

  it('draws kinds of a cluster map, overlapping circles without holes, and outlines of other definitions', () => {
    const apart = [100.5, 100.7].map((lng) => ({
      minutes: 60,
      area: { type: 'MultiPolygon' as const, coordinates: [[ring(lng, 30, 0.3)]] },
    }));
    const { circle } = fullModel;
    if (circle === null) throw new Error('the fixture has a circle');
    const svg = draw({
      ...fullModel,
      choropleth: {
        ...(fullModel.choropleth as NonNullable<MapModel['choropleth']>),
        classes: new Map([
          ['110100', 4],
          ['110200', 3],
          ['220200', 0],
        ]),
        colours: ['#f8f4ea', '#92c5de', '#f4a582', '#2166ac', '#b2182b'],
        labels: ['不显著', '低—高', '高—低', '低—低', '高—高'],
        limits: [0, 1, 2, 3, 4, 5],
      },
      circle: {
        ...circle,
        contours: apart,
        outlines: [
          {
            id: 'road',
            label: '公路',
            look: 0,
            area: { type: 'MultiPolygon', coordinates: [[ring(101, 30, 0.5)]] },
          },
          {
            id: 'in-vehicle',
            label: '车内',
            look: 2,
            area: { type: 'MultiPolygon', coordinates: [[ring(101, 30, 0.6)]] },
          },
        ],
      },
    });
    const units = group(svg, 'choropleth-prefecture');
    for (const colour of ['#b2182b', '#2166ac', '#f8f4ea']) expect(units).toContain(`fill="${colour}"`);
    expect(count(group(svg, 'circle-bands'), 'path')).toBe(2);
    expect(strokes(group(svg, 'circle-emphasis'))).toBe(2);
    expect(strokes(group(svg, 'circle-outline-0'))).toBe(1);
    expect(group(svg, 'circle-outline-1')).toBe('');
    expect(strokes(group(svg, 'circle-outline-2'))).toBe(1);
    expect(count(group(svg, 'origin-pin'), 'circle')).toBe(1);
  });

  it('draws the circle before a scenario dashed, and a surface as a picture in its group', () => {
    const { circle } = fullModel;
    if (circle === null) throw new Error('the fixture has a circle');
    const before = {
      minutes: 60,
      role: 'before' as const,
      area: { type: 'MultiPolygon' as const, coordinates: [[ring(101, 30, 0.7)]] },
    };
    const grid = {
      west: 100,
      north: 31,
      cellDegrees: 0.5,
      columns: 4,
      rows: 4,
      minutes: new Float32Array(16).fill(-12),
    };
    const svg = draw({
      ...fullModel,
      circle: { ...circle, contours: [...circle.contours, before], difference: { grid, limitMinutes: 30 } },
    });
    expect(strokes(group(svg, 'circle-before'))).toBe(1);
    expect(group(svg, 'circle-before')).toContain('stroke-dasharray');
    expect(svg).toMatch(/<image id="surface"[^>]*href="data:image\/png/);
  });

  it('draws railways, and what deck.gl draws on the page: flows, stations', () => {
    const { rail } = fullModel;
    if (rail === null) throw new Error('the fixture has railways');
    const svg = draw({
      ...fullModel,
      rail: {
        ...rail,
        lines: [...rail.lines, railLine('added', { status: 'planned' })],
        scenarioLines: new Set(['added']),
      },
      flows: [...fullModel.flows, { id: 'ba', from: [101.5, 30.5], to: [100.5, 30.5], weight: 0.4 }],
    });
    expect(strokes(group(svg, 'rail-open'))).toBe(1);
    expect(strokes(group(svg, 'rail-future'))).toBe(2);
    expect(group(svg, 'rail-future')).toContain('stroke-dasharray');
    expect(count(group(svg, 'flows'), 'path')).toBe(2);
    expect(count(group(svg, 'hub-stations'), 'circle')).toBe(1);
    expect(count(group(svg, 'stations'), 'circle')).toBe(1);
  });

  it('draws nothing of a layer that is switched off', () => {
    const off = Object.fromEntries(Object.keys(fullModel.visible).map((key) => [key, false]));
    const svg = draw({ ...fullModel, annotations: null, visible: off as unknown as MapModel['visible'] });
    const groups = [...svg.matchAll(/<g id="([^"]+)"/g)].map(([, id]) => id);
    expect(groups).toEqual(['water', 'china-glow', 'china-fill', 'china-outline']);
  });

  it('sets names as text', () => {
    const names = group(draw({ ...fullModel, circle: null, stations: [] }), 'place-labels');
    expect(names).toMatch(/<text [^>]*fill="#[0-9a-f]{6}">乙<\/text>/);
    expect(names.match(/class="halo"/g)).toHaveLength(2);
    expect(count(names, 'text')).toBe(4);
  });

  it('sets a name where the frame does not cut it', () => {
    const [, place] = fullModel.places;
    if (place === undefined) throw new Error('the fixture has two places');
    const model = { ...fullModel, circle: null, stations: [], regions: [], rail: null, roadLinks: [] };
    const anchorAt = (lng: number): string | undefined => {
      const svg = draw({ ...model, places: [{ ...place, nameZh: '很长的地名', at: [lng, 30] }] });
      return /text-anchor="(\w+)"/.exec(group(svg, 'place-labels'))?.[1];
    };
    // In the middle to the right of its dot, 14 pixels from the right edge to the left of it.
    expect(anchorAt(101)).toBe('start');
    expect(anchorAt(102.5)).toBe('end');
  });

  it('knows every kind and every property of the page’s layers', () => {
    // Properties that the vector map draws, and those that it knowingly leaves to the page (see vectorMap).
    const drawn = new Set([
      'background-color',
      'circle-color',
      'circle-opacity',
      'circle-radius',
      'circle-stroke-color',
      'circle-stroke-opacity',
      'circle-stroke-width',
      'fill-antialias',
      'fill-color',
      'fill-opacity',
      'fill-outline-color',
      'fill-pattern',
      'fill-sort-key',
      'icon-allow-overlap',
      'icon-image',
      'icon-opacity',
      'icon-size',
      'line-blur',
      'line-cap',
      'line-color',
      'line-dasharray',
      'line-join',
      'line-opacity',
      'line-width',
      'symbol-placement',
      'symbol-sort-key',
      'text-allow-overlap',
      'text-color',
      'text-field',
      'text-font',
      'text-halo-color',
      'text-halo-width',
      'text-letter-spacing',
      'text-line-height',
      'text-max-width',
      'text-offset',
      'text-opacity',
      'text-padding',
      'text-radial-offset',
      'text-size',
      'text-variable-anchor',
      'visibility',
    ]);
    const left = new Set([
      'icon-optional',
      'icon-padding',
      'line-offset',
      'symbol-spacing',
      'text-halo-blur',
      'text-ignore-placement',
      'text-justify',
      'text-max-angle',
      'text-rotation-alignment',
    ]);
    const { layers } = createPictureMaker()({ ...fullModel, structure });
    const unknown = layers.flatMap((layer) =>
      Object.keys({ ...layer.paint, ...layer.layout })
        .filter((name) => !drawn.has(name) && !left.has(name))
        .map((name) => `${layer.id}: ${name}`),
    );
    expect(unknown).toEqual([]);
    expect(new Set(layers.map(({ type }) => type))).toEqual(
      new Set(['background', 'fill', 'line', 'circle', 'symbol']),
    );
  });
});
