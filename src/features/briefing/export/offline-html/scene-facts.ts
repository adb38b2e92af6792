import { nameLanguage } from '#core/geography/name-language.ts';
import type { ChoroplethDrawing, CrossDrawing, MapModel } from '#map/layers/map-model.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { classRange } from '#map/legend/class-range.ts';
import { formatNumber, formatSigned, withUnit } from '#ui/format/number-format.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import type { BriefingWords } from '../sheet-words.ts';

/** A table under the map of a scene. */
export interface SceneTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How the figures came about; empty where the map says it. */
  readonly remark: string;
}

/** What the file says of an area under the pointer, by its id: the name, then lines. */
export type SceneFacts = Readonly<Record<string, readonly string[]>>;

function namesOf({ language, regions, places }: MapModel): ReadonlyMap<string, string> {
  const pick = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }) =>
    language === 'zh' ? nameZh : nameEn;
  return new Map([
    ...places.map((place): [string, string] => [place.adcode, pick(place)]),
    ...regions.map((region): [string, string] => [region.variantKey, pick(region)]),
  ]);
}

/** Range or kind of a class, as the legend says it. */
function classWords(
  { labels, limits, decimals, cross, isSigned }: ChoroplethDrawing,
  index: number | null,
  language: 'zh-CN' | 'en',
): string {
  if (index === null) return '';
  if (labels !== undefined) return labels[index] ?? '';
  const column = cross === null || cross === undefined ? index : index % cross.columns;
  return classRange(limits, column, decimals, nameLanguage(language), isSigned);
}

/** Names and values of the areas of a scene, and the same as a table, largest first. */
export function factsOf(
  { model }: Pick<MapSheet, 'model'>,
  t: BriefingWords,
): { readonly facts: SceneFacts; readonly tables: readonly SceneTable[] } {
  const { choropleth, visible } = model;
  const language = model.language === 'zh' ? 'zh-CN' : 'en';
  const names = namesOf(model);
  const facts: Record<string, readonly string[]> = Object.fromEntries(
    model.regions
      .filter(({ kind }) => (kind === 'agglomeration' ? visible.agglomerations : visible.metros))
      .map(({ variantKey }) => [variantKey, [names.get(variantKey) ?? variantKey]]),
  );
  if (choropleth === null || !visible.choropleth) return { facts, tables: [] };

  const { title, unit, decimals, classes, values, isSigned = false, cross = null } = choropleth;
  // As the inspector writes them: a change with its sign, a figure with its unit.
  const say = (value: number | null | undefined, places: number, of: string, signed: boolean) =>
    value === null || value === undefined
      ? t('offline.noData')
      : withUnit((signed ? formatSigned : formatNumber)(value, language, places), of);
  const sayFirst = (value: number | null | undefined, of: string) => say(value, decimals, of, isSigned);
  const saySecond = (
    { decimals: places, isSigned: signed = false }: CrossDrawing,
    value: number | null,
    of: string,
  ) => say(value, places, of, signed);
  const rows = [...classes].map(([id, index]) => {
    const value = values?.get(id) ?? null;
    const second = cross?.values?.get(id) ?? null;
    return { id, name: names.get(id) ?? id, value, second, index };
  });
  for (const { id, name, value, second, index } of rows) {
    const range = classWords(choropleth, index, language);
    facts[id] = [
      name,
      values === undefined ? title : `${title}${t('colon')}${sayFirst(value, unit)}`,
      ...(cross === null ? [] : [`${cross.rowName}${t('colon')}${saySecond(cross, second, cross.unit)}`]),
      ...(range === '' ? [] : [`${t('offline.class')}${t('colon')}${range}`]),
    ];
  }
  const ranked = rows.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const table: SceneTable = {
    title: unit === '' ? title : `${title}${bracketed(unit, language)}`,
    columns: [
      t('offline.name'),
      t('offline.value'),
      ...(cross === null ? [] : [cross.rowName]),
      t('offline.class'),
    ],
    rows: ranked.map(({ name, value, second, index }) => [
      name,
      sayFirst(value, ''),
      ...(cross === null ? [] : [saySecond(cross, second, '')]),
      classWords(choropleth, index, language),
    ]),
    remark: '',
  };
  return { facts, tables: [table] };
}
