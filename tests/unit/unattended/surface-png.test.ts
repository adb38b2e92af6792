import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeSurfacePng } from '#app/unattended/surface-png.ts';
import { mercatorFraction } from '#map/layers/map-view.ts';

/** Pixels of a PNG of ours: unfiltered RGBA. */
function decode(url: string): { width: number; height: number; pixels: Uint8Array } {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(bytes.buffer);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const length = view.getUint32(33);
  expect(new TextDecoder().decode(bytes.subarray(37, 41))).toBe('IDAT');
  const lines = unzlibSync(bytes.subarray(41, 41 + length));
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    expect(lines[row * (1 + width * 4)]).toBe(0);
    pixels.set(lines.subarray(row * (1 + width * 4) + 1, (row + 1) * (1 + width * 4)), row * width * 4);
  }
  return { width, height, pixels };
}

describe('a surface as PNG', () => {
  it('puts every row of even latitude where Web Mercator has it', () => {
    const [width, height] = [2, 400];
    const [west, south, east, north] = [100, 20, 101, 60] as const;
    // The red of a row says its number, split over red and green.
    const pixels = new Uint8ClampedArray(width * height * 4);
    for (let row = 0; row < height; row += 1)
      for (let column = 0; column < width; column += 1)
        pixels.set([row >> 8, row & 255, column, 255], (row * width + column) * 4);
    const png = decode(encodeSurfacePng({ width, height, bounds: [west, south, east, north], pixels }));
    expect([png.width, png.height]).toEqual([width, height]);
    const [top, bottom] = [mercatorFraction([west, north])[1], mercatorFraction([west, south])[1]];
    for (let row = 0; row < height; row += 37) {
      const source = ((png.pixels[row * width * 4] ?? 0) << 8) + (png.pixels[row * width * 4 + 1] ?? 0);
      const lat = north - ((source + 0.5) / height) * (north - south);
      const at = ((mercatorFraction([west, lat])[1] - top) / (bottom - top)) * height;
      // Within the height of one row of either grid.
      expect(Math.abs(at - (row + 0.5))).toBeLessThan(1);
      expect(png.pixels[row * width * 4 + 6]).toBe(1);
    }
  });
});
