import { createStore } from 'zustand/vanilla';
import { type CircleClient, createCircleClient } from '#compute/circle-client.ts';
import type { Progress } from '#compute/protocol.ts';
import { type AddedTravelData, NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { CircleRequest, Place } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleOrigin, CirclesState } from './project-document.ts';

/** How far the engine's data have come while the worker opens; `null` before the first byte and once it is open. */
export const circleOpening = createStore<{ readonly progress: Progress | null }>(() => ({ progress: null }));

let client: CircleClient | null = null;

/** What of a person's own data the engine has, as told by {@link setAddedTravelData}. Results rest on it: they are made anew when it changes. */
export const addedTravelData = createStore<AddedTravelData>(() => NO_ADDED_DATA);

/** Gives the engine a person's own data; questions asked afterwards are answered with them. */
export function setAddedTravelData(added: AddedTravelData): void {
  addedTravelData.setState(added, true);
  // A worker that does not run yet is opened with them.
  if (client !== null) void client.call('use-data', { added });
}

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
