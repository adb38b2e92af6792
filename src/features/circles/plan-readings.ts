import { createStore } from 'zustand/vanilla';
import type { Progress } from '#compute/protocol.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { Region, RegionKind } from '#core/geography/region.ts';
import type { PlanRegion, PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { type AddedTravelData, NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { circleRequestOf } from '#state/circle-questions.ts';
import { circleWorker } from '#state/circle-worker.ts';
import type { CirclesState } from '#state/project-document.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** All plans of a kind held against the hour, with the choices they were computed for. */
export interface PlanReadings {
  readonly kind: RegionKind;
  /** Says what decides the figures; compare with {@link definitionKey} to see whether they are of now. */
  readonly key: string | null;
  readonly circles: CirclesState | null;
  /** The person's own travel data in the figures. */
  readonly added: AddedTravelData;
  readonly readings: readonly PlanVersusHour[];
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

const NOTHING: Omit<PlanReadings, 'kind'> = {
  key: null,
  circles: null,
  added: NO_ADDED_DATA,
  readings: [],
  progress: null,
  failure: null,
};

/** The comparison of plans on this page; it outlives the panel's page. */
export const planReadings = createStore<PlanReadings>(() => ({ kind: 'metro', ...NOTHING }));

/** Everything that the figures of plans depend on; the origins are the plans' own cores. */
export function definitionKey(circles: CirclesState, variants: Readonly<Record<string, string>>): string {
  const { minutes, mode, preset, parameters, closedLinks } = circles;
  return JSON.stringify([minutes, mode, preset, parameters, [...closedLinks].toSorted(), variants]);
}

/** A region in its chosen variant, with the cores (where none is named so, all listed cities) as origins. */
export function planRegionOf(region: Region, variantKey: string | undefined): PlanRegion | null {
  const variant = region.variants.find(({ key }) => key === variantKey) ?? region.variants[0];
  if (variant === undefined) return null;
  const cores = region.cores.filter(({ role }) => role === 'core');
  return {
    id: region.id,
    counties: variant.counties,
    cores: (cores.length > 0 ? cores : region.cores).map(({ adcode }) => adcode),
  };
}

let abort: AbortController | null = null;

/** Computes all plans of a kind; what was there stays until the new figures are complete. */
export async function computePlans(
  kind: RegionKind,
  regions: readonly Region[],
  circles: CirclesState,
  variants: Readonly<Record<string, string>>,
): Promise<void> {
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const plans = regions
    .filter((region) => region.kind === kind)
    .map((region) => planRegionOf(region, variants[region.id]))
    .filter((plan) => plan !== null);
  const isOther = planReadings.getState().kind !== kind;
  planReadings.setState({
    kind,
    ...(isOther && NOTHING),
    failure: null,
    progress: { stage: 'plans', done: 0, total: plans.length },
  });
  const added = addedTravelData.getState();
  const { preset, parameters, edits } = circleRequestOf(circles, circles.minutes);
  const answer = await circleWorker().call(
    'plans-versus-hour',
    {
      plans,
      request: {
        mode: circles.mode,
        ...(preset !== undefined && { preset }),
        ...(parameters !== undefined && { parameters }),
        ...(edits !== undefined && { edits }),
      },
      minutes: circles.minutes,
    },
    { signal: controller.signal, onProgress: (progress) => planReadings.setState({ progress }) },
  );
  if (controller.signal.aborted) return;
  if (answer.ok)
    planReadings.setState({
      key: definitionKey(circles, variants),
      circles,
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
