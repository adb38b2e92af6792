import type { Adcode } from '../geography/admin-unit.ts';
import { localDistanceKm } from '../surface/grid-geometry.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { RailStation } from './rail-timetable.ts';

/** Two places with one name further apart than this are different stations, km. */
export const SAME_STATION_KM = 20;

/** Look-up of stations by name and by prefecture. */
export interface StationIndex {
  /** A station by its name or a former name; with a position only if it lies within 20 km of it. −1 = none. */
  find(name: string, near?: LngLat | null): number;
  /** Stations of a prefecture-level unit. */
  ofPrefecture(adcode: Adcode): readonly number[];
}

/** Indexes stations. The ending 站 is optional in searches. */
export function indexStations(stations: readonly RailStation[]): StationIndex {
  const byName = new Map<string, number[]>();
  const byPrefecture = new Map<Adcode, number[]>();
  const add = (name: string, index: number): void => {
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [index]);
    else if (!same.includes(index)) same.push(index);
  };
  stations.forEach((station, index) => add(station.name, index));
  stations.forEach((station, index) => {
    for (const alias of station.aliases) add(alias, index);
    if (station.prefecture === null) return;
    const inCity = byPrefecture.get(station.prefecture);
    if (inCity === undefined) byPrefecture.set(station.prefecture, [index]);
    else inCity.push(index);
  });
  return {
    find(name, near = null) {
      const trimmed = name.trim();
      const candidates = byName.get(trimmed) ?? byName.get(trimmed.replace(/站$/u, '')) ?? [];
      if (near === null) return candidates[0] ?? -1;
      let best = -1;
      let bestKm = SAME_STATION_KM;
      for (const index of candidates) {
        const station = stations[index];
        const km = station === undefined ? Infinity : localDistanceKm(station.at, near);
        if (km <= bestKm) {
          best = index;
          bestKm = km;
        }
      }
      return best;
    },
    ofPrefecture: (adcode) => byPrefecture.get(adcode) ?? [],
  };
}
