import { browserWorker } from './browser-worker.ts';
import type { ScoreOperations } from './score-operations.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** Typed calls to the score worker. */
export type ScoreClient = WorkerClient<ScoreOperations, 'open'>;

/** Makes a client; the worker starts with its first call. */
export function createScoreClient(): ScoreClient {
  return createWorkerClient<ScoreOperations, 'open'>({
    openWorker: browserWorker(
      () => new Worker(new URL('./score.worker.ts', import.meta.url), { type: 'module', name: 'score' }),
    ),
    opening: { operation: 'open', request: null },
  });
}
