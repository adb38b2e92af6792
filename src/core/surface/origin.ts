import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { CircleFailureReason, Place } from './circle-request.ts';
import type { EngineContext, NetworkState } from './engine-context.ts';
import type { LandPoint } from './land-model.ts';
import { findLandPoint } from './land-model.ts';

/** An origin on the water is moved to land at most this far away, km. */
const ORIGIN_LAND_REACH_KM = 3;

/** A place as travel times see it. */
export interface ResolvedPlace {
  readonly name: string;
  readonly at: LngLat;
  readonly point: LandPoint;
  /** Prefecture-level unit around it. */
  readonly prefecture: Adcode | null;
  /** Stations that count as its own in-vehicle: the city's, or the one named. */
  readonly stations: readonly number[];
}

function unknown(what: string): Result<never, CircleFailureReason> {
  return fail({
    reason: 'unknown-place',
    message: `There is no ${what}.`,
    nextStep: 'Search for a city, county or station by name or code, or give a position.',
  });
}

function locate(
  context: EngineContext,
  state: NetworkState,
  place: Place,
): Result<{ name: string; at: LngLat; station: number | null }, CircleFailureReason> {
  switch (place.kind) {
    case 'point':
      return succeed({
        name: `${place.at[0].toFixed(3)}, ${place.at[1].toFixed(3)}`,
        at: place.at,
        station: null,
      });
    case 'city': {
      const unit = context.units.get(place.adcode);
      if (unit === undefined) return unknown(`city or county with the code ${place.adcode}`);
      return succeed({ name: unit.nameZh, at: unit.seat, station: null });
    }
    case 'station': {
      const station = state.stations.find(place.name);
      const found = state.network.edges.stations[station];
      if (found === undefined) return unknown(`station named “${place.name}”`);
      return succeed({ name: found.name, at: found.at, station });
    }
    default: {
      const never: never = place;
      throw new Error(`Unknown kind of place: ${JSON.stringify(never)}`);
    }
  }
}

/** Finds a place, ties it to land and tells which stations are its own. */
export function resolvePlace(
  context: EngineContext,
  state: NetworkState,
  place: Place,
): Result<ResolvedPlace, CircleFailureReason> {
  const located = locate(context, state, place);
  if (!located.ok) return located;
  const { name, at, station } = located.value;
  const point = findLandPoint(context.land, at, ORIGIN_LAND_REACH_KM);
  if (point === null) {
    return fail({
      reason: 'origin-not-on-land',
      message: `${name} is in the water or outside the country.`,
      nextStep: 'Choose a place on land inside China.',
      values: { place: name },
    });
  }
  const county = context.land.cells[point.cell] as number;
  const prefecture = context.prefectureOfCounty[county - 1] ?? null;
  const stations =
    station === null ? (prefecture === null ? [] : state.stations.ofPrefecture(prefecture)) : [station];
  return succeed({ name, at, point, prefecture, stations });
}
