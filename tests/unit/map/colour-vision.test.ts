import { describe, expect, it, test } from 'vitest';
import { MOST_CLASSES } from '#core/classify/breaks.ts';
import { classify } from '#core/classify/classify.ts';
import { choroplethOpacity } from '#map/layers/admin-layers.ts';
import {
  crossedColours,
  crossPalettes,
  isDiverging,
  rampColours,
  valueRamps,
} from '#map/layers/colour-ramps.ts';
import { mixHex } from '#map/layers/hex-colours.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { colourClasses } from '../../../src/features/integration/measure/classify-measure.ts';
import { ciede2000, leastDifference } from '../../fixtures/colour-vision.ts';

/**
 * Least CIEDE2000 between two classes, and between any class and bare land, on which no data are hatched. 1 is just seen on
 * large fields side by side; classes on a map lie apart, have lines between them and are looked up in a key, so several times
 * that is asked of every kind of colour vision.
 */
const LEAST = 5;

const themes: readonly MapTheme[] = ['light', 'dark', 'print'];
const counts = Array.from({ length: MOST_CLASSES }, (_, at) => at + 1);

/** As the map shows it: the class lets a little of the land through. */
const drawn = (colours: readonly string[], theme: MapTheme) =>
  colours.map((colour) => mixHex(themeTokens(theme).chinaLand, colour, choroplethOpacity));

/** `null`, or which two are too near. */
function tooNear(colours: readonly string[], theme: MapTheme, isEveryPair: boolean): string | null {
  const all = drawn(colours, theme);
  for (const [at, colour] of all.entries()) {
    const others = isEveryPair ? all.slice(at + 1) : all.slice(at + 1, at + 2);
    for (const other of [...others, themeTokens(theme).chinaLand]) {
      const difference = leastDifference(colour, other);
      if (difference < LEAST) return `${colour} ${other}: ${difference.toFixed(1)}`;
    }
  }
  return null;
}

test('CIEDE2000 gives the published pairs (Sharma et al. 2005, table 1)', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 2.5, 0], [58, 24, 15])).toBeCloseTo(19.4535, 4);
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});

describe.each(themes)('every palette on %s, for every colour vision', (theme) => {
  it.each(valueRamps)('%s: neighbouring classes and bare land, for every number of classes', (ramp) => {
    for (const count of counts) expect(tooNear(rampColours(ramp, theme, count), theme, false)).toBeNull();
  });

  it.each(valueRamps.filter(isDiverging))('%s around zero, however many classes lie on one side', (ramp) => {
    for (const count of counts)
      for (let below = 0; below <= count; below++) {
        const limits = Array.from({ length: count - 1 }, (_, at) => at + 1 - below);
        const classes = classify([-below, count - below], { method: 'manual', breaks: limits });
        const colours = colourClasses(classes, ramp, false, theme, true);
        expect(colours).toHaveLength(count);
        expect(tooNear(colours, theme, false), `${below} of ${count} below zero`).toBeNull();
      }
  });

  it.each(valueRamps.filter(isDiverging))('%s: the two sides of the middle', (ramp) => {
    for (const count of counts) {
      const colours = drawn(rampColours(ramp, theme, count), theme);
      for (let at = 0; at < Math.floor(count / 2); at++)
        expect(leastDifference(colours[at] ?? '', colours.at(-1 - at) ?? '')).toBeGreaterThan(LEAST);
    }
  });

  it.each(crossPalettes)('%s: every pair of the crossed classes', (palette) => {
    for (const rows of [1, 2, 3])
      for (const columns of [1, 2, 3]) {
        const plain = { palette, reverseFirst: false, reverseSecond: false };
        expect(tooNear(crossedColours(theme, rows, columns, plain), theme, true)).toBeNull();
      }
  });
});
