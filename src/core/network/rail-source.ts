import type { Adcode } from '../geography/admin-unit.ts';
import { longTicksFromMinutes } from '../surface/travel-time-ticks.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { RailEdge } from './rail-edges.ts';
import { changeRailEdges } from './rail-edges.ts';
import type { RailNetwork } from './rail-network.ts';
import type { RailStation, VintageLabel } from './rail-timetable.ts';
import { indexStations } from './station-index.ts';

/** Which of a pair's observed rides the search takes. */
export type RideChoice = 'fastest' | 'median';

/**
 * Rides that a person brought (a GTFS feed, a table of station pairs): directed station pairs on one train, as parallel
 * arrays with one entry a pair. All are observed.
 */
export interface RailSource {
  /** Name of the feed or file, as shown wherever its rides appear. */
  readonly name: string;
  /** What the times stand for: a service day, a feed version or a year; may be empty. */
  readonly vintage: string;
  /** `at` is null where only a name was given: it must then be a station of the embedded data. */
  readonly stations: readonly { readonly name: string; readonly at: LngLat | null }[];
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Minutes of the fastest ride, and of the middle one. */
  readonly fastestMinutes: Float32Array;
  readonly medianMinutes: Float32Array;
  /** Trains a day; 0 = unknown. */
  readonly trainsPerDay: Uint16Array;
}

/** Sources that join the network, in place of the embedded rides or beside them. */
export interface AddedRail {
  readonly sources: readonly { readonly source: RailSource; readonly ride: RideChoice }[];
  /** `true`: no embedded ride is used, neither observed nor modelled. */
  readonly replacesEmbedded: boolean;
}

/** Most stations of a source; all sources and the embedded stations together must stay below 65,536. */
export const MOST_SOURCE_STATIONS = 12_000;
/** Most sources in use at once. */
export const MOST_RAIL_SOURCES = 4;
/** Most station pairs of a source. */
export const MOST_SOURCE_PAIRS = 1_500_000;
/** Longer rides are of no use to a circle and are not kept, minutes. */
export const LONGEST_RIDE_MINUTES = 180;

const PREFIX = 'own:';

/** A source as a person reads it, in every language: `fast.zip · 2026-03-02`. */
function nameWithVintage({ name, vintage }: Pick<RailSource, 'name' | 'vintage'>): string {
  return vintage === '' ? name : `${name} · ${vintage}`;
}

/** Vintage label of a source's rides: always usable, whatever timetable vintages are chosen, as it has its own switch. */
export function ownVintage({ name, vintage }: Pick<RailSource, 'name' | 'vintage'>): VintageLabel {
  return `${PREFIX}${nameWithVintage({ name, vintage })}`;
}

/** The sources in use as a person reads them, and whether embedded rides are left out. */
export function railSourcesInUse(rail: AddedRail | undefined): {
  readonly railSources: readonly string[];
  readonly embeddedReplaced: boolean;
} {
  const sources = rail?.sources ?? [];
  return {
    railSources: sources.map(({ source }) => nameWithVintage(source)),
    embeddedReplaced: sources.length > 0 && rail?.replacesEmbedded === true,
  };
}

/** Whether rides of a vintage come from a person's own source. */
export function isOwnVintage(label: VintageLabel): boolean {
  return label.startsWith(PREFIX);
}

/** A vintage as people read it: own sources by their names, press reports by their year. */
export function vintageName(label: VintageLabel): string {
  return isOwnVintage(label) ? label.slice(PREFIX.length) : label.replace(/^press-(\d{4})(-weak)?$/, '$1');
}

/**
 * Ties a source's stations to known ones: by name and, where the source has positions, within 20 km; positions unknown
 * to the network become new stations. −1 = a name without position that no station bears.
 */
function tieStations(
  stations: RailStation[],
  source: RailSource,
  prefectureAt: (at: LngLat) => Adcode | null,
): readonly number[] {
  const index = indexStations(stations);
  const added = new Map<string, number>();
  return source.stations.map(({ name, at }) => {
    const known = index.find(name, at);
    if (known !== -1 || at === null) return known;
    const key = `${name}@${at[0].toFixed(2)},${at[1].toFixed(2)}`;
    const before = added.get(key);
    if (before !== undefined) return before;
    const station = stations.push({ name, at, prefecture: prefectureAt(at), aliases: [] }) - 1;
    added.set(key, station);
    return station;
  });
}

/** The network with a person's sources; existing stations keep their numbers. */
export function addRailSources(
  network: RailNetwork,
  added: AddedRail,
  prefectureAt: (at: LngLat) => Adcode | null,
): RailNetwork {
  if (added.sources.length === 0) return network;
  const stations = [...network.edges.stations];
  const append: RailEdge[] = [];
  for (const { source, ride } of added.sources.slice(0, MOST_RAIL_SOURCES)) {
    const tied = tieStations(stations, source, prefectureAt);
    const minutes = ride === 'median' ? source.medianMinutes : source.fastestMinutes;
    const vintage = ownVintage(source);
    for (let pair = 0; pair < source.from.length; pair++) {
      const from = tied[source.from[pair] as number] ?? -1;
      const to = tied[source.to[pair] as number] ?? -1;
      if (from === -1 || to === -1 || from === to) continue;
      append.push({
        from,
        to,
        ticks: Math.max(1, longTicksFromMinutes(minutes[pair] as number)),
        trainsPerDay: source.trainsPerDay[pair] as number,
        vintage,
        line: null,
        kind: 'observed',
      });
    }
  }
  return {
    ...network,
    edges: changeRailEdges(network.edges, {
      stations,
      append,
      ...(added.replacesEmbedded && { keep: () => false }),
    }),
  };
}
