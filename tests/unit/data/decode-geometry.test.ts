import { describe, expect, it } from 'vitest';
import { decodeRegions } from '#data/decode-regions.ts';
import { decodeTopology, topologyFeatures } from '#data/decode-topology.ts';
import { decodeUnits } from '#data/decode-units.ts';
import { decodeManifest } from '#data/manifest.ts';
import { headed } from './artefact-header.ts';

const header = (artefact: string) => headed(artefact, {}) as Record<string, unknown>;

const chengdu = {
  adcode: '510100',
  level: 'prefecture',
  nameZh: '成都市',
  shortNameZh: '成都',
  nameEn: 'Chengdu',
  pinyin: 'cheng du shi',
  aliases: [],
  provinceCode: '51',
  prefecture: null,
  seat: [104.07, 30.67],
  areaKm2: 14335,
};

describe('units.json', () => {
  const file = {
    ...header('units'),
    provinces: [{ code: '51', nameZh: '四川省', nameEn: 'Sichuan' }],
    units: [chengdu],
  };

  it('gives units and no joined codes', () => {
    const decoded = decodeUnits(file, 'units');
    expect(decoded.ok && decoded.value.units[0]?.nameEn).toBe('Chengdu');
    expect(decoded.ok && decoded.value.joined.size).toBe(0);
  });

  it.each([
    ['a code that is a number', { ...chengdu, adcode: 510100 }],
    ['a seat off the globe', { ...chengdu, seat: [204, 30] }],
    ['no area', { ...chengdu, areaKm2: 0 }],
  ])('refuses %s and names the place', (_, unit) => {
    const decoded = decodeUnits({ ...file, units: [unit] }, 'units');
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.failure.message).toContain('units.0');
  });

  it('refuses the file of another level', () => {
    expect(decodeUnits(file, 'units-county').ok).toBe(false);
  });
});

describe('regions.json', () => {
  it('refuses a region without a variant and a file that is not an object', () => {
    const region = {
      id: 'yrd',
      kind: 'agglomeration',
      nameZh: '长三角',
      nameEn: 'YRD',
      maturity: null,
      grade: '',
      approved: null,
      cores: [],
    };
    expect(decodeRegions({ ...header('regions'), regions: [{ ...region, variants: [] }] }).ok).toBe(false);
    expect(decodeRegions('<!doctype html>').ok).toBe(false);
    expect(decodeRegions({ ...header('regions'), regions: [] }).ok).toBe(true);
  });
});

/** Two unit squares side by side: a (0,0)–(1,1) and b (1,0)–(2,1), sharing arc 0. */
const squares = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [
    [[1, 0], [0, 1]], // prettier-ignore
    [[1, 1], [-1, 0], [0, -1], [1, 0]], // prettier-ignore
    [[1, 0], [1, 0], [0, 1], [-1, 0]], // prettier-ignore
  ],
  objects: Object.fromEntries(
    ['land', 'neighbours', 'lakes', 'rivers'].map((name) => [
      name,
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: 'a', arcs: [[0, 1]] },
          { type: 'Polygon', id: 'b', arcs: [[2, -1]] },
        ],
      },
    ]),
  ),
};

describe('a topology', () => {
  it('gives features with their ids', () => {
    const decoded = decodeTopology({ ...header('basemap'), ...squares }, 'basemap');
    if (!decoded.ok) throw new Error(decoded.failure.message);
    const [a, b] = topologyFeatures(decoded.value.topology, 'land');
    expect([a?.id, b?.id]).toEqual(['a', 'b']);
    expect(b?.geometry).toEqual({ type: 'Polygon', coordinates: [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]] }); // prettier-ignore
  });

  it('is refused when an object is missing or uses an arc that is not there', () => {
    const { land: _, ...others } = squares.objects;
    const without = decodeTopology({ ...header('basemap'), ...squares, objects: others }, 'basemap');
    expect(!without.ok && without.failure.message).toContain('no object "land"');
    const short = decodeTopology(
      { ...header('basemap'), ...squares, arcs: squares.arcs.slice(0, 2) },
      'basemap',
    );
    expect(!short.ok && short.failure.message).toContain('uses arc 2 of 2');
  });
});

describe('manifest.json', () => {
  const artefact = {
    id: 'units', path: 'units.json', format: 'json', bytes: 10, gzipBytes: 8, sha256: 'a'.repeat(64),
    vintage: '', licence: 'MIT', attribution: '', early: true, counts: { prefectures: 1 },
  }; // prettier-ignore
  const manifest = {
    format: 'chengqun-manifest',
    formatVersion: 1,
    dataVersion: '0123456789ab',
    vintage: '',
    artefacts: [artefact],
  };

  it('decodes', () => {
    const decoded = decodeManifest(manifest);
    expect(decoded.ok && decoded.value.dataVersion).toBe('0123456789ab');
  });

  it.each([
    ['a newer format', { ...manifest, formatVersion: 2 }],
    ['a hash that is none', { ...manifest, artefacts: [{ ...artefact, sha256: 'xyz' }] }],
    ['another document', { type: 'FeatureCollection' }],
    ['nothing', null],
  ])('refuses %s', (_, json) => {
    expect(decodeManifest(json).ok).toBe(false);
  });
});
