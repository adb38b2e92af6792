import { Select } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { spreadContributions } from '#core/scoring/contribution.ts';
import { correlate } from '#core/scoring/correlation.ts';
import { lorenzCurve } from '#core/scoring/lorenz.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { chooseScatter } from '#state/commands/integration-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ChartButtons } from '../charts/export-buttons.tsx';
import { ScatterPlot } from '../charts/scatter-plot.tsx';
import { SpreadChart } from '../charts/spread-chart.tsx';
import { spreadRows } from '../charts/spread-rows.ts';
import classes from '../integration.module.css';
import { viewMeasure, type MeasureView } from '../measure/measure-view.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { useUnitName } from './use-unit-name.ts';

interface SectionProps {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}

/** Figures of all prefectures in a year. */
function useFigures({ result, source }: SectionProps, indicator: string, year: number): MeasureView | null {
  return useMemo(
    () =>
      viewMeasure(
        {
          result,
          table: source.table,
          counties: null,
          prefectureCodes: source.input.units,
          countyCodes: [],
        },
        { kind: 'value', id: indicator, level: 'prefecture' },
        year,
      ),
    [result, source, indicator, year],
  );
}

/** The city under the pointer, in map or panel. */
function usePointedCity(): Adcode | null {
  const onMap = useHovered('map');
  const inPanel = useHovered('panel');
  if (onMap?.kind === 'unit') return onMap.adcode;
  return inPanel?.kind === 'unit' ? inPanel.adcode : null;
}

const pointAt = (adcode: Adcode | null) =>
  setHovered('panel', adcode === null ? null : { kind: 'unit', adcode });
const choose = (adcode: Adcode) => dispatch(select({ kind: 'unit', adcode }));

/** Two indicators of cities against each other, and the spread of the first inside one agglomeration. */
export function CitiesSection(props: SectionProps) {
  const { result, source } = props;
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const nameOf = useUnitName();
  const svg = useRef<SVGSVGElement>(null);
  const year = useProject(({ integration }) => integration.year);
  const axes = useProject(({ integration }) => integration.scatter);
  const selection = useProject(({ view }) => view.selection);
  const lit = usePointedCity();
  const first = useFigures(props, axes.x, year);
  const second = useFigures(props, axes.y, year);
  const { definitions } = source.table;
  const hasFigures = new Set([
    ...source.table.series.map(({ indicator }) => indicator),
    ...source.table.regional.map(({ indicator }) => indicator),
  ]);
  const offered = [...definitions.values()]
    .filter(({ id }) => hasFigures.has(id) && !id.endsWith('_2010_on_2020_boundary'))
    .map((definition) => ({ value: definition.id, label: pickName(definition, language) }));
  const region =
    result.panel.regions.find(({ id }) => selection.kind === 'region' && selection.regionId === id) ??
    result.panel.regions.find(
      ({ members }) => selection.kind === 'unit' && members.includes(selection.adcode),
    ) ??
    null;
  const cities = [...new Set(result.panel.regions.flatMap(({ members }) => members))];
  const points = cities.flatMap((adcode) => {
    const [x, y] = [first?.values.get(adcode) ?? null, second?.values.get(adcode) ?? null];
    if (x === null || y === null) return [];
    return [{ adcode, name: nameOf(adcode), x, y, isMember: region?.members.includes(adcode) ?? false }];
  });
  const pairs = points.map(({ x, y }) => [x, y] as const);
  const all = correlate(pairs);
  const inside = correlate(pairs.filter((_, i) => points[i]?.isMember));
  const coefficient = (value: number | null) => formatNumber(value, language, 2);
  const titleOf = (view: MeasureView | null, id: string) => {
    if (view === null) return id;
    const unit = words.unit(view);
    const name = words.shortTitle(view, definitions);
    return unit === '' ? name : t('named', { name, unit });
  };
  const titles = { x: titleOf(first, axes.x), y: titleOf(second, axes.y) };
  const regionName = region === null ? '' : nameOfRegion(source.regions, region.id, language);
  const own = (view: MeasureView | null, name: string) => {
    const years = view === null ? null : words.ownYears(view.ownYears, year);
    return years === null ? '' : `${t('axisYears', { name, years })} `;
  };
  return (
    <>
      <PanelSection
        title={t('scatter')}
        aside={
          <ChartButtons
            title={t('scatter')}
            about={[year, own(first, titles.x), own(second, titles.y)].join(' ')}
            name={`scatter-${axes.x}-${axes.y}-${year}`}
            svg={svg}
            wordOf={(column, code) =>
              column === 'head' ? { [axes.x]: titles.x, [axes.y]: titles.y }[code] : undefined
            }
            rows={[
              ['adcode', 'name', axes.x, axes.y, 'member'],
              ...points.map(({ adcode, name, x, y, isMember }) => [adcode, name, x, y, isMember]),
            ]}
          />
        }
      >
        <div className={classes.axes}>
          {(['x', 'y'] as const).map((axis) => (
            <Select
              key={axis}
              aria-label={t(axis === 'x' ? 'axisX' : 'axisY')}
              leftSection={axis === 'x' ? '→' : '↑'}
              data={offered}
              value={axes[axis]}
              searchable
              allowDeselect={false}
              maxDropdownHeight={320}
              onChange={(value) => value !== null && dispatch(chooseScatter({ ...axes, [axis]: value }))}
            />
          ))}
        </div>
        {points.length === 0 ? (
          <p className={classes.hint}>{t('scatterNone', { year })}</p>
        ) : (
          <ScatterPlot
            svg={svg}
            label={t('scatterOf', { x: titles.x, y: titles.y })}
            points={points}
            axes={{
              x: { title: titles.x, decimals: first?.decimals ?? 1 },
              y: { title: titles.y, decimals: second?.decimals ?? 1 },
            }}
            lit={lit}
            selected={selection.kind === 'unit' ? selection.adcode : null}
            language={language}
            onPoint={pointAt}
            onChoose={choose}
          />
        )}
        <p className={classes.hint} data-testid="correlation">
          {t('correlation', {
            n: all.n,
            r: coefficient(all.pearson),
            rho: coefficient(all.spearman),
            missing: cities.length - all.n,
          })}
          {region !== null &&
            `${sentenceGap(language)}${t('correlationInside', {
              name: regionName,
              n: inside.n,
              r: coefficient(inside.pearson),
              rho: coefficient(inside.spearman),
            })}`}
          {region === null && `${sentenceGap(language)}${t('scatterChoose')}`}
          {sentenceGap(language)}
          {own(first, titles.x)}
          {own(second, titles.y)}
        </p>
      </PanelSection>
      <SpreadSection {...props} view={first} title={titles.x} regionId={region?.id ?? null} lit={lit} />
    </>
  );
}

/** How unequal the members are in one indicator, and who makes it so. */
function SpreadSection({
  result,
  source,
  view,
  title,
  regionId,
  lit,
}: SectionProps & {
  readonly view: MeasureView | null;
  readonly title: string;
  readonly regionId: string | null;
  readonly lit: Adcode | null;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const nameOf = useUnitName();
  const words = useMeasureWords();
  const svg = useRef<SVGSVGElement>(null);
  const region = result.panel.regions.find(({ id }) => id === regionId);
  if (region === undefined)
    return (
      <PanelSection title={t('spread')}>
        <p className={classes.hint}>{t('spreadChoose')}</p>
      </PanelSection>
    );
  const valued = region.members.flatMap((adcode) => {
    const value = view?.values.get(adcode) ?? null;
    return value === null ? [] : [{ adcode, value }];
  });
  const mean = valued.reduce((sum, { value }) => sum + value, 0) / valued.length;
  const shares = spreadContributions(valued.map(({ value }) => value));
  const { ddof } = result.options;
  const squares = valued.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const cv = mean > 0 && valued.length > 1 ? Math.sqrt(squares / (valued.length - ddof)) / mean : null;
  const members = valued
    .map(({ adcode, value }, i) => ({
      adcode,
      name: nameOf(adcode),
      value,
      deviation: mean === 0 ? 0 : (value - mean) / mean,
      share: shares[i] ?? 0,
    }))
    .toSorted((a, b) => b.share - a.share);
  const years = view === null ? '' : (words.ownYears(view.ownYears, view.year) ?? view.year);
  const curve = lorenzCurve(members.map(({ value }) => value));
  const name = `${nameOfRegion(source.regions, region.id, language)} · ${title}`;
  return (
    <PanelSection
      title={t('spread')}
      aside={
        members.length > 0 && (
          <ChartButtons
            title={t('spread')}
            name={`spread-${region.id}-${view?.year ?? ''}`}
            svg={svg}
            wordOf={(column, code) => (column === 'head' && code === 'value' ? title : undefined)}
            about={`${name}, ${years}`}
            rows={spreadRows(members, curve)}
          />
        )
      }
    >
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {name}
      </p>
      {members.length < 2 ? (
        <p className={classes.hint}>{t('spreadNone', { count: members.length })}</p>
      ) : (
        <>
          <SpreadChart
            svg={svg}
            label={t('spreadOf', { name })}
            curve={curve}
            members={members}
            lines={[
              { label: t('spreadCv'), value: formatNumber(cv, language, 3) },
              { label: t('spreadGini'), value: formatNumber(curve?.gini, language, 3) },
              {
                label: t('spreadMean'),
                value: formatNumber(mean, language, view?.decimals ?? 1),
              },
              {
                label: t('spreadCities'),
                value: `${members.length} / ${region.members.length}`,
              },
            ]}
            lit={lit}
            language={language}
            heads={{ deviation: t('spreadDeviation'), share: t('shareOfSpread') }}
            onPoint={pointAt}
            onChoose={choose}
          />
          <p className={classes.hint}>{t('spreadHint')}</p>
        </>
      )}
    </PanelSection>
  );
}
