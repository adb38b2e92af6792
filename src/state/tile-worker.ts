import type { Topology } from 'topojson-specification';
import { createTileClient, type TileClient } from '#compute/tile-client.ts';
import type { TopologyFiles } from '#compute/tile-operations.ts';
import type { TiledTopology } from '#core/geography/admin-tiles.ts';
import { unpackTopology } from '#core/geography/packed-topology.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { readTopology } from '#data/decode-topology.ts';

/** What a worker that is opened, or opened again after a crash, is given. */
let files: TopologyFiles = {};
let client: TileClient | null = null;

/** The page's one tile worker, shared by its maps: it holds the units' shapes. Starts with its first call. */
export function tileWorker(): TileClient {
  client ??= createTileClient(() => files);
  return client;
}

/**
 * How the page reads the checked files that tiles are cut from, so that the tile worker has them as well. The first picture
 * waits for the small one, which is read here; the large one would hold the page up and is read in the worker.
 */
export const READ_TILED: Readonly<
  Record<TiledTopology, (file: Uint8Array) => Result<Topology> | Promise<Result<Topology>>>
> = {
  'admin-national': (file) => {
    const topology = readTopology(file, 'admin-national');
    if (topology.ok) {
      files = { ...files, 'admin-national': file };
      // Tiles asked for after this find it there.
      if (client !== null) void client.call('use-files', { files: { 'admin-national': file } });
    }
    return topology;
  },
  'admin-county': async (file) => {
    const packed = await tileWorker().call('read', { topology: 'admin-county', file });
    if (!packed.ok) return packed;
    files = { ...files, 'admin-county': file };
    return succeed(unpackTopology(packed.value));
  },
};
