import { createStore } from 'zustand/vanilla';
import { type CircleClient, createCircleClient } from '#compute/circle-client.ts';
import type { Progress } from '#compute/protocol.ts';
import { addedTravelData, travelFilesRead } from '../travel-files/travel-files.ts';

/** How far the engine's data have come while the worker opens; `null` before the first byte and once it is open. */
export const circleOpening = createStore<{ readonly progress: Progress | null }>(() => ({ progress: null }));

let client: { readonly bare: CircleClient; readonly forQuestions: CircleClient } | null = null;

// Questions asked after a change are answered with it. A worker that does not run yet is opened with what there is then.
addedTravelData.subscribe((added) => {
  if (client !== null) void client.bare.call('use-data', { added });
});

/** A client whose questions wait for the person's own files: none is answered without those that the project switches on. */
function afterOwnFiles(bare: CircleClient): CircleClient {
  return {
    ...bare,
    call: (...question) => travelFilesRead()?.then(() => bare.call(...question)) ?? bare.call(...question),
  };
}

/** The page's one circle worker, shared by all features: it holds the engine's data and its caches. Starts with its first call. */
export function circleWorker(): CircleClient {
  if (client !== null) return client.forQuestions;
  const bare = createCircleClient(
    new URL(`${import.meta.env.BASE_URL}data/`, location.href).href,
    () => addedTravelData.getState(),
    (progress) => circleOpening.setState({ progress: progress.done === progress.total ? null : progress }),
  );
  client = { bare, forQuestions: afterOwnFiles(bare) };
  return client.forQuestions;
}
