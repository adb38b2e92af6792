import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { deckAnchors, dotImageId, hitLayerIds } from '#map/layers/layer-ids.ts';
import type { MapLanguage, MapModel, MapTheme } from '#map/layers/map-model.ts';
import { createPictureMaker, pictureStyle } from '#map/layers/map-style.ts';
import type { StructureDrawing } from '#map/layers/structure-drawing.ts';
import { emptyStructure, fixtureTopology, fullModel } from './fixture-model.ts';

const themes: readonly MapTheme[] = ['light', 'dark', 'print'];
const languages: readonly MapLanguage[] = ['zh', 'en'];
const nothingOn = Object.fromEntries(
  Object.keys(fullModel.visible).map((group) => [group, false]),
) as unknown as MapModel['visible'];

const variants: Readonly<Record<string, Partial<MapModel>>> = {
  everything: {},
  'nothing visible': { visible: nothingOn },
  'nothing loaded': { topologies: { national: null, county: null, basemap: null, basemapDetail: null } },
  'agglomeration choropleth': {
    choropleth: { ...required(fullModel.choropleth), level: 'agglomeration' },
  },
  'county choropleth': { choropleth: { ...required(fullModel.choropleth), level: 'county' } },
  'closed bridge': { closedRoadLinks: new Set(['bridge']) },
  'without choropleth and circle': { choropleth: null, circle: null },
};

/** The lines of units that are shown, finest level first. */
const shownLines = (visible: Partial<MapModel['visible']>, choropleth: MapModel['choropleth'] = null) => {
  const model = { ...fullModel, choropleth, visible: { ...nothingOn, ...visible } };
  const { layers } = createPictureMaker()(model);
  return ['county-lines', 'prefecture-lines', 'province-lines'].flatMap((drawing) => {
    const layer = layers.find(({ id }) => id === drawing);
    if (layer?.layout?.visibility !== 'visible') return [];
    return [{ drawing, minzoom: layer.minzoom, paint: layer.paint }];
  });
};

/** Zooms from which two small cities are named, beside these circles. */
function namingZooms(symbols: StructureDrawing['symbols']): readonly number[] {
  const places: MapModel['places'] = [
    { adcode: '110100', nameZh: '甲', nameEn: 'A', at: [100, 30], rank: 'city', population: 1 },
    { adcode: '220100', nameZh: '乙', nameEn: 'B', at: [101, 30], rank: 'city', population: 1 },
  ];
  const structure: StructureDrawing = { ...emptyStructure, symbols };
  const { data } = createPictureMaker()({ ...fullModel, circle: null, places, structure });
  return data['place-labels'].features.map(({ properties }) => properties?.['minZoom'] as number);
}

describe('map style', () => {
  for (const theme of themes) {
    for (const language of languages) {
      for (const [name, overrides] of Object.entries(variants)) {
        it(`is valid: ${theme}, ${language}, ${name}`, () => {
          const style = pictureStyle(createPictureMaker()({ ...fullModel, ...overrides, theme, language }));
          expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
        });
      }
    }
  }

  it('would be told about an invalid style', () => {
    const style = pictureStyle(createPictureMaker()(fullModel));
    const [first, ...rest] = style.layers;
    if (!first) throw new Error('there are layers');
    const spoilt = {
      ...style,
      layers: [{ ...first, paint: { 'background-colour': 'red' } } as never, ...rest],
    };
    expect(validateStyleMin(spoilt)).toHaveLength(1);
  });

  it('has the same layers for every model, so that a running map only ever changes properties', () => {
    const ids = Object.values(variants).map((overrides) =>
      createPictureMaker()({ ...fullModel, ...overrides }).layers.map(({ id }) => id),
    );
    for (const other of ids) expect(other).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
  });

  it('leaves out marks without a shape, whose tiles would be masked at every frame, and shows them when there are some', () => {
    const make = createPictureMaker();
    const shown = (model: MapModel, source: string) => [
      ...new Set(
        make(model)
          .layers.filter((layer) => 'source' in layer && layer.source === source)
          .map(({ layout }) => layout?.visibility ?? 'visible'),
      ),
    ];
    expect(fullModel.annotations).not.toBeNull();
    expect(shown(fullModel, 'annotations')).toEqual(['visible']);
    expect(shown({ ...fullModel, annotations: null }, 'annotations')).toEqual(['none']);
    expect(shown(fullModel, 'annotations')).toEqual(['visible']);
    expect(shown({ ...fullModel, structure: null }, 'structure-marks')).toEqual(['none']);
  });

  it('keeps its layers while only classes, values and words of a choropleth change, and no longer', () => {
    const make = createPictureMaker();
    const { choropleth } = fullModel;
    if (choropleth === null) throw new Error('the model has no choropleth');
    const layersOf = (overrides: Partial<typeof choropleth>) =>
      make({ ...fullModel, choropleth: { ...choropleth, ...overrides } });
    const first = layersOf({});
    const moved = layersOf({
      title: 'other',
      classes: new Map([...choropleth.classes].map(([id, index]) => [id, index === 0 ? 1 : index])),
    });
    expect(moved.layers).toBe(first.layers);
    expect(moved.classStates).not.toEqual(first.classStates);
    expect(layersOf({ colours: choropleth.colours.toReversed() }).layers).not.toEqual(first.layers);
    const withGap = layersOf({ classes: new Map([...choropleth.classes.keys()].map((id) => [id, null])) });
    const hatches = ({ layers }: typeof first) =>
      layers.filter(({ id, layout }) => id.endsWith('-no-data') && layout?.visibility === 'visible').length;
    expect(hatches(withGap)).toBe(1);
    const whole = layersOf({ classes: new Map([...choropleth.classes.keys()].map((id) => [id, 0])) });
    expect(hatches(whole)).toBe(0);
  });

  it('has every layer that overlays and hit testing refer to', () => {
    const ids = new Set(createPictureMaker()(fullModel).layers.map(({ id }) => id));
    for (const id of [...Object.values(deckAnchors), ...Object.values(hitLayerIds)])
      expect(ids).toContain(id);
  });

  it('asks no server for anything', () => {
    const style = pictureStyle(createPictureMaker()(fullModel));
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it('draws lines of regions over lines of units, and all names over all lines', () => {
    const order = createPictureMaker()(fullModel).layers.map(({ id }) => id);
    const at = (id: string): number => order.indexOf(id);
    expect(at('county-lines')).toBeLessThan(at('prefecture-lines'));
    expect(at('prefecture-lines')).toBeLessThan(at('province-lines'));
    expect(at('province-lines')).toBeLessThan(at('agglomeration-line-mature'));
    const types = createPictureMaker()(fullModel).layers.map(({ id, type }) => ({ id, type }));
    const firstName = types.findIndex(({ type, id }) => type === 'symbol' && id.endsWith('-labels'));
    expect(types.slice(firstName).filter(({ type }) => type === 'fill' || type === 'line')).toEqual([]);
  });

  it('borders every unit shown all round: a border of a hidden coarser level looks as the finer one that is shown', () => {
    const [county, ...coarser] = shownLines({ counties: true });
    expect(coarser).toEqual([
      { ...county, drawing: 'prefecture-lines' },
      { ...county, drawing: 'province-lines' },
    ]);
    const [prefecture, province] = shownLines({ prefectures: true });
    expect(province).toEqual({ ...prefecture, drawing: 'province-lines' });
    // Each level shown keeps its own look, and nothing is bordered that is not shown.
    const looks = shownLines({ counties: true, prefectures: true, provinces: true });
    expect(new Set(looks.map(({ paint }) => JSON.stringify(paint))).size).toBe(3);
    expect(shownLines({ provinces: true }).map(({ drawing }) => drawing)).toEqual(['province-lines']);
    // Coloured counties are parted from one another across the borders of prefectures too.
    const coloured = { ...required(fullModel.choropleth), level: 'county' as const };
    expect(shownLines({ choropleth: true }, coloured).map(({ drawing }) => drawing)).toHaveLength(3);
  });

  it('names origins before everything else, and keeps their pins free of other names', () => {
    const { layers } = createPictureMaker()(fullModel);
    const shown = layers.filter(
      ({ id, layout }) =>
        layout?.visibility !== 'none' && !id.startsWith('annotation-') && id !== 'kept-room',
    );
    expect(shown.at(-1)).toMatchObject({
      id: 'origin-labels',
      layout: { 'icon-image': dotImageId, 'icon-allow-overlap': true },
      paint: { 'icon-opacity': 0 },
    });
  });

  it('makes the halo of names their whole ground over colours, and draws no band there', () => {
    const [coloured, plain] = [fullModel, { ...fullModel, choropleth: null, circle: null }].map(
      (model) => new Map(createPictureMaker()(model).layers.map((layer) => [layer.id, layer])),
    );
    for (const id of ['place-labels', 'region-labels', 'metro-labels']) {
      const [over, under] = [coloured, plain].map(
        (layers) => layers?.get(id)?.paint as Record<string, number> | undefined,
      );
      expect(over?.['text-halo-width'], id).toBeGreaterThan(under?.['text-halo-width'] ?? Infinity);
      expect(over?.['text-halo-blur'], id).toBe(0);
    }
    expect(coloured?.get('agglomeration-band')?.layout?.visibility).toBe('none');
    expect(plain?.get('agglomeration-band')?.layout?.visibility).toBe('visible');
  });

  it('names a city earlier that has a circle', () => {
    const [early, usual] = namingZooms([{ adcode: '110100', at: [100, 30], value: 1, tone: 'size' }]);
    expect(early).toBeLessThan(usual ?? -Infinity);
    expect(namingZooms([])).toEqual([usual, usual]);
  });

  it('marks missing data with the no-data class, never with a colour of the scale', () => {
    const picture = createPictureMaker()(fullModel);
    expect(picture.classStates).toEqual({
      shapes: { source: 'admin', sourceLayer: 'prefectures' },
      classes: new Map([
        ['110100', 1],
        ['110200', 0],
        ['220100', -1],
      ]),
    });
    const fill = picture.layers.find(({ id }) => id === 'choropleth-prefecture');
    expect(JSON.stringify(fill)).not.toContain('-1');
  });

  it('asks for the class of polygons also where none is coloured: else tiles of before throw when classes go', () => {
    for (const variant of Object.values(variants)) {
      const { layers } = createPictureMaker()({ ...fullModel, ...variant });
      const fills = layers.filter(({ id }) => /^choropleth-[a-z]+$/.test(id));
      expect(fills.length).toBeGreaterThan(2);
      for (const { id, paint } of fills)
        expect(JSON.stringify((paint as Record<string, unknown>)['fill-color']), id).toContain(
          'feature-state',
        );
    }
  });

  it('gives back the identical data while its inputs stay the same', () => {
    const make = createPictureMaker();
    const first = make(fullModel);
    const second = make({ ...fullModel, hover: { kind: 'prefecture', adcode: '110100' } });
    for (const [id, data] of Object.entries(first.data)) {
      if (id === 'highlight') continue;
      expect(second.data[id as keyof typeof second.data], id).toBe(data);
    }
    expect(second.data.highlight.features).toHaveLength(1);
  });

  it('leaves the names of regions where they are when finer outlines arrive, and draws those', () => {
    const finer: Topology = {
      ...structuredClone(fixtureTopology),
      // 110100 and 220100 reach up to 33° N.
      arcs: fixtureTopology.arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, y === 31 ? 33 : y])),
    };
    const make = createPictureMaker();
    const before = make(fullModel);
    const after = make({ ...fullModel, topologies: { ...fullModel.topologies, county: finer } });
    expect(after.data['region-labels']).toEqual(before.data['region-labels']);
    expect(JSON.stringify(before.data.regions)).not.toContain('33');
    expect(JSON.stringify(after.data.regions)).toContain('33');
  });

  it('leaves out the place that an origin already names', () => {
    const names = createPictureMaker()(fullModel).data['place-labels'].features.map(
      ({ properties }) => properties?.['name'],
    );
    expect(names).toEqual(['乙']);
  });
});

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('the fixture has it');
  return value;
}
