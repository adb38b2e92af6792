import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { unattendedWords } from '#app/unattended/words.ts';
import type { ShapeReadings } from '#core/surface/shape-readings.ts';
import { dataFile } from '#features/briefing/export/data-export.ts';
import { ownShapeData } from '#features/briefing/export/own-shape-data.ts';
import type { BriefingWords } from '#features/briefing/export/sheet-words.ts';
import type { OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { fullModel } from '../map/fixture-model.ts';

const box = (west: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, 30],
        [west, 31],
        [west + 1, 31],
        [west + 1, 30],
        [west, 30],
      ],
    ],
  ],
});
const [onLand, atSea, unknown] = [box(100), box(121), box(110)];
const file: ShapeFile = {
  id: 'f'.repeat(64),
  name: '规划.zip',
  datum: 'GCJ-02',
  layer: '范围',
  nameField: 'NAME',
  isDissolved: false,
};
const drawing: OwnShapesDrawing = {
  title: '自有范围',
  files: [
    {
      id: file.id,
      label: '规划.zip（自有文件）',
      look: 0,
      shapes: [
        { id: 'f:0', name: '甲新区', area: onLand },
        { id: 'f:1', name: '海上', area: atSea },
        { id: 'f:2', name: '未算', area: unknown },
      ],
    },
  ],
  chosen: null,
};
const readings: ShapeReadings = {
  areaKm2: 1234.56,
  outlineKm2: 1300.04,
  population: 56_789.4,
  peopleFrom: null,
  beyondGridKm2: 0,
  counties: [
    { adcode: '510101', share: 0.25, areaKm2: 1000, population: 50_000.2 },
    { adcode: '510102', share: 1, areaKm2: 234.56, population: null },
  ],
  withoutPopulation: ['510102'],
  gdp: { value: 321.98, knownShare: 0.87654, years: [2019, 2020] },
  prefectures: [],
};

async function exported(only: 'own-boundary' | 'rail' | null, format: 'geojson' | 'csv' | 'topojson') {
  const words = await unattendedWords('en');
  const t: BriefingWords = words.getFixedT('en', 'briefing');
  const own = ownShapeData(
    drawing,
    [file],
    new Map<MultiPolygon, ShapeReadings | null>([
      [onLand, readings],
      [atSea, null],
    ]),
    (adcode) => `county ${adcode}`,
    'en',
    t,
  );
  const blob = await dataFile(
    {
      title: 'Title',
      note: '',
      model: { ...fullModel, language: 'en', ownShapes: drawing },
      camera: { center: [101, 30], zoom: 6 },
      screen: { width: 800, height: 600 },
      approvalNumber: null,
      dataVersion: null,
      settings: { title: 'Settings', lines: [] },
      sources: { title: 'Sources', lines: ['of the map'] },
      receipt: '{"format":"chengqun-receipt"}',
      imprint: '',
    },
    format,
    only,
    [],
    { ...own, isPartial: true },
    t,
  );
  return blob === null ? '' : blob.text();
}

describe('boundaries of one’s own in a data file', () => {
  it('have name, file by hash, and the figures of their page, marked derived; none are none, not zero', async () => {
    const { features } = JSON.parse(await exported('own-boundary', 'geojson')) as FeatureCollection;
    const ofFile = { file: '规划.zip', file_layer: '范围', coordinates: 'GCJ-02', sha256: file.id };
    expect(features.map(({ properties }) => properties)).toEqual([
      {
        layer: 'own-boundary',
        id: 'f:0',
        name: '甲新区',
        ...ofFile,
        people: 56_789,
        people_from: 'census',
        land_km2: 1234.6,
        outline_km2: 1300,
        gdp_100m_cny: 322,
        gdp_years: '2019, 2020',
        gdp_known_share: 0.8765,
        counties: 2,
        provenance: 'derived',
      },
      ...['海上', '未算'].map((name, index) => ({
        layer: 'own-boundary',
        id: `f:${index + 1}`,
        name,
        ...ofFile,
        people: null,
        people_from: null,
        land_km2: null,
        outline_km2: null,
        gdp_100m_cny: null,
        gdp_years: null,
        gdp_known_share: null,
        counties: null,
        provenance: 'derived',
      })),
    ]);
    // RFC 7946: the outer ring runs counter-clockwise, whichever way the file had it.
    expect(features[0]?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[onLand.coordinates[0]?.[0]?.toReversed()]],
    });
  });

  it('come with the counties in each, the method, and receipt', async () => {
    const json = JSON.parse(await exported(null, 'geojson')) as {
      figures: unknown;
      sources: string[];
      receipt: unknown;
    };
    expect(json.figures).toEqual([
      {
        title: '甲新区: counties in the area',
        columns: ['Code', 'County', 'Share of its land', 'People'],
        rows: [
          ['510101', 'county 510101', '25%', '50,000'],
          ['510102', 'county 510102', '100%', '—'],
        ],
        remark: 'Derived',
      },
    ]);
    expect(json.sources[0]).toBe('of the map');
    expect(json.sources[1]).toBe(`Own boundaries: 规划.zip · 范围 · GCJ-02 · SHA-256 ${file.id}`);
    expect(json.sources[2]).toContain('cells of 0.01°');
    expect(json.receipt).toEqual({ format: 'chengqun-receipt' });
  });

  it('are rows of a table with columns in words, and an object of a topology', async () => {
    const csv = await exported('own-boundary', 'csv');
    expect(csv).toMatch(/甲新区,规划\.zip,范围,GCJ-02,f{64},56789,census,1234\.6,1300,322,"2019, 2020"/u);
    expect(csv).toContain('people_from: People counted from: census = census, spread evenly over the county');
    expect(csv).toContain('provenance: Provenance: derived = Derived from observed');
    const topology = JSON.parse(await exported('own-boundary', 'topojson')) as { objects: object };
    expect(Object.keys(topology.objects)).toEqual(['own-boundary']);
    expect(await exported('rail', 'csv')).not.toContain('甲新区,');
  });
});
