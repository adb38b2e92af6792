import { checkModelledRides, reportModelledRides } from '#core/network/check-modelled-rides.ts';
import { checkPublishedTime, type PublishedTimeCheck } from '#core/surface/check-published-times.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

type Validation = CircleOperations['validation'];

/** Largest errors listed. */
const LISTED_WORST = 20;

/** The engine held against what is published and observed, time by time with a pause between. */
export async function answerValidation(
  engine: CircleEngine,
  { published }: Validation['request'],
  { signal, reportProgress, pause }: CallContext<Validation['progress']>,
): Promise<Answer<Validation['response']>> {
  const rides = reportModelledRides(checkModelledRides(engine.context.base.network), LISTED_WORST);
  const checks: PublishedTimeCheck[] = [];
  for (const time of published) {
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
    checks.push(checkPublishedTime(engine, time));
    reportProgress({ stage: 'published', done: checks.length, total: published.length });
  }
  return { result: succeed({ rides, published: checks }) };
}
