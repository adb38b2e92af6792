import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { circlesZh } from './zh-CN.ts';

export const circlesEn: TranslationOf<typeof circlesZh> = {
  title: 'Circles',
  intro: 'What “one hour” means depends on mode and parameters; every figure names the definition it used.',
  origin: 'Origin',
  originHint: 'Search a city or click the map, then choose “Draw a circle from here” at the right.',
  remove: 'Remove',
  pointOrigin: 'Chosen point',
  minutes: 'Minutes',
  mode: 'Mode',
  traffic: 'Time of day',
  parameters: 'Parameters and where they come from',
  unit: { 'km/h': 'km/h', min: 'min', '1': '×', 'trains/day': 'trains a day', km: 'km' },
};
