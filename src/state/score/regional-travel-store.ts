import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Progress } from '#compute/protocol.ts';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import {
  type RegionalTravelJob,
  type RegionalTravelReading,
  regionalTravelSeries,
} from '#core/surface/regional-travel.ts';
import type { Failure, Result } from '#core/units/result.ts';

/** Asks the engine for the readings of some delimitations. */
export type AskRegionalTravel = (
  jobs: readonly RegionalTravelJob[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) => Promise<Result<readonly RegionalTravelReading[]>>;

/** Modelled series of all delimitations computed so far, and how the rest stands. */
export interface RegionalTravelState {
  /** Grows with what is computed; the same object as long as nothing came. */
  readonly series: readonly RegionalSeries[];
  readonly readings: ReadonlyMap<string, RegionalTravelReading>;
  /** `null` while nothing is under way; `total` is 0 until the worker has begun. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why the last computation failed; it is tried again only by {@link RegionalTravelState.retry}. */
  readonly failure: Failure | null;
  /** Computes what of these is not there; what was under way for others is given up. */
  readonly request: (jobs: readonly RegionalTravelJob[]) => void;
  /** Gives up what is under way. */
  readonly cancel: () => void;
  /** Forgets a failure and asks again. */
  readonly retry: (jobs: readonly RegionalTravelJob[]) => void;
}

/** Creates the store over a way of asking; every delimitation is computed once. */
export function createRegionalTravelStore(ask: AskRegionalTravel): StoreApi<RegionalTravelState> {
  let underWay: { readonly keys: string; readonly controller: AbortController } | null = null;
  const giveUp = (): void => {
    underWay?.controller.abort();
    underWay = null;
  };
  return createStore<RegionalTravelState>((set, get) => {
    const start = async (jobs: readonly RegionalTravelJob[], keys: string): Promise<void> => {
      giveUp();
      const mine = { keys, controller: new AbortController() };
      underWay = mine;
      set({ progress: { done: 0, total: 0 } });
      const result = await ask(jobs, mine.controller.signal, ({ done, total }) => {
        if (underWay === mine) set({ progress: { done, total } });
      });
      if (underWay !== mine) return;
      underWay = null;
      if (!result.ok) {
        set({ progress: null, failure: result.failure });
        return;
      }
      const readings = new Map(get().readings);
      for (const reading of result.value) readings.set(reading.key, reading);
      set({ progress: null, readings, series: regionalTravelSeries([...readings.values()]) });
    };
    return {
      series: [],
      readings: new Map(),
      progress: null,
      failure: null,
      request: (jobs) => {
        if (get().failure !== null) return;
        const missing = jobs.filter(({ key }) => !get().readings.has(key));
        const keys = missing.map(({ key }) => key).join();
        if (missing.length > 0 && underWay?.keys !== keys) void start(missing, keys);
      },
      cancel: () => {
        giveUp();
        set({ progress: null });
      },
      retry: (jobs) => {
        set({ failure: null });
        get().request(jobs);
      },
    };
  });
}
