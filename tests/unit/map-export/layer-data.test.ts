import readXlsxFile from 'read-excel-file/node';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { layersTable, layerTable } from '#map/export/data/layer-table.ts';
import { layersTopology } from '#map/export/data/layers-topology.ts';
import { featureCollection, shownLayers } from '#map/export/data/shown-layers.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { toCsv } from '#ui/files/save-file.ts';
import { tablesEn } from '#ui/i18n/tables/en.ts';
import { tablesZh } from '#ui/i18n/tables/zh-CN.ts';
import { toWorkbook } from '#ui/files/workbook.ts';
import { parse } from 'papaparse';
import { schemaProblems } from '../../fixtures/office-schema.ts';
import { fullModel } from '../map/fixture-model.ts';

const choropleth = {
  ...(fullModel.choropleth as NonNullable<MapModel['choropleth']>),
  values: new Map([
    ['110100', 1200.25],
    ['110200', 0],
    ['220100', null],
  ]),
};
const model: MapModel = { ...fullModel, choropleth };
const layers = shownLayers(model);

const corners = (ring: readonly number[][] = []): ReadonlySet<string> =>
  new Set(ring.map(([x = 0, y = 0]) => `${x.toFixed(4)} ${y.toFixed(4)}`));

describe('data of shown layers', () => {
  it('says values with their class and limits, and missing ones as missing', () => {
    const table = layerTable(layers.find(({ layer }) => layer === 'choropleth')?.features ?? []);
    const [heading = [], ...rows] = table;
    const records = rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row[at]])));
    expect(records).toMatchObject([
      { id: '110100', nameZh: '甲', value: 1200.25, unit: '元', class: 2, classFrom: 10, classTo: 1234.5 },
      { id: '110200', value: 0, class: 1, classFrom: 0, classTo: 10, provenance: 'observed' },
      { id: '220100', value: null, class: null, classFrom: null, classTo: null },
    ]);
  });

  it('crosses two measures with the values of both', () => {
    const cross = {
      columnName: '甲',
      rowName: '乙',
      columns: 2,
      rows: 2,
      limits: [5, 6, 7],
      unit: '%',
      decimals: 1,
      values: new Map([['110100', 6.5]]),
    };
    const crossed = shownLayers({
      ...model,
      choropleth: { ...choropleth, classes: new Map([['110100', 3]]), cross },
    });
    const found = crossed.find(({ layer }) => layer === 'choropleth')?.features[0]?.properties;
    expect(found).not.toHaveProperty('unit');
    expect(found).toMatchObject({
      firstMeasure: '甲',
      value: 1200.25,
      classFrom: 10,
      classTo: 1234.5,
      secondMeasure: '乙',
      secondValue: 6.5,
      secondFrom: 6,
      secondTo: 7,
    });
  });

  it('names both ends of a tie', () => {
    const [from, to] = fullModel.places;
    const [flow] = fullModel.flows;
    const shown = shownLayers({
      ...model,
      flows: flow === undefined ? [] : [{ ...flow, id: `${from?.adcode}-${to?.adcode}` }],
    });
    expect(shown.find(({ layer }) => layer === 'flow')?.features[0]?.properties).toMatchObject({
      fromNameZh: from?.nameZh,
      toNameEn: to?.nameEn,
    });
  });

  it('has a word in both languages for every column', () => {
    const columns = layers.flatMap(({ features }) => layerTable(features)[0] ?? []).map(String);
    expect(columns.length).toBeGreaterThan(20);
    for (const words of [tablesZh, tablesEn]) {
      const known = new Set(Object.keys(words.column));
      expect(columns.filter((column) => !known.has(column))).toEqual([]);
    }
  });

  it('leaves out what is not shown', () => {
    const hidden = shownLayers({
      ...model,
      visible: { ...model.visible, rail: false, circles: false, choropleth: false },
    });
    const ids = hidden.map(({ layer }) => layer);
    expect(ids).toContain('agglomeration');
    for (const layer of ['rail', 'circle', 'origin', 'choropleth']) expect(ids).not.toContain(layer);
  });

  it('is GeoJSON whose outer rings run counter-clockwise', () => {
    const collection = featureCollection(layers);
    const unit = collection.features.find(
      ({ id, properties }) => id === '110100' && properties?.['layer'] === 'choropleth',
    );
    if (unit?.geometry.type !== 'Polygon') throw new Error('110100 is a polygon');
    const ring = unit.geometry.coordinates[0] ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
    const area = ring
      .slice(1)
      .reduce(
        (sum, [x = 0, y = 0], at) => sum + ((ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0)) / 2,
        0,
      );
    expect(area).toBeCloseTo(1, 6);
  });

  it('is TopoJSON that topojson-client reads back, shared borders once', () => {
    const topology = layersTopology(layers);
    const object = topology.objects['choropleth'];
    if (object === undefined) throw new Error('the layer is an object');
    const back = feature(topology, object);
    if (back.type !== 'FeatureCollection') throw new Error('a collection');
    expect(back.features.map(({ properties }) => (properties as { id: string }).id)).toEqual([
      '110100',
      '110200',
      '220100',
    ]);
    const original = layers.find(({ layer }) => layer === 'choropleth')?.features[0]?.geometry;
    const read = back.features[0]?.geometry;
    if (original?.type !== 'Polygon' || read?.type !== 'Polygon') throw new Error('polygons');
    expect(corners(read.coordinates[0])).toEqual(corners(original.coordinates[0]));
    // 110100 and 110200 share one side: it is one arc that both name.
    const used = (id: string) => {
      const geometry =
        object.type === 'GeometryCollection' ? object.geometries.find((each) => each.id === id) : undefined;
      return geometry?.type === 'Polygon' ? geometry.arcs.flat().map((arc) => (arc < 0 ? ~arc : arc)) : [];
    };
    expect(used('110100').filter((arc) => used('110200').includes(arc))).toHaveLength(1);
  });

  it('is CSV of one layer or of all, formulas made text', () => {
    const station = {
      ...fullModel.stations[0],
      name: '=HYPERLINK("x")',
    } as (typeof fullModel.stations)[number];
    const shown = shownLayers({ ...model, stations: [station] });
    const { data } = parse<Record<string, string>>(toCsv(layersTable(shown)), { header: true });
    const row = data.find(({ layer }) => layer === 'station');
    expect(row?.['nameZh']).toBe(`'=HYPERLINK("x")`);
    expect(Number(row?.['lng'])).toBe(100.3);
    expect(new Set(data.map(({ layer }) => layer)).size).toBe(shown.length);
    const alone = toCsv(layersTable(shown.filter(({ layer }) => layer === 'rail')));
    expect(alone.split('\r\n')[0]).toBe('id,nameZh,nameEn,status,category,designSpeedKmh,openedYear');
  });

  it('is a workbook with a sheet a layer: numbers stay numbers, missing is empty, names fit', async () => {
    const blob = await toWorkbook([
      ...layers.map(({ layer, features }) => ({ name: layer, rows: layerTable(features) })),
      {
        name: 'a/b'.repeat(20),
        rows: [
          ['键', '值\u0001'],
          ['=1+1', 0.1],
        ],
      },
      { name: 'a/b'.repeat(20), rows: [['again']] },
    ]);
    const bytes = Buffer.from(await blob.arrayBuffer());
    expect(await schemaProblems(bytes, 'xlsx')).toEqual([]);
    const back = await readXlsxFile(bytes);
    expect(back.map(({ sheet }) => sheet).slice(0, layers.length)).toEqual(layers.map(({ layer }) => layer));
    const names = back.map(({ sheet }) => sheet);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
    const units = back.find(({ sheet }) => sheet === 'choropleth')?.data ?? [];
    const value = units[0]?.indexOf('value') ?? -1;
    expect(units.slice(1).map((row) => row[value])).toEqual([1200.25, 0, null]);
    expect(back.at(-2)?.data).toEqual([
      ['键', '值'],
      ['=1+1', 0.1],
    ]);
  });
});
