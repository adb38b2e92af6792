import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { createTileHandlers } from '#compute/tile-handlers.ts';
import type { AdminDrawing } from '#core/geography/admin-map.ts';
import { MAP_TILES } from '#core/geography/map-tiles.ts';
import { unpackTopology } from '#core/geography/packed-topology.ts';
import { fixtureTopology } from '../map/fixture-model.ts';

const context = {
  signal: new AbortController().signal,
  reportProgress: () => undefined,
  pause: () => Promise.resolve(),
};

const file = new TextEncoder().encode(JSON.stringify(fixtureTopology));

/** The web map tile (XYZ) that holds a place, by the definition of the web Mercator projection. */
function tileAt([lng, lat]: readonly [number, number], z: number): { z: number; x: number; y: number } {
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    z,
    x: Math.floor(((lng + 180) / 360) * 2 ** z),
    y: Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z),
  };
}

async function cut(place: { z: number; x: number; y: number }) {
  const handlers = createTileHandlers();
  await handlers.open({ files: {} }, context);
  await handlers['use-files']({ files: { 'admin-national': file } }, context);
  const { result, transfer } = await handlers.tile({ topology: 'admin-national', ...place }, context);
  if (!result.ok) throw new Error(result.failure.message);
  if (result.value === null) return null;
  expect(transfer).toEqual([result.value]);
  const { layers } = new VectorTile(new PbfReader(result.value));
  return new Map(
    Object.entries(layers).map(([drawing, layer]) => {
      expect(layer.extent).toBe(MAP_TILES.extent);
      const features = Array.from({ length: layer.length }, (_, index) =>
        layer.feature(index).toGeoJSON(place.x, place.y, place.z),
      );
      return [drawing as AdminDrawing, features] as const;
    }),
  );
}

const read = (json: unknown, handlers: ReturnType<typeof createTileHandlers>) =>
  handlers.read({ topology: 'admin-county', file: new TextEncoder().encode(JSON.stringify(json)) }, context);

describe('tiles of units', () => {
  it('holds the polygons of a place with their adcodes, where they were', async () => {
    const areas = (await cut(tileAt([101, 30], 5)))?.get('prefectures');
    expect(areas?.map(({ properties }) => properties?.['id']).toSorted()).toEqual([
      '110100',
      '110200',
      '220100',
      '220200',
    ]);
    const north = areas?.find(({ properties }) => properties?.['id'] === '110100');
    if (north?.geometry.type !== 'Polygon') throw new Error('a square');
    const corners = north.geometry.coordinates[0] ?? [];
    // 100–101° E, 30–31° N, to the units of a tile at zoom 5: 360°/32/8192.
    for (const [index, low] of [100, 30].entries()) {
      const values = corners.map((corner) => corner[index] ?? Number.NaN);
      expect(Math.min(...values)).toBeCloseTo(low, 2);
      expect(Math.max(...values)).toBeCloseTo(low + 1, 2);
    }
  });

  it('draws each border of a level once: the inner province border is no prefecture line', async () => {
    const tile = await cut(tileAt([101, 30], 5));
    const points = tile
      ?.get('prefecture-lines')
      ?.flatMap(({ geometry }) => (geometry.type === 'MultiLineString' ? geometry.coordinates.flat() : []));
    // The two east–west borders at 30° N; the province border runs north–south at 101° E.
    for (const point of points ?? []) expect(point[1]).toBeCloseTo(30, 2);
    expect(points).not.toHaveLength(0);
    expect(tile?.get('province-lines')).toHaveLength(1);
  });

  it('has nothing far away, and of levels that the topology lacks', async () => {
    expect(await cut(tileAt([0, -40], 5))).toBeNull();
    const here = await cut(tileAt([101, 30], 5));
    expect([...(here?.keys() ?? [])].toSorted()).toEqual([
      'prefecture-lines',
      'prefectures',
      'province-lines',
    ]);
  });

  it('cuts a basemap into its own drawings, the coast beside the land, with the names of its rivers', async () => {
    const basemap = {
      type: 'Topology',
      objects: {
        land: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] },
        rivers: {
          type: 'GeometryCollection',
          geometries: [{ type: 'LineString', arcs: [1], properties: { nameZh: '甲江', rank: 1 } }],
        },
      },
      arcs: [
        [
          [101, 30],
          [101, 31],
          [100, 31],
          [100, 30],
          [101, 30],
        ],
        [
          [100.2, 30.5],
          [100.8, 30.5],
        ],
      ],
    };
    const handlers = createTileHandlers();
    const bytes = new TextEncoder().encode(JSON.stringify(basemap));
    await handlers.open({ files: { basemap: bytes } }, context);
    const { result } = await handlers.tile({ topology: 'basemap', ...tileAt([100.5, 30.5], 5) }, context);
    if (!result.ok || result.value === null) throw new Error('there is land');
    const { layers } = new VectorTile(new PbfReader(result.value));
    expect(Object.keys(layers).toSorted()).toEqual(['coast', 'land', 'rivers']);
    expect(layers['rivers']?.feature(0).properties).toEqual({ nameZh: '甲江', rank: 1 });
  });

  it('cuts a closer view out of the same shapes', async () => {
    const areas = (await cut(tileAt([100.5, 30.5], 11)))?.get('prefectures');
    expect(areas?.map(({ properties }) => properties?.['id'])).toEqual(['110100']);
  });

  describe('reading a file for the page as well', () => {
    /** The fixture in whole degrees, each point as the step from the one before. */
    const arcs = fixtureTopology.arcs.map((arc) =>
      arc.map((point, index) => point.map((value, axis) => value - (arc[index - 1]?.[axis] ?? 0))),
    );
    const artefact = {
      header: { artefact: 'admin-county', formatVersion: 1, vintage: '', sources: [] },
      transform: { scale: [1, 1], translate: [0, 0] },
      ...fixtureTopology,
      arcs,
      objects: { ...fixtureTopology.objects, counties: fixtureTopology.objects['prefectures'] },
    };
    it('moves the checked topology to the page and cuts tiles from it afterwards', async () => {
      const handlers = createTileHandlers();
      const { result, transfer } = await read(artefact, handlers);
      if (!result.ok) throw new Error(result.failure.message);
      expect(transfer).toEqual([result.value.points.buffer, result.value.ends.buffer]);
      const topology = unpackTopology(result.value);
      expect({ ...topology, arcs: topology.arcs.map((arc) => arc) }).toEqual(artefact);
      const tile = await handlers.tile({ topology: 'admin-county', ...tileAt([100.5, 30.5], 11) }, context);
      if (!tile.result.ok || tile.result.value === null) throw new Error('there is a county');
      const { layers } = new VectorTile(new PbfReader(tile.result.value));
      expect(layers['counties']?.feature(0).properties).toEqual({ id: '110100' });
    });

    it('says what is wrong with a file, and keeps nothing of it', async () => {
      const handlers = createTileHandlers();
      const broken = { ...artefact, arcs: artefact.arcs.slice(1) };
      const { result } = await read(broken, handlers);
      expect(result.ok ? null : result.failure.reason).toBe('malformed-artefact');
      expect(() => handlers.tile({ topology: 'admin-county', z: 0, x: 0, y: 0 }, context)).toThrow(
        'admin-county',
      );
    });
  });
});
