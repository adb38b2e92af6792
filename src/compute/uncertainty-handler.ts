import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { certaintyBands } from '#core/uncertainty/certainty-bands.ts';
import { openUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { openPlansUncertainty } from '#core/uncertainty/plans-uncertainty.ts';
import { openScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

type OfCircle = CircleOperations['circle-uncertainty'];
type OfPlans = CircleOperations['plans-uncertainty'];
type OfScenario = CircleOperations['scenario-uncertainty'];

/** A step takes some milliseconds: told of every one, the page would do nothing else. */
const REPORTED_STEPS = 10;

/**
 * Takes a run's steps with a pause between, so that it can be stopped and a dragged circle need not wait.
 * @returns whether the run is over
 */
async function takeSteps(
  run: { readonly steps: number; step(): void },
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<boolean> {
  for (let done = 0; done < run.steps; done++) {
    run.step();
    if ((done + 1) % REPORTED_STEPS === 0 || done + 1 === run.steps)
      reportProgress({ stage: 'draws', done: done + 1, total: run.steps });
    await pause();
    if (signal.aborted) return false;
  }
  return true;
}

/** The engine's run on a circle, with the areas of the map. */
export async function answerUncertainty(
  engine: CircleEngine,
  request: OfCircle['request'],
  context: CallContext<Progress>,
): Promise<Answer<OfCircle['response']>> {
  const run = openUncertainty(engine, request);
  if (!run.ok) return { result: run };
  if (!(await takeSteps(run.value, context))) return { result: fail(ABORTED) };
  const { shares, ...figures } = run.value.result();
  return { result: succeed({ ...figures, bands: certaintyBands({ shares }) }) };
}

/** The engine's run on what a scenario changes. */
export async function answerScenarioUncertainty(
  engine: CircleEngine,
  request: OfScenario['request'],
  context: CallContext<Progress>,
): Promise<Answer<OfScenario['response']>> {
  const run = openScenarioUncertainty(engine, request);
  if (!run.ok) return { result: run };
  if (!(await takeSteps(run.value, context))) return { result: fail(ABORTED) };
  return { result: succeed(run.value.result()) };
}

/** The engine's run on many plans. */
export async function answerPlansUncertainty(
  engine: CircleEngine,
  request: OfPlans['request'],
  context: CallContext<Progress>,
): Promise<Answer<OfPlans['response']>> {
  const run = openPlansUncertainty(engine, request);
  if (!run.ok) return { result: run };
  if (!(await takeSteps(run.value, context))) return { result: fail(ABORTED) };
  return { result: run.value.result() };
}
