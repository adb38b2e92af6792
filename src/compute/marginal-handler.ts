import {
  type MarginalMinute,
  openMarginalRanking,
  sortMarginalMinutes,
} from '#core/scenario/marginal-minute.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

type Marginal = CircleOperations['marginal-minutes'];

/** The engine's ranking, link by link with a pause between, so that it can be stopped and a circle need not wait. */
export async function answerMarginalMinutes(
  engine: CircleEngine,
  { region, request, minutes }: Marginal['request'],
  { signal, reportProgress, pause }: CallContext<Marginal['progress']>,
): Promise<Answer<Marginal['response']>> {
  const ranking = openMarginalRanking(engine, region, request, minutes);
  if (!ranking.ok) return { result: ranking };
  const items: MarginalMinute[] = [];
  for (const link of ranking.value.links) {
    await pause();
    if (signal.aborted) return { result: fail(ABORTED) };
    const item = ranking.value.measure(link);
    if (!item.ok) return { result: item };
    items.push(item.value);
    reportProgress({
      stage: 'links',
      done: items.length,
      total: ranking.value.links.length,
      item: item.value,
    });
  }
  return { result: succeed(sortMarginalMinutes(items)) };
}
