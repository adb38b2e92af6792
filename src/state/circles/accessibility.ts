import type { AccessibilityRequest, CountyAccessibility } from '#core/accessibility/accessibility.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { type Region, variantOf } from '#core/geography/region.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { useArtefact } from '../atlas-data.ts';
import type { CirclesState } from '../document/circles-state.ts';
import { useProject } from '../store.ts';
import { closedLinkEdits } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';
import { createQuestionDesk } from './question-desk.ts';
import { type DeskAnswers, useDesk } from './use-desk.ts';

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
const desk = createQuestionDesk<AccessibilityRequest, readonly CountyAccessibility[]>(
  (request, options) => circleWorker().call('accessibility', request, options),
  { stage: 'counties', isAside: false, kept: 4 },
);

/** Gives the run up; what was computed stays. */
export const cancelAccessibility = desk.cancel;
/** Asks again what was given up or had no answer. */
export const retryAccessibility = desk.retry;

/** What {@link useAccessibility} tells. */
export type ShownAccessibility = DeskAnswers<readonly CountyAccessibility[]>;

/**
 * Keeps what every county reaches computed while a part of the page shows it.
 * @param requests the same array while nothing changes; `null` = nothing is wanted
 */
export function useAccessibility(requests: readonly AccessibilityRequest[] | null): ShownAccessibility {
  return useDesk(desk, requests);
}
