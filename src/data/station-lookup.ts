import { SAME_STATION_KM } from '#core/network/station-index.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { foldLatin } from './import/fold-latin.ts';

/** A station by name, as the embedded data know it. They have no codes of stations: the Chinese name is the key. */
export interface KnownStation {
  readonly name: string;
  readonly at: LngLat;
  readonly aliases: readonly string[];
  /** Pinyin with customary English parts (`Xi’anbei`, `Harbin`); `null` = none is known. */
  readonly nameEn: string | null;
}

/** What an end of a ride names. */
export type StationMatch =
  /** The name by which the network finds it. */
  | { readonly kind: 'found'; readonly name: string }
  | { readonly kind: 'unknown' }
  /** Several stations bear the name; `candidates` tells them apart: by their Chinese names, namesakes by where they lie. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] };

const SIDES: Readonly<Record<string, string>> = { north: 'bei', south: 'nan', east: 'dong', west: 'xi' };

/** `Xi'an North Railway Station`, `Xī’ān Běi`, `Xianbei` → `xianbei`. */
function latinKey(text: string): string {
  const bare = text.trim().replace(/\s+(?:railway\s+)?station$/i, '');
  return foldLatin(
    bare.replace(/\s(north|south|east|west)$/i, (_, side: string) => SIDES[side.toLowerCase()] ?? ''),
  );
}

function where({ name, at: [lng, lat] }: KnownStation): string {
  return `${name} (${lng.toFixed(2)}, ${lat.toFixed(2)})`;
}

/** What can tell these apart: their names, or name and position where names are the same. */
function candidatesOf(stations: readonly KnownStation[]): readonly string[] {
  return stations.map((station) =>
    stations.some((other) => other !== station && other.name === station.name)
      ? where(station)
      : station.name,
  );
}

/**
 * Looks stations up by their Chinese name (also a former one, also with 站) and by pinyin or English name. A Chinese name goes
 * first. With a position a name is taken as it stands, unless it is the Latin name of one station near there.
 */
export function createStationLookup(
  known: readonly KnownStation[],
): (name: string, at: LngLat | null) => StationMatch {
  const chinese = new Map<string, KnownStation[]>();
  const latin = new Map<string, KnownStation[]>();
  const add = (index: Map<string, KnownStation[]>, key: string, station: KnownStation): void => {
    const same = index.get(key);
    if (same === undefined) index.set(key, [station]);
    else if (!same.includes(station)) same.push(station);
  };
  for (const station of known) {
    for (const name of [station.name, ...station.aliases]) add(chinese, name, station);
    if (station.nameEn !== null) add(latin, latinKey(station.nameEn), station);
  }
  return (name, at) => {
    const plain = chinese.has(name) ? name : name.replace(/站$/u, '');
    const byName = chinese.get(plain) ?? [];
    if (byName.length > 0 && (at !== null || byName.length === 1)) return { kind: 'found', name: plain };
    if (byName.length > 0) return { kind: 'ambiguous', candidates: candidatesOf(byName) };
    const byLatin = (latin.get(latinKey(name)) ?? []).filter(
      (station) => at === null || localDistanceKm(station.at, at) <= SAME_STATION_KM,
    );
    const [only] = byLatin;
    if (only === undefined) return at === null ? { kind: 'unknown' } : { kind: 'found', name: plain };
    const namesakes = byLatin.length > 1 ? byLatin : (chinese.get(only.name) ?? []);
    if (at === null && namesakes.length > 1)
      return { kind: 'ambiguous', candidates: candidatesOf(namesakes) };
    return { kind: 'found', name: byLatin.length === 1 ? only.name : plain };
  };
}
