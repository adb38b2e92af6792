import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Progress } from '#compute/protocol.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { Region, RegionKind } from '#core/geography/region.ts';
import { type PlanRegion, planRegionOf, type PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { type AddedTravelData, NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { TravelTimeRequest } from '#core/surface/circle-engine.ts';
import type { Failure } from '#core/units/result.ts';
import { circleRequestOf, travelDefinitionKey } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { projectStore, useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** All plans of a kind held against the hour, with the choices they were computed for. */
export interface PlanReadings {
  readonly kind: RegionKind;
  /** Says what decided the figures; `null` before there are any. */
  readonly key: string | null;
  readonly circles: CirclesState | null;
  /** The regions whose plans they are of, one's own among them once they are put together. */
  readonly regions: readonly Region[] | null;
  /** The person's own travel data in the figures. */
  readonly added: AddedTravelData;
  readonly readings: readonly PlanVersusHour[];
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

const NOTHING: Omit<PlanReadings, 'kind'> = {
  key: null,
  circles: null,
  regions: null,
  added: NO_ADDED_DATA,
  readings: [],
  progress: null,
  failure: null,
};

/** The comparison of plans on this page; it outlives the panel's page. */
export const planReadings = createStore<PlanReadings>(() => ({ kind: 'metro', ...NOTHING }));

/** Everything that the figures of plans depend on; the origins are the plans' own cores. */
function definitionKey(circles: CirclesState, variants: Readonly<Record<string, string>>): string {
  return JSON.stringify([travelDefinitionKey(circles), circles.minutes, variants]);
}

/** The plans of a kind in the delimitations that are chosen. */
export function plansOf(
  regions: readonly Region[],
  kind: RegionKind,
  variants: Readonly<Record<string, string>>,
): readonly PlanRegion[] {
  return regions
    .filter((region) => region.kind === kind)
    .map((region) => planRegionOf(region, variants[region.id]))
    .filter((plan) => plan !== null);
}

/** The definition of the hour without its origins, which are each plan's own. */
export function plansRequestOf(circles: CirclesState): TravelTimeRequest {
  const { mode, preset, parameters, edits } = circleRequestOf(circles, circles.minutes);
  return {
    mode,
    ...(preset !== undefined && { preset }),
    ...(parameters !== undefined && { parameters }),
    ...(edits !== undefined && { edits }),
  };
}

let abort: AbortController | null = null;

/** Goes over to the plans of another kind: their figures are asked for where they are shown. */
export function showPlans(kind: RegionKind): void {
  if (kind === planReadings.getState().kind) return;
  abort?.abort();
  planReadings.setState({ kind, ...NOTHING });
}

/**
 * Computes all plans of the shown kind by the present definition; what was there stays until the new figures are
 * complete.
 */
export async function computePlans(regions: readonly Region[]): Promise<void> {
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const { kind } = planReadings.getState();
  const {
    circles,
    view: { regionVariants: variants },
  } = projectStore.getState().document;
  const plans = plansOf(regions, kind, variants);
  planReadings.setState({
    failure: null,
    progress: { stage: 'plans', done: 0, total: plans.length },
  });
  const added = addedTravelData.getState();
  const answer = await circleWorker().call(
    'plans-versus-hour',
    {
      plans,
      request: plansRequestOf(circles),
      minutes: circles.minutes,
    },
    { signal: controller.signal, onProgress: (progress) => planReadings.setState({ progress }) },
  );
  if (controller.signal.aborted) return;
  if (answer.ok)
    planReadings.setState({
      key: definitionKey(circles, variants),
      circles,
      regions,
      added,
      readings: answer.value,
      progress: null,
    });
  else planReadings.setState({ progress: null, failure: isObsolete(answer.failure) ? null : answer.failure });
}

/** Gives the computation up; earlier figures stay. */
export function cancelPlans(): void {
  abort?.abort();
  planReadings.setState({ progress: null });
}

/**
 * Keeps the figures those of now while they are shown: what was computed by another definition, or with other travel data
 * of one's own, is computed anew. Once per change, so that a person can give up.
 * @returns whether what is shown is of before, or nothing is there yet
 */
export function useFreshPlans(regions: readonly Region[] | null): boolean {
  const { kind, key, regions: computedOf, added: computedWith } = useStore(planReadings);
  const wanted = useProject(({ circles, view }) => definitionKey(circles, view.regionVariants));
  const added = useStore(addedTravelData);
  const isStale = key !== wanted || computedWith !== added || (regions !== null && computedOf !== regions);
  useEffect(() => {
    if (isStale && regions !== null) void computePlans(regions);
    // What the figures depend on is read by the computation itself; another kind or definition asks anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isStale, regions, kind, wanted, added]);
  return isStale;
}
