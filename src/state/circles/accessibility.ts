import { useEffect, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Progress } from '#compute/protocol.ts';
import type { AccessibilityRequest, CountyAccessibility } from '#core/accessibility/accessibility.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { type Region, variantOf } from '#core/geography/region.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { Failure } from '#core/units/result.ts';
import { useArtefact } from '../atlas-data.ts';
import type { CirclesState } from '../document/circles-state.ts';
import { useSame } from '../use-same.ts';
import { useProject } from '../store.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';
import { createAccessibilityDesk } from './accessibility-runs.ts';
import { closedLinkEdits } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';

/** Counties of a region in its chosen delimitation; `null` = all of the country, `undefined` = the region is not known (yet). */
export function countiesAsked(
  regionId: string | null,
  regions: readonly Region[] | null,
  variants: Readonly<Record<string, string>>,
): readonly Adcode[] | null | undefined {
  if (regionId === null) return null;
  const region = regions?.find(({ id }) => id === regionId);
  return region === undefined ? undefined : variantOf(region, variants[regionId])?.counties;
}

/** Whose accessibility the document asks for: codes, `null` = the whole country, `undefined` = a region that is not known (yet). */
export function useAccessibleCounties(): readonly Adcode[] | null | undefined {
  const regions = useArtefact('regions');
  const regionId = useProject(({ circles }) => circles.accessibilityRegion);
  const variants = useProject(({ view }) => view.regionVariants);
  return countiesAsked(regionId, regions, variants);
}

/** The circles workspace's choices asked of every county, under a scenario's edits where some are given. */
export function accessibilityRequestOf(
  circles: CirclesState,
  counties: readonly Adcode[] | null,
  edits: readonly ScenarioEdit[] = [],
): AccessibilityRequest {
  const { mode, preset, parameters, minutes } = circles;
  return { counties, minutes, mode, preset, parameters, edits: [...closedLinkEdits(circles), ...edits] };
}

/** The page's desk; read with {@link useAccessibility}. */
const desk = createAccessibilityDesk((request, options) =>
  circleWorker().call('accessibility', request, options),
);

/** Gives the run up; what was computed stays. */
export const cancelAccessibility = desk.cancel;
/** Asks again what was given up or had no answer. */
export const retryAccessibility = desk.retry;

/** What {@link useAccessibility} tells. */
export interface ShownAccessibility {
  /** One for each question; `null` while any of them has no answer. */
  readonly answers: readonly (readonly CountyAccessibility[])[] | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly isGivenUp: boolean;
}

const NOT_ASKED: readonly AccessibilityRequest[] = [];

/**
 * Keeps questions answered while a part of the page shows them: asks once they rest, together with what other parts want.
 * @param requests the same array while nothing changes; `null` = nothing is wanted
 */
export function useAccessibility(requests: readonly AccessibilityRequest[] | null): ShownAccessibility {
  const part = useId();
  const runs = useStore(desk.store);
  const added = useStore(addedTravelData);
  const questions = useMemo(
    () => new Map((requests ?? NOT_ASKED).map((request) => [JSON.stringify(request), request] as const)),
    [requests],
  );
  useEffect(() => desk.want(part, questions, added), [part, questions, added]);
  useEffect(() => () => desk.want(part, null, addedTravelData.getState()), [part]);
  const isOfNow = runs.added === added;
  const keys = [...questions.keys()];
  const found = keys.flatMap((key) => {
    const answer = runs.answers.get(key);
    return answer === undefined ? [] : [answer];
  });
  const isWhole = isOfNow && keys.length > 0 && found.length === keys.length;
  const answers = useSame(isWhole ? found : null);
  const isRunning = runs.running !== null && questions.has(runs.running.key);
  return {
    answers,
    progress: isRunning ? (runs.running?.progress ?? null) : null,
    failure: keys.map((key) => runs.failures.get(key)).find((each) => each !== undefined) ?? null,
    isGivenUp: answers === null && keys.some((key) => runs.givenUp.has(key)),
  };
}
