import { modelledMinutes } from '../network/modelled-minutes.ts';
import type { EdgeChanges } from '../network/rail-edges.ts';
import { SCENARIO_VINTAGE } from '../network/rail-edges.ts';
import type { RouteShare } from '../network/train-routes.ts';
import { inferTrainRoutes } from '../network/train-routes.ts';
import { TICKS_PER_MINUTE } from '../surface/travel-time-ticks.ts';
import type { ScenarioBase } from './scenario-base.ts';
import type { ScenarioSettings } from './scenario-settings.ts';

/** Pairs of stations are keyed `from * STATION_LIMIT + to`. */
export const STATION_LIMIT = 65536;

/** However many minutes are saved, a ride takes this long. */
const SHORTEST_RIDE_MINUTES = 1;

/** Distance at which the times of two design speeds are compared, km: typical between cities. */
const COMPARED_OVER_KM = 100;

/** A ride's ticks with minutes taken off, at least a minute (or what it was, if shorter). */
export function savedTicks(ticks: number, minutes: number): number {
  const shortest = Math.min(ticks, SHORTEST_RIDE_MINUTES * TICKS_PER_MINUTE);
  return Math.max(shortest, ticks - Math.floor(minutes * TICKS_PER_MINUTE));
}

/** How much faster each line runs over distance, new over old; only lines of known speed. Monotone in the speed. */
function speedRatios(settings: ScenarioSettings, base: ScenarioBase): ReadonlyMap<string, number> {
  const ratios = new Map<string, number>();
  for (const [id, speed] of settings.lineSpeeds) {
    const old = base.lines.get(id)?.designSpeedKmh ?? null;
    if (old === null) continue;
    ratios.set(id, modelledMinutes(speed, COMPARED_OVER_KM) / modelledMinutes(old, COMPARED_OVER_KM));
  }
  return ratios;
}

/**
 * What settings do to the rides of the base network:
 * - a closed line takes its own rides with it and the through rides inferred to use it;
 * - a new design speed scales the line's share of a ride, saved minutes are taken off in proportion to that share;
 * - frequencies apply to rides wholly on the line;
 * - set minutes (`pairs`, ticks by pair) replace every ride of the pair.
 */
export function changedRides(
  base: ScenarioBase,
  settings: ScenarioSettings,
  pairs: ReadonlyMap<number, number>,
): Pick<EdgeChanges, 'keep' | 'replace'> {
  const { edges } = base.network;
  const closed = new Set([...settings.open].filter(([, open]) => !open).map(([id]) => id));
  const ratios = speedRatios(settings, base);
  const { savedMinutes, lineFrequencies } = settings;
  const lineChanges = [closed, ratios, savedMinutes, lineFrequencies].some(({ size }) => size > 0);
  if (!lineChanges && pairs.size === 0) return {};
  const routes: ReadonlyMap<number, readonly RouteShare[]> = lineChanges
    ? inferTrainRoutes(base.network)
    : new Map();
  const pairOf = (edge: number): number =>
    (edges.from[edge] as number) * STATION_LIMIT + (edges.to[edge] as number);
  return {
    keep: (edge) => routes.get(edge)?.some(({ line }) => closed.has(line)) !== true,
    replace: (edge) => {
      const set = pairs.get(pairOf(edge));
      if (set !== undefined) return { ticks: set, vintage: SCENARIO_VINTAGE, kind: 'scenario' };
      const shares = routes.get(edge);
      if (shares === undefined) return null;
      const before = edges.ticks[edge] as number;
      let factor = 1;
      let saved = 0;
      for (const { line, share } of shares) {
        factor += share * ((ratios.get(line) ?? 1) - 1);
        saved += share * (savedMinutes.get(line) ?? 0);
      }
      const ticks = savedTicks(factor === 1 ? before : Math.max(1, Math.ceil(before * factor)), saved);
      const own = shares.length === 1 ? shares[0]?.line : undefined;
      const trains = own === undefined ? undefined : lineFrequencies.get(own);
      // The vintage stays: it still decides whether the ride counts under a choice of vintages.
      const timed = ticks === before ? {} : { ticks, kind: 'scenario' as const };
      if (trains !== undefined) return { ...timed, trainsPerDay: trains };
      return ticks === before ? null : timed;
    },
  };
}
