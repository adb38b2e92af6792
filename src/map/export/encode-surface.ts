import { mercatorFraction } from '../layers/map-view.ts';
import type { SurfacePicture } from '../layers/overlay-specs.ts';

/** A surface as PNG data URL, its rows moved from even latitudes to the map's projection. */
export function encodeSurface(picture: SurfacePicture): string {
  const { width, height, bounds } = picture;
  const [west, south, , north] = bounds;
  const plain = document.createElement('canvas');
  plain.width = width;
  plain.height = height;
  plain.getContext('2d')?.putImageData(new ImageData(picture.pixels, width, height), 0, 0);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const yOf = (row: number): number => mercatorFraction([west, north - ((north - south) * row) / height])[1];
  const [top, bottom] = [yOf(0), yOf(height)];
  for (let row = 0; row < height; row += 1) {
    const from = ((yOf(row) - top) / (bottom - top)) * height;
    const to = ((yOf(row + 1) - top) / (bottom - top)) * height;
    context?.drawImage(plain, 0, row, width, 1, 0, from, width, to - from);
  }
  return canvas.toDataURL('image/png');
}
