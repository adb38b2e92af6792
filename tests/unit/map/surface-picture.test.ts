import { describe, expect, it } from 'vitest';
import { hexToRgb } from '#map/layers/hex-colours.ts';
import { minutesColour } from '#map/layers/map-ramps.ts';
import type { CircleDrawing, MinutesGrid } from '#map/layers/map-model.ts';
import type { SurfacePicture } from '#map/layers/overlay-specs.ts';
import { differencePicture, minutesPicture } from '#map/layers/surface-picture.ts';

/** 4 × 3 cells of 0.5° from 100° E, 31° N. */
function grid(minutes: readonly number[]): MinutesGrid {
  return {
    west: 100,
    north: 31,
    cellDegrees: 0.5,
    columns: 4,
    rows: 3,
    minutes: Float32Array.from(minutes),
  };
}

function circle(surface: MinutesGrid | null): CircleDrawing {
  return { origins: [], contours: [], surface, maxMinutes: 60, emphasisMinutes: 60, difference: null };
}

const no = Infinity;

function cellColour(picture: SurfacePicture | null, index: number): readonly number[] {
  return [...(picture?.pixels.slice(index * 4, index * 4 + 3) ?? [])];
}

describe('minutesPicture', () => {
  // · · · ·
  // · 0 60 61      61 is past the cut-off, NaN is sea
  // · 30 · NaN
  const picture = minutesPicture(circle(grid([no, no, no, no, no, 0, 60, 61, no, 30, no, NaN])), 'light');

  it('is cropped to the reached cells', () => {
    expect(picture).toMatchObject({ width: 2, height: 2, bounds: [100.5, 29.5, 101.5, 30.5] });
  });

  it('paints reached cells and leaves the others clear', () => {
    const alphas = [3, 7, 11, 15].map((at) => picture?.pixels[at]);
    expect(alphas).toEqual([205, 205, 205, 0]);
  });

  it('is dark at the origin and pale at the edge', () => {
    expect([...(picture?.pixels.slice(0, 3) ?? [])]).toEqual([
      ...hexToRgb(minutesColour('light', 0.5 / 256)),
    ]);
    expect(picture?.pixels[4]).toBeGreaterThan(picture?.pixels[0] ?? 255);
  });

  it('is nothing when nothing is reached, or without a surface', () => {
    expect(minutesPicture(circle(grid(Array.from({ length: 12 }, () => no))), 'light')).toBeNull();
    expect(minutesPicture(circle(null), 'light')).toBeNull();
  });
});

describe('differencePicture', () => {
  const change = [NaN, -10, 10, 0.2, -no, no, 0, NaN, NaN, NaN, NaN, NaN];
  const picture = differencePicture({ grid: grid(change), limitMinutes: 20 }, 'light');

  it('shows changes, also reached only before or after, but neither noise nor the unreached', () => {
    expect(picture).toMatchObject({ width: 3, height: 2 });
    const alphas = Array.from({ length: 6 }, (_, cell) => picture?.pixels[cell * 4 + 3]);
    // Row 0 from column 0: NaN, −10, 10; row 1: −∞, +∞, 0.
    expect(alphas).toEqual([0, 205, 205, 205, 205, 0]);
  });

  it('is teal where faster and brown where slower', () => {
    const [fasterRed = 0, , fasterBlue = 0] = cellColour(picture, 1);
    const [slowerRed = 0, , slowerBlue = 0] = cellColour(picture, 2);
    expect(fasterBlue).toBeGreaterThan(fasterRed);
    expect(slowerRed).toBeGreaterThan(slowerBlue);
  });
});
