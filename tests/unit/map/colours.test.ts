import { interpolatePurples } from 'd3-scale-chromatic';
import { describe, expect, it } from 'vitest';
import { choroplethOpacity } from '#map/layers/admin-layers.ts';
import {
  bivariateColours,
  crossedColours,
  crossPalettes,
  isDiverging,
  rampColours,
  valueRamps,
  type RampName,
} from '#map/layers/colour-ramps.ts';
import { mixHex, rgbToHex } from '#map/layers/hex-colours.ts';
import { minutesRamp } from '#map/layers/map-ramps.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import {
  contrast,
  deficiencies,
  leastDifference,
  linear,
  times,
  type Triple,
} from '../../fixtures/colour-vision.ts';

const themes: readonly MapTheme[] = ['light', 'dark', 'print'];

/** Oklab (Ottosson 2020) of linear RGB. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  const [l, m, s] = cones.map((value) => Math.cbrt(Math.max(0, value)));
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l ?? NaN, m ?? NaN, s ?? NaN],
  );
}

/** Distance in Oklab × 100 as someone with the deficiency sees it; about 2 is just noticeable side by side. */
function difference(a: string, b: string, deficiency: string): number {
  const matrix = deficiencies[deficiency] ?? [];
  const [x, y] = [a, b].map((hex) => oklab(times(matrix, linear(hex)))) as [Triple, Triple];
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function lightness(hex: string): number {
  return oklab(linear(hex))[0];
}

const ramps: readonly RampName[] = [...valueRamps, 'minutes'];

describe('ramps', () => {
  it('of minutes is that of ColorBrewer as d3 draws it', () => {
    for (let step = -10; step <= 1010; step += 1) {
      const channels = interpolatePurples(step / 1000).match(/\d+/g) ?? [];
      expect(minutesRamp.interpolate(step / 1000), `at ${step}`).toBe(rgbToHex(channels.map(Number)));
    }
  });

  for (const theme of themes) {
    for (const ramp of ramps) {
      it(`${ramp} tells 5 neighbouring classes apart with any colour vision (${theme})`, () => {
        const colours = rampColours(ramp, theme, 5);
        for (const deficiency of Object.keys(deficiencies)) {
          for (let index = 1; index < colours.length; index += 1) {
            const step = difference(colours[index - 1] ?? '', colours[index] ?? '', deficiency);
            expect(step, `${deficiency} ${index}`).toBeGreaterThan(5);
          }
        }
      });
    }

    it(`sequential ramps run one way in lightness, away from the paper (${theme})`, () => {
      for (const ramp of ramps.filter((name) => !isDiverging(name))) {
        const values = rampColours(ramp, theme, 7).map(lightness);
        const towardsDark = (theme !== 'dark') !== (ramp === 'minutes');
        const sorted = [...values].sort((a, b) => (towardsDark ? b - a : a - b));
        expect(values, ramp).toEqual(sorted);
      }
    });

    it(`minutes do not vanish on the land (${theme})`, () => {
      for (const colour of rampColours('minutes', theme, 5))
        expect(difference(colour, themeTokens(theme).chinaLand, 'none')).toBeGreaterThan(
          theme === 'dark' ? 14 : 4,
        );
    });

    it(`every class of a sequential ramp is told from bare land, and from its neighbours of seven (${theme})`, () => {
      const { chinaLand } = themeTokens(theme);
      for (const ramp of valueRamps.filter((name) => !isDiverging(name))) {
        const colours = rampColours(ramp, theme, 7).map((colour) =>
          mixHex(chinaLand, colour, choroplethOpacity),
        );
        if (theme === 'dark')
          for (const colour of colours) expect(contrast(colour, chinaLand), ramp).toBeGreaterThan(1.8);
        for (const deficiency of Object.keys(deficiencies)) {
          expect(
            difference(colours[0] ?? '', chinaLand, deficiency),
            `${ramp} ${deficiency}`,
          ).toBeGreaterThan(theme === 'dark' ? 14 : 4);
          for (let index = 1; index < colours.length; index += 1) {
            const step = difference(colours[index - 1] ?? '', colours[index] ?? '', deficiency);
            expect(step, `${ramp} ${deficiency} ${index}`).toBeGreaterThan(4.9);
          }
        }
      }
    });

    it(`both arms of a diverging ramp are told apart with any colour vision (${theme})`, () => {
      for (const ramp of ramps.filter(isDiverging)) {
        const colours = rampColours(ramp, theme, 5);
        for (const deficiency of Object.keys(deficiencies)) {
          expect(difference(colours[0] ?? '', colours[4] ?? '', deficiency), ramp).toBeGreaterThan(8);
          expect(difference(colours[1] ?? '', colours[3] ?? '', deficiency), ramp).toBeGreaterThan(5);
        }
      }
    });
  }

  it('gives one class a colour of the middle', () => {
    expect(rampColours('blues', 'light', 1)).toHaveLength(1);
  });
});

describe('theme tokens', () => {
  for (const theme of themes) {
    const tokens = themeTokens(theme);

    it(`maturity is told apart with any colour vision (${theme})`, () => {
      const { mature, developing, nurturing } = tokens.maturity;
      for (const deficiency of Object.keys(deficiencies)) {
        for (const [a, b] of [
          [mature, developing],
          [mature, nurturing],
          [developing, nurturing],
        ] as const) {
          expect(difference(a, b, deficiency), `${deficiency} ${a} ${b}`).toBeGreaterThan(8);
        }
      }
    });

    it(`neighbouring rail classes are told apart with any colour vision (${theme})`, () => {
      const { rail } = tokens;
      const order = [rail['350'], rail['300'], rail['250'], rail['200'], rail.conventional];
      for (const deficiency of Object.keys(deficiencies)) {
        for (let index = 1; index < order.length; index += 1) {
          expect(
            difference(order[index - 1] ?? '', order[index] ?? '', deficiency),
            `${deficiency} ${index}`,
          ).toBeGreaterThan(6);
        }
      }
    });

    it(`railways and outlines of regions stand out from the land (${theme})`, () => {
      for (const [name, colour] of Object.entries({
        ...tokens.rail,
        ...tokens.maturity,
        metro: tokens.metro,
      }))
        expect(contrast(colour, tokens.chinaLand), name).toBeGreaterThan(3);
    });

    it(`seas and rivers are named readably (${theme})`, () => {
      expect(contrast(tokens.waterLabel, tokens.water)).toBeGreaterThan(4.5);
      expect(contrast(tokens.waterLabel, tokens.chinaLand)).toBeGreaterThan(4.5);
      expect(contrast(tokens.muted, tokens.water)).toBeGreaterThan(4.5);
    });

    it(`the sea is told from any land with any colour vision (${theme})`, () => {
      for (const land of [tokens.foreignLand, tokens.chinaLand])
        expect(leastDifference(tokens.water, land), land).toBeGreaterThan(4.5);
    });

    it(`a blue region that fills the view is no water (${theme})`, () => {
      const filled = mixHex(tokens.chinaLand, tokens.maturity.mature, 0.06);
      expect(difference(filled, tokens.water, 'none')).toBeGreaterThan(4);
    });

    it(`names are readable on land (${theme})`, () => {
      expect(contrast(tokens.ink, tokens.chinaLand)).toBeGreaterThan(7);
      expect(contrast(tokens.muted, tokens.chinaLand)).toBeGreaterThan(4.5);
      expect(contrast(tokens.accent, tokens.chinaLand)).toBeGreaterThan(4.5);
      expect(contrast(tokens.metro, tokens.chinaLand)).toBeGreaterThan(4.5);
      for (const colour of Object.values(tokens.maturity)) {
        expect(contrast(mixHex(colour, tokens.ink, 0.35), tokens.chinaLand)).toBeGreaterThan(3);
      }
    });

    it(`halos are never lighter than the land on dark paper, nor darker on light (${theme})`, () => {
      const gap = lightness(tokens.paper) - lightness(tokens.chinaLand);
      expect(theme === 'dark' ? -gap : gap).toBeGreaterThanOrEqual(0);
    });
  }
});

describe('bivariateColours', () => {
  const squares = crossPalettes.flatMap((palette) =>
    Object.entries(bivariateColours[palette]).map(([theme, rows]) => [palette, theme, rows] as const),
  );
  const plain = { palette: 'red-teal', reverseFirst: false, reverseSecond: false } as const;

  it.each(squares)('of %s on %s paper are nine, each pair told apart with any colour vision', (...given) => {
    const [, , rows] = given;
    expect(rows.map((row) => row.length)).toEqual([3, 3, 3]);
    const colours = rows.flat();
    for (const deficiency of Object.keys(deficiencies))
      for (const [at, colour] of colours.entries())
        for (const other of colours.slice(at + 1))
          expect(difference(colour, other, deficiency), `${deficiency} ${colour} ${other}`).toBeGreaterThan(
            4,
          );
  });

  it('give fewer classes the ends of the square', () => {
    const square = bivariateColours['red-teal'].light;
    expect(crossedColours('light', 3, 3, plain)).toEqual(square.flat());
    const [low, middle, high] = square;
    expect(crossedColours('light', 2, 2, plain)).toEqual([low?.[0], low?.[2], high?.[0], high?.[2]]);
    expect(crossedColours('print', 1, 2, plain)).toEqual([middle?.[0], middle?.[2]]);
  });

  it('are mirrored by the axis that is reversed', () => {
    const rows = bivariateColours['gold-blue'].dark;
    const gold = { ...plain, palette: 'gold-blue' } as const;
    expect(crossedColours('dark', 3, 3, { ...gold, reverseFirst: true })).toEqual(
      rows.flatMap((row) => row.toReversed()),
    );
    expect(crossedColours('dark', 3, 3, { ...gold, reverseSecond: true })).toEqual(rows.toReversed().flat());
  });
});
