import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import type { deckAnchors } from './layer-ids.ts';

/** Red, green, blue, alpha, 0…255. */
export type Rgba = readonly [number, number, number, number];

/** One line of a path layer. */
export interface PathDatum {
  readonly id: string;
  readonly path: readonly LngLat[];
  readonly colour: Rgba;
  /** Relative to the layer's width. */
  readonly width: number;
}

/** One dot of a dot layer. */
export interface DotDatum {
  readonly id: string;
  readonly at: LngLat;
  readonly fill: Rgba;
  readonly stroke: Rgba;
}

/** A size on the ground that never becomes thinner or thicker than so many pixels. */
export interface GroundSize {
  readonly metres: number;
  readonly minPixels: number;
  readonly maxPixels: number;
}

/** Layers that deck.gl draws, as plain data; the adapter turns each into a layer of its kind. */
export type OverlaySpec =
  | {
      readonly kind: 'paths';
      readonly id: string;
      readonly beforeId: OverlayAnchor;
      readonly visible: boolean;
      readonly data: readonly PathDatum[];
      readonly size: GroundSize;
    }
  | {
      readonly kind: 'dots';
      readonly id: string;
      readonly beforeId: OverlayAnchor;
      readonly visible: boolean;
      readonly data: readonly DotDatum[];
      readonly size: GroundSize;
    }
  | {
      readonly kind: 'image';
      readonly id: string;
      readonly beforeId: OverlayAnchor;
      readonly visible: boolean;
      readonly image: SurfacePicture | null;
      readonly opacity: number;
    };

/** MapLibre layers that overlay groups are put beneath. */
export type OverlayAnchor = (typeof deckAnchors)[keyof typeof deckAnchors];

/** A picture in longitude–latitude, row by row from the north-west corner, four bytes a pixel, not premultiplied. */
export interface SurfacePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly bounds: BoundingBox;
}

/** deck.gl prepares and draws a layer without a shape like any other, and is not wanted where no layer has one. */
export function isSeen(spec: OverlaySpec): boolean {
  return spec.visible && (spec.kind === 'image' ? spec.image !== null : spec.data.length > 0);
}

function sameProperties(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>> = {},
): boolean {
  return Object.keys(a).every((key) => Object.is(a[key], b[key]));
}

/** Whether two lists of specs draw the same. Data and sizes are compared by identity, which their makers keep. */
export function sameSpecs(before: readonly OverlaySpec[], after: readonly OverlaySpec[]): boolean {
  return before.length === after.length && after.every((spec, at) => sameProperties(spec, before[at]));
}
