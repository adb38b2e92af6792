import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Topology } from 'topojson-specification';
import { type Drawing, drawingsOf } from '#core/geography/map-drawings.ts';
import { MAP_TILES, type TiledTopology } from '#core/geography/map-tiles.ts';
import { packTopology } from '#core/geography/packed-topology.ts';
import { succeed } from '#core/units/result.ts';
import type { TileOperations } from './tile-operations.ts';
import type { Handlers } from './worker-host.ts';

/** Units of a tile's own coordinates for each of its pixels on the page. */
const UNITS_PER_PIXEL = MAP_TILES.extent / MAP_TILES.sizePixels;

/**
 * Cuts units and basemap into vector tiles beside the page: half a million points would hold it up for a second
 * and more on their way to the map. A file is read, and its drawings cut, when the first tile of it is asked for.
 */
export function createTileHandlers(): Handlers<TileOperations> {
  const files = new Map<string, Uint8Array>();
  const topologies = new Map<TiledTopology, Topology>();
  const cuts = new Map<TiledTopology, ReadonlyMap<string, GeoJSONVT>>();

  const take: Handlers<TileOperations>['open'] = ({ files: given }) => {
    for (const [id, file] of Object.entries(given)) files.set(id, file);
    return { result: succeed(null) };
  };

  const topologyOf = (id: TiledTopology): Topology => {
    let topology = topologies.get(id);
    if (topology === undefined) {
      const file = files.get(id);
      // The page asks for tiles of what it has and has handed over: this is a bug, not a person's mistake.
      if (file === undefined) throw new Error(`the tile worker was not given ${id}`);
      topology = JSON.parse(new TextDecoder().decode(file)) as Topology;
      topologies.set(id, topology);
      files.delete(id);
    }
    return topology;
  };

  const cutOf = (id: TiledTopology): ReadonlyMap<string, GeoJSONVT> => {
    let cut = cuts.get(id);
    if (cut === undefined) {
      const drawings = drawingsOf(id, topologyOf(id));
      cut = new Map([...drawings].map(([name, drawing]) => [name, cutIntoTiles(drawing)]));
      cuts.set(id, cut);
    }
    return cut;
  };

  return {
    open: take,
    'use-files': take,
    read: async ({ topology: id, file }) => {
      // Tiles of the first picture need no checks: what checks is not loaded with them.
      const { readTopology } = await import('#data/decode-topology.ts');
      const read = readTopology(file, id);
      if (!read.ok) return { result: read };
      topologies.set(id, read.value);
      const packed = packTopology(read.value);
      return { result: succeed(packed), transfer: [packed.points.buffer, packed.ends.buffer] };
    },
    tile: ({ topology, z, x, y }) => {
      const layers: Parameters<typeof fromGeojsonVt>[0] = {};
      for (const [drawing, cut] of cutOf(topology)) {
        const layer = cut.getTile(z, x, y);
        if (layer !== null) layers[drawing] = layer;
      }
      if (Object.keys(layers).length === 0) return { result: succeed(null) };
      const bytes = fromGeojsonVt(layers, { version: 2, extent: MAP_TILES.extent });
      const buffer = bytes.slice().buffer;
      return { result: succeed(buffer), transfer: [buffer] };
    },
  };
}

function cutIntoTiles({ features, cut }: Drawing): GeoJSONVT {
  return new GeoJSONVT(features, {
    maxZoom: MAP_TILES.maxZoom,
    extent: MAP_TILES.extent,
    buffer: cut.bufferPixels * UNITS_PER_PIXEL,
    tolerance: cut.tolerancePixels * UNITS_PER_PIXEL,
  });
}
