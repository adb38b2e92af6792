import type { TravelParameters } from '../network/travel-parameters.ts';
import { computeCircle } from '../surface/circle-computation.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import { createDiscCache } from '../surface/egress-discs.ts';
import type { EngineContext, ResolvedSetting } from '../surface/engine-context.ts';
import { resolvePlace } from '../surface/origin.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { mergeSurfaces } from '../surface/travel-time-surface.ts';

/** Memory for the egress discs of one draw, bytes. Each draw has speeds of its own: nothing is kept for the next. */
const DRAW_DISCS_BYTES = 16 * 1024 * 1024;

/** Several origins' surfaces as one. */
export function mergedSurface(surfaces: readonly TravelTimeSurface[]): TravelTimeSurface {
  const surface = mergeSurfaces(surfaces);
  if (surface === null) throw new Error('A computation without origins');
  return surface;
}

/**
 * The surface of a circle under other parameters, apart from the engine's caches. The circle must have been computed under
 * its own: its origins are known to stand on land.
 */
export function variedSurface(
  context: EngineContext,
  setting: ResolvedSetting,
  { origins, mode, maxMinutes }: CircleRequest,
  parameters: TravelParameters,
): TravelTimeSurface {
  const varied = context.vary(setting, parameters);
  const own = { ...context, discs: createDiscCache(DRAW_DISCS_BYTES, context.scratch) };
  return mergedSurface(
    origins.map((origin) => {
      const place = resolvePlace(own, varied, origin);
      if (!place.ok) throw new Error(place.failure.message);
      return computeCircle(own, varied, place.value, mode, maxMinutes).surface;
    }),
  );
}
