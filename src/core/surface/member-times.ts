import type { Adcode } from '../geography/admin-unit.ts';
import type { TravelTimes } from '../structure/travel-times.ts';
import { succeed, type Result } from '../units/result.ts';
import type { CircleEngine, EngineFailureReason, TravelTimeRequest } from './circle-engine.ts';
import { resolvePlace } from './origin.ts';

/** Times between places as one square array; a pair without a way has none. @param minutes row: from, column: to */
export function travelTimesOf(
  places: readonly Adcode[],
  minutes: readonly (readonly (number | null)[])[],
  basis: string,
): TravelTimes {
  const flat = new Float64Array(places.length ** 2).fill(Number.NaN);
  minutes.forEach((row, i) =>
    row.forEach((value, j) => {
      if (value !== null) flat[i * places.length + j] = value;
    }),
  );
  return { places, minutes: flat, basis };
}

/** Times between a region's members, those whose seat is nowhere on land left out (some 100 ms for 20 cities). */
export function memberTimes(
  engine: CircleEngine,
  members: readonly Adcode[],
  request: TravelTimeRequest,
): Result<TravelTimes, EngineFailureReason> {
  const setting = engine.context.resolve(request);
  if (!setting.ok) return setting;
  const placed = members.filter((adcode) => {
    const found = resolvePlace(engine.context, setting.value, { kind: 'city', adcode });
    return found.ok || found.failure.reason !== 'origin-not-on-land';
  });
  const matrix = engine.matrix(
    placed.map((adcode) => ({ kind: 'city', adcode })),
    request,
  );
  if (!matrix.ok) return matrix;
  return succeed(travelTimesOf(placed, matrix.value.minutes, `${request.mode}, ${request.preset ?? 'peak'}`));
}
