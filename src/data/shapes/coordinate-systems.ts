import gcoord from 'gcoord';
import proj4 from 'proj4';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { RawLayer, ShapeDatum, ShapeFailure } from './shape-import.ts';

/** Degrees or metres of a file → [lng, lat] in WGS-84. */
export type ToLngLat = (position: readonly [x: number, y: number]) => readonly [lng: number, lat: number];

/** How a file's coordinates are turned. */
export interface Conversion {
  readonly toLngLat: ToLngLat;
  /** As the file calls it; `null` where it says nothing. */
  readonly name: string | null;
  readonly isProjected: boolean;
  /** A datum before CGCS2000, up to some 100 m off: its shift is not public. */
  readonly oldDatum: string | null;
}

const asItIs: ToLngLat = (position) => position;

/** Codes of systems in degrees: WGS-84, CGCS2000, Xian 1980, Beijing 1954. */
const GEOGRAPHIC_EPSG: ReadonlySet<number> = new Set([4326, 4490, 4610, 4214, 4979, 4480]);

/**
 * CGCS2000 / Gauss–Krüger by EPSG code: four runs of zones of 6° and 3°, with and without the zone's number before the
 * easting.
 */
function gaussKruegerOf(epsg: number): string | null {
  const runs = [
    { first: 4491, last: 4501, meridian: (n: number) => 75 + 6 * n, zone: (n: number) => 13 + n },
    { first: 4502, last: 4512, meridian: (n: number) => 75 + 6 * n, zone: () => 0 },
    { first: 4513, last: 4533, meridian: (n: number) => 75 + 3 * n, zone: (n: number) => 25 + n },
    { first: 4534, last: 4554, meridian: (n: number) => 75 + 3 * n, zone: () => 0 },
  ];
  for (const { first, last, meridian, zone } of runs) {
    const n = epsg - first;
    if (n < 0 || epsg > last) continue;
    const east = zone(n) * 1e6 + 500_000;
    return `+proj=tmerc +lat_0=0 +lon_0=${meridian(n)} +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  }
  return null;
}

function definitionOf(epsg: number): string | null {
  if (epsg === 3857 || epsg === 900913) return 'EPSG:3857';
  if (epsg >= 32643 && epsg <= 32654) return `+proj=utm +zone=${epsg - 32600} +datum=WGS84 +units=m +no_defs`;
  return gaussKruegerOf(epsg);
}

function oldDatumIn(text: string): string | null {
  if (/xi.?an.{0,2}(19)?80|EPSG\D*4610|EPSG\D*23[2-8]\d|EPSG\D*2390/i.test(text)) return 'Xian 1980';
  if (/beijing.{0,2}(19)?54|EPSG\D*4214|EPSG\D*24[0-4]\d/i.test(text)) return 'Beijing 1954';
  return null;
}

function unknown(name: string): Result<never, ShapeFailure> {
  return fail({
    reason: 'shapes-projection-unknown',
    message: `The coordinate system of the file cannot be read: ${name}.`,
    nextStep: 'Export it in CGCS2000 or WGS-84, in degrees or as Gauss–Krüger with its .prj.',
    values: { detail: name },
  });
}

/** What turns the coordinates of a layer into WGS-84. */
export function conversionOf(
  { system }: Pick<RawLayer, 'system'>,
  datum: ShapeDatum,
): Result<Conversion, ShapeFailure> {
  if (system === null)
    return succeed({
      toLngLat: withDatum(asItIs, datum),
      name: null,
      isProjected: false,
      oldDatum: null,
    });
  const text = system.text.trim();
  const oldDatum = oldDatumIn(text);
  if (system.kind === 'name') {
    const epsg = Number(/EPSG\D{0,4}(\d{4,6})$/i.exec(text)?.[1] ?? Number.NaN);
    if (/CRS:?84$/i.test(text) || GEOGRAPHIC_EPSG.has(epsg))
      return succeed({ toLngLat: withDatum(asItIs, datum), name: text, isProjected: false, oldDatum });
    const definition = Number.isNaN(epsg) ? null : definitionOf(epsg);
    return definition === null ? unknown(text.slice(0, 80)) : projected(definition, text, oldDatum, datum);
  }
  const name = /"([^"]*)"/.exec(text)?.[1]?.slice(0, 80) ?? text.slice(0, 80);
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)\b/i.test(text))
    return succeed({ toLngLat: withDatum(asItIs, datum), name, isProjected: false, oldDatum });
  return projected(text, name, oldDatum, datum);
}

function projected(
  definition: string,
  name: string,
  oldDatum: string | null,
  datum: ShapeDatum,
): Result<Conversion, ShapeFailure> {
  try {
    const converter = proj4(definition);
    const toLngLat: ToLngLat = ([x, y]) => {
      const [lng = Number.NaN, lat = Number.NaN] = converter.inverse([x, y]);
      return [lng, lat];
    };
    // A definition that reads but cannot be turned shows here and not at the first corner.
    toLngLat([500_000, 4_000_000]);
    return succeed({ toLngLat: withDatum(toLngLat, datum), name, isProjected: true, oldDatum });
  } catch {
    return unknown(name);
  }
}

function withDatum(toLngLat: ToLngLat, datum: ShapeDatum): ToLngLat {
  if (datum === 'WGS-84') return toLngLat;
  return (position) => {
    const [lng, lat] = toLngLat(position);
    const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
    return [x, y];
  };
}

/** What coordinates that are no degrees look like, for the words of a refusal; `''` = nothing known. */
export function looksLike(x: number, y: number): string {
  const zone = Math.floor(x / 1e6);
  if (y > 1.5e6 && y < 6.2e6) {
    if (zone >= 25 && zone <= 45) return `CGCS2000 3° Gauss–Krüger, zone ${zone}`;
    if (zone >= 13 && zone <= 23) return `CGCS2000 6° Gauss–Krüger, zone ${zone}`;
    if (x > 1e5 && x < 9e5) return 'Gauss–Krüger';
  }
  if (x > 7.5e6 && x < 1.6e7 && y > 3e5 && y < 7.5e6) return 'Web Mercator';
  return '';
}
