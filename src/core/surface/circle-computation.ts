import type { RailArrivals, RailSearchOptions, RailStart } from '../network/earliest-arrival.ts';
import { NEVER_TICKS, ridesTo, searchEarliestArrivals } from '../network/earliest-arrival.ts';
import { isModelledKind } from '../network/rail-edges.ts';
import type { CircleMode, ReachedStation } from './circle-request.ts';
import type { TravelDisc } from './egress-discs.ts';
import { quantiseMarch, ticksAtCell } from './egress-discs.ts';
import type { EngineContext, ResolvedSetting } from './engine-context.ts';
import { marchGround } from './fast-marching.ts';
import type { ResolvedPlace } from './origin.ts';
import type { TravelTimeSurface } from './travel-time-surface.ts';
import { lowerByDisc, unionWindow } from './travel-time-surface.ts';
import { cutoffTicks, longTicksFromMinutes, minutesFromTicks, UNREACHED_TICKS } from './travel-time-ticks.ts';

/** One origin's surface with everything that explains it. */
export interface CircleComputation {
  readonly origin: ResolvedPlace;
  readonly mode: CircleMode;
  readonly setting: ResolvedSetting;
  readonly surface: TravelTimeSurface;
  /** Over land from the origin; `null` in-vehicle. */
  readonly ground: TravelDisc | null;
  /** `null` on the road. */
  readonly arrivals: RailArrivals | null;
  readonly searchOptions: RailSearchOptions;
}

/** Least times over land from a place, in ticks, with provisional times just outside the budget. */
export function groundFrom(
  context: EngineContext,
  setting: ResolvedSetting,
  place: ResolvedPlace,
  limitMinutes: number,
): TravelDisc {
  return quantiseMarch(marchGround(setting.ground, place.point, limitMinutes, context.scratch), true);
}

/** Stations within the access limit over land. */
export function accessStations(
  context: EngineContext,
  setting: ResolvedSetting,
  ground: TravelDisc,
  limitMinutes: number,
): readonly RailStart[] {
  const limit = cutoffTicks(Math.min(limitMinutes, setting.parameters.accessMinutes));
  const gridColumns = context.land.geometry.columns;
  const starts: RailStart[] = [];
  const { points } = setting.state;
  for (let station = 0; station < points.length; station++) {
    const point = points[station];
    if (point == null) continue;
    const ticks = ticksAtCell(ground, gridColumns, point.cell);
    if (ticks <= limit) starts.push({ station, ticks });
  }
  return starts;
}

/** How a mode searches the trains. In-vehicle one is at the city's stations already; borders don't count. */
export function railSearchOptions(
  setting: ResolvedSetting,
  mode: CircleMode,
  limitTicks: number,
): RailSearchOptions {
  const { parameters, surcharge } = setting;
  const inVehicle = mode === 'in-vehicle';
  return {
    waitTicks: inVehicle ? 0 : longTicksFromMinutes(parameters.waitMinutes),
    transferTicks: longTicksFromMinutes(parameters.transferMinutes),
    limitTicks,
    minTrainsPerDay: mode === 'commutable' ? parameters.minTrainsPerDay : 0,
    surcharge: inVehicle ? undefined : surcharge,
    startsCount: inVehicle,
  };
}

function surfaceOnGrid(
  context: EngineContext,
  window: { row0: number; column0: number; rows: number; columns: number },
  ticks: Uint16Array,
  maxMinutes: number,
  stepped: boolean,
): TravelTimeSurface {
  const { west, north, cellDegrees, columns, rows } = context.land.geometry;
  return {
    frame: { west, north, cellDegrees, columns, rows },
    row0: window.row0,
    column0: window.column0,
    rows: window.rows,
    columns: window.columns,
    ticks,
    maxMinutes,
    stepped,
  };
}

/**
 * How far past the budget the times around stations are kept, for the contour at the budget itself: it runs between cells
 * within and the next ones beyond, half a kilometre on foot at most.
 */
const CONTOUR_MARGIN_MINUTES = 6;

function doorToDoorSurface(
  context: EngineContext,
  setting: ResolvedSetting,
  ground: TravelDisc,
  arrivals: RailArrivals | null,
  maxMinutes: number,
): TravelTimeSurface {
  const limitTicks = cutoffTicks(maxMinutes);
  const discs: { disc: TravelDisc; delay: number }[] = [];
  for (const station of arrivals?.reached ?? []) {
    const point = setting.state.points[station];
    const delay = arrivals?.arrival[station] as number;
    if (point == null || delay > limitTicks) continue;
    discs.push({ disc: context.discs.get(setting.ground, point, setting.parameters.egressMinutes), delay });
  }
  const window = unionWindow([ground, ...discs.map(({ disc }) => disc)]) ?? ground;
  const ticks = new Uint16Array(window.rows * window.columns).fill(UNREACHED_TICKS);
  lowerByDisc(window, ticks, ground, 0, UNREACHED_TICKS - 1);
  const withMargin = cutoffTicks(maxMinutes + CONTOUR_MARGIN_MINUTES);
  for (const { disc, delay } of discs) lowerByDisc(window, ticks, disc, delay, withMargin);
  return surfaceOnGrid(context, window, ticks, maxMinutes, false);
}

/**
 * Whole counties: a county counts as reached when a station inside it is, at that station's arrival. The origin's own
 * counties (seats as near as the city's stations may be) count from minute 0: one is in the city already.
 */
function inVehicleSurface(
  context: EngineContext,
  setting: ResolvedSetting,
  origin: ResolvedPlace,
  arrivals: RailArrivals,
  maxMinutes: number,
): TravelTimeSurface {
  const { land } = context;
  const limitTicks = cutoffTicks(maxMinutes);
  // A city without a station is not started from, so that nobody is within it either.
  const own = origin.stations.length === 0 ? [] : origin.counties;
  const byCounty = new Map(own.map((county) => [county, 0]));
  for (const station of arrivals.reached) {
    const point = setting.state.points[station];
    const ticks = arrivals.arrival[station] as number;
    if (point == null || ticks > limitTicks) continue;
    const county = land.cells[point.cell] as number;
    byCounty.set(county, Math.min(ticks, byCounty.get(county) ?? UNREACHED_TICKS));
  }
  const boxes = [...byCounty.keys()].flatMap((county) => {
    const [row0 = 0, row1 = -1, column0 = 0, column1 = -1] = land.countyBox.subarray(
      county * 4,
      county * 4 + 4,
    );
    return row1 < row0
      ? []
      : [{ county, row0, column0, rows: row1 - row0 + 1, columns: column1 - column0 + 1 }];
  });
  const window = unionWindow(boxes) ?? { row0: 0, column0: 0, rows: 0, columns: 0 };
  const ticks = new Uint16Array(window.rows * window.columns).fill(UNREACHED_TICKS);
  for (const box of boxes) {
    const value = byCounty.get(box.county) ?? UNREACHED_TICKS;
    for (let row = box.row0; row < box.row0 + box.rows; row++) {
      const grid = row * land.geometry.columns;
      const here = (row - window.row0) * window.columns - window.column0;
      for (let column = box.column0; column < box.column0 + box.columns; column++) {
        if (land.cells[grid + column] === box.county) ticks[here + column] = value;
      }
    }
  }
  return surfaceOnGrid(context, window, ticks, maxMinutes, true);
}

/** Computes one origin's surface. */
export function computeCircle(
  context: EngineContext,
  setting: ResolvedSetting,
  origin: ResolvedPlace,
  mode: CircleMode,
  maxMinutes: number,
): CircleComputation {
  const searchOptions = railSearchOptions(setting, mode, cutoffTicks(maxMinutes));
  if (mode === 'in-vehicle') {
    const starts = origin.stations.map((station) => ({ station, ticks: 0 }));
    const arrivals = searchEarliestArrivals(setting.graph, starts, searchOptions);
    const surface = inVehicleSurface(context, setting, origin, arrivals, maxMinutes);
    return { origin, mode, setting, surface, ground: null, arrivals, searchOptions };
  }
  const ground = groundFrom(context, setting, origin, maxMinutes);
  const arrivals =
    mode === 'road'
      ? null
      : searchEarliestArrivals(
          setting.graph,
          accessStations(context, setting, ground, maxMinutes),
          searchOptions,
        );
  const surface = doorToDoorSurface(context, setting, ground, arrivals, maxMinutes);
  return { origin, mode, setting, surface, ground, arrivals, searchOptions };
}

/** The stations that the trains of a computation reach, earliest first. */
export function reachedStations(computation: CircleComputation): readonly ReachedStation[] {
  const { arrivals, setting, searchOptions } = computation;
  if (arrivals === null) return [];
  const { edges } = setting.graph;
  const reached: ReachedStation[] = [];
  for (const index of arrivals.reached) {
    const station = edges.stations[index];
    const ticks = arrivals.arrival[index] as number;
    // A train that leads back to where one could board is no news.
    if (station === undefined || ticks === NEVER_TICKS || ticks > (arrivals.start[index] as number)) continue;
    const rides = ridesTo(arrivals, index, searchOptions);
    reached.push({
      name: station.name,
      at: station.at,
      prefecture: station.prefecture,
      minutes: minutesFromTicks(ticks),
      transfers: Math.max(0, rides.length - 1),
      modelled: rides.some((edge) => isModelledKind(edges.kind[edge] as number)),
    });
  }
  return reached.sort((a, b) => a.minutes - b.minutes || (a.name < b.name ? -1 : 1));
}
