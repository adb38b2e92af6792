import { browserWorker } from './browser-worker.ts';
import type { TableImportOperations } from './table-import-operations.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the worker for tables of one's own. */
export type TableImportClient = WorkerClient<TableImportOperations, 'open'>;

/** Makes a client; the worker starts with its first call. */
export function createTableImportClient(): TableImportClient {
  return createWorkerClient<TableImportOperations, 'open'>({
    openWorker: browserWorker(
      () =>
        new Worker(new URL('./table-import.worker.ts', import.meta.url), {
          type: 'module',
          name: 'table-import',
        }),
    ),
    opening: { operation: 'open', request: null },
  });
}
