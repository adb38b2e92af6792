import { type CircleEngine, createCircleEngine } from '#core/surface/circle-engine.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import {
  computeRegionalTravel,
  REGIONAL_TRAVEL_YEAR,
  type RegionalTravelReading,
} from '#core/surface/regional-travel.ts';
import { fail } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

/** Regional travel step by step with a pause between, so that a circle that follows the pointer need not wait. */
export async function answerRegionalTravel(
  { context }: CircleEngine,
  { jobs, edits }: CircleOperations['regional-travel']['request'],
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<Answer<readonly RegionalTravelReading[]>> {
  const steps = computeRegionalTravel(
    createCircleEngine(networkAsOf(context.data, REGIONAL_TRAVEL_YEAR)),
    jobs,
    edits,
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
    reportProgress({ stage: 'origins', ...step.value });
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
  }
}
