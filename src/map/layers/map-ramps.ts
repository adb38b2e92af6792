import { hexToRgb, mixHex, rgbToHex } from './hex-colours.ts';
import type { MapTheme } from './map-model.ts';

// The two ramps that the map itself draws with. They stand without d3, whose tables of all ramps would come before the first
// picture; what a person chooses for values is in colour-ramps.ts.

/** A colour, `#rrggbb` or as CSS has it, at 0…1. */
type Interpolate = (t: number) => string;

/** A ramp from low to high. */
export interface Sequential {
  readonly interpolate: Interpolate;
  /** The stretches of the interpolator in use, low and high end: what vanishes on the paper is cut off, the pale end on light and the deep one on dark. */
  readonly light: Stretch;
  /** Stops at equal distances instead, where the interpolator crowds its deep colours. */
  readonly dark: Stretch | readonly string[];
}

type Stretch = readonly [low: number, high: number];

/**
 * A smooth run through colours: uniform cubic B-spline in sRGB, as the ramps of ColorBrewer are drawn by d3-scale-chromatic
 * (a test holds both together).
 */
function splineThrough(colours: readonly string[]): Interpolate {
  const channels = colours.map(hexToRgb);
  const last = channels.length - 1;
  return (t) => {
    const at = Math.min(1, Math.max(0, t)) * last;
    const index = Math.min(last - 1, Math.floor(at));
    const x = at - index;
    return rgbToHex(
      [0, 1, 2].map((channel) => {
        const value = (of: number): number => channels[of]?.[channel] ?? Number.NaN;
        const [b, c] = [value(index), value(index + 1)];
        const a = index > 0 ? value(index - 1) : 2 * b - c;
        const d = index < last - 1 ? value(index + 2) : 2 * c - b;
        return (
          ((1 - x) ** 3 * a +
            (4 - 6 * x ** 2 + 3 * x ** 3) * b +
            (1 + 3 * x + 3 * x ** 2 - 3 * x ** 3) * c +
            x ** 3 * d) /
          6
        );
      }),
    );
  };
}

/** Minutes. Dense at the origin, pale at the edge: they run against the ramp, so the low end is the dark one (ColorBrewer Purples). */
export const minutesRamp: Sequential = {
  interpolate: splineThrough(
    '#fcfbfd #efedf5 #dadaeb #bcbddc #9e9ac8 #807dba #6a51a3 #54278f #3f007d'.split(' '),
  ),
  light: [1, 0.3],
  dark: [0.3, 0.88],
};

/**
 * Stops of a ramp around a middle from one end to the other, at equal distances. Each arm is laid in equal steps of CIEDE2000
 * as the weakest of four kinds of colour vision sees them, so that seven classes on one arm are still told apart. The middle
 * is neither hue, and darker (on dark paper brighter) than bare land.
 */
export type Diverging = Readonly<Record<'light' | 'dark', readonly string[]>>;

/** Changes; hues near ColorBrewer's BrBG. */
export const brownTeal: Diverging = {
  light: ['#5C350A', '#9A5A17', '#BD863C', '#DABF88', '#DEDAD3', '#6FBCC0', '#2B919B', '#116C7A', '#00424F'],
  dark: ['#F5D999', '#C8903E', '#955F1C', '#52412C', '#303942', '#106771', '#238C97', '#57B7BF', '#B2E8EC'],
};

/** The colour of minutes at `t` in 0…1 of the longest, `#rrggbb`. Values outside are clamped. */
export function minutesColour(theme: MapTheme, t: number): string {
  return alongRamp(minutesRamp, theme, t);
}

/** The colour of a change at `t` in 0…1, brown to teal, no change at 0.5. Values outside are clamped. */
export function changeColour(theme: MapTheme, t: number): string {
  return aroundMiddle(brownTeal, theme, t);
}

/** A colour of a ramp from low to high. On dark paper ramps run from deep (low) to bright (high). */
export function alongRamp(ramp: Sequential, theme: MapTheme, t: number): string {
  const run = theme === 'dark' ? ramp.dark : ramp.light;
  if (!isStretch(run)) return alongStops(run, t);
  const [low, high] = run;
  return toHex(ramp.interpolate(low + (high - low) * clamped(t)));
}

function isStretch(run: Sequential['dark']): run is Stretch {
  return typeof run[0] === 'number';
}

/** A colour of a ramp around a middle. */
export function aroundMiddle(ramp: Diverging, theme: MapTheme, t: number): string {
  return alongStops(ramp[theme === 'dark' ? 'dark' : 'light'], t);
}

/** Mixed between stops at equal distances. */
function alongStops(stops: readonly string[], t: number): string {
  const along = clamped(t) * (stops.length - 1);
  const before = Math.min(stops.length - 2, Math.floor(along));
  return mixHex(stops[before] ?? '', stops[before + 1] ?? '', along - before);
}

function clamped(t: number): number {
  return Math.min(1, Math.max(0, t));
}

function toHex(colour: string): string {
  if (colour.startsWith('#')) return colour;
  const channels = colour.match(/\d+(\.\d+)?/g);
  if (!channels || channels.length < 3) throw new Error(`Unexpected colour from a ramp: ${colour}`);
  return rgbToHex(channels.slice(0, 3).map(Number));
}
