import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';

/** What a line was built as. */
export type RailCategory = 'high-speed' | 'intercity' | 'conventional';
/** Whether trains run on a line, or are to. */
export type LineStatus = 'open' | 'under-construction' | 'planned';

/**
 * How a stop got its position: `station` from the station tables; `hand` placed by hand with a stated accuracy
 * (`geodata/facts/rail_station_positions_added.csv`); `seat` at the seat of the county or city it is named after
 * (planned stations only, off by several km).
 */
export type StopPlacement = 'station' | 'hand' | 'seat';

/** A stop of a line in the order of travel; blanks in the source stay blank. */
export interface LineStop {
  readonly name: string;
  readonly prefecture: Adcode | null;
  readonly at: LngLat | null;
  readonly kmFromStart: number | null;
  /** `null` exactly where `at` is. */
  readonly placement: StopPlacement | null;
  /** True for a stop outside the line's own list, added so that the path reaches its hub (`rail_line_repairs.csv`). */
  readonly extension: boolean;
}

/** A railway line with its facts; `path` runs through the stops whose position is known. */
export interface RailLine {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly category: RailCategory;
  readonly status: LineStatus;
  /** The printed opening date in the source's own words. */
  readonly openedText: string | null;
  /** First year in which (a part of) the line was open; `null` when unknown. */
  readonly openedYear: number | null;
  readonly designSpeedKmh: number | null;
  readonly lengthKm: number | null;
  readonly from: string;
  readonly to: string;
  readonly fastestMinutes: number | null;
  readonly expectedMinutesText: string | null;
  readonly source: string;
  readonly stops: readonly LineStop[];
  readonly path: readonly LngLat[];
}

/** An end of a road link. No source has English names: they are derived, or the place's own established one. */
export interface RoadLinkEnd {
  readonly name: string;
  readonly nameEn: string;
  readonly nameEnFrom: 'established' | 'romanised';
  readonly at: LngLat;
}

/** A named road link over water (港珠澳大桥 …) that circles may cross and scenarios may close. */
export interface RoadLink {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly openedText: string | null;
  readonly openedYear: number | null;
  readonly status: LineStatus;
  readonly designSpeedKmh: number | null;
  readonly lengthKm: number | null;
  /** Crossing time: published (`observed`) or length at an assumed speed (`assumed`). */
  readonly minutes: number;
  readonly minutesProvenance: 'observed' | 'assumed';
  readonly from: RoadLinkEnd;
  readonly to: RoadLinkEnd;
  readonly path: readonly LngLat[];
  /** True where the link crosses the Hong Kong or Macao boundary: the border parameter applies. */
  readonly crossesBorder: boolean;
  readonly source: string;
  /** How the ends were placed. */
  readonly placement: string;
}
