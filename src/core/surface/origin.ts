import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { CircleFailureReason, CircleMode, Place } from './circle-request.ts';
import type { EngineContext, NetworkState, ResolvedSetting } from './engine-context.ts';
import { localDistanceKm } from './grid-geometry.ts';
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
  /** Stations that count as its own in-vehicle: the city's (see {@link stationsOfCity}), or the one named. */
  readonly stations: readonly number[];
  /** County numbers that count as its own in-vehicle: those whose seats lie as near as the city's stations may. */
  readonly counties: readonly number[];
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

/**
 * The stations of a place's city: those of its prefecture within `reachKm` of the place (the seat, for a city); where
 * there is none, the nearest of the prefecture. By city, not by access time, or 广州南 and 上海虹桥 would vanish; not the
 * whole prefecture, or 重庆 would start in 万州 as well.
 */
function stationsOfCity(
  state: NetworkState,
  prefecture: Adcode,
  at: LngLat,
  reachKm: number,
): readonly number[] {
  const { stations } = state.network.edges;
  const distances = state.stations
    .ofPrefecture(prefecture)
    .map((index) => ({ index, km: localDistanceKm(stations[index]?.at ?? at, at) }))
    .sort((a, b) => a.km - b.km || a.index - b.index);
  const near = distances.filter(({ km }) => km <= reachKm);
  return (near.length > 0 ? near : distances.slice(0, 1)).map(({ index }) => index);
}

/** Counties of a prefecture whose seats lie within reach of a place, and the county that holds the place. */
function countiesOfCity(
  context: EngineContext,
  prefecture: Adcode | null,
  own: number,
  at: LngLat,
  reachKm: number,
): readonly number[] {
  const seats = prefecture === null ? undefined : context.countySeats.get(prefecture);
  const near = (seats ?? []).filter(
    ({ county, seat }) => county !== own && localDistanceKm(seat, at) <= reachKm,
  );
  return [own, ...near.map(({ county }) => county)];
}

/** Finds a place, ties it to land and tells which stations and counties are its own. */
export function resolvePlace(
  context: EngineContext,
  setting: ResolvedSetting,
  place: Place,
): Result<ResolvedPlace, CircleFailureReason> {
  const { state, parameters } = setting;
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
  const { cityStationKm } = parameters;
  if (station !== null) {
    return succeed({ name, at, point, prefecture, stations: [station], counties: [county] });
  }
  return succeed({
    name,
    at,
    point,
    prefecture,
    stations: prefecture === null ? [] : stationsOfCity(state, prefecture, at, cityStationKm),
    counties: countiesOfCity(context, prefecture, county, at, cityStationKm),
  });
}

/** Whether a circle starts there at all: in-vehicle it takes a station. */
export function isStartedFrom({ stations }: ResolvedPlace, mode: CircleMode): boolean {
  return mode !== 'in-vehicle' || stations.length > 0;
}
