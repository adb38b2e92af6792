import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
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
 * @param added What a person brought, asked for whenever a worker is opened: after a crash the new one has it too.
 * @param onOpening Told how many bytes have come while the worker loads; `total` is NaN while it is unknown.
 */
export function createCircleClient(
  dataUrl: string,
  added: () => AddedTravelData,
  onOpening?: (progress: Progress) => void,
): CircleClient {
  return createWorkerClient<CircleOperations, 'open'>({
    openWorker: browserWorker(
      () => new Worker(new URL('./circle.worker.ts', import.meta.url), { type: 'module', name: 'circle' }),
    ),
    opening: {
      operation: 'open',
      get request() {
        return { dataUrl, added: added() };
      },
      ...(onOpening !== undefined && { onProgress: onOpening }),
    },
  });
}
