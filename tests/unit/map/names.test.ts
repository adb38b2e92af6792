import { expect, it } from 'vitest';
import type { AdminLevel } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import { layerValues } from '#map/export/layer-values.ts';
import type { MapModel, PlaceDrawing } from '#map/layers/map-model.ts';
import { createPictureMaker } from '#map/layers/map-style.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { newestPopulation } from '#state/newest-population.ts';
import { drawPlaces } from '../../../src/app/map/shell-drawing.ts';
import { emptyStructure, fullModel } from './fixture-model.ts';
import { adminUnit } from '../../fixtures/admin-unit.ts';

const layer = (model: MapModel, id: string) =>
  createPictureMaker()(model).layers.find((each) => each.id === id);

const place = (rank: PlaceDrawing['rank']): PlaceDrawing => ({
  adcode: '110100',
  nameZh: '甲',
  nameEn: 'A',
  at: [100.1, 30.9],
  rank,
  population: 23_000_000,
});

const unitNamed = (adcode: string, nameZh: string) => adminUnit(adcode, { nameZh, seat: [121.5, 25] });

const namePointOf = (rank: PlaceDrawing['rank']) => {
  const { data } = createPictureMaker()({ ...fullModel, circle: null, places: [place(rank)] });
  const [point] = data['place-labels'].features;
  return point?.geometry.type === 'Point' ? point.geometry.coordinates : [];
};

const borders = (level: 'prefecture' | 'agglomeration') => {
  if (fullModel.choropleth === null) throw new Error('the model is coloured');
  const visible = { ...fullModel.visible, prefectures: false, counties: false, choropleth: true };
  const model = { ...fullModel, visible, choropleth: { ...fullModel.choropleth, level } };
  return layer(model, 'prefecture-lines')?.layout?.visibility;
};

const table = (level: AdminLevel, values: readonly (readonly [string, number])[]): IndicatorTable => {
  const series = { indicator: 'population', level, year: 2020, sourceId: 'census-2020' };
  return {
    definitions: new Map(),
    series: [{ ...series, values: new Map(values), flags: new Map(), notes: new Map() }],
  };
};

it('a county of many people is named before smaller ones, and from further off', () => {
  const population = newestPopulation(
    table('prefecture', [['310100', 24_900_000]]),
    table('county', [
      ['320583', 2_000_000],
      ['310151', 640_000],
    ]),
    null,
  );
  const counties = ['310151', '320583', '320999'].map((adcode) => adminUnit(adcode, { level: 'county' }));
  const places = drawPlaces(counties, [], population);
  const { data } = createPictureMaker()({ ...fullModel, circle: null, places });
  const told = data['place-labels'].features.map(({ properties }) => properties);
  expect(told.map((each) => each?.['minZoom'])).toEqual([8, 8, 9]);
  const [small = 0, large = 0] = told.map((each) => Number(each?.['order']));
  expect(large).toBeLessThan(small);
});

it('Taiwan is named as the province it is in our data, Hong Kong as a city', () => {
  const places = drawPlaces([unitNamed('710000', '台湾'), unitNamed('810000', '香港')], [], new Map());
  expect(places.map(({ rank }) => rank)).toEqual(['province', 'city']);
});

it('a province is named in the middle of its land and has no dot, a city at its seat', () => {
  expect(namePointOf('city')).toEqual([100.1, 30.9]);
  // The square of 110100 lies between 100° and 101° E, 30° and 31° N.
  const [lng, lat] = namePointOf('province');
  expect(lng).toBeCloseTo(100.5, 1);
  expect(lat).toBeCloseTo(30.5, 1);
  expect(layer(fullModel, 'province-labels')?.layout).not.toHaveProperty('icon-image');
  expect(layer(fullModel, 'place-labels')).toMatchObject({
    filter: [
      'all',
      ['!=', ['get', 'rank'], 'province'],
      ['==', ['get', 'circle'], 0],
      ['>=', ['zoom'], ['get', 'minZoom']],
    ],
  });
});

it('names of regions take no colour of their type where values colour the land', () => {
  const inks = (model: MapModel) => JSON.stringify(layer(model, 'region-labels')?.paint);
  const plain = { ...fullModel, choropleth: null, circle: null };
  const { ink, muted } = themeTokens(fullModel.theme);
  expect(inks(plain)).toContain('maturity');
  expect(inks(fullModel)).not.toContain('maturity');
  expect(layer(fullModel, 'region-labels')).toMatchObject({
    paint: { 'text-color': ['match', ['get', 'role'], 'muted', muted, ink] },
  });
});

it('an English name that would fill the map stands in the short form of its plan, and stays whole in the model', () => {
  const [region] = fullModel.regions;
  if (region === undefined) throw new Error('there are regions');
  const nameEn = 'Guangdong–Hong Kong–Macao Greater Bay Area';
  const ring = [[100, 30], [101, 30], [101, 31], [100, 30]]; // prettier-ignore
  const geometry = { type: 'MultiPolygon' as const, coordinates: [[ring]] };
  const nameOf = (language: MapModel['language']) =>
    createPictureMaker()({
      ...fullModel,
      language,
      regions: [{ ...region, variantKey: 'gba@current', geometry, nameZh: '粤港澳大湾区', nameEn }],
    }).data['region-labels'].features[0]?.properties?.['name'] as string;
  expect(nameOf('en')).toBe('Greater Bay Area');
  expect(nameOf('zh')).toBe('粤港澳大湾区');
});

it('coloured prefectures keep their borders with the layer of borders off', () => {
  expect(borders('prefecture')).toBe('visible');
  expect(borders('agglomeration')).toBe('none');
});

it('the name of a city with a circle of the structure stands outside of it, whatever the size of its letters', () => {
  const structure = {
    ...emptyStructure,
    symbols: [{ adcode: '110100', at: [100.1, 30.9], value: 4, tone: 'size' }],
    largestValue: 4,
  } as const;
  const model = { ...fullModel, circle: null, places: [place('city')] };
  const picture = createPictureMaker()({ ...model, structure });
  const feature = picture.data['place-labels'].features[0];
  if (feature === undefined) throw new Error('there is a place');
  const at = (id: string, name: string, zoom: number) => {
    const named = picture.layers.find((one) => one.id === id);
    if (named?.type !== 'symbol') throw new Error(`there is no layer ${id}`);
    return layerValues(named, zoom, () => null).number(name, feature);
  };
  for (const zoom of [4, 5, 7, 9]) {
    const gap = at('circled-labels', 'text-radial-offset', zoom) * at('circled-labels', 'text-size', zoom);
    // The largest circle has a radius of 28 pixels.
    expect(gap).toBeGreaterThanOrEqual(29);
    expect(gap).toBeLessThan(33);
  }
  expect(at('place-labels', 'text-radial-offset', 5)).toBe(0.5);
});

it('cities with a circle are named by a layer of their own, once, and before regions and other cities', () => {
  const { layers } = createPictureMaker()(fullModel);
  const ids = layers.map(({ id }) => id);
  // Later layers are placed first: the middles of all circles, then their names.
  const order = ['place-labels', 'region-labels', 'circled-labels', 'structure-symbol-room'];
  expect(order.map((id) => ids.indexOf(id))).toEqual(
    order.map((id) => ids.indexOf(id)).toSorted((a, b) => a - b),
  );
  // From where regions step back their names take the room that cities leave, and there is never none.
  expect(ids.indexOf('region-labels-near')).toBeLessThan(ids.indexOf('place-labels'));
  expect(layer(fullModel, 'region-labels-near')?.minzoom).toBe(layer(fullModel, 'region-labels')?.maxzoom);
  expect(layer(fullModel, 'place-labels')).toMatchObject({
    filter: expect.arrayContaining([['==', ['get', 'circle'], 0]]),
  });
  expect(layer(fullModel, 'circled-labels')).toMatchObject({
    filter: expect.arrayContaining([['>', ['get', 'circle'], 0]]),
  });
});
