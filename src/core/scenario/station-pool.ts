import type { RailStation } from '../network/rail-timetable.ts';
import { localDistanceKm } from '../surface/grid-geometry.ts';
import type { ScenarioBase } from './scenario-base.ts';
import type { ScenarioStop } from './scenario-edit.ts';

/** The stations of the base and those that a scenario adds. */
export interface StationPool {
  readonly stations: RailStation[];
  /** The number of a stop's station, a new one where none is known there. */
  tie(stop: ScenarioStop): number;
}

/** Starts with the stations of the base. */
export function createStationPool(base: ScenarioBase): StationPool {
  const stations = [...base.network.edges.stations];
  const first = stations.length;
  return {
    stations,
    tie(stop) {
      if (typeof stop === 'string') return base.stations.find(stop);
      const known = base.stations.find(stop.name, stop.at);
      if (known !== -1) return known;
      const added = stations.findIndex(
        (station, index) =>
          index >= first && station.name === stop.name && localDistanceKm(station.at, stop.at) < 1,
      );
      if (added !== -1) return added;
      return (
        stations.push({ name: stop.name, at: stop.at, prefecture: base.prefectureAt(stop.at), aliases: [] }) -
        1
      );
    },
  };
}
