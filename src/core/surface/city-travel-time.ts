import type { RailArrivals, RailSearchOptions } from '../network/earliest-arrival.ts';
import { NEVER_TICKS, ridesTo, searchEarliestArrivals } from '../network/earliest-arrival.ts';
import { isModelledKind } from '../network/rail-edges.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { CircleComputation } from './circle-computation.ts';
import { accessStations, groundFrom, railSearchOptions } from './circle-computation.ts';
import type { CircleFailureReason, CircleMode, Journey, JourneyLeg } from './circle-request.ts';
import type { TravelDisc } from './egress-discs.ts';
import { ticksAtCell } from './egress-discs.ts';
import type { EngineContext, ResolvedSetting } from './engine-context.ts';
import { legsToStation, linksOnTheWay } from './explain-point.ts';
import type { ResolvedPlace } from './origin.ts';
import { cutoffTicks, longTicksFromMinutes, minutesFromTicks, UNREACHED_TICKS } from './travel-time-ticks.ts';

/** Journeys by train are searched up to this long, minutes (a day). */
const LONGEST_RAIL_MINUTES = 1440;
/** Journeys wholly by road are searched up to this long, minutes; in a surface nothing longer can be held. */
export const LONGEST_ROAD_MINUTES = 240;

/** Everything reached from one place, for journeys to any number of others. */
export interface TravelTree {
  readonly origin: ResolvedPlace;
  readonly mode: CircleMode;
  readonly setting: ResolvedSetting;
  readonly ground: TravelDisc | null;
  readonly arrivals: RailArrivals | null;
  readonly searchOptions: RailSearchOptions;
}

/** Searches from a place: roads up to four hours, trains up to a day. */
export function growTravelTree(
  context: EngineContext,
  setting: ResolvedSetting,
  origin: ResolvedPlace,
  mode: CircleMode,
): TravelTree {
  const searchOptions = railSearchOptions(setting, mode, longTicksFromMinutes(LONGEST_RAIL_MINUTES));
  if (mode === 'in-vehicle') {
    const starts = origin.stations.map((station) => ({ station, ticks: 0 }));
    const arrivals = searchEarliestArrivals(setting.graph, starts, searchOptions);
    return { origin, mode, setting, ground: null, arrivals, searchOptions };
  }
  const ground = groundFrom(context, setting, origin, LONGEST_ROAD_MINUTES);
  const arrivals =
    mode === 'road'
      ? null
      : searchEarliestArrivals(
          setting.graph,
          accessStations(context, setting, ground, LONGEST_ROAD_MINUTES),
          searchOptions,
        );
  return { origin, mode, setting, ground, arrivals, searchOptions };
}

/** How a tree reaches a place: ticks, and by which station (−1 = by road alone). */
interface Arrival {
  readonly ticks: number;
  readonly station: number;
}

function arrivalAt(context: EngineContext, tree: TravelTree, target: ResolvedPlace): Arrival | null {
  const { arrivals, ground, setting, mode } = tree;
  const gridColumns = context.land.geometry.columns;
  let best: Arrival | null = null;
  const offer = (ticks: number, station: number): void => {
    if (ticks < NEVER_TICKS && (best === null || ticks < best.ticks)) best = { ticks, station };
  };
  if (mode === 'in-vehicle') {
    for (const station of target.stations) offer(arrivals?.arrival[station] as number, station);
    return best;
  }
  if (ground !== null) {
    const ticks = ticksAtCell(ground, gridColumns, target.point.cell);
    if (ticks <= cutoffTicks(LONGEST_ROAD_MINUTES)) offer(ticks, -1);
  }
  if (arrivals === null) return best;
  const { egressMinutes } = setting.parameters;
  const mayReach = reachOf(context, setting, target.point.cell, egressMinutes);
  for (const station of arrivals.reached) {
    const at = arrivals.arrival[station] as number;
    const known: Arrival | null = best;
    if (known !== null && at >= (known as Arrival).ticks) continue;
    const point = setting.state.points[station];
    if (point == null || !mayReach(point.cell)) continue;
    const egress = ticksAtCell(
      context.discs.get(setting.ground, point, egressMinutes),
      gridColumns,
      target.point.cell,
    );
    if (egress !== UNREACHED_TICKS) offer(at + egress, station);
  }
  return best;
}

/** A test of station cells: false where not even the fastest road gets from there to a place within the egress limit. */
function reachOf(
  context: EngineContext,
  setting: ResolvedSetting,
  to: number,
  limitMinutes: number,
): (from: number) => boolean {
  const { columns, heightKm, widthKm } = context.land.geometry;
  const [rowTo, columnTo] = [Math.floor(to / columns), to % columns];
  const widthTo = widthKm[rowTo] as number;
  const linkSurplus = setting.ground.links.reduce(
    (sum, link) => sum + Math.max(0, link.straightKm - link.minutes * setting.ground.fastestKmPerMinute),
    0,
  );
  const reachKm = limitMinutes * setting.ground.fastestKmPerMinute + linkSurplus;
  return (from) => {
    const row = Math.floor(from / columns);
    const height = heightKm[row] as number;
    const width = Math.min(widthKm[row] as number, widthTo);
    const km = Math.hypot(((from % columns) - columnTo) * width, (row - rowTo) * height);
    return km * 0.98 <= reachKm + 2 * height;
  };
}

/** Minutes from a tree's origin to a place; `null` when there is no way. */
export function minutesTo(context: EngineContext, tree: TravelTree, target: ResolvedPlace): number | null {
  if (sameOwn(tree, target)) return 0;
  const arrival = arrivalAt(context, tree, target);
  return arrival === null ? null : minutesFromTicks(arrival.ticks);
}

/** Times from one place to each of some places. */
export interface MatrixRow {
  /** `null` where there is no way. */
  readonly minutes: readonly (number | null)[];
  /** Whether the fastest way rides on a modelled edge. */
  readonly modelled: readonly boolean[];
}

/** Times from a tree's origin to each of some places (itself among them, at 0), and which of them rest on modelled rides. */
export function matrixRow(
  context: EngineContext,
  tree: TravelTree,
  targets: readonly ResolvedPlace[],
): MatrixRow {
  const arrivals = targets.map((target) =>
    target === tree.origin || sameOwn(tree, target) ? HERE : arrivalAt(context, tree, target),
  );
  return {
    minutes: arrivals.map((arrival) => (arrival === null ? null : minutesFromTicks(arrival.ticks))),
    modelled: arrivals.map((arrival) => arrival !== null && isModelled(tree, arrival.station)),
  };
}

const HERE: Arrival = { ticks: 0, station: -1 };

/** True where the rides to a station take a modelled edge. */
function isModelled({ arrivals, setting, searchOptions }: TravelTree, station: number): boolean {
  if (station === -1 || arrivals === null) return false;
  const { kind } = setting.graph.edges;
  return ridesTo(arrivals, station, searchOptions).some((edge) => isModelledKind(kind[edge] as number));
}

/** In-vehicle, a city reaches itself at once. */
function sameOwn(tree: TravelTree, target: ResolvedPlace): boolean {
  return (
    tree.mode === 'in-vehicle' &&
    target.stations.length > 0 &&
    target.stations.every((station) => tree.origin.stations.includes(station))
  );
}

/** The way from a tree's origin to a place, leg by leg. */
export function journeyTo(
  context: EngineContext,
  tree: TravelTree,
  target: ResolvedPlace,
): Result<Journey, CircleFailureReason> {
  const { origin, mode, setting, ground } = tree;
  if (sameOwn(tree, target)) return succeed({ minutes: 0, legs: [] });
  const noStation =
    mode === 'in-vehicle' ? [origin, target].find(({ stations }) => stations.length === 0) : undefined;
  if (noStation !== undefined) {
    return fail({
      reason: 'no-station',
      message: `${noStation.name} has no railway station in the data.`,
      nextStep: 'Choose another place, or ask for door-to-door times.',
      values: { place: noStation.name },
    });
  }
  const arrival = arrivalAt(context, tree, target);
  if (arrival === null) {
    return fail({
      reason: 'no-way',
      message: `No way was found from ${origin.name} to ${target.name}.`,
      nextStep:
        mode === 'road'
          ? `Roads are searched up to ${LONGEST_ROAD_MINUTES} minutes; try door-to-door.`
          : 'Try another mode, or fewer trains a day.',
      values: { from: origin.name, to: target.name },
    });
  }
  const minutes = minutesFromTicks(arrival.ticks);
  if (arrival.station === -1) {
    const links = ground === null ? [] : linksOnTheWay(setting.ground, ground, target.point.cell);
    return succeed({ minutes, legs: [{ kind: 'road', from: origin.name, to: target.name, minutes, links }] });
  }
  // A tree has all that the legs are read from; only the surface is missing, which they don't need.
  const legs = legsToStation(tree satisfies Omit<CircleComputation, 'surface'>, arrival.station);
  if (mode === 'in-vehicle') return succeed({ minutes, legs });
  const at = tree.arrivals?.arrival[arrival.station] as number;
  const point = setting.state.points[arrival.station];
  const disc =
    point == null ? null : context.discs.get(setting.ground, point, setting.parameters.egressMinutes);
  const egress: JourneyLeg = {
    kind: 'road',
    from: setting.graph.edges.stations[arrival.station]?.name ?? '',
    to: target.name,
    minutes: minutesFromTicks(arrival.ticks - at),
    links: disc === null ? [] : linksOnTheWay(setting.ground, disc, target.point.cell),
  };
  return succeed({ minutes, legs: [...legs, egress] });
}
