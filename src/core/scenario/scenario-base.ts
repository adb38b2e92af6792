import type { Adcode } from '../geography/admin-unit.ts';
import type { RailLine, RoadLink } from '../network/rail-line.ts';
import type { RailNetwork } from '../network/rail-network.ts';
import type { StationIndex } from '../network/station-index.ts';
import type { LngLat } from '../units/coordinates.ts';

/** The base that scenarios change. */
export interface ScenarioBase {
  readonly network: RailNetwork;
  /** Stations of the base network by name and prefecture. */
  readonly stations: StationIndex;
  /** All lines, also those under construction and planned. */
  readonly lines: ReadonlyMap<string, RailLine>;
  readonly roadLinks: ReadonlyMap<string, RoadLink>;
  /** The prefecture-level unit of a place, `null` outside the country. */
  prefectureAt(at: LngLat): Adcode | null;
}
