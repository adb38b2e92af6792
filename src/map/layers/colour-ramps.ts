import {
  interpolateBlues,
  interpolateCividis,
  interpolateOranges,
  interpolateViridis,
  interpolateYlGnBu,
} from 'd3-scale-chromatic';
import type { MapTheme } from './map-model.ts';
import {
  alongRamp,
  aroundMiddle,
  brownTeal,
  minutesRamp,
  type Diverging,
  type Sequential,
} from './map-ramps.ts';

/** Ramps for ordered values, all safe for the common colour-vision deficiencies (ColorBrewer, viridis, cividis). */
export type SequentialRamp = 'blues' | 'teal' | 'oranges' | 'viridis' | 'cividis' | 'minutes';
/** Ramps around a meaningful middle; the low end first. Red–green ramps are left out on purpose. */
export type DivergingRamp = 'brown-teal' | 'purple-green' | 'red-blue';
/** Any ramp by name. */
export type RampName = SequentialRamp | DivergingRamp;

const sequential: Readonly<Record<SequentialRamp, Sequential>> = {
  blues: { interpolate: interpolateBlues, light: [0.14, 1], dark: [0.86, 0.04] },
  teal: {
    interpolate: interpolateYlGnBu,
    light: [0.24, 1],
    // The same colours from 0.78 to 0.08, laid in equal steps of Oklab as the weakest of four kinds of colour vision sees them.
    dark: '#2255a3 #216caf #2183b8 #2999c0 #40b0c2 #69c5be #9ad8b9 #c9eab4 #f3fac1'.split(' '),
  },
  oranges: { interpolate: interpolateOranges, light: [0.18, 1], dark: [0.93, 0.18] },
  viridis: { interpolate: interpolateViridis, light: [0.97, 0.08], dark: [0.25, 0.94] },
  cividis: { interpolate: interpolateCividis, light: [0.98, 0.05], dark: [0.28, 1] },
  minutes: minutesRamp,
};

/** Hues near ColorBrewer's BrBG, PRGn and RdBu. */
const diverging: Readonly<Record<DivergingRamp, Diverging>> = {
  'brown-teal': brownTeal,
  'purple-green': {
    light: [
      '#45105A',
      '#75438C',
      '#986EAC',
      '#BCA0C9',
      '#DEDAD3',
      '#93C98D',
      '#489C54',
      '#24753B',
      '#06481F',
    ],
    dark: ['#E3C3F0', '#B68CCB', '#8F62AB', '#613D7C', '#303942', '#1F5938', '#36864A', '#6AB370', '#C3EAB8'],
  },
  'red-blue': {
    light: [
      '#6E0C22',
      '#B52D35',
      '#D86652',
      '#EEAD90',
      '#DEDAD3',
      '#9FC5DA',
      '#4896C5',
      '#2268A9',
      '#0B386F',
    ],
    dark: ['#FACDB6', '#E78871', '#C54F48', '#912934', '#303942', '#205087', '#377DB7', '#74AFD9', '#C8E2F4'],
  },
};

const divergingNames: ReadonlySet<string> = new Set(Object.keys(diverging));

/** All ramps a person may choose for values, in order of preference. */
export const valueRamps: readonly RampName[] = [
  'teal',
  'blues',
  'oranges',
  'viridis',
  'cividis',
  'brown-teal',
  'purple-green',
  'red-blue',
];

/** True for ramps with a middle. */
export function isDiverging(ramp: RampName): ramp is DivergingRamp {
  return divergingNames.has(ramp);
}

/** The ramp's colour at `t` in 0…1 (low … high), `#rrggbb`. Values outside are clamped. */
export function rampColour(ramp: RampName, theme: MapTheme, t: number): string {
  return isDiverging(ramp) ? aroundMiddle(diverging[ramp], theme, t) : alongRamp(sequential[ramp], theme, t);
}

/** `count` colours from low to high. One class takes the upper middle. */
export function rampColours(ramp: RampName, theme: MapTheme, count: number): readonly string[] {
  if (count === 1) return [rampColour(ramp, theme, 0.65)];
  return Array.from({ length: count }, (_, index) => rampColour(ramp, theme, index / (count - 1)));
}

/** Palettes for two variables at once, in order of preference. */
export const crossPalettes = ['red-teal', 'gold-blue', 'orange-purple'] as const;
export type CrossPalette = (typeof crossPalettes)[number];

/** How two variables are coloured: which palette, and whether the high end of each is at its low values. */
export interface CrossColours {
  readonly palette: CrossPalette;
  /** Of the columns. */
  readonly reverseFirst: boolean;
  /** Of the rows. */
  readonly reverseSecond: boolean;
}

type Square = readonly (readonly string[])[];

/**
 * 3 × 3 colours for two variables at once, `[row of the second variable][column of the first]`, low → high. Mixed in
 * OKLab from their four corners, the layout after Joshua Stevens, "Bivariate Choropleth Maps" (2015). On dark paper all run from dim to bright. Tests hold every pair of the nine apart under simulated red–green and blue
 * deficiencies.
 */
export const bivariateColours: Readonly<Record<CrossPalette, Readonly<Record<'light' | 'dark', Square>>>> = {
  'red-teal': {
    light: [
      ['#E0E0E2', '#E2A093', '#D0533F'],
      ['#99C3D0', '#928186', '#7E4041'],
      ['#3E9DB8', '#416076', '#33283A'],
    ],
    dark: [
      ['#3A424B', '#8E5057', '#DC6A6F'],
      ['#3B7280', '#8D8593', '#E2A3AE'],
      ['#46B4CB', '#9DC6D8', '#F5EEF3'],
    ],
  },
  'gold-blue': {
    light: [
      ['#E0E0E2', '#E5C591', '#E0A000'],
      ['#8CABD1', '#8D8883', '#89622F'],
      ['#2F6DB5', '#3C4C6D', '#3B2A2A'],
    ],
    dark: [
      ['#333B45', '#826F45', '#D9A520'],
      ['#3B5F8B', '#909595', '#E8CC94'],
      ['#3D83D6', '#9BBBE3', '#F6F1EA'],
    ],
  },
  'orange-purple': {
    light: [
      ['#E0E0E2', '#E9C296', '#E69A2E'],
      ['#AFA5D0', '#A28385', '#946035'],
      ['#7B62B5', '#62476E', '#4A2B2B'],
    ],
    dark: [
      ['#353C46', '#837549', '#D9B02E'],
      ['#60568B', '#A29495', '#ECD394'],
      ['#8E6FD6', '#C4B2E1', '#FFF4E4'],
    ],
  },
};

function stepOfThree(index: number, count: number, isReversed: boolean): number {
  if (count === 1) return 1;
  return Math.round(((isReversed ? count - 1 - index : index) * 2) / (count - 1));
}

/** Colours of `rows × columns` crossed classes in their order; fewer than three take the ends of the 3 × 3. */
export function crossedColours(
  theme: MapTheme,
  rows: number,
  columns: number,
  { palette, reverseFirst, reverseSecond }: CrossColours,
): readonly string[] {
  const square = bivariateColours[palette][theme === 'dark' ? 'dark' : 'light'];
  return Array.from({ length: rows * columns }, (_, index) => {
    const row = square[stepOfThree(Math.floor(index / columns), rows, reverseSecond)];
    return row?.[stepOfThree(index % columns, columns, reverseFirst)] ?? '#000000';
  });
}
