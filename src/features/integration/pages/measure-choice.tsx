import { Checkbox, Select } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { baseOn2020Boundaries, changesRelatively } from '#core/indicators/unit-figures.ts';
import { DIMENSION_ORDER, PAPER_YEARS, type ScoreOptions } from '#core/scoring/score-options.ts';
import { crossMeasure, showMeasure } from '#state/commands/integration-commands.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../integration.module.css';
import { levelOf } from '../measure/cross-measures.ts';
import type { MeasureLevel } from '../measure/measure-view.ts';
import { useCountyTable } from '#state/score/use-county-table.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

const THEMES = [
  'score',
  'scoreChange',
  'contribution',
  'index',
  'prefecture',
  'prefectureChange',
  'county',
  'countyChange',
] as const;
type Theme = (typeof THEMES)[number];

function themeOf(shown: ShownMeasure): Theme {
  if (shown.kind === 'contribution' || shown.kind === 'index') return shown.kind;
  if (shown.kind === 'value') return shown.level;
  if (shown.kind !== 'change') return 'score';
  if (shown.level === 'agglomeration') return 'scoreChange';
  return shown.level === 'county' ? 'countyChange' : 'prefectureChange';
}

function measureOf(theme: Theme, id: string, fromYear: number): ShownMeasure {
  const dimension = DIMENSION_ORDER.find((one) => one === id);
  switch (theme) {
    case 'score':
      if (id === 'composite') return { kind: 'composite' };
      return dimension === undefined ? { kind: 'indicator', id } : { kind: 'dimension', id: dimension };
    case 'scoreChange':
      return { kind: 'change', id, fromYear, level: 'agglomeration' };
    case 'contribution':
      return { kind: 'contribution', id };
    case 'index':
      return { kind: 'index', id };
    case 'prefecture':
    case 'county':
      return { kind: 'value', id, level: theme };
    case 'prefectureChange':
      return { kind: 'change', id, fromYear, level: 'prefecture' };
    case 'countyChange':
      return { kind: 'change', id, fromYear, level: 'county' };
  }
  return theme satisfies never;
}

/** Themes of one level, for the second of two measures. */
const THEMES_OF_LEVEL: Readonly<Record<MeasureLevel, readonly Theme[]>> = {
  agglomeration: ['score', 'scoreChange', 'index'],
  prefecture: ['contribution', 'prefecture', 'prefectureChange'],
  county: ['county', 'countyChange'],
};

/** A second measure to begin with: the usual one of the level, or another where that is shown already. */
function usualSecond(first: ShownMeasure): ShownMeasure {
  const level = levelOf(first);
  if (level === 'agglomeration')
    return first.kind === 'composite' ? { kind: 'dimension', id: 'regional' } : { kind: 'composite' };
  const [usual, other] =
    level === 'county' ? ['mean_years_schooling', 'share_age_65plus'] : ['gdp_per_capita', 'urban_share'];
  const isShown = first.kind === 'value' && first.id === usual;
  return { kind: 'value', id: (isShown ? other : usual) ?? '', level };
}

interface ChoiceProps {
  readonly source: ScoreSource;
  /** Indicators of the score. */
  readonly indicators: ScoreOptions['indicators'];
}

/** What the map shows, alone or crossed with a second measure of the same level. */
export const MeasureChoice = memo(function MeasureChoice(props: ChoiceProps) {
  const { t } = useTranslation(['integration']);
  const shown = useProject(({ integration }) => integration.shown);
  const second = useProject(({ integration }) => integration.second);
  return (
    <div className={classes.head} style={{ paddingTop: 12 }}>
      <MeasureFields
        {...props}
        shown={shown}
        themes={THEMES}
        labels={{ theme: t('shows'), measure: t('measure') }}
        axis={second === null ? undefined : '→'}
        onShow={(next) => dispatch(showMeasure(next))}
      />
      <Checkbox
        size="xs"
        label={t('crossWith')}
        checked={second !== null}
        onChange={(event) => dispatch(crossMeasure(event.currentTarget.checked ? usualSecond(shown) : null))}
      />
      {second !== null && (
        <>
          <MeasureFields
            {...props}
            shown={second}
            themes={THEMES_OF_LEVEL[levelOf(shown)]}
            labels={{ theme: t('crossOf'), measure: t('crossMeasure') }}
            axis="↑"
            onShow={(next) => dispatch(crossMeasure(next))}
          />
          {levelOf(second) !== levelOf(shown) && <p className={classes.hint}>{t('crossOtherLevel')}</p>}
        </>
      )}
    </div>
  );
});

/** Kind and level, then the measure, for changes the year to count from. */
function MeasureFields({
  source,
  indicators,
  shown,
  themes,
  labels,
  axis,
  onShow,
}: ChoiceProps & {
  readonly shown: ShownMeasure;
  readonly themes: readonly Theme[];
  readonly labels: { readonly theme: string; readonly measure: string };
  /** Which way it rises in the key of two measures; `undefined` where one is shown. */
  readonly axis: '→' | '↑' | undefined;
  readonly onShow: (shown: ShownMeasure) => void;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const year = useProject(({ integration }) => integration.year);
  const index = useProject((document) => document.ownIndex);
  const theme = themeOf(shown);
  const counties = useCountyTable(theme === 'county' || theme === 'countyChange');
  const { definitions, series } = source.table;
  const id = shown.kind === 'composite' ? 'composite' : shown.id;
  const earlier = PAPER_YEARS.filter((one) => one < year);
  const fromYear = shown.kind === 'change' ? shown.fromYear : (earlier[0] ?? PAPER_YEARS[0] ?? 2010);

  const item = (definition: IndicatorDefinition) => ({
    value: definition.id,
    label: pickName(definition, language),
  });
  const nodeLabel = (node: string) => {
    if (node === 'composite') return t('composite');
    const dimension = DIMENSION_ORDER.find((one) => one === node);
    if (dimension !== undefined) return t(`dimension.${dimension}`, { ns: 'terms' });
    const definition = definitions.get(node);
    return definition === undefined ? node : pickName(definition, language);
  };
  const scored = [
    { value: 'composite', label: t('composite') },
    ...DIMENSION_ORDER.map((dimension) => ({
      group: t(`dimension.${dimension}`, { ns: 'terms' }),
      items: [
        { value: dimension, label: t(`dimension.${dimension}`, { ns: 'terms' }) },
        ...indicators
          .filter((choice) => choice.dimension === dimension)
          .flatMap((choice) => definitions.get(choice.id) ?? [])
          .map(item),
      ],
    })),
  ];
  const withValues = new Set([
    ...series.map(({ indicator }) => indicator),
    ...source.table.regional.map(({ indicator }) => indicator),
  ]);
  const figures = [...definitions.values()].filter((one) => withValues.has(one.id));
  const countyFigures = [...(counties?.definitions.values() ?? [])];
  const offered = (wanted: Theme) => {
    if (wanted === 'score' || wanted === 'scoreChange' || wanted === 'contribution') return scored;
    if (wanted === 'index')
      return (index?.declaration.nodes ?? []).map((node) => ({
        value: node.id,
        label: nodeLabel(node.id),
      }));
    if (wanted === 'county') return countyFigures.map(item);
    // County boundaries change between censuses: only ratios stay comparable, and counts converted to the later ones.
    if (wanted === 'countyChange')
      return countyFigures
        .filter((one) => !changesRelatively(one) || baseOn2020Boundaries(one.id, 'county') !== null)
        .map(item);
    return figures.filter((one) => !one.id.endsWith('_2010_on_2020_boundary')).map(item);
  };
  const chooseTheme = (next: Theme) => {
    const root = index?.declaration.nodes.find(({ parent }) => parent === undefined)?.id;
    if (next === 'index') {
      if (root !== undefined) onShow({ kind: 'index', id: root });
      return;
    }
    const isScore = next === 'score' || next === 'scoreChange' || next === 'contribution';
    const isCounty = next === 'county' || next === 'countyChange';
    const known = isScore
      ? id === 'composite' ||
        DIMENSION_ORDER.some((one) => one === id) ||
        indicators.some((one) => one.id === id)
      : isCounty
        ? id === 'mean_years_schooling' || id === 'share_age_65plus'
        : withValues.has(id);
    const fallback = isScore ? 'composite' : isCounty ? 'mean_years_schooling' : 'gdp_per_capita';
    onShow(measureOf(next, known ? id : fallback, fromYear));
  };
  const isChange = shown.kind === 'change';
  return (
    <>
      <div className={isChange ? classes.themed : undefined}>
        <Select
          aria-label={labels.theme}
          data={THEMES.filter(
            (value) => (themes.includes(value) || value === theme) && (value !== 'index' || index !== null),
          ).map((value) => ({
            value,
            label: t(`theme.${value}`),
          }))}
          value={theme}
          allowDeselect={false}
          onChange={(value) => value !== null && chooseTheme(value)}
        />
        {isChange && (
          <Select
            aria-label={t('changeFrom')}
            data={earlier.map((one) => ({
              value: String(one),
              label: t('fromYear', { from: one, to: year }),
            }))}
            value={String(fromYear)}
            allowDeselect={false}
            onChange={(value) => value !== null && onShow(measureOf(theme, id, Number(value)))}
          />
        )}
      </div>
      <Select
        aria-label={labels.measure}
        leftSection={axis}
        data={offered(theme)}
        value={id}
        searchable
        allowDeselect={false}
        maxDropdownHeight={360}
        onChange={(value) => value !== null && onShow(measureOf(theme, value, fromYear))}
      />
      {isChange && earlier.length === 0 && <p className={classes.hint}>{t('earliestYear')}</p>}
    </>
  );
}
