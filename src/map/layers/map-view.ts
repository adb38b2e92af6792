import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import type { MapCamera, MapLanguage } from './map-model.ts';

/** Size of a map on the page, CSS pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Side of the whole world in CSS pixels at zoom 0 (MapLibre's tiles). */
export const worldPixels = 512;
/** Equatorial circumference of WGS-84, metres. */
const earthCircumferenceMetres = 2 * Math.PI * 6_378_137;

/** Web-Mercator fractions of the world: x grows east, y south, both 0…1. */
export function mercatorFraction([lng, lat]: LngLat): readonly [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The position of Web-Mercator fractions of the world; undoes {@link mercatorFraction}. */
export function positionOfFraction([x, y]: readonly [x: number, y: number]): LngLat {
  return [x * 360 - 180, latitudeOf(y)];
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** The inverse of {@link mercatorFraction}. */
export function lngLatOfFraction(x: number, y: number): LngLat {
  return [x * 360 - 180, latitudeOf(y)];
}

/** What a camera sees on a map of this size. */
export function viewBounds(camera: MapCamera, size: MapSize): BoundingBox {
  const world = worldPixels * 2 ** camera.zoom;
  const [x, y] = mercatorFraction(camera.center);
  const halfWidth = size.width / world / 2;
  const halfHeight = size.height / world / 2;
  return [
    (x - halfWidth) * 360 - 180,
    latitudeOf(y + halfHeight),
    (x + halfWidth) * 360 - 180,
    latitudeOf(y - halfHeight),
  ];
}

/** Metres on the ground for one CSS pixel in the middle of the view. */
export function metresPerPixel(camera: MapCamera): number {
  const shrink = Math.cos((camera.center[1] * Math.PI) / 180);
  return (earthCircumferenceMetres * shrink) / (worldPixels * 2 ** camera.zoom);
}

/** Extent of the South China Sea dash line with the islands inside. */
export const southChinaSea: BoundingBox = [105.5, 2.5, 124.5, 26];
/** Wider views than this (degrees of longitude) count as national: regional maps need no inset. */
const nationalWidthDegrees = 28;

/** True on national views that cut the South China Sea off: the complete territory then belongs in an inset. */
export function needsSouthChinaSeaInset(camera: MapCamera, size: MapSize): boolean {
  const [west, south, east] = viewBounds(camera, size);
  if (east - west < nationalWidthDegrees) return false;
  return west > southChinaSea[0] || south > southChinaSea[1] || east < southChinaSea[2];
}

/** A length for a scale bar: the longest of 1, 2, 5 × 10ⁿ metres that fits, with its pixels. */
export function scaleBarLength(
  camera: MapCamera,
  maxPixels: number,
): { readonly metres: number; readonly pixels: number } {
  const perPixel = metresPerPixel(camera);
  const longest = perPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const metres = step * power;
  return { metres, pixels: metres / perPixel };
}

/** A length as a scale bar says it. */
export function scaleBarWords(metres: number, language: MapLanguage): string {
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en');
  return metres >= 1000
    ? `${format.format(metres / 1000)} ${language === 'zh' ? '公里' : 'km'}`
    : `${format.format(metres)} ${language === 'zh' ? '米' : 'm'}`;
}
