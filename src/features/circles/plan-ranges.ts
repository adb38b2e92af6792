import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import { UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import type { PlansUncertainty } from '#core/uncertainty/plans-uncertainty.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { projectStore, useProject } from '#state/store.ts';
import { planReadings, type PlanReadings, plansOf, plansRequestOf } from './plan-readings.ts';

/** Draws for each plan: thousands of circles are the most that one waits for at a table. */
const PLAN_DRAWS = 200;

/** How sure the figures of all plans are. */
export interface PlanRanges {
  readonly answer: PlansUncertainty | null;
  /** The figures, and the ranges of assumptions, that `answer` belongs to. */
  readonly readings: PlanReadings['readings'] | null;
  readonly bounds: CirclesState['ranges'] | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

const NOTHING: PlanRanges = { answer: null, readings: null, bounds: null, progress: null, failure: null };

/** The ranges on this page; they outlive the panel's page, as the figures do. */
export const planRanges = createStore<PlanRanges>(() => NOTHING);

let running: AbortController | null = null;

/** Tries all plans of the ranking against what their hours assume. */
export async function computePlanRanges(): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { signal } = controller;
  const { kind, readings, circles, regions } = planReadings.getState();
  if (circles === null || regions === null) return;
  const { document } = projectStore.getState();
  const bounds = document.circles.ranges;
  const plans = plansOf(regions, kind, document.view.regionVariants);
  planRanges.setState({
    failure: null,
    progress: { stage: 'draws', done: 0, total: plans.length * PLAN_DRAWS },
  });
  const answer = await circleWorker().call(
    'plans-uncertainty',
    {
      plans,
      request: plansRequestOf(circles),
      minutes: circles.minutes,
      draws: PLAN_DRAWS,
      seed: UNCERTAINTY_SEED,
      bounds,
    },
    {
      signal,
      channel: 'plan-ranges',
      onProgress: (progress) => signal.aborted || planRanges.setState({ progress }),
    },
  );
  if (signal.aborted) return;
  if (answer.ok)
    planRanges.setState({ answer: answer.value, readings, bounds, progress: null, failure: null });
  else planRanges.setState({ ...NOTHING, failure: isObsolete(answer.failure) ? null : answer.failure });
}

/** Gives the run up; ranges of before stay. */
export function cancelPlanRanges(): void {
  running?.abort();
  planRanges.setState({ progress: null });
}

// Ranges of figures that are no longer shown are of no use, finished or not.
planReadings.subscribe(({ readings }, before) => {
  if (readings === before.readings) return;
  running?.abort();
  planRanges.setState(NOTHING);
});

/** The ranges of the figures in the ranking; `null` where there are none, or of other assumptions. */
export function useFreshPlanRanges(): PlansUncertainty | null {
  const { answer, bounds, progress } = useStore(planRanges);
  const wanted = useProject(({ circles }) => circles.ranges);
  const isOther = bounds !== null && bounds !== wanted;
  useEffect(() => {
    if (isOther && progress === null) planRanges.setState(NOTHING);
  }, [isOther, progress]);
  return isOther ? null : answer;
}
