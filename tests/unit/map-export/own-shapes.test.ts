import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { MultiPolygon } from 'geojson';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { vectorMap } from '#map/export/vector-map.tsx';
import type { MapModel, MapTheme } from '#map/layers/map-model.ts';
import { createPictureMaker, pictureStyle } from '#map/layers/map-style.ts';
import type { OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import { legendOfModel } from '#map/legend/legend-of-model.ts';
import { fullModel } from '../map/fixture-model.ts';

const box = (west: number, south: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + 0.4, south],
        [west + 0.4, south + 0.4],
        [west, south + 0.4],
        [west, south],
      ],
    ],
  ],
});

const ownShapes: OwnShapesDrawing = {
  title: '自有范围',
  files: [
    {
      id: 'a',
      label: '规划.zip（自有文件）',
      look: 0,
      shapes: [
        { id: 'a:0', name: '甲新区', area: box(100.2, 30.2) },
        { id: 'a:1', name: '乙新区', area: box(101.2, 30.2) },
      ],
    },
    {
      id: 'b',
      label: '都市圈.kml（自有文件）',
      look: 1,
      shapes: [{ id: 'b:0', name: '丙', area: box(100.2, 29.2) }],
    },
  ],
  chosen: 'a:1',
};
const model: MapModel = { ...fullModel, choropleth: null, circle: null, annotations: null, ownShapes };

const draw = (of: MapModel): string =>
  renderToStaticMarkup(vectorMap(of, { center: [101, 30], zoom: 7.5 }, { width: 800, height: 600 }, null));
const group = (svg: string, id: string): string =>
  new RegExp(`<g id="${id}">.*?</g>(?=<g id|$)`, 's').exec(svg)?.[0] ?? '';
const spec = (of: MapModel) => legendOfModel(of).find(({ id }) => id === 'own-shapes');

describe('boundaries of one’s own', () => {
  it.each<MapTheme>(['light', 'dark', 'print'])('are valid layers, %s', (theme) => {
    const style = pictureStyle(createPictureMaker()({ ...model, theme }));
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('stand in exported drawings as on the page: two lines, the chosen one tinted, each with its name', () => {
    const svg = draw(model);
    // One path a colour: of the first file's two areas, of the second's one.
    expect(group(svg, 'own-shape-outer').match(/<path/g)).toHaveLength(2);
    expect(group(svg, 'own-shape-outer')).toContain('#00727a');
    expect(group(svg, 'own-shape-inner')).toContain('<path');
    expect(group(svg, 'own-shape-fill').match(/<path/g)).toHaveLength(1);
    for (const name of ['甲新区', '乙新区', '丙']) expect(group(svg, 'own-shape-name')).toContain(name);
    expect(draw({ ...model, ownShapes: null })).not.toContain('own-shape');
  });

  it('have a row in the legend for each file, which says that it is a person’s own', () => {
    expect(spec(model)).toMatchObject({
      title: '自有范围',
      items: [
        { label: '规划.zip（自有文件）', swatch: { kind: 'double-line', outer: '#00727A' } },
        { label: '都市圈.kml（自有文件）', swatch: { kind: 'double-line', outer: '#7A2E6E' } },
      ],
    });
    expect(spec({ ...model, ownShapes: { ...ownShapes, files: [] } })).toBeUndefined();
  });

  it('are found again by their names while only another of them is chosen', () => {
    const make = createPictureMaker();
    const first = make(model).data;
    const other = make({ ...model, ownShapes: { ...ownShapes, chosen: 'b:0' } }).data;
    expect(other['own-shape-names']).toBe(first['own-shape-names']);
    expect(other['own-shapes']).not.toBe(first['own-shapes']);
  });

  it('name an outline of very many corners', () => {
    const corners = Array.from({ length: 300_000 }, (_, at) => {
      const angle = (2 * Math.PI * at) / 300_000;
      return [101 + Math.cos(angle), 30 + Math.sin(angle)];
    });
    const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[...corners, corners[0] ?? []]]] };
    const [file] = ownShapes.files;
    if (file === undefined) throw new Error('no file');
    const files = [{ ...file, shapes: [{ id: 'a:0', name: '大', area }] }];
    const { data } = createPictureMaker()({ ...model, ownShapes: { ...ownShapes, files } });
    const at = data['own-shape-names'].features[0]?.geometry;
    expect(at?.type === 'Point' && at.coordinates.map((value) => Math.round(value * 10) / 10)).toEqual([
      101, 30,
    ]);
  });
});
