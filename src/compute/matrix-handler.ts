import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { growTravelTree, matrixRow, type MatrixRow } from '#core/surface/city-travel-time.ts';
import { type ResolvedPlace, resolvePlace } from '#core/surface/origin.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import { ABORTED, type Progress } from './protocol.ts';
import type { Answer, CallContext } from './worker-host.ts';

/** The engine's matrix, origin by origin with a pause between, so that a circle that follows the pointer need not wait. */
export async function answerMatrix(
  { context }: CircleEngine,
  { places, request, skipsUnplaced = false }: CircleOperations['matrix']['request'],
  { signal, reportProgress, pause }: CallContext<Progress>,
): Promise<Answer<CircleOperations['matrix']['response']>> {
  const setting = context.resolve(request);
  if (!setting.ok) return { result: setting };
  const resolved: ResolvedPlace[] = [];
  const unplaced: number[] = [];
  for (const [index, place] of places.entries()) {
    const found = resolvePlace(context, setting.value, place);
    if (found.ok) resolved.push(found.value);
    else if (skipsUnplaced && found.failure.reason === 'origin-not-on-land') unplaced.push(index);
    else return { result: found };
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
      unplaced,
    }),
  };
}
