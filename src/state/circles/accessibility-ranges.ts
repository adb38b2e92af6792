import { useMemo } from 'react';
import type { AccessibilityQuestion } from '#core/reproduction/accessibility-numbers.ts';
import {
  accessibilityRangesRequest,
  type AccessibilityRangesQuestion,
} from '#core/reproduction/range-numbers.ts';
import type {
  AccessibilityUncertainty,
  AccessibilityUncertaintyRequest,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import { UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import type { CirclesState } from '../document/circles-state.ts';
import { useProject } from '../store.ts';
import { circleWorker } from './circle-worker.ts';
import { createRangesDesk, type RangesShown, useRangesDesk } from './ranges-desk.ts';

/** Draws of a run: each is a circle for every county, before and after, so that some hundred are what one waits for. */
const ACCESSIBILITY_DRAWS = 100;

/** The page's desk; read with {@link useAccessibilityRanges}. */
const desk = createRangesDesk<AccessibilityUncertaintyRequest, AccessibilityUncertainty>((request, options) =>
  circleWorker().call('accessibility-uncertainty', request, options),
);

/** Gives the run up; ranges computed before stay. */
export const cancelAccessibilityRanges = desk.cancel;
/** Asks again what was given up or had no answer. */
export const retryAccessibilityRanges = desk.retry;

/** How a question of accessibility is tried by the document's choices; `null` for the whole country, which takes hours. */
export function accessibilityRangesQuestion(
  question: AccessibilityQuestion,
  { ranges }: Pick<CirclesState, 'ranges'>,
): AccessibilityRangesQuestion | null {
  if (question.request.counties === null) return null;
  return {
    ...question,
    method: 'latin-hypercube',
    draws: ACCESSIBILITY_DRAWS,
    seed: UNCERTAINTY_SEED,
    bounds: ranges,
  };
}

/**
 * Keeps the ranges of what counties reach, or of what a scenario changes in it, computed while the document wants them.
 * @param question the same object while nothing changes; `null` = nothing is shown
 * @param asks as in {@link useDesk}
 */
export function useAccessibilityRanges(
  question: AccessibilityQuestion | null,
  asks = true,
): RangesShown<AccessibilityRangesQuestion, AccessibilityUncertainty> {
  const isWanted = useProject(({ circles }) => circles.accessibilityRanges);
  const ranges = useProject(({ circles }) => circles.ranges);
  const asked = useMemo(
    () => (question === null || !isWanted ? null : accessibilityRangesQuestion(question, { ranges })),
    [question, isWanted, ranges],
  );
  return useRangesDesk(desk, asked, accessibilityRangesRequest, asks);
}
