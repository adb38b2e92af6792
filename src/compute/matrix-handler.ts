import type { CircleEngine, TravelTimeMatrix, TravelTimeRequest } from '#core/surface/circle-engine.ts';
import type { Place } from '#core/surface/circle-request.ts';
import { growTravelTree, matrixRow, type MatrixRow } from '#core/surface/city-travel-time.ts';
import { type ResolvedPlace, resolvePlace } from '#core/surface/origin.ts';
import { fail, succeed } from '#core/units/result.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

/** The engine's matrix, origin by origin with a pause between, so that a circle that follows the pointer need not wait. */
export async function answerMatrix(
  { context }: CircleEngine,
  places: readonly Place[],
  request: TravelTimeRequest,
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<Answer<TravelTimeMatrix>> {
  const setting = context.resolve(request);
  if (!setting.ok) return { result: setting };
  const resolved: ResolvedPlace[] = [];
  for (const place of places) {
    const found = resolvePlace(context, setting.value, place);
    if (!found.ok) return { result: found };
    resolved.push(found.value);
  }
  const rows: MatrixRow[] = [];
  for (const origin of resolved) {
    if (signal.aborted) return { result: fail(ABORTED) };
    rows.push(matrixRow(context, growTravelTree(context, setting.value, origin, request.mode), resolved));
    reportProgress({ stage: 'origins', done: rows.length, total: resolved.length });
    await pause();
  }
  return {
    result: succeed({
      places: resolved.map(({ name, at }) => ({ name, at })),
      minutes: rows.map(({ minutes }) => minutes),
      modelled: rows.map(({ modelled }) => modelled),
    }),
  };
}
