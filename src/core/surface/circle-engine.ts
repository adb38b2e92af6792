import type { MultiPolygon } from 'geojson';
import { contourSurface } from '../contour/marching-squares.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { CircleComputation } from './circle-computation.ts';
import { computeCircle, reachedStations } from './circle-computation.ts';
import type { CircleReadings } from './circle-readings.ts';
import { readCircle } from './circle-readings.ts';
import type {
  CircleEngineData,
  CircleFailureReason,
  CircleMode,
  CircleRequest,
  CircleResult,
  Journey,
  JourneyLeg,
  Place,
  ReachedStation,
} from './circle-request.ts';
import type { MatrixRow } from './city-travel-time.ts';
import { growTravelTree, journeyTo, matrixRow } from './city-travel-time.ts';
import type { EngineContext, SettingFailureReason, SettingRequest } from './engine-context.ts';
import { createEngineContext, createRecentMap } from './engine-context.ts';
import { cellAt } from './grid-geometry.ts';
import { explainCell, legsToStation } from './explain-point.ts';
import type { ResolvedPlace } from './origin.ts';
import { isStartedFrom, resolvePlace } from './origin.ts';
import type { TravelTimeSurface } from './travel-time-surface.ts';
import { mergeSurfaces, minutesAtCell } from './travel-time-surface.ts';
import { MAX_SURFACE_MINUTES } from './travel-time-ticks.ts';

/** Why the engine has no answer. */
export type EngineFailureReason = CircleFailureReason | SettingFailureReason;

/** A question about times between places. */
export interface TravelTimeRequest extends SettingRequest {
  readonly mode: CircleMode;
}

/**
 * Times between places: `minutes[i][j]` from place i to place j, `null` where there is no way; `modelled[i][j]` where the
 * fastest way rides on a modelled edge.
 */
export interface TravelTimeMatrix {
  readonly places: readonly { readonly name: string; readonly at: LngLat }[];
  readonly minutes: readonly (readonly (number | null)[])[];
  readonly modelled: readonly (readonly boolean[])[];
}

/** Computations kept, so that explaining and reading again cost nothing. */
const KEPT_COMPUTATIONS = 12;

/** The travel-time engine (method-travel.md): pure, deterministic, caches inside. */
export interface CircleEngine {
  /** The base and caches, for the modules of `core/scenario`. */
  readonly context: EngineContext;
  /** The surface of one or several origins; every cut-off up to `maxMinutes` is read from it. */
  computeSurface(request: CircleRequest): Result<CircleResult, EngineFailureReason>;
  /** One computation an origin, with arrivals and ground: for the modules of `core/scenario`. */
  compute(request: CircleRequest): Result<readonly CircleComputation[], EngineFailureReason>;
  /** The area within a cut-off as polygons in [lng, lat], outer rings counter-clockwise, holes kept. */
  contour(surface: TravelTimeSurface, minutes: number): MultiPolygon;
  contours(surface: TravelTimeSurface, cutoffs: readonly number[]): readonly MultiPolygon[];
  /** Area, people, counties and GDP within a cut-off. */
  readings(surface: TravelTimeSurface, minutes: number): CircleReadings;
  /** Minutes at a place; `null` where it is not reached. */
  minutesAt(surface: TravelTimeSurface, at: LngLat): number | null;
  /** How one gets from the (nearest) origin to a place, leg by leg. */
  explainPoint(request: CircleRequest, at: LngLat): Result<Journey, EngineFailureReason>;
  /** How one gets from the (nearest) origin to a reached station. */
  explainStation(request: CircleRequest, station: string): Result<Journey, EngineFailureReason>;
  /** One journey. Cities: best of their stations in-vehicle, between their seats otherwise. */
  travelTime(from: Place, to: Place, request: TravelTimeRequest): Result<Journey, EngineFailureReason>;
  /** All journeys between some places; `shouldStop` is asked between origins. */
  matrix(
    places: readonly Place[],
    request: TravelTimeRequest,
    shouldStop?: () => boolean,
  ): Result<TravelTimeMatrix, EngineFailureReason>;
  /** Surfaces of many requests; `shouldStop` is asked between them, `onSurface` told of each. */
  batch(
    requests: readonly CircleRequest[],
    onSurface: (result: Result<CircleResult, EngineFailureReason>, index: number) => void,
    shouldStop?: () => boolean,
  ): Result<number, CircleFailureReason>;
}

const CANCELLED: Result<never, CircleFailureReason> = fail({
  reason: 'cancelled',
  message: 'The computation was stopped.',
  nextStep: 'Start it again.',
});

function outOfRange(minutes: number): Result<never, CircleFailureReason> {
  return fail({
    reason: 'minutes-out-of-range',
    message: `A circle of ${minutes} minutes cannot be computed.`,
    nextStep: `Give minutes above 0 and up to ${MAX_SURFACE_MINUTES}.`,
    values: { minutes: String(minutes), max: MAX_SURFACE_MINUTES },
  });
}

function noStation(place: ResolvedPlace): Result<never, CircleFailureReason> {
  return fail({
    reason: 'no-station',
    message: `${place.name} has no railway station in the data, so there is no in-vehicle circle.`,
    nextStep: 'Choose another origin, or the door-to-door or road circle.',
    values: { place: place.name },
  });
}

/** Stations reached from any origin, each at its earliest. */
function stationsOf(computations: readonly CircleComputation[]): readonly ReachedStation[] {
  const [first] = computations;
  if (computations.length === 1 && first !== undefined) return reachedStations(first);
  const earliest = new Map<string, ReachedStation>();
  for (const station of computations.flatMap(reachedStations)) {
    const key = `${station.name}@${station.at.join(',')}`;
    const known = earliest.get(key);
    if (known === undefined || station.minutes < known.minutes) earliest.set(key, station);
  }
  return [...earliest.values()].sort((a, b) => a.minutes - b.minutes || (a.name < b.name ? -1 : 1));
}

/** Minutes of the cell that holds a place. */
function minutesAt(surface: TravelTimeSurface, at: LngLat): number | null {
  const cell = cellAt(surface.frame, at);
  return cell === -1 ? null : minutesAtCell(surface, cell);
}

/** Makes an engine over loaded data. Takes some tens of milliseconds (county areas, line attribution). */
export function createCircleEngine(data: CircleEngineData): CircleEngine {
  const context = createEngineContext(data);
  const kept = createRecentMap<Result<readonly CircleComputation[], EngineFailureReason>>(KEPT_COMPUTATIONS);

  const compute = (request: CircleRequest): Result<readonly CircleComputation[], EngineFailureReason> => {
    const { origins, mode, maxMinutes } = request;
    if (!(maxMinutes > 0 && maxMinutes <= MAX_SURFACE_MINUTES)) return outOfRange(maxMinutes);
    const setting = context.resolve(request);
    if (!setting.ok) return setting;
    if (origins.length === 0) {
      return fail({
        reason: 'no-origin',
        message: 'No origin was given.',
        nextStep: 'Give at least one origin.',
      });
    }
    const places: ResolvedPlace[] = [];
    for (const origin of origins) {
      const place = resolvePlace(context, setting.value, origin);
      if (!place.ok) return place;
      places.push(place.value);
    }
    const [first] = places;
    if (first !== undefined && !places.some((place) => isStartedFrom(place, mode))) return noStation(first);
    return succeed(places.map((place) => computeCircle(context, setting.value, place, mode, maxMinutes)));
  };
  const computeKept = (request: CircleRequest): Result<readonly CircleComputation[], EngineFailureReason> =>
    kept.get(JSON.stringify(request), () => compute(request));

  const nearest = (
    request: CircleRequest,
    minutesOf: (computation: CircleComputation) => number | null,
  ): Result<CircleComputation, EngineFailureReason> => {
    const computations = computeKept(request);
    if (!computations.ok) return computations;
    let best = computations.value[0];
    let least = Infinity;
    for (const computation of computations.value) {
      const minutes = minutesOf(computation);
      if (minutes !== null && minutes < least) {
        least = minutes;
        best = computation;
      }
    }
    if (best === undefined) throw new Error('A computation without origins');
    return succeed(best);
  };
  const resolvePlaces = (
    places: readonly Place[],
    request: SettingRequest,
  ): Result<
    { setting: Parameters<typeof growTravelTree>[1]; resolved: ResolvedPlace[] },
    EngineFailureReason
  > => {
    const setting = context.resolve(request);
    if (!setting.ok) return setting;
    const resolved: ResolvedPlace[] = [];
    for (const place of places) {
      const found = resolvePlace(context, setting.value, place);
      if (!found.ok) return found;
      resolved.push(found.value);
    }
    return succeed({ setting: setting.value, resolved });
  };

  return {
    context,
    computeSurface(request) {
      const computations = computeKept(request);
      if (!computations.ok) return computations;
      const surface = mergeSurfaces(computations.value.map((computation) => computation.surface));
      const [first] = computations.value;
      if (surface === null || first === undefined) throw new Error('A computation without origins');
      return succeed({
        surface,
        stations: stationsOf(computations.value),
        parameters: first.setting.parameters,
        mode: request.mode,
        origins: computations.value.map(({ origin }) => ({
          at: origin.at,
          movedKm: origin.point.movedKm,
          isStartedFrom: isStartedFrom(origin, request.mode),
        })),
      });
    },
    compute: computeKept,
    contour: contourSurface,
    contours: (surface, cutoffs) => cutoffs.map((minutes) => contourSurface(surface, minutes)),
    readings: (surface, minutes) =>
      readCircle(
        context.land,
        context.prefectureOfCounty,
        data.gdpByPrefecture,
        surface,
        minutes,
        data.added?.people ?? null,
      ),
    minutesAt,
    explainPoint(request, at) {
      const computation = nearest(request, ({ surface }) => minutesAt(surface, at));
      return computation.ok ? explainCell(context, computation.value, at) : computation;
    },
    explainStation(request, station) {
      const index = (computation: CircleComputation): number =>
        computation.setting.state.stations.find(station);
      const arrivalOf = (computation: CircleComputation): number | null =>
        computation.arrivals?.arrival[index(computation)] ?? null;
      const computation = nearest(request, arrivalOf);
      if (!computation.ok) return computation;
      const legs: readonly JourneyLeg[] = legsToStation(computation.value, index(computation.value));
      if (!computation.value.arrivals?.reached.includes(index(computation.value))) {
        return fail({
          reason: 'no-way',
          message: `${station} is not reached by train within ${request.maxMinutes} minutes.`,
          nextStep: 'Choose one of the stations listed as reached.',
          values: { place: station, minutes: request.maxMinutes },
        });
      }
      return succeed({ minutes: legs.reduce((sum, leg) => sum + leg.minutes, 0), legs });
    },
    travelTime(from, to, request) {
      const places = resolvePlaces([from, to], request);
      if (!places.ok) return places;
      const { setting, resolved } = places.value;
      const [origin, target] = resolved;
      if (origin === undefined || target === undefined) throw new Error('Two places were asked for');
      return journeyTo(context, growTravelTree(context, setting, origin, request.mode), target);
    },
    matrix(places, request, shouldStop) {
      const found = resolvePlaces(places, request);
      if (!found.ok) return found;
      const { setting, resolved } = found.value;
      const rows: MatrixRow[] = [];
      for (const origin of resolved) {
        if (shouldStop?.() === true) return CANCELLED;
        rows.push(matrixRow(context, growTravelTree(context, setting, origin, request.mode), resolved));
      }
      return succeed({
        places: resolved.map(({ name, at }) => ({ name, at })),
        minutes: rows.map(({ minutes }) => minutes),
        modelled: rows.map(({ modelled }) => modelled),
      });
    },
    batch(requests, onSurface, shouldStop) {
      for (const [index, request] of requests.entries()) {
        if (shouldStop?.() === true) return CANCELLED;
        onSurface(this.computeSurface(request), index);
      }
      return succeed(requests.length);
    },
  };
}
