import { browserWorker } from './browser-worker.ts';
import type { CircleOperations } from './circle-operations.ts';
import type { Progress } from './protocol.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the circle worker. */
export type CircleClient = WorkerClient<CircleOperations, 'open'>;

/**
 * Makes a client; the worker starts, and loads its data, with its first call.
 *
 * @param dataUrl Absolute URL of the folder of artefacts, with a closing slash: the worker's own address is another.
 * @param onOpening Told how many bytes have come while the worker loads; `total` is NaN while it is unknown.
 */
export function createCircleClient(dataUrl: string, onOpening?: (progress: Progress) => void): CircleClient {
  return createWorkerClient<CircleOperations, 'open'>({
    openWorker: browserWorker(
      () => new Worker(new URL('./circle.worker.ts', import.meta.url), { type: 'module', name: 'circle' }),
    ),
    opening: {
      operation: 'open',
      request: { dataUrl },
      ...(onOpening !== undefined && { onProgress: onOpening }),
    },
  });
}
