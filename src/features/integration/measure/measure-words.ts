import type { TFunction } from 'i18next';
import type { IndicatorDefinition, Source } from '#core/indicators/indicator.ts';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import type { ReducedSet } from '#core/scoring/score-result.ts';
import { TRAVEL_MODEL_SOURCE_ID } from '#core/surface/regional-travel.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { apart, listed } from '#ui/i18n/punctuation.ts';
import { pickName } from '#ui/i18n/use-language.ts';
import { UNNAMED_ROOT } from '../own-index/index-draft.ts';
import type { DescribedMeasure } from './measure-view.ts';

/** Words for what measures show. */
export interface MeasureWords {
  /** Name of `composite`, a dimension or an indicator. */
  readonly nodeName: (id: string, definitions: ReadonlyMap<string, IndicatorDefinition>) => string;
  /** Full title with the year. */
  readonly title: (view: DescribedMeasure, definitions: ReadonlyMap<string, IndicatorDefinition>) => string;
  /** Name without the year, as the axes of the key of two measures say it. */
  readonly shortTitle: (
    view: DescribedMeasure,
    definitions: ReadonlyMap<string, IndicatorDefinition>,
  ) => string;
  readonly unit: (view: DescribedMeasure) => string;
  /** Title of a source by the id that figures carry. */
  readonly sourceName: (id: string) => string;
  readonly sources: (ids: readonly string[]) => string;
  readonly reduced: (set: ReducedSet) => string;
  /**
   * That what is held side by side is scored on different indicators; `null` where it is not. With `nameOf` two sets say what
   * each has alone: their numbers can be the same.
   */
  readonly otherSets: (
    between: 'years' | 'sides',
    sets: readonly { readonly label: string; readonly used: readonly string[] | null }[],
    nameOf?: (id: string) => string,
  ) => string | null;
  /** `2018, 2020`; `null` where all figures are of the very year. */
  readonly ownYears: (years: readonly number[], year: number) => string | null;
}

/** Sources of figures that go by another id than their row of the sources artefact. */
const OTHER_IDS: Readonly<Record<string, string>> = { employment: 'census-employment' };

/** Most sources named one by one; the rest is counted. */
const NAMED_SOURCES = 2;

/** Most indicators named that only one of two scores has; the rest is counted. */
const NAMED_INDICATORS = 3;

/** Words of this feature with the field's terms. */
export type IntegrationWords = TFunction<['integration', 'terms']>;

/** Words for measures in a language; `sources` is `null` while they are not loaded. */
export function measureWords(
  t: IntegrationWords,
  language: NumberLanguage,
  sources: ReadonlyMap<string, Source> | null,
): MeasureWords {
  const nodeName: MeasureWords['nodeName'] = (id, definitions) => {
    if (id === 'composite') return t('composite');
    const dimension = DIMENSION_ORDER.find((one) => one === id);
    if (dimension !== undefined) return t(`dimension.${dimension}`, { ns: 'terms' });
    const definition = definitions.get(id);
    if (definition !== undefined) return pickName(definition, language);
    return id === UNNAMED_ROOT ? t('ownIndex.rootName') : id;
  };
  const titleOf: MeasureWords['title'] = (view, definitions) => {
    const { shown, year } = view;
    const id = shown.kind === 'composite' ? 'composite' : shown.id;
    const name = view.definition === null ? nodeName(id, definitions) : pickName(view.definition, language);
    switch (shown.kind) {
      case 'composite':
        return t('measureTitle.composite', { year });
      case 'dimension':
      case 'indicator':
        return t('measureTitle.score', { name, year });
      case 'index':
        return t('measureTitle.index', { name, year });
      case 'value':
        return t('measureTitle.value', { name, year });
      case 'contribution':
        return t('measureTitle.contribution', { name, year });
      case 'change':
        // The composite is called a score already.
        return t(
          shown.level === 'agglomeration' && id !== 'composite'
            ? 'measureTitle.scoreChange'
            : 'measureTitle.valueChange',
          { name, from: shown.fromYear, year },
        );
    }
    return shown satisfies never;
  };
  const sourceName: MeasureWords['sourceName'] = (id) => {
    if (id === TRAVEL_MODEL_SOURCE_ID) return t('travel.source');
    const source = sources?.get(OTHER_IDS[id] ?? id);
    return source === undefined ? id : language === 'en' ? source.titleEn : source.titleZh;
  };
  return {
    nodeName,
    sourceName,
    title: (view, definitions) => {
      const title = titleOf(view, definitions);
      const { scenario } = view;
      if (scenario === undefined) return title;
      return t(`measureTitle.${scenario.side}`, { title, scenario: scenario.name });
    },
    shortTitle: ({ shown, definition }, definitions) => {
      const id = shown.kind === 'composite' ? 'composite' : shown.id;
      const name = definition === null ? nodeName(id, definitions) : pickName(definition, language);
      if (shown.kind === 'contribution') return t('shortTitle.contribution', { name });
      return shown.kind === 'change' ? t('shortTitle.change', { name, from: shown.fromYear }) : name;
    },
    unit: ({ unit, definition }) => {
      switch (unit) {
        case 'score':
          return t('unit.score');
        case 'share':
          return t('unit.share');
        case 'percent-change':
          return '%';
        case 'indicator':
          return definition === null ? '' : language === 'en' ? definition.unitEn : definition.unitZh;
      }
      return unit satisfies never;
    },
    sources: (ids) => {
      const names = ids.filter((id) => id !== 'derived').map(sourceName);
      if (names.length === 0) return '';
      const named = names.slice(0, NAMED_SOURCES).join(language === 'en' ? '; ' : '、');
      const rest = names.length - NAMED_SOURCES;
      return t('sourceLine', { sources: rest > 0 ? t('andMore', { sources: named, count: rest }) : named });
    },
    reduced: (set) =>
      set.reduced
        ? [
            t('reduced', { used: set.paperIndicatorsUsed, all: set.paperIndicators }),
            ...(set.extras.length === 0 ? [] : [t('reducedExtras', { count: set.extras.length })]),
          ].join(language === 'en' ? ' ' : '')
        : t('fullSet', { all: set.paperIndicators }),
    otherSets: (between, sets, nameOf) => {
      // A year without indicators has no scores: its gap speaks for itself.
      const scored = sets.flatMap(({ label, used }) =>
        used === null || used.length === 0 ? [] : [{ label, used: used.toSorted() }],
      );
      if (scored.every(({ used }) => used.join() === scored[0]?.used.join())) return null;
      const list = apart(
        scored.map(({ label, used }, at) => {
          const other = scored.length === 2 ? scored[1 - at] : undefined;
          const alone = used.filter((id) => other !== undefined && !other.used.includes(id));
          if (nameOf === undefined || alone.length === 0)
            return t('otherSets.one', { label, indicators: used.length });
          const named = listed(alone.slice(0, NAMED_INDICATORS).map(nameOf), language);
          const rest = alone.length - NAMED_INDICATORS;
          return t('otherSets.alone', {
            label,
            indicators: used.length,
            names: rest > 0 ? t('andMore', { sources: named, count: rest }) : named,
          });
        }),
        language,
      );
      return t(`otherSets.${between}`, { list });
    },
    ownYears: (years, year) =>
      years.length === 0 || (years.length === 1 && years[0] === year) ? null : listed(years, language),
  };
}
