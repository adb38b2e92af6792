import { browserWorker } from './browser-worker.ts';
import type { TravelImportOperations } from './travel-import-operations.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the import worker. */
export type TravelImportClient = WorkerClient<TravelImportOperations, 'open'>;

/** Makes a client; the worker starts with its first call. */
export function createTravelImportClient(): TravelImportClient {
  return createWorkerClient<TravelImportOperations, 'open'>({
    openWorker: browserWorker(
      () =>
        new Worker(new URL('./travel-import.worker.ts', import.meta.url), {
          type: 'module',
          name: 'travel-import',
        }),
    ),
    opening: { operation: 'open', request: null },
  });
}
