import {
  type AccessibilityRequest,
  computeAccessibility,
  type CountyAccessibility,
} from '#core/accessibility/accessibility.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { fail } from '#core/units/result.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

/** Counties between two reports: a report and a pause each would cost as much as some circles do. */
const REPORTED_EVERY = 4;

/** Accessibility county by county with pauses between, so that a circle that follows the pointer need not wait. */
export async function answerAccessibility(
  engine: CircleEngine,
  request: AccessibilityRequest,
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<Answer<readonly CountyAccessibility[]>> {
  const steps = computeAccessibility(engine, request);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
    if (step.value.done % REPORTED_EVERY !== 0) continue;
    reportProgress({ stage: 'counties', ...step.value });
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
  }
}
