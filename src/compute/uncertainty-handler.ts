import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { certaintyBands } from '#core/uncertainty/certainty-bands.ts';
import { openUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

type Uncertainty = CircleOperations['circle-uncertainty'];

/** The engine's run, circle by circle with a pause between, so that it can be stopped and a dragged circle need not wait. */
export async function answerUncertainty(
  engine: CircleEngine,
  request: Uncertainty['request'],
  { signal, reportProgress, pause }: CallContext<Uncertainty['progress']>,
): Promise<Answer<Uncertainty['response']>> {
  const run = openUncertainty(engine, request);
  if (!run.ok) return { result: run };
  const { steps } = run.value;
  for (let done = 0; done < steps; done++) {
    run.value.step();
    reportProgress({ stage: 'draws', done: done + 1, total: steps });
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
  }
  const { shares, ...figures } = run.value.result();
  return { result: succeed({ ...figures, bands: certaintyBands({ shares }) }) };
}
