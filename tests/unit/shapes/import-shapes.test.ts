import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { area } from '@turf/area';
import { strToU8, zipSync } from 'fflate';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { importShapes } from '#data/shapes/import-shapes.ts';
import { SHAPE_LIMITS, type ShapeOptions, type ShapesImport } from '#data/shapes/shape-import.ts';

// The zips of the corpus were written by pyshp, the projected coordinates by PROJ: neither is the reader under test.
const corpus = resolve(import.meta.dirname, '../../fixtures/corpus');

function fileOf(name: string): Uint8Array {
  const folder = name.endsWith('json') ? 'shapes-json' : 'shapes';
  return new Uint8Array(readFileSync(resolve(corpus, folder, name)));
}

function read(bytes: Uint8Array, options: Partial<ShapeOptions> = {}, signal = new AbortController().signal) {
  return importShapes(
    bytes,
    { fileName: '范围.geojson', datum: 'WGS-84', layer: null, ...options },
    { signal, onProgress: () => undefined, pause: () => Promise.resolve() },
  );
}

async function taken(bytes: Uint8Array, options: Partial<ShapeOptions> = {}): Promise<ShapesImport> {
  const result = await read(bytes, options);
  if (!result.ok) throw new Error(`${result.failure.reason}: ${result.failure.message}`);
  return result.value;
}

async function refusal(bytes: Uint8Array, options: Partial<ShapeOptions> = {}): Promise<string> {
  const result = await read(bytes, options);
  return result.ok ? 'taken' : result.failure.reason;
}

const geo = (value: unknown) => strToU8(JSON.stringify(value));
const square = (west: number, south: number, size = 0.2) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (...rings: readonly unknown[]) => geo({ type: 'Polygon', coordinates: rings });
const reasons = ({ notes }: ShapesImport) => notes.map(({ reason }) => reason);
const namesOf = ({ shapes, nameField }: ShapesImport) =>
  shapes.fields.find(({ name }) => name === nameField)?.values;

/** Corners of the drawing by 0.1 m: a degree is 111 km. */
const CLOSE = 6;

describe('a zipped Shapefile', () => {
  const NAMES = ['天府新区规划范围', '龙泉山 环形', '两片'];

  it.each([
    ['valid-cgcs2000-gauss-krueger-gbk.zip', 'CGCS2000_3_Degree_GK_Zone_35', []],
    ['valid-cgcs2000-degrees-utf8.zip', 'GCS_China_Geodetic_Coordinate_System_2000', []],
    ['valid-gbk-without-cpg-and-prj.zip', null, ['no-prj']],
  ])('%s', async (file, system, notes) => {
    const read3 = await taken(fileOf(file), { fileName: file });
    expect(read3.system).toBe(system);
    expect(reasons(read3)).toEqual(notes);
    expect([read3.layer, read3.layers]).toEqual(['guihua', ['guihua']]);
    expect(read3.nameField).toBe('名称');
    expect(namesOf(read3)).toEqual(NAMES);
    const [first, ringed, two] = read3.shapes.areas;
    expect(read3.shapes.areas).toHaveLength(3);
    const [lng = 0, lat = 0] = first?.coordinates[0]?.[0]?.[0] ?? [];
    expect(lng).toBeCloseTo(104, CLOSE);
    expect(lat).toBeCloseTo(30.3, CLOSE);
    expect(ringed?.coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(two?.coordinates.map((rings) => rings.length)).toEqual([1, 1]);
  });

  it('without its .prj in metres says what the coordinates look like', async () => {
    const result = await read(fileOf('projected-without-prj.zip'));
    expect(result.ok ? null : result.failure).toMatchObject({
      reason: 'shapes-projected',
      values: { detail: 'CGCS2000 3° Gauss–Krüger, zone 35' },
    });
  });

  it('keeps its areas where the attributes make no sense', async () => {
    const result = await taken(fileOf('valid-endless-attributes.zip'));
    expect(result.shapes.areas).toHaveLength(3);
    expect([result.shapes.fields, reasons(result)]).toEqual([[], ['no-attributes']]);
  });

  it('reads the layer that was asked for of several, and their names in GBK', async () => {
    const inner = await import('fflate').then(({ unzipSync }) =>
      unzipSync(fileOf('valid-cgcs2000-degrees-utf8.zip')),
    );
    const gbk = String.fromCharCode(0xb7, 0xb6, 0xce, 0xa7); // 范围
    const packed = zipSync(
      Object.fromEntries(
        ['a/one', `a/${gbk}`].flatMap((name) =>
          Object.entries(inner).map(([file, bytes]) => [file.replace('guihua', name), bytes]),
        ),
      ),
    );
    // fflate marks such names as UTF-8; older programs write the bytes and no mark.
    const zip = withoutUtf8Mark(packed);
    const first = await taken(zip);
    expect([first.layers, first.layer]).toEqual([['a/one', 'a/范围'], 'a/one']);
    expect((await taken(zip, { layer: 'a/范围' })).layer).toBe('a/范围');
  });

  it('an unknown projection is refused by its name', async () => {
    const inner = await import('fflate').then(({ unzipSync }) =>
      unzipSync(fileOf('valid-cgcs2000-gauss-krueger-gbk.zip')),
    );
    const zip = zipSync({ ...inner, 'guihua.prj': strToU8('PROJCS["local grid of 1970"]') });
    expect(await refusal(zip)).toBe('shapes-projection-unknown');
  });

  it('of Xian 1980 is read and said to be off', async () => {
    const inner = await import('fflate').then(({ unzipSync }) =>
      unzipSync(fileOf('valid-cgcs2000-gauss-krueger-gbk.zip')),
    );
    const prj = new TextDecoder()
      .decode(inner['guihua.prj'])
      .replace('D_China_2000', 'D_Xian_1980')
      .replace('"CGCS2000",6378137.0,298.257222101', '"Xian_1980",6378140.0,298.257');
    const result = await taken(zipSync({ ...inner, 'guihua.prj': strToU8(prj) }));
    expect(result.notes).toEqual([{ reason: 'old-datum', count: 1, named: ['Xian 1980'] }]);
    expect(result.shapes.areas[0]?.coordinates[0]?.[0]?.[0]?.[1]).toBeCloseTo(30.3, 3);
  });
});

/** Makes a zip of one whose names are bytes without the flag of UTF-8. */
function withoutUtf8Mark(zip: Uint8Array): Uint8Array {
  const latin = Array.from(zip, (byte) => String.fromCharCode(byte)).join('');
  // Characters of one byte above 127 are two in UTF-8: put back, the name is shorter, so the zip is written by hand.
  expect(latin).toContain('a/one');
  const files: { name: string; bytes: Uint8Array }[] = [];
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const [method, packedSize, nameLength, extra] = [
      view.getUint16(at + 8, true),
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const start = at + 30 + nameLength + extra;
    const end = start + packedSize;
    files.push({
      name: new TextDecoder().decode(zip.subarray(at + 30, at + 30 + nameLength)),
      bytes: zip.subarray(at, end),
    });
    expect([0, 8]).toContain(method);
    at = end;
  }
  const local: number[] = [];
  const central: number[] = [];
  for (const { name, bytes } of files) {
    const nameBytes = Array.from(name, (letter) => letter.charCodeAt(0));
    const head = new DataView(bytes.slice(0, 30).buffer);
    const oldLength = head.getUint16(26, true);
    const offset = local.length;
    head.setUint16(6, head.getUint16(6, true) & ~0x800, true);
    head.setUint16(26, nameBytes.length, true);
    local.push(...new Uint8Array(head.buffer), ...nameBytes, ...bytes.subarray(30 + oldLength));
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    for (const [to, from] of [
      [6, 4],
      [8, 6],
      [10, 8],
      [28, 26],
    ] as const)
      entry.setUint16(to, head.getUint16(from, true), true);
    for (const [to, from] of [
      [16, 14],
      [20, 18],
      [24, 22],
    ] as const)
      entry.setUint32(to, head.getUint32(from, true), true);
    entry.setUint32(42, offset, true);
    central.push(...new Uint8Array(entry.buffer), ...nameBytes);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, local.length, true);
  return Uint8Array.from([...local, ...central, ...new Uint8Array(end.buffer)]);
}

describe('GeoJSON, TopoJSON and KML', () => {
  it('GeoJSON: areas with their attributes; a line is passed over and told', async () => {
    const result = await taken(fileOf('valid-areas-and-a-line.geojson'));
    expect(namesOf(result)).toEqual(['核心区', '拓展区']);
    expect(result.shapes.fields).toEqual([
      { name: '名称', values: ['核心区', '拓展区'] },
      { name: 'year', values: ['2035', ''] },
    ]);
    expect(result.notes).toEqual([{ reason: 'lines-points', count: 1, named: [] }]);
    expect([result.system, result.layer]).toEqual([null, '范围']);
  });

  it('GeoJSON in metres is turned by the code that it names', async () => {
    const result = await taken(fileOf('valid-projected-with-crs.geojson'));
    const [lng = 0, lat = 0] = result.shapes.areas[0]?.coordinates[0]?.[0]?.[0] ?? [];
    expect([lng, lat].map((value) => value.toFixed(6))).toEqual(['104.300000', '30.600000']);
  });

  // By PROJ from 104.3° E 30.6° N.
  it.each([
    ['EPSG:4523', 35432868.78460658, 3386836.66404417],
    ['EPSG:4544', 432868.78460658446, 3386836.66404417],
    ['EPSG:4509', -722761.6321635959, 3456328.5786601156],
    ['EPSG:4498', 19277238.367836405, 3456328.5786601156],
    ['EPSG:3857', 11610622.889738433, 3580909.7604618776],
    ['urn:ogc:def:crs:EPSG::32648', 432895.63709302474, 3385481.929475234],
  ])('%s is turned as PROJ does', async (name, x, y) => {
    const [[first = [0, 0]] = []] =
      (
        await taken(
          geo({
            type: 'FeatureCollection',
            crs: { type: 'name', properties: { name } },
            features: [{ type: 'Polygon', coordinates: [square(x, y, 1000)] }],
          }),
        )
      ).shapes.areas[0]?.coordinates[0] ?? [];
    expect(first[0]).toBeCloseTo(104.3, 5);
    expect(first[1]).toBeCloseTo(30.6, 5);
  });

  it('an unknown code is refused', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:27700' } };
    expect(await refusal(geo({ type: 'FeatureCollection', crs, features: [] }))).toBe(
      'shapes-projection-unknown',
    );
  });

  it('TopoJSON: the areas of an object', async () => {
    const result = await taken(fileOf('valid-topology.json'));
    expect([result.layer, namesOf(result)]).toEqual(['都市圈', ['甲', '乙']]);
  });

  it.each(['valid-placemarks.kml', 'valid-archive.kmz'])(
    '%s: areas of placemarks with their data',
    async (file) => {
      const result = await taken(fileOf(file), { fileName: file });
      expect(namesOf(result)).toEqual(['城镇开发边界', '两块']);
      expect(result.shapes.fields.map(({ name }) => name)).toEqual(['name', '级别']);
      expect(result.shapes.areas.map(({ coordinates }) => coordinates.map((rings) => rings.length))).toEqual([
        [2],
        [1, 1],
      ]);
      expect(result.notes).toEqual([{ reason: 'lines-points', count: 1, named: [] }]);
    },
  );

  it('GCJ-02 is turned where it is said to be so', async () => {
    const file = polygon(square(104, 30.5));
    const asIs = (await taken(file)).shapes.areas[0];
    const turned = (await taken(file, { datum: 'GCJ-02' })).shapes.areas[0];
    const corner = turned?.coordinates[0]?.[0]?.[0] ?? [];
    expect(asIs?.coordinates[0]?.[0]?.[0]).toEqual([104, 30.5]);
    expect(corner).toEqual(gcoord.transform([104, 30.5], gcoord.GCJ02, gcoord.WGS84));
    // Some hundred metres.
    expect(Math.hypot((corner[0] ?? 0) - 104, (corner[1] ?? 0) - 30.5)).toBeGreaterThan(0.001);
  });
});

describe('what is told and what is refused', () => {
  it('an unclosed ring is closed, a bow is told, a ring without area is dropped', async () => {
    const bow = [
      [104, 30],
      [105, 31],
      [105, 30],
      [104, 31],
      [104, 30],
    ];
    const result = await taken(
      geo({
        type: 'FeatureCollection',
        features: [
          { type: 'Polygon', coordinates: [square(104, 30.5).slice(0, -1)] },
          { type: 'Polygon', coordinates: [bow] },
          {
            type: 'Polygon',
            coordinates: [
              square(104, 31),
              [
                [104.1, 31.1],
                [104.1, 31.1],
              ],
            ],
          },
        ],
      }),
    );
    expect(result.notes).toEqual([
      { reason: 'ring-closed', count: 1, named: ['1'] },
      { reason: 'self-crossing', count: 1, named: ['2'] },
      { reason: 'ring-dropped', count: 1, named: ['3'] },
    ]);
    expect(result.shapes.areas.map((shape) => shape.coordinates[0]?.[0]?.length)).toEqual([5, 5, 5]);
    expect(result.shapes.areas.map((shape) => shape.coordinates[0]?.length)).toEqual([1, 1, 1]);
  });

  it.each([
    ['lines alone', () => fileOf('lines-alone.geojson'), 'shapes-no-areas'],
    ['latitude first', () => fileOf('latitude-first.geojson'), 'shapes-swapped'],
    ['Paris', () => polygon(square(2.3, 48.8)), 'shapes-outside'],
    ['Web Mercator', () => polygon(square(11_580_000, 3_580_000, 1000)), 'shapes-projected'],
    ['a cut JSON', () => strToU8('{"type":"FeatureCollection","features":[{"type"'), 'shapes-damaged'],
    ['a table', () => strToU8('名称,面积\n甲,12\n'), 'shapes-unknown-form'],
    ['another JSON', () => geo({ a: 1 }), 'shapes-unknown-form'],
    ['a project', () => geo({ format: 'chengqun-project', version: 1 }), 'shapes-project'],
    ['a zip of texts', () => zipSync({ 'a.txt': strToU8('a') }), 'shapes-no-layer'],
    ['a cut zip', () => fileOf('valid-archive.kmz').subarray(0, 100), 'not-a-zip'],
    ['bytes', () => Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256), 'shapes-unknown-form'],
    [
      'too many corners',
      () => polygon(Array.from({ length: SHAPE_LIMITS.vertices + 2 }, () => [104, 30])),
      'shapes-too-fine',
    ],
    [
      'too many areas',
      () =>
        geo({
          type: 'FeatureCollection',
          features: Array.from({ length: SHAPE_LIMITS.shapes + 1 }, () => ({
            type: 'Polygon',
            coordinates: [square(104, 30)],
          })),
        }),
      'shapes-too-many',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes())).toBe(reason);
  });

  it('an archive that unpacks to very much', async () => {
    const bomb = zipSync({ 'a.shp': new Uint8Array(24_000_000), 'a.dbf': new Uint8Array(10) }, { level: 9 });
    expect(await refusal(bomb)).toBe('zip-too-large');
  });

  it('areas abroad are left out and counted', async () => {
    const features = [square(104, 30), square(2, 48)].map((ring) => ({
      type: 'Polygon',
      coordinates: [ring],
    }));
    const result = await taken(geo({ type: 'FeatureCollection', features }));
    expect(result.shapes.areas).toHaveLength(1);
    expect(result.notes).toEqual([{ reason: 'outside-left-out', count: 1, named: [] }]);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    const result = await read(fileOf('valid-areas-and-a-line.geojson'), {}, controller.signal);
    expect(result.ok ? null : result.failure.reason).toBe('cancelled');
  });

  it('an area in metres is as large as one in degrees', async () => {
    const [metres, degrees] = await Promise.all(
      ['valid-cgcs2000-gauss-krueger-gbk.zip', 'valid-cgcs2000-degrees-utf8.zip'].map((file) =>
        taken(fileOf(file)),
      ),
    );
    metres?.shapes.areas.forEach((shape, index) => {
      const other = degrees?.shapes.areas[index];
      expect(area(shape) / area(other ?? shape)).toBeCloseTo(1, 6);
    });
  });
});
