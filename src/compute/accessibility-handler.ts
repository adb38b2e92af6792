import {
  type AccessibilityProgress,
  type AccessibilityRequest,
  computeAccessibility,
  type CountyAccessibility,
} from '#core/accessibility/accessibility.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import {
  type AccessibilityUncertainty,
  type AccessibilityUncertaintyRequest,
  tryAccessibility,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import { fail, type Result } from '#core/units/result.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

/** Counties between two reports: a report and a pause each would cost as much as some circles do. */
const REPORTED_EVERY = 4;

/** Takes steps of a county each with pauses between, so that a circle that follows the pointer need not wait. */
async function takeSteps<Found>(
  steps: Generator<AccessibilityProgress, Result<Found>>,
  stage: Progress['stage'],
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<Answer<Found>> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
    if (step.value.done % REPORTED_EVERY !== 0) continue;
    reportProgress({ stage, ...step.value });
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
  }
}

/** Accessibility county by county. */
export function answerAccessibility(
  engine: CircleEngine,
  request: AccessibilityRequest,
  context: CallContext<Progress>,
): Promise<Answer<readonly CountyAccessibility[]>> {
  return takeSteps(computeAccessibility(engine, request), 'counties', context);
}

/** The same under many draws of the assumptions. */
export function answerAccessibilityUncertainty(
  engine: CircleEngine,
  request: AccessibilityUncertaintyRequest,
  context: CallContext<Progress>,
): Promise<Answer<AccessibilityUncertainty>> {
  return takeSteps(tryAccessibility(engine, request), 'draws', context);
}
