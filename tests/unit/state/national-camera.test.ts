import { describe, expect, it } from 'vitest';
import { zoomRange } from '#map/layers/map-view.ts';
import { nationalCamera } from '#state/document/default-document.ts';

function mercatorOf(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180));
}

/** Pixels from the map's top of a latitude. */
function pixelsDown(
  lat: number,
  { center, zoom }: ReturnType<typeof nationalCamera>,
  height: number,
): number {
  return height / 2 + ((mercatorOf(center[1]) - mercatorOf(lat)) * 512 * 2 ** zoom) / (2 * Math.PI);
}

/** The south of 海南 and the north of 黑龙江. */
const SOUTH = 18.1;
const NORTH = 53.56;

describe('nationalCamera', () => {
  it.each([
    [1080, 848],
    [1024, 716],
    [1560, 1028],
    [800, 1100],
    // Between panel and inspector of a tablet, and on a narrow phone.
    [344, 716],
    [320, 444],
  ])('shows the country from 海南 to 黑龙江 above the foot on %i × %i', (width, height) => {
    const camera = nationalCamera(width, height);
    expect(camera.zoom).toBeGreaterThanOrEqual(zoomRange.minZoom);
    expect(pixelsDown(NORTH, camera, height)).toBeGreaterThan(0);
    expect(pixelsDown(SOUTH, camera, height)).toBeLessThan(height - 56);
    // 73.5° to 135° east.
    const perDegree = (512 * 2 ** camera.zoom) / 360;
    expect(width / 2 - (camera.center[0] - 73.5) * perDegree).toBeGreaterThan(0);
    expect(width / 2 + (135.1 - camera.center[0]) * perDegree).toBeLessThan(width);
  });
});
