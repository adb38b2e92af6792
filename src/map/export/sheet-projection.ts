import { geoIdentity, geoPath, geoTransform } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import type { LngLat } from '#core/units/coordinates.ts';
import type { MapCamera } from '../layers/map-model.ts';
import { mercatorFraction, worldPixels, type MapSize } from '../layers/map-view.ts';

/** Vertices closer than this, pixels, are left out: they could not be seen at four times the size either. */
const smallestStepPixels = 0.3;
/** Room around the map inside which geometry is kept, pixels: wide enough for the broadest line. */
const usualMargin = 24;

/** From degrees to the sheet, in MapLibre's own projection and zoom. */
export interface SheetProjection {
  readonly point: (at: LngLat) => readonly [x: number, y: number];
  /** SVG path data, cut to the map's frame; empty when nothing of it is inside. */
  readonly path: (geometry: Geometry | FeatureCollection) => string;
  readonly contains: (x: number, y: number) => boolean;
}

/** The projection of a camera on a map of this size; geometry is kept as far as `marginPixels` around it. */
export function sheetProjection(
  camera: MapCamera,
  size: MapSize,
  marginPixels = usualMargin,
): SheetProjection {
  const world = worldPixels * 2 ** camera.zoom;
  const [centreX, centreY] = mercatorFraction(camera.center);
  const point = (at: LngLat): readonly [number, number] => {
    const [x, y] = mercatorFraction(at);
    return [(x - centreX) * world + size.width / 2, (y - centreY) * world + size.height / 2];
  };
  let last: readonly [number, number] | null = null;
  let skipped: readonly [number, number] | null = null;
  const project = geoTransform({
    lineStart() {
      last = null;
      skipped = null;
      this.stream.lineStart();
    },
    point(lng, lat) {
      const at = point([lng, lat]);
      if (last !== null && Math.hypot(at[0] - last[0], at[1] - last[1]) < smallestStepPixels) {
        skipped = at;
        return;
      }
      last = at;
      skipped = null;
      this.stream.point(at[0], at[1]);
    },
    lineEnd() {
      if (skipped !== null) this.stream.point(skipped[0], skipped[1]);
      this.stream.lineEnd();
    },
  });
  const cut = geoIdentity().clipExtent([
    [-marginPixels, -marginPixels],
    [size.width + marginPixels, size.height + marginPixels],
  ]);
  // Points first, then a flat cut: d3's spherical clipping would ask for another winding of rings.
  const draw = geoPath({ stream: (output) => project.stream(cut.stream(output)) }).digits(1);
  return {
    point,
    path: (geometry) => draw(geometry) ?? '',
    contains: (x, y) => x >= 0 && y >= 0 && x <= size.width && y <= size.height,
  };
}
