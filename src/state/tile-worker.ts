import { createTileClient, type TileClient } from '#compute/tile-client.ts';
import type { TopologyFiles } from '#compute/tile-operations.ts';
import type { TiledTopology } from '#core/geography/admin-tiles.ts';
import { fileOfTopology } from '#data/artefact-values.ts';
import { atlasData } from './atlas-data.ts';

const TILED: readonly TiledTopology[] = ['admin-national', 'admin-county'];

function filesOf(ids: readonly TiledTopology[]): TopologyFiles {
  const { values } = atlasData.getState();
  return Object.fromEntries(
    ids.flatMap((id) => {
      const topology = values[id];
      const file = topology === undefined ? null : fileOfTopology(topology);
      return file === null ? [] : [[id, file]];
    }),
  );
}

let client: TileClient | null = null;

// Tiles asked for after a file came find it there. A worker that does not run yet is opened with what there is then.
atlasData.subscribe(({ values }, { values: before }) => {
  const come = TILED.filter((id) => values[id] !== before[id]);
  if (client !== null && come.length > 0) void client.call('use-files', { files: filesOf(come) });
});

/** The page's one tile worker, shared by its maps: it holds the units' shapes. Starts with its first call. */
export function tileWorker(): TileClient {
  client ??= createTileClient(() => filesOf(TILED));
  return client;
}
