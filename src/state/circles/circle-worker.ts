import { createStore } from 'zustand/vanilla';
import { type CircleClient, createCircleClient } from '#compute/circle-client.ts';
import type { Progress } from '#compute/protocol.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';

/** How far the engine's data have come while the worker opens; `null` before the first byte and once it is open. */
export const circleOpening = createStore<{ readonly progress: Progress | null }>(() => ({ progress: null }));

let client: CircleClient | null = null;

// Questions asked after a change are answered with it. A worker that does not run yet is opened with what there is then.
addedTravelData.subscribe((added) => {
  if (client !== null) void client.call('use-data', { added });
});

/** The page's one circle worker, shared by all features: it holds the engine's data and its caches. Starts with its first call. */
export function circleWorker(): CircleClient {
  client ??= createCircleClient(
    new URL(`${import.meta.env.BASE_URL}data/`, location.href).href,
    () => addedTravelData.getState(),
    (progress) => circleOpening.setState({ progress: progress.done === progress.total ? null : progress }),
  );
  return client;
}
