import { zlibSync } from 'fflate';
import { pngChunk } from '#features/briefing/export/png-text.ts';
import type { EncodeSurface } from '#map/export/vector-overlays.tsx';
import { mercatorFraction } from '#map/layers/map-view.ts';

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Bits a sample, colour with alpha, deflate, no filter method, not interlaced. */
const FORMAT = [8, 6, 0, 0, 0];

function chunk(type: string, content: ArrayLike<number>): Uint8Array {
  const body = new Uint8Array(4 + content.length);
  body.set(new TextEncoder().encode(type));
  body.set(content, 4);
  return pngChunk(body);
}

function base64(parts: readonly ArrayLike<number>[]): string {
  let text = '';
  for (const part of parts)
    for (let at = 0; at < part.length; at += 1) text += String.fromCharCode(part[at] ?? 0);
  return btoa(text);
}

/** A surface as PNG data URL without a canvas, its rows moved from even latitudes to Web Mercator (nearest row). */
export const encodeSurfacePng: EncodeSurface = ({ width, height, bounds, pixels }) => {
  const [west, south, , north] = bounds;
  const top = mercatorFraction([west, north])[1];
  const bottom = mercatorFraction([west, south])[1];
  const lines = new Uint8Array(height * (1 + width * 4));
  for (let row = 0; row < height; row += 1) {
    const y = top + ((bottom - top) * (row + 0.5)) / height;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
    const from = Math.min(height - 1, Math.max(0, Math.floor(((north - lat) / (north - south)) * height)));
    lines.set(pixels.subarray(from * width * 4, (from + 1) * width * 4), row * (1 + width * 4) + 1);
  }
  const size = new Uint8Array(8);
  new DataView(size.buffer).setUint32(0, width);
  new DataView(size.buffer).setUint32(4, height);
  return `data:image/png;base64,${base64([
    SIGNATURE,
    chunk('IHDR', [...size, ...FORMAT]),
    chunk('IDAT', zlibSync(lines)),
    chunk('IEND', []),
  ])}`;
};
