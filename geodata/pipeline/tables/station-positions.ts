import type { Adcode } from '#core/geography/admin-unit.ts';
import type { StopPlacement } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { PipelineContext } from '../context.ts';
import { numberOrNull, text, textOrNull } from './cells.ts';

/** A station of `rail_stations.csv`. */
export interface StationRow {
  readonly name: string;
  readonly at: LngLat;
  readonly prefecture: Adcode | null;
}

/** A resolved position. */
export interface StopPosition {
  readonly at: LngLat;
  readonly prefecture: Adcode | null;
  readonly placement: StopPlacement;
}

/** Rounds to 1e-5 degrees, about a metre. */
export function roundLngLat(lng: number, lat: number): LngLat {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

function positionIn(row: Readonly<Record<string, string>>): LngLat | null {
  const lng = numberOrNull(row, 'lon_wgs84');
  const lat = numberOrNull(row, 'lat_wgs84');
  return lng === null || lat === null ? null : roundLngLat(lng, lat);
}

/** Prefecture by polygon; the table's code where the polygons say nothing (at sea, abroad). */
function prefectureOf(context: PipelineContext, at: LngLat, listed: Adcode | null): Adcode | null {
  return (
    context.polygons.prefectureAt(at) ?? listed ?? context.polygons.nearestPrefecture(at, 5)?.adcode ?? null
  );
}

/** Positions of stations by name: the station table, then the line tables, then those placed by hand. */
export class StationPositions {
  readonly stations = new Map<string, StationRow>();
  /** Names under which a station was known, by its present name. */
  readonly aliasesOf = new Map<string, string[]>();
  private readonly present = new Map<string, string>();
  private readonly hand = new Map<string, StopPosition>();
  private readonly seats = new Map<string, LngLat[]>();

  constructor(context: PipelineContext) {
    for (const row of context.facts('rail_stations')) {
      const at = positionIn(row);
      const name = text(row, 'station_zh');
      if (at === null) continue;
      this.stations.set(name, {
        name,
        at,
        prefecture: textOrNull(row, 'adcode_prefecture') ?? prefectureOf(context, at, null),
      });
    }
    for (const row of context.facts('rail_line_stations')) {
      const at = positionIn(row);
      const name = text(row, 'station_zh');
      if (at === null || this.stations.has(name)) continue;
      this.stations.set(name, {
        name,
        at,
        prefecture: textOrNull(row, 'adcode_if_known') ?? prefectureOf(context, at, null),
      });
    }
    for (const row of context.facts('rail_station_aliases'))
      this.addAlias(text(row, 'old_name'), text(row, 'name'));
    for (const row of context.facts('rail_station_renames')) {
      const present = text(row, 'new_name');
      this.aliasesOf.set(present, [
        ...(this.aliasesOf.get(present) ?? []),
        `${text(row, 'old_name')} (–${text(row, 'until')})`,
      ]);
    }
    for (const row of context.facts('rail_station_positions_added')) {
      const at = positionIn(row);
      if (at === null) continue;
      const line = text(row, 'line_id');
      const name = text(row, 'station');
      this.hand.set(line === '' ? name : `${line}|${name}`, {
        at,
        prefecture: prefectureOf(context, at, null),
        placement: 'hand',
      });
    }
    for (const unit of [...context.units.counties.values(), ...context.units.prefectures.values()]) {
      const stem = unit.nameZh.replace(/(自治县|市|县|区)$/u, '');
      for (const name of new Set([unit.nameZh, stem, unit.shortNameZh])) {
        if (name.length >= 2) this.seats.set(name, [...(this.seats.get(name) ?? []), unit.seat]);
      }
    }
  }

  private addAlias(old: string, present: string): void {
    if (this.stations.has(old)) {
      // The line tables may list a station under its old name: one station, its present name.
      this.stations.delete(old);
    }
    this.present.set(old, present);
    this.aliasesOf.set(present, [...(this.aliasesOf.get(present) ?? []), old]);
  }

  /** Present name of a station, for names that only changed. */
  presentName(name: string): string {
    return this.present.get(name) ?? name;
  }

  /** Position of a stop of a line; `null` when no table has it. */
  resolve(name: string, lineId: string): StopPosition | null {
    const special = this.hand.get(`${lineId}|${name}`);
    if (special !== undefined) return special;
    const station = this.stations.get(this.presentName(name));
    if (station !== undefined)
      return { at: station.at, prefecture: station.prefecture, placement: 'station' };
    return this.hand.get(name) ?? null;
  }

  /**
   * Seats of the counties and cities that a planned station may be named after: 任丘西 → the seat of 任丘市.
   * Several where units share the name.
   */
  seatsNamedIn(name: string): readonly LngLat[] {
    const stem = name.replace(/[东南西北]$/u, '');
    return this.seats.get(name) ?? this.seats.get(stem) ?? [];
  }
}
