import { browserWorker } from './browser-worker.ts';
import type { TileOperations, TopologyFiles } from './tile-operations.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the tile worker. */
export type TileClient = WorkerClient<TileOperations, 'open'>;

/**
 * Makes a client; the worker starts with its first call.
 *
 * @param files What is there, asked for whenever a worker is opened: after a crash the new one has it too.
 */
export function createTileClient(files: () => TopologyFiles): TileClient {
  return createWorkerClient<TileOperations, 'open'>({
    openWorker: browserWorker(
      () => new Worker(new URL('./tile.worker.ts', import.meta.url), { type: 'module', name: 'tiles' }),
    ),
    opening: {
      operation: 'open',
      get request() {
        return { files: files() };
      },
    },
  });
}
