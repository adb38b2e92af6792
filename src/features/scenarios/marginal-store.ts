import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isObsolete } from '#compute/protocol.ts';
import type { Region } from '#core/geography/region.ts';
import type { MarginalMinute } from '#core/scenario/marginal-minute.ts';
import { planRegionOf } from '#core/scenario/plan-versus-hour.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { circleRequestOf, travelDefinitionKey } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { projectStore, useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** What is known of a region's links so far, and what it was found with. */
interface Ranking {
  readonly items: readonly MarginalMinute[];
  readonly state: 'running' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
  readonly minutes: number;
  readonly key: string;
  readonly added: AddedTravelData;
}

interface MarginalState {
  readonly regionId: string;
  readonly ranking: Ranking | null;
  readonly failure: Failure | null;
}

/** The ranking of links; it outlives the panel, so that a person may go and switch own data on meanwhile. */
export const marginalStore = createStore<MarginalState>(() => ({
  regionId: 'chengyu',
  ranking: null,
  failure: null,
}));

/** Rest after the last change before links are ranked anew, ms: a slider passes many values. */
const REST_MS = 400;

let running: AbortController | null = null;

/** Everything that a ranking depends on, the members of its region among it: one's own may change under the same name. */
function definitionKey(circles: CirclesState, plan: ReturnType<typeof planOf>): string {
  return JSON.stringify([travelDefinitionKey(circles), circles.minutes, plan]);
}

function planOf(
  regions: readonly Region[],
  regionId: string,
  variants: Readonly<Record<string, string>>,
): ReturnType<typeof planRegionOf> {
  const region = regions.find(({ id }) => id === regionId);
  return region === undefined ? null : planRegionOf(region, variants[regionId]);
}

/** Goes over to another region's links. */
export function chooseRankedRegion(regionId: string): void {
  running?.abort();
  marginalStore.setState({ regionId, ranking: null, failure: null });
}

/** Stops the ranking; what was found stays. */
export function stopRanking(): void {
  running?.abort();
  marginalStore.setState(({ ranking }) => ({ ranking: ranking && { ...ranking, state: 'stopped' } }));
}

/** Ranks the links of the chosen region by the present definition; what is found is shown as it comes. */
export async function rankLinks(regions: readonly Region[]): Promise<void> {
  const { regionId } = marginalStore.getState();
  const { circles, view } = projectStore.getState().document;
  const plan = planOf(regions, regionId, view.regionVariants);
  if (plan === null) return;
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { minutes } = circles;
  const basis = { minutes, key: definitionKey(circles, plan), added: addedTravelData.getState() };
  const show = (found: Pick<Ranking, 'items' | 'state' | 'done' | 'total'>) =>
    marginalStore.setState({ ranking: { ...basis, ...found } });
  marginalStore.setState({ failure: null });
  show({ items: [], state: 'running', done: 0, total: 0 });
  const { origins: _origins, maxMinutes: _max, ...request } = circleRequestOf(circles, minutes);
  const result = await circleWorker().call(
    'marginal-minutes',
    { region: plan, request, minutes },
    {
      signal: controller.signal,
      onProgress: ({ done, total, item }) => {
        if (controller.signal.aborted) return;
        const items = marginalStore.getState().ranking?.items ?? [];
        show({ items: [...items, item], state: 'running', done, total });
      },
    },
  );
  if (controller.signal.aborted) return;
  const { length } = result.ok ? result.value : [];
  if (result.ok) show({ items: result.value, state: 'done', done: length, total: length });
  else {
    stopRanking();
    if (!isObsolete(result.failure)) marginalStore.setState({ failure: result.failure });
  }
}

/**
 * Ranks anew, after a rest, when minutes, definition, delimitation or own travel data are no longer those of the ranking
 * shown. One that a person stopped stays stopped.
 * @returns whether what is shown is of before
 */
export function useFreshRanking(regions: readonly Region[]): boolean {
  const { regionId, ranking } = useStore(marginalStore);
  const wanted = useProject(({ circles, view }) => {
    const plan = planOf(regions, regionId, view.regionVariants);
    // A region that is not there, or not yet, is asked for nothing.
    return plan === null ? null : definitionKey(circles, plan);
  });
  const added = useStore(addedTravelData);
  const isStale = ranking !== null && wanted !== null && (ranking.key !== wanted || ranking.added !== added);
  const isWanted = isStale && ranking.state !== 'stopped';
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(() => void rankLinks(regions), REST_MS);
    return () => clearTimeout(timer);
    // What the ranking depends on is read by the computation itself; each further change waits anew.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [isWanted, regions, wanted, added]);
  return isStale;
}
