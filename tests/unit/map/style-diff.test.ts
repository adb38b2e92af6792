import { describe, expect, it } from 'vitest';
import type { MapModel } from '#map/layers/map-model.ts';
import { createPictureMaker, type MapPicture } from '#map/layers/map-style.ts';
import { diffPictures, type StyleChange } from '#map/layers/style-diff.ts';
import { fullModel } from './fixture-model.ts';

const prefectures = { source: 'admin', sourceLayer: 'prefectures' } as const;

/** What a map shows, in the plainest form: applying changes to it is the oracle of the diff. */
interface PlainMap {
  readonly data: Map<string, unknown>;
  readonly layers: Map<string, Record<string, unknown>>;
  readonly classes: Map<string, number>;
}

function plainMap(picture: MapPicture): PlainMap {
  const layers = picture.layers.map((layer): [string, Record<string, unknown>] => {
    const flat: Record<string, unknown> = {
      min: layer.minzoom ?? 0,
      max: layer.maxzoom ?? 24,
      filter: 'filter' in layer ? (layer.filter ?? null) : null,
    };
    for (const [key, value] of Object.entries(layer.paint ?? {})) flat[`paint ${key}`] = value;
    for (const [key, value] of Object.entries(layer.layout ?? {})) flat[`layout ${key}`] = value;
    return [layer.id, flat];
  });
  return {
    data: new Map<string, unknown>([
      ...Object.entries(picture.data),
      ...Object.entries(picture.tiled).map(([id, { tiles }]): [string, unknown] => [id, tiles]),
    ]),
    layers: new Map(layers),
    classes: new Map(
      [...(picture.classStates?.classes ?? [])].map(([id, index]) => [
        `${JSON.stringify(picture.classStates?.shapes)} ${id}`,
        index,
      ]),
    ),
  };
}

function apply(map: PlainMap, changes: readonly StyleChange[]): void {
  const set = (layer: string, key: string, value: unknown): void => {
    const flat = map.layers.get(layer);
    if (!flat) throw new Error(`no layer ${layer}`);
    if (value === undefined) delete flat[key];
    else flat[key] = value;
  };
  for (const change of changes) {
    if (change.kind === 'data') map.data.set(change.source, change.data);
    if (change.kind === 'tiles') map.data.set(change.source, change.tiles);
    if (change.kind === 'paint' || change.kind === 'layout') {
      set(change.layer, `${change.kind} ${change.property}`, change.value);
    }
    if (change.kind === 'filter') set(change.layer, 'filter', change.filter);
    if (change.kind === 'zoom-range') {
      set(change.layer, 'min', change.min);
      set(change.layer, 'max', change.max);
    }
    if (change.kind === 'class') {
      const shape = `${JSON.stringify(change.shapes)} ${change.id}`;
      if (change.value === null) map.classes.delete(shape);
      else map.classes.set(shape, change.value);
    }
  }
}

const steps: readonly Partial<MapModel>[] = [
  { theme: 'dark' },
  { language: 'en' },
  { choropleth: null },
  { circle: null },
  { rail: null, closedRoadLinks: new Set(['bridge']) },
  { regions: [] },
  { hover: { kind: 'region', variantKey: 'ag@now' }, selection: { kind: 'rail-line', lineId: 'ab' } },
  {
    choropleth: fullModel.choropleth && {
      ...fullModel.choropleth,
      level: 'county',
      classes: new Map([['110101', 0]]),
    },
  },
  { visible: { ...fullModel.visible, choropleth: false, labels: false, circles: false } },
  { topologies: { national: null, county: null, basemap: null, basemapDetail: null } },
];

describe('diffPictures', () => {
  it('turns any picture into any other', () => {
    const make = createPictureMaker();
    const pictures = [fullModel, ...steps.map((step) => ({ ...fullModel, ...step }))].map(make);
    for (const before of pictures) {
      for (const after of pictures) {
        const map = plainMap(before);
        apply(map, diffPictures(before, after));
        expect(map).toEqual(plainMap(after));
      }
    }
  });

  it('the finer topology changes where tiles come from, and the shapes of regions', () => {
    const make = createPictureMaker();
    const { topologies } = fullModel;
    const { national } = topologies;
    const prefectures = national?.objects['prefectures'];
    if (!national || !prefectures) throw new Error('the fixture has them');
    const county = { ...national, objects: { ...national.objects, counties: prefectures } };
    const changes = diffPictures(
      make(fullModel),
      make({ ...fullModel, topologies: { ...topologies, county } }),
    );
    expect(changes.filter(({ kind }) => kind === 'tiles')).toEqual([
      { kind: 'tiles', source: 'admin', tiles: 'atlas-tiles://admin-county/{z}/{x}/{y}' },
    ]);
    for (const change of changes)
      if (change.kind === 'data')
        expect(['regions', 'region-labels', 'highlight', 'structure-marks']).toContain(change.source);
  });

  it('is empty between equal models', () => {
    const make = createPictureMaker();
    expect(diffPictures(make(fullModel), make({ ...fullModel }))).toEqual([]);
  });

  it('hovering touches one small source only', () => {
    const make = createPictureMaker();
    const over = (adcode: string) => make({ ...fullModel, hover: { kind: 'prefecture', adcode } });
    const before = over('110100');
    const changes = diffPictures(before, over('110200'));
    expect(changes.map((change) => change.kind === 'data' && change.source)).toEqual(['highlight']);
  });

  it('without anything pointed at or selected the highlight’s layers are hidden', () => {
    const make = createPictureMaker();
    const pointed = make({ ...fullModel, hover: { kind: 'prefecture', adcode: '110200' } });
    const left = diffPictures(pointed, make({ ...fullModel, hover: null }));
    const hiding = left.filter(({ kind }) => kind === 'layout');
    expect(hiding.map((change) => change.kind === 'layout' && [change.layer, change.value])).toEqual([
      ['highlight-casing', 'none'],
      ['highlight-line', 'none'],
      ['highlight-point', 'none'],
    ]);
    expect(left.filter(({ kind }) => kind === 'data')).toHaveLength(1);
  });

  it('recolouring touches colours and classes only, no geometry', () => {
    const make = createPictureMaker();
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const recoloured = {
      ...choropleth,
      colours: ['#ffffff', '#000000'],
      classes: new Map([
        ['110100', 0],
        ['110200', 0],
        ['220100', null],
      ]),
    };
    const changes = diffPictures(make(fullModel), make({ ...fullModel, choropleth: recoloured }));
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'paint', layer: 'choropleth-prefecture', property: 'fill-color' }),
      { kind: 'class', shapes: prefectures, id: '110100', value: 0 },
    ]);
  });

  it('the hatch is there only where a unit has no data, and a unit that takes no part loses its class', () => {
    const make = createPictureMaker();
    const { choropleth } = fullModel;
    if (!choropleth) throw new Error('the fixture has one');
    const complete = {
      ...choropleth,
      classes: new Map([...choropleth.classes].filter(([, index]) => index !== null)),
    };
    const changes = diffPictures(make(fullModel), make({ ...fullModel, choropleth: complete }));
    expect(changes).toEqual([
      { kind: 'layout', layer: 'choropleth-prefecture-no-data', property: 'visibility', value: 'none' },
      { kind: 'class', shapes: prefectures, id: '220100', value: null },
    ]);
  });

  it('a theme changes paint, and of the data only the circle’s colours', () => {
    const make = createPictureMaker();
    const changes = diffPictures(make(fullModel), make({ ...fullModel, theme: 'dark' }));
    const others = changes.filter(({ kind }) => kind !== 'paint');
    expect(others.map((change) => change.kind === 'data' && change.source)).toEqual(['contours']);
  });
});
