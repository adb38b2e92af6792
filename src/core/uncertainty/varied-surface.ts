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

/** A setting with other parameters, and a context apart from the engine's caches to compute with it. */
export interface Variation {
  readonly context: EngineContext;
  readonly setting: ResolvedSetting;
}

/** Opens a variation: its ground is made once for all that is asked of it. */
export function openVariedContext(
  context: EngineContext,
  setting: ResolvedSetting,
  parameters: TravelParameters,
): Variation {
  return {
    context: { ...context, discs: createDiscCache(DRAW_DISCS_BYTES, context.scratch) },
    setting: context.vary(setting, parameters),
  };
}

/**
 * Surfaces under one set of other parameters, apart from the engine's caches; the ground is made once for all circles asked
 * for. A circle must have been computed under its own parameters: its origins are known to stand on land.
 * @param setting of the circles' own definition, which they share
 */
export function openVariation(
  context: EngineContext,
  setting: ResolvedSetting,
  parameters: TravelParameters,
): (circle: CircleRequest) => TravelTimeSurface {
  const { context: own, setting: varied } = openVariedContext(context, setting, parameters);
  return ({ origins, mode, maxMinutes }) =>
    mergedSurface(
      origins.map((origin) => {
        const place = resolvePlace(own, varied, origin);
        if (!place.ok) throw new Error(place.failure.message);
        return computeCircle(own, varied, place.value, mode, maxMinutes).surface;
      }),
    );
}

/** The surface of one circle under other parameters. */
export function variedSurface(
  context: EngineContext,
  setting: ResolvedSetting,
  circle: CircleRequest,
  parameters: TravelParameters,
): TravelTimeSurface {
  return openVariation(context, setting, parameters)(circle);
}
