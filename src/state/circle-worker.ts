import { createStore } from 'zustand/vanilla';
import { type CircleClient, createCircleClient } from '#compute/circle-client.ts';
import type { Progress } from '#compute/protocol.ts';
import type { CircleRequest, Place } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleOrigin, CirclesState } from './project-document.ts';
import { addedTravelData } from './travel-files/travel-files.ts';

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

/** An origin as the engine names places. */
export function placeOf(origin: CircleOrigin): Place {
  return origin.kind === 'unit' ? { kind: 'city', adcode: origin.adcode } : { kind: 'point', at: origin.at };
}

/** Closed road links of the circles workspace as edits on the base. */
export function closedLinkEdits(circles: Pick<CirclesState, 'closedLinks'>): readonly ScenarioEdit[] {
  return circles.closedLinks.map((id): ScenarioEdit => ({ type: 'close', id }));
}

/** The circles workspace's choices as a question to the engine, with a budget of `maxMinutes`. */
export function circleRequestOf(circles: CirclesState, maxMinutes: number): CircleRequest {
  return {
    origins: circles.origins.map(placeOf),
    mode: circles.mode,
    maxMinutes,
    preset: circles.preset,
    parameters: circles.parameters,
    edits: closedLinkEdits(circles),
  };
}
