import { keptNumberFormat } from '#core/units/kept-number-format.ts';
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

/** How far out and in the map goes, zoom levels: out as far as the country in a strip of 260 pixels needs. */
export const zoomRange = { minZoom: 1.5, maxZoom: 13 } as const;

/** What of a map a target must keep clear of, CSS pixels from its four sides. */
export interface ViewPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The camera at this zoom that has `at` in the middle of what the padding leaves of the map. */
export function cameraOn(at: LngLat, zoom: number, padding: ViewPadding): MapCamera {
  const world = worldPixels * 2 ** zoom;
  const [x, y] = mercatorFraction(at);
  const center = positionOfFraction([
    x + (padding.right - padding.left) / 2 / world,
    y + (padding.bottom - padding.top) / 2 / world,
  ]);
  return { center, zoom };
}

/** The closest camera, not closer than `closestZoom`, that shows all of `bounds` in what the padding leaves of the map. */
export function cameraAround(
  [west, south, east, north]: BoundingBox,
  size: MapSize,
  padding: ViewPadding,
  closestZoom: number,
): MapCamera {
  const [left, top] = mercatorFraction([west, north]);
  const [right, bottom] = mercatorFraction([east, south]);
  const acrossPixels = Math.max(1, size.width - padding.left - padding.right);
  const downPixels = Math.max(1, size.height - padding.top - padding.bottom);
  const scale = Math.min(acrossPixels / (right - left), downPixels / (bottom - top)) / worldPixels;
  const zoom = Math.max(zoomRange.minZoom, Math.min(closestZoom, Math.log2(scale)));
  return cameraOn(positionOfFraction([(left + right) / 2, (top + bottom) / 2]), zoom, padding);
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
  const format = keptNumberFormat(language === 'zh' ? 'zh-CN' : 'en', {});
  return metres >= 1000
    ? `${format.format(metres / 1000)} ${language === 'zh' ? '公里' : 'km'}`
    : `${format.format(metres)} ${language === 'zh' ? '米' : 'm'}`;
}
