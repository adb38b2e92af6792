import type { Maturity } from '#core/geography/region.ts';
import type { MapTheme } from './map-model.ts';

/** Colours of one theme. All `#rrggbb`, so that every exporter (SVG, PDF, PPTX) can read them. */
export interface ThemeTokens {
  /** Halo of labels and casing of lines: the colour of China's land. */
  readonly paper: string;
  readonly chinaLand: string;
  readonly foreignLand: string;
  readonly water: string;
  readonly river: string;
  readonly coast: string;
  readonly waterLabel: string;
  readonly foreignBorder: string;
  readonly nationalBorder: string;
  readonly nationalGlow: string;
  readonly provinceLine: string;
  readonly prefectureLine: string;
  readonly countyLine: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly noDataHatch: string;
  /** Units that are no members of what is put together: darker than the land, so that their borders are seen. */
  readonly notChosen: string;
  readonly metro: string;
  readonly roadLink: string;
  readonly flow: string;
  readonly maturity: Readonly<Record<Maturity, string>>;
  readonly rail: Readonly<Record<RailSpeedClass, string>>;
}

/** Classes of rail lines by design speed in km/h; `unknown` where the source prints none. */
export type RailSpeedClass = '350' | '300' | '250' | '200' | 'conventional' | 'unknown';

const light: ThemeTokens = {
  paper: '#FBF9F5',
  chinaLand: '#F8F5EE',
  foreignLand: '#E9E6DF',
  water: '#CBDFE9',
  river: '#9CC0D2',
  coast: '#8FAFBE',
  waterLabel: '#2F6680',
  foreignBorder: '#CFC9BE',
  nationalBorder: '#8C7F78',
  nationalGlow: '#CDBFB2',
  provinceLine: '#A79C90',
  prefectureLine: '#B9AE9F',
  countyLine: '#C7BDAF',
  ink: '#1E2328',
  muted: '#5A616B',
  accent: '#B8382B',
  noDataHatch: '#A9A399',
  notChosen: '#E6E1D5',
  metro: '#7A4A2C',
  roadLink: '#3E4A55',
  flow: '#5B3F8C',
  maturity: { mature: '#1F6FB2', developing: '#C97B06', nurturing: '#4C9A6A' },
  rail: {
    '350': '#A8115C',
    '300': '#CC4400',
    '250': '#B68400',
    '200': '#2A8748',
    conventional: '#78909C',
    unknown: '#8C7F6F',
  },
};

const dark: ThemeTokens = {
  paper: '#161B21',
  chinaLand: '#1D242C',
  foreignLand: '#151A20',
  water: '#0A2436',
  river: '#2A4352',
  coast: '#33505F',
  waterLabel: '#6F98AB',
  foreignBorder: '#2B333C',
  nationalBorder: '#8A8F96',
  nationalGlow: '#39434E',
  provinceLine: '#5C6772',
  prefectureLine: '#414C57',
  countyLine: '#3A454F',
  ink: '#E8EAED',
  muted: '#9AA3AD',
  accent: '#F0705F',
  noDataHatch: '#5A646E',
  notChosen: '#2A323B',
  metro: '#D9A983',
  roadLink: '#C6D0DA',
  flow: '#B9A2F2',
  maturity: { mature: '#5BA3E0', developing: '#F0B04A', nurturing: '#74C596' },
  rail: {
    '350': '#EE4F9C',
    '300': '#FF9A66',
    '250': '#F2C94C',
    '200': '#5CC689',
    conventional: '#7F94A1',
    unknown: '#A3917A',
  },
};

const print: ThemeTokens = {
  ...light,
  paper: '#FFFFFF',
  chinaLand: '#FFFFFF',
  foreignLand: '#EFEFEC',
  water: '#DCE9EF',
  prefectureLine: '#B5ADA2',
};

const themes: Readonly<Record<MapTheme, ThemeTokens>> = { light, dark, print };

/** The colours of a theme. */
export function themeTokens(theme: MapTheme): ThemeTokens {
  return themes[theme];
}

/**
 * Font stacks. No glyph server is used: MapLibre draws glyphs with the machine's own fonts and reads weight and
 * slant off the first name only, so the first name is a marker that no machine has and the rest are real families.
 */
const families = [
  'Inter',
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Microsoft YaHei',
];
/** Font stacks of labels by role. */
export const fontStacks = {
  regular: ['Atlas Regular', ...families],
  medium: ['Atlas Medium', ...families],
  bold: ['Atlas Bold', ...families],
  italic: ['Atlas Italic', ...families],
} as const;
