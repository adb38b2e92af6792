import { browserWorker } from './browser-worker.ts';
import type { ShapeImportOperations } from './shape-import-operations.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the worker for boundaries. */
export type ShapeImportClient = WorkerClient<ShapeImportOperations, 'open'>;

/** Makes a client; the worker starts with its first call. */
export function createShapeImportClient(): ShapeImportClient {
  return createWorkerClient<ShapeImportOperations, 'open'>({
    openWorker: browserWorker(
      () =>
        new Worker(new URL('./shape-import.worker.ts', import.meta.url), {
          type: 'module',
          name: 'shape-import',
        }),
    ),
    opening: { operation: 'open', request: null },
  });
}
