import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { RegionalTravelJob } from '#core/surface/regional-travel.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from './circle-worker.ts';
import { createRegionalTravelStore } from './regional-travel-store.ts';

type TravelStore = ReturnType<typeof createRegionalTravelStore>;

const present = createRegionalTravelStore((jobs, signal, onProgress) =>
  circleWorker().call('regional-travel', { jobs }, { signal, onProgress, channel: 'regional-travel' }),
);

/** Scenarios whose readings are kept, the last used last. */
const MOST_KEPT = 4;
const kept = new Map<string, TravelStore>();

/** The readings under a scenario's changes, moves of members among them; those of the last few are kept. */
function underEdits(edits: readonly ScenarioEdit[]): TravelStore {
  const key = JSON.stringify(edits);
  const known =
    kept.get(key) ??
    createRegionalTravelStore((jobs, signal, onProgress) =>
      circleWorker().call(
        'regional-travel',
        { jobs, edits },
        { signal, onProgress, channel: 'regional-travel-scenario' },
      ),
    );
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return known;
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

/**
 * The modelled series for `deriveIndicators`, computed by the circle worker when first wanted (it then loads county
 * raster and timetable) and kept. Call it where the score is made; give it up by wanting nothing.
 *
 * @param jobs Delimitations compared; pass the same array as long as they are the same.
 * @param isWanted Whether the shown preset has modelled indicators.
 */
export function useRegionalTravel(jobs: readonly RegionalTravelJob[], isWanted: boolean): RegionalTravel {
  return useTravel(present, jobs, isWanted);
}

/** The same under a scenario's changes; pass the same `edits` as long as they are the same. */
export function useScenarioTravel(
  edits: readonly ScenarioEdit[],
  jobs: readonly RegionalTravelJob[],
  isWanted: boolean,
): RegionalTravel {
  const store = useMemo(() => underEdits(edits), [edits]);
  return useTravel(store, jobs, isWanted);
}

function useTravel(
  store: TravelStore,
  jobs: readonly RegionalTravelJob[],
  isWanted: boolean,
): RegionalTravel {
  const { series, readings, progress, failure } = useStore(store);
  useEffect(() => {
    if (isWanted) store.getState().request(jobs);
    else store.getState().cancel();
    // One scenario is looked at a time: nobody waits for the readings under other changes.
    if (store === present) return;
    for (const other of kept.values()) if (other !== store) other.getState().cancel();
  }, [store, jobs, isWanted]);
  return { series, status: statusOf() };

  function statusOf(): RegionalTravelStatus {
    if (!isWanted || jobs.length === 0) return { kind: 'idle' };
    if (jobs.every(({ key }) => readings.has(key))) return { kind: 'ready' };
    if (failure !== null) return { kind: 'failed', failure, retry: () => store.getState().retry(jobs) };
    return { kind: 'computing', ...(progress ?? { done: 0, total: 0 }) };
  }
}
