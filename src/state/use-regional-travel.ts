import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { RegionalTravelJob } from '#core/surface/regional-travel.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from './circle-worker.ts';
import { createRegionalTravelStore } from './regional-travel-store.ts';

const store = createRegionalTravelStore((jobs, signal, onProgress) =>
  circleWorker().call('regional-travel', { jobs }, { signal, onProgress, channel: 'regional-travel' }),
);

/** How the modelled indicators stand for the delimitations that are compared. */
export type RegionalTravelStatus =
  /** Not wanted: the preset has none. */
  | { readonly kind: 'idle' }
  /** The score shown is of the other indicators until then. `total` is 0 while the engine loads its data. */
  | { readonly kind: 'computing'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** The score stays without them, and says so. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void };

/**
 * The modelled series for `deriveIndicators`, computed by the circle worker when first wanted (it then loads county
 * raster and timetable) and kept. Call it where the score is made; give it up by wanting nothing.
 *
 * @param jobs Delimitations compared; pass the same array as long as they are the same.
 * @param isWanted Whether the shown preset has modelled indicators.
 * @returns `series` of everything computed so far, the same object as long as nothing came.
 */
export function useRegionalTravel(
  jobs: readonly RegionalTravelJob[],
  isWanted: boolean,
): { readonly series: readonly RegionalSeries[]; readonly status: RegionalTravelStatus } {
  const { series, readings, progress, failure } = useStore(store);
  useEffect(() => {
    if (isWanted) store.getState().request(jobs);
    else store.getState().cancel();
  }, [jobs, isWanted]);
  return { series, status: statusOf() };

  function statusOf(): RegionalTravelStatus {
    if (!isWanted || jobs.length === 0) return { kind: 'idle' };
    if (jobs.every(({ key }) => readings.has(key))) return { kind: 'ready' };
    if (failure !== null) return { kind: 'failed', failure, retry: () => store.getState().retry(jobs) };
    return { kind: 'computing', ...(progress ?? { done: 0, total: 0 }) };
  }
}
