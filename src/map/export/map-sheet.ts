import type { MapCamera, MapModel } from '../layers/map-model.ts';
import type { MapSize } from '../layers/map-view.ts';
import type { ShownMap } from '../shown-map.ts';

/** A map on a page of its own, with all that a map leaving the atlas has to carry. */
export interface MapSheet {
  readonly title: string;
  readonly note: string;
  readonly model: MapModel;
  readonly camera: MapCamera;
  /** Size of the map in the atlas when it was shown: the sheet shows at least what was seen there. */
  readonly screen: MapSize;
  /** Granted 审图号; `null` marks the sheet as internal draft. */
  readonly approvalNumber: string | null;
  readonly dataVersion: string | null;
  /** Heading and lines of how the values were made. */
  readonly settings: { readonly title: string; readonly lines: readonly string[] };
  /** Heading and lines of sources with years. */
  readonly sources: { readonly title: string; readonly lines: readonly string[] };
  /** Name of the atlas and the day, at the foot. */
  readonly imprint: string;
  /** Receipt as JSON, carried inside the file. */
  readonly receipt: string;
}

/** A rectangle on the sheet, CSS pixels. */
export interface Frame extends MapSize {
  readonly x: number;
  readonly y: number;
}

/** Size of a sheet, CSS pixels: 16:9, as on a slide. */
export const sheetSize: MapSize = { width: 1600, height: 900 };
/** Where the map stands on the sheet. */
export const mapFrame: Frame = { x: 28, y: 96, width: 1212, height: 744 };
/** Where legend, settings and sources stand. */
export const columnFrame: Frame = { x: 1260, y: 96, width: 312, height: 744 };

/** A map fitted into a frame: ground and camera to draw, and the scale from the drawing to the frame. */
export interface FittedMap {
  readonly size: MapSize;
  readonly camera: MapCamera;
  readonly scale: number;
}

/**
 * How a map of the page is put into a frame: drawn at the page's own zoom (so that the same things are named) on a
 * ground widened to the frame's shape, then scaled to fit. Where that would set its texts smaller than `leastScale`, the
 * map is drawn at a smaller scale instead.
 */
export function fitIntoFrame(
  { size, camera }: Pick<ShownMap, 'size' | 'camera'>,
  frame: MapSize,
  leastScale = 0,
): FittedMap {
  const toFit = Math.min(frame.width / size.width, frame.height / size.height);
  const scale = Math.max(leastScale, toFit);
  return {
    size: { width: frame.width / scale, height: frame.height / scale },
    camera: scale > toFit ? { ...camera, zoom: camera.zoom + Math.log2(toFit / scale) } : camera,
    scale,
  };
}
