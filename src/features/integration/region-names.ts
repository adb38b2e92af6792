import { planShortNamesEn } from '#core/geography/plan-short-names.ts';
import type { Region } from '#core/geography/region.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';

/** English names by id as drawings abbreviate them, whose room would not hold the whole one. */
const DRAWN_EN: Readonly<Record<string, string>> = {
  midyangtze: 'Mid-Yangtze',
  ymz: 'GD–FJ–ZJ Coast',
  hubaoeyu: 'Hohhot–Baotou–Ordos',
  ningxia: 'Ningxia Yellow River',
  tianshan: 'Northern Tianshan',
  liaozhongnan: 'Central–S. Liaoning',
};

/** A region's name as lists, tables and sentences say it: the one that stands on the map. */
export function nameOfRegion(
  regions: readonly Pick<Region, 'id' | 'nameZh' | 'nameEn'>[],
  id: string,
  language: NumberLanguage,
): string {
  const region = regions.find((one) => one.id === id);
  if (region === undefined) return id;
  return language === 'en' ? (planShortNamesEn[id] ?? region.nameEn) : region.nameZh;
}

/** The name beside the marks of a chart, abbreviated where it is long; what the chart says of it when pointed at has the whole one. */
export function nameInChart(id: string, name: string, language: NumberLanguage): string {
  return language === 'en' ? (DRAWN_EN[id] ?? name) : name;
}
