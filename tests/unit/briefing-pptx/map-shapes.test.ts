import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { buildDeck } from '#features/briefing/export/pptx/build-deck.ts';
import { countPoints, drawnLayers } from '#features/briefing/export/pptx/drawn-map.ts';
import { vectorMap } from '#map/export/vector-map.tsx';
import type { MapCamera } from '#map/layers/map-model.ts';
import { fullModel } from '../map/fixture-model.ts';
import { schemaProblems } from '../../fixtures/office-schema.ts';
import { readDeck } from './read-deck.ts';
import { format, plainPng, slideWith } from './sample-deck.ts';

/** The fixture's four squares reach over the frame of this map on all sides. */
const camera: MapCamera = { center: [101, 30], zoom: 8.2 };
const size = { width: 800, height: 600 };
const onePixel = `data:image/png;base64,${Buffer.from(plainPng(2, 2)).toString('base64')}`;
const layers = drawnLayers(vectorMap(fullModel, camera, size, () => onePixel, 0));
const names = new Map([['110100', '甲 & 乙 <市>']]);
const slide = slideWith({
  map: {
    png: plainPng(8, 8),
    altText: '地图：四个方块',
    shapes: { layers, ...size, language: 'zh', names, hatch: '#A9A399' },
  },
});
const read = readDeck(await buildDeck([slide], format));
const path = 'ppt/slides/slide1.xml';

describe('a map as shapes', () => {
  it('keeps every layer of the drawing as a group with its name', () => {
    const groups = read
      .elements(path, 'p:nvGrpSpPr')
      .map((element) => element.getElementsByTagName('p:cNvPr')[0]?.getAttribute('name'));
    for (const { id } of layers) expect(groups).toContain(id);
    expect(layers.length).toBeGreaterThan(8);
  });

  it('is one described group, whose parts follow the schemas', async () => {
    const whole = read
      .elements(path, 'p:cNvPr')
      .find((element) => element.getAttribute('descr') === '地图：四个方块');
    expect(whole?.getAttribute('name')).toBe('地图');
    expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
  });

  it('has a shape with its name for each unit, and text for each label', () => {
    const shapes = read.elements(path, 'p:sp').map((shape) => ({
      name: shape.getElementsByTagName('p:cNvPr')[0]?.getAttribute('name'),
      isFree: shape.getElementsByTagName('a:custGeom').length === 1,
    }));
    expect(shapes.filter(({ name, isFree }) => isFree && name === '甲 & 乙 <市>').length).toBeGreaterThan(0);
    const labels = layers.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? item.lines : [])),
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(read.texts(path)).toContain(label);
  });

  it('stays inside the frame, because a slide cannot cut', () => {
    for (const { id, items } of layers)
      for (const item of items)
        if (item.kind === 'path')
          for (const { points } of item.strokes)
            for (const [x, y] of points) {
              expect([id, x >= -0.1 && x <= size.width + 0.1]).toEqual([id, true]);
              expect([id, y >= -0.1 && y <= size.height + 0.1]).toEqual([id, true]);
            }
    const drawn = layers.flatMap(({ items }) => items.filter(({ kind }) => kind === 'path'));
    expect(drawn.length).toBeGreaterThan(4);
  });

  it('draws each point where the drawing has it', () => {
    const square = layers
      .find(({ id }) => id === 'choropleth-prefecture')
      ?.items.find((item) => item.kind === 'path');
    const shape = read
      .elements(path, 'p:grpSp')
      .find(
        (group) => group.getElementsByTagName('p:cNvPr')[0]?.getAttribute('name') === 'choropleth-prefecture',
      )
      ?.getElementsByTagName('p:sp')[0];
    if (square?.kind !== 'path' || shape === undefined) throw new Error('there is no coloured unit');
    const [first] = square.strokes[0]?.points ?? [];
    const left = Math.min(...square.strokes.flatMap(({ points }) => points.map(([x]) => x)));
    const point = shape.getElementsByTagName('a:pt')[0];
    expect(Number(point?.getAttribute('x'))).toBeCloseTo(((first?.[0] ?? 0) - left) * 10, 0);
    const extent = shape.getElementsByTagName('a:ext')[0];
    const shapeWidth = Number(shape.getElementsByTagName('a:path')[0]?.getAttribute('w'));
    // 10 steps a pixel; the map is 9.4 inches for 800 pixels.
    const map = read
      .elements(path, 'p:grpSp')
      .find((group) => group.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr') === '地图：四个方块');
    const mapWidth = Number(map?.getElementsByTagName('a:ext')[0]?.getAttribute('cx'));
    expect(Number(extent?.getAttribute('cx')) / mapWidth).toBeCloseTo(shapeWidth / 10 / size.width, 4);
  });

  it('leaves out points too close to be told apart, and counts what is left', () => {
    const d = `M${Array.from({ length: 1001 }, (_, at) => `${at / 100},0`).join('L')}`;
    const drawing = createElement('g', { id: 'line' }, createElement('path', { d, stroke: '#000000' }));
    const found = drawnLayers(drawing);
    const [item] = found[0]?.items ?? [];
    // Ten pixels, a point each 0.8 of them, and the end.
    expect(countPoints(found)).toBe(14);
    expect(item?.kind === 'path' && item.strokes[0]?.points.at(-1)).toEqual([10, 0]);
  });
});
