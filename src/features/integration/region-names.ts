import { planShortNamesEn } from '#core/geography/plan-short-names.ts';
import type { Region } from '#core/geography/region.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';

/** English names short enough for tables and axes, where the full one is long. */
const SHORT_EN: Readonly<Record<string, string>> = {
  ...planShortNamesEn,
  midyangtze: 'Mid-Yangtze',
  ymz: 'GD–FJ–ZJ Coast',
  hubaoeyu: 'Hohhot–Baotou–Ordos',
  ningxia: 'Ningxia Yellow River',
  tianshan: 'Northern Tianshan',
  liaozhongnan: 'Central–S. Liaoning',
  jingjinji: 'Jing-Jin-Ji',
};

/** A region's name as tables and charts show it. */
export function shortName(
  regions: readonly Pick<Region, 'id' | 'nameZh' | 'nameEn'>[],
  id: string,
  language: NumberLanguage,
): string {
  const region = regions.find((one) => one.id === id);
  if (region === undefined) return id;
  return language === 'en' ? (SHORT_EN[id] ?? region.nameEn) : region.nameZh;
}
