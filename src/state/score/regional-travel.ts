import { createStore } from 'zustand/vanilla';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { RegionalTravelJob } from '#core/surface/regional-travel.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from '../circles/circle-worker.ts';
import { keepLast } from '../keep-last.ts';
import { createRegionalTravelStore } from './regional-travel-store.ts';

type TravelStore = ReturnType<typeof createRegionalTravelStore>;

/** The modelled series of the present, computed by the circle worker when first asked for and kept. */
export const presentTravel: TravelStore = createRegionalTravelStore((jobs, signal, onProgress) =>
  circleWorker().call('regional-travel', { jobs }, { signal, onProgress, channel: 'regional-travel' }),
);

/** Scenarios whose readings are kept, the last used last. */
const MOST_KEPT = 4;
const kept = new Map<string, TravelStore>();

/** Changes with every reading and every step of progress under whatever scenario. */
export const scenarioTravels = createStore(() => ({ changes: 0 }));

/**
 * The readings under a scenario's changes, moves of members among them; those of the last few are kept. Pass the same
 * `edits` as long as they are the same.
 */
export const travelUnder = keepLast((edits: readonly ScenarioEdit[]): TravelStore => {
  const key = JSON.stringify(edits);
  const known = kept.get(key) ?? startTravelUnder(edits);
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return known;
});

function startTravelUnder(edits: readonly ScenarioEdit[]): TravelStore {
  const store = createRegionalTravelStore((jobs, signal, onProgress) =>
    circleWorker().call(
      'regional-travel',
      { jobs, edits },
      { signal, onProgress, channel: 'regional-travel-scenario' },
    ),
  );
  store.subscribe(() => scenarioTravels.setState(({ changes }) => ({ changes: changes + 1 })));
  return store;
}

/** Gives up what is computed under other changes: one scenario is looked at a time, and nobody waits for the rest. */
export function giveUpTravelBut(wanted: TravelStore | null): void {
  for (const store of kept.values()) if (store !== wanted) store.getState().cancel();
}

/** How the modelled indicators stand for the delimitations that are compared. */
export type RegionalTravelStatus =
  /** Not wanted: the preset has none. */
  | { readonly kind: 'idle' }
  /** The score shown is of the other indicators until then. `total` is 0 while the engine loads its data. */
  | { readonly kind: 'computing'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** The score stays without them, and says so. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void };

/** `series` of everything computed so far, the same object as long as nothing came, and how the rest stands. */
export interface RegionalTravel {
  readonly series: readonly RegionalSeries[];
  readonly status: RegionalTravelStatus;
}

/** What is there of the readings of `jobs`. Asks for nothing. */
export function travelOf(
  store: TravelStore,
  jobs: readonly RegionalTravelJob[],
  isWanted: boolean,
): RegionalTravel {
  const { series, readings, progress, failure } = store.getState();
  return { series, status: statusOf() };

  function statusOf(): RegionalTravelStatus {
    if (!isWanted || jobs.length === 0) return { kind: 'idle' };
    if (jobs.every(({ key }) => readings.has(key))) return { kind: 'ready' };
    if (failure !== null) return { kind: 'failed', failure, retry: () => store.getState().retry(jobs) };
    return { kind: 'computing', ...(progress ?? { done: 0, total: 0 }) };
  }
}
