import type { Topology } from 'topojson-specification';
import { createTileClient, type TileClient } from '#compute/tile-client.ts';
import type { TopologyFiles } from '#compute/tile-operations.ts';
import type { TiledTopology } from '#core/geography/map-tiles.ts';
import { unpackTopology } from '#core/geography/packed-topology.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { readTopology } from '#data/decode-topology.ts';

/** What a worker that is opened, or opened again after a crash, is given. */
let files: TopologyFiles = {};
let client: TileClient | null = null;

/** The page's one tile worker, shared by its maps: it holds the shapes of units and basemap. Starts with its first call. */
export function tileWorker(): TileClient {
  client ??= createTileClient(() => files);
  return client;
}

/** Reads a file on the page, and hands it to the tile worker as well. */
function readHere(id: TiledTopology): (file: Uint8Array) => Result<Topology> {
  return (file) => {
    const topology = readTopology(file, id);
    if (topology.ok) {
      files = { ...files, [id]: file };
      // Tiles asked for after this find it there.
      if (client !== null) void client.call('use-files', { files: { [id]: file } });
    }
    return topology;
  };
}

/** Reads a file in the tile worker, which gives the topology to the page. */
function readThere(id: TiledTopology): (file: Uint8Array) => Promise<Result<Topology>> {
  return async (file) => {
    const packed = await tileWorker().call('read', { topology: id, file });
    if (!packed.ok) return packed;
    files = { ...files, [id]: file };
    return succeed(unpackTopology(packed.value));
  };
}

/**
 * How the page reads the checked files that tiles are cut from, so that the tile worker has them as well. The first picture
 * waits for the small ones, which are read here; the large ones would hold the page up and are read in the worker.
 */
export const READ_TILED: Readonly<
  Record<TiledTopology, (file: Uint8Array) => Result<Topology> | Promise<Result<Topology>>>
> = {
  'admin-national': readHere('admin-national'),
  'admin-county': readThere('admin-county'),
  basemap: readHere('basemap'),
  'basemap-detail': readThere('basemap-detail'),
};
