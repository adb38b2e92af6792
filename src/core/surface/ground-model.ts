import type { RoadLink } from '../network/rail-line.ts';
import type { TravelParameters } from '../network/travel-parameters.ts';
import { ROAD_SPEED_IDS } from '../network/travel-parameters.ts';
import type { LngLat } from '../units/coordinates.ts';
import { localDistanceKm } from './grid-geometry.ts';
import type { LandModel, LandPoint } from './land-model.ts';
import { findLandPoint } from './land-model.ts';

/** Link ends are tied to land at most this far away, km (bridges' ends are placed on the shore). */
const LINK_END_REACH_KM = 6;

/**
 * Cells around a source whose times are computed along the straight line. The trial used 3–5; with 6 times stay within
 * 1.2 % of the straight line beyond 20 km up to the northern tip of the country, where cells are narrow.
 */
export const SEED_RADIUS_CELLS = 6;

/** A road link as the ground sees it: a jump between two land cells, usable both ways. */
export interface GroundLink {
  readonly id: string;
  /** Changes with everything that matters to travel times; equal keys mean equal links. */
  readonly key: string;
  /** Crossing time with border minutes. */
  readonly minutes: number;
  readonly from: LandPoint;
  readonly to: LandPoint;
  readonly straightKm: number;
}

/** Everything ground propagation needs; plain arrays, no methods. */
export interface GroundModel {
  readonly land: LandModel;
  /** Minutes per straight-line km (detour included) by county number; 0 = blocked. */
  readonly minutesPerKm: Float64Array;
  readonly borderMinutes: number;
  readonly links: readonly GroundLink[];
  /** Fastest movement over land, straight-line km per minute: bounds how far a budget can reach. */
  readonly fastestKmPerMinute: number;
  /** Equal signatures mean equal land speeds and border minutes (links have their own keys). */
  readonly speedSignature: string;
}

/** The part of a road link that travel times depend on. */
export interface RoadCrossing {
  readonly id: string;
  readonly from: LngLat;
  readonly to: LngLat;
  readonly minutes: number;
  readonly crossesBorder: boolean;
}

/** A {@link RoadLink} reduced to what travel times depend on. */
export function crossingOf(link: RoadLink): RoadCrossing {
  return {
    id: link.id,
    from: link.from.at,
    to: link.to.at,
    minutes: link.minutes,
    crossesBorder: link.crossesBorder,
  };
}

/** Ties a crossing to the land; `null` when an end has no land within 6 km, or both ends share a cell. */
export function tieCrossing(
  land: LandModel,
  crossing: RoadCrossing,
  borderMinutes: number,
): GroundLink | null {
  const from = findLandPoint(land, crossing.from, LINK_END_REACH_KM);
  const to = findLandPoint(land, crossing.to, LINK_END_REACH_KM);
  if (from === null || to === null || from.cell === to.cell) return null;
  const minutes = crossing.minutes + (crossing.crossesBorder ? borderMinutes : 0);
  return {
    id: crossing.id,
    key: `${crossing.id}:${from.cell}:${to.cell}:${minutes}`,
    minutes,
    from,
    to,
    straightKm: localDistanceKm(crossing.from, crossing.to),
  };
}

/** Land, speeds and open links together. */
export function buildGroundModel(
  land: LandModel,
  parameters: TravelParameters,
  crossings: readonly RoadCrossing[],
): GroundModel {
  const minutesPerKm = new Float64Array(land.densityClass.length);
  const speeds = ROAD_SPEED_IDS.map((id) => parameters[id]);
  for (let county = 1; county < minutesPerKm.length; county++) {
    const speedKmh = speeds[land.densityClass[county] as number] as number;
    minutesPerKm[county] = (60 / speedKmh) * parameters.detourFactor;
  }
  const links = crossings
    .map((crossing) => tieCrossing(land, crossing, parameters.borderMinutes))
    .filter((link) => link !== null);
  return {
    land,
    minutesPerKm,
    borderMinutes: parameters.borderMinutes,
    links,
    fastestKmPerMinute: Math.max(...speeds) / 60 / parameters.detourFactor,
    speedSignature: [...speeds, parameters.detourFactor, parameters.borderMinutes].join(','),
  };
}
