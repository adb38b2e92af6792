import { Progress, SegmentedControl, Select, Slider } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { gravityFlowsOf, strongestFlows, type GravityFlows } from '#core/structure/gravity.ts';
import { hourClustersOf } from '#core/structure/hour-clusters.ts';
import { LONGEST_ROAD_MINUTES } from '#core/surface/city-travel-time.ts';
import type { TravelTimes } from '#core/structure/travel-times.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import { useProject } from '#state/store.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { formatCompact, formatNumber, formatShare } from '#ui/format/number-format.ts';
import { listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, TIE_COUNTS, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { askAgain } from '../study/ask-again.ts';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import { useOwnRides } from '../study/use-own-rides.ts';
import { useRegionTimes } from '../study/use-region-times.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { CityButton } from './city-button.tsx';
import { CorridorBlock } from './corridor-block.tsx';

/** That the ties are modelled, on which times and whose rides. */
function useModelledWords(): string {
  const { t } = useTranslation(['structure', 'terms']);
  const { mode } = useStructureView();
  const preset = useProject(({ circles }) => circles.preset);
  const ownRides = useOwnRides();
  const language = useLanguage();
  const modelled = t('ties.modelled', {
    mode: t(`terms:mode.${mode}`),
    traffic: t(`terms:traffic.${preset}`),
  });
  return ownRides === null || mode === 'road' ? modelled : modelled + sentenceGap(language) + ownRides;
}

/** Gravity flows and hour clusters on the engine's times, and the rail corridors. */
export function TiesPage({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation('structure');
  const { mode } = useStructureView();
  const modelled = useModelledWords();
  const times = useRegionTimes(study.variant.statisticalMembers, mode);
  return (
    <>
      <PanelSection title={t('ties.title')}>
        <p className={classes.note}>{modelled}</p>
        <TieControls />
        {times.kind === 'waiting' && (
          <Notice
            kind="loading"
            title={t('ties.waiting', { count: study.variant.statisticalMembers.length })}
          >
            {t('ties.progress', { done: times.done, total: times.total })}
            <Progress value={(100 * times.done) / Math.max(1, times.total)} size={3} mt={6} />
          </Notice>
        )}
        {times.kind === 'failed' && (
          <Notice
            kind="failed"
            title={t('ties.failed')}
            action={{ label: t('circulation.again'), onClick: askAgain }}
          >
            {computationWords(times.failure).message} {computationWords(times.failure).nextStep}
          </Notice>
        )}
      </PanelSection>
      {times.kind === 'ready' && <Flows study={study} times={times.times} />}
      <CorridorBlock study={study} />
    </>
  );
}

function TieControls() {
  const { t } = useTranslation(['structure', 'terms']);
  const language = useLanguage();
  const { mode, ties, tieThreshold } = useStructureView();
  return (
    <div className={classes.controls}>
      <span className={classes.controlLabel}>{t('ties.mode')}</span>
      <Select
        aria-label={t('ties.mode')}
        data={CIRCLE_MODES.filter((each) => each !== 'commutable').map((each) => ({
          value: each,
          label: t(`mode.${each}`, { ns: 'terms' }),
        }))}
        value={mode}
        allowDeselect={false}
        onChange={(value) => value !== null && showStructure({ mode: value })}
      />
      <span className={classes.controlLabel}>{t('ties.count')}</span>
      <SegmentedControl
        aria-label={t('ties.count')}
        data={TIE_COUNTS.map((count) => ({
          value: String(count),
          label: count === 0 ? t('ties.all') : String(count),
        }))}
        value={String(ties)}
        onChange={(value) => showStructure({ ties: Number(value) })}
      />
      <span className={classes.controlLabel}>{t('ties.threshold')}</span>
      <div>
        <Slider
          thumbLabel={t('ties.threshold')}
          min={0}
          max={0.5}
          step={0.01}
          label={null}
          value={tieThreshold}
          onChange={(value) => showStructure({ tieThreshold: value })}
        />
        <output className={classes.muted}>
          {t('ties.thresholdValue', { share: formatShare(tieThreshold, language, 0) })}
        </output>
      </div>
    </div>
  );
}

function Flows({ study, times }: { readonly study: RegionStudy; readonly times: TravelTimes }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const leftOut = useLeftOut(nameOf);
  const { ties, tieThreshold } = useStructureView();
  const persons = study.frame.figures.population.values;
  const flows = useMemo(() => gravityFlowsOf(times, persons), [times, persons]);
  const shown = strongestFlows(flows.flows, { count: ties, threshold: tieThreshold });
  const left = leftOut(flows.coverage);
  const modelled = useModelledWords();
  return (
    <>
      <FigureBlock
        tableTitle={t('ties.title')}
        about={modelled}
        title={t('ties.shown', { shown: shown.length, all: flows.flows.length })}
        fileName={`${study.variant.key}-gravity-${times.basis.replaceAll(/[^a-z]+/g, '-')}`}
        hasTable
        data={['indicators', 'rail-timetable', 'county-raster']}
        rows={() => flowRows(flows, nameOf)}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('ties.from')}</th>
              <th className={classes.words}>{t('ties.to')}</th>
              <th>{t('ties.minutes')}</th>
              <th>{t('ties.share')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ from, to, minutes, share }) => (
              <tr
                key={from + to}
                onMouseEnter={() => showStructure({ pair: [from, to] })}
                onMouseLeave={() => showStructure({ pair: null })}
              >
                <td>
                  <CityButton adcode={from} name={nameOf(from)} />
                </td>
                <td className={classes.words}>
                  <CityButton adcode={to} name={nameOf(to)} />
                </td>
                <td>{formatNumber(minutes, language)}</td>
                <td>{formatShare(share, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {flows.pairsWithoutTime.length > 0 && (
          <p className={classes.after}>
            {t('ties.noTime', {
              count: flows.pairsWithoutTime.length,
              pairs: formatNumber(flows.pairsWithoutTime.length, language),
              minutes: LONGEST_ROAD_MINUTES,
            })}
          </p>
        )}
        {left !== null && <p className={classes.after}>{left}</p>}
      </FigureBlock>
      <Clusters study={study} times={times} />
    </>
  );
}

function flowRows({ flows }: GravityFlows, nameOf: (adcode: string) => string) {
  return [
    ['from', 'from_name', 'to', 'to_name', 'minutes', 'gravity', 'share'],
    ...flows.map(({ from, to, minutes, value, share }) => [
      from,
      nameOf(from),
      to,
      nameOf(to),
      Math.round(minutes * 10) / 10,
      value,
      share,
    ]),
  ];
}

function Clusters({ study, times }: { readonly study: RegionStudy; readonly times: TravelTimes }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const persons = study.frame.figures.population.values;
  const { clusters } = useMemo(() => hourClustersOf(times, persons), [times, persons]);
  const groups = clusters.filter(({ members }) => members.length > 1);
  const alone = clusters.length - groups.length;
  return (
    <FigureBlock
      title={t('ties.clusters')}
      note={t('ties.clusterNote')}
      fileName={`${study.variant.key}-hour-clusters-${times.basis.replaceAll(/[^a-z]+/g, '-')}`}
      rows={() => [
        ['hour_cluster', 'cities', 'persons', 'ties_share', 'members'],
        ...clusters.map(({ members, persons: people, density }, at) => [
          at + 1,
          members.length,
          people,
          density,
          members.map(nameOf).join(' '),
        ]),
      ]}
    >
      {groups.map((cluster) => (
        <p key={cluster.members.join()} style={{ margin: '0 0 8px', fontSize: 13 }}>
          {listed(cluster.members.map(nameOf), language)}
          <br />
          <span className={classes.muted} style={{ fontSize: 12 }}>
            {t('ties.clusterRow', {
              count: cluster.members.length,
              persons: formatCompact(cluster.persons, language),
              density: formatNumber(cluster.density, language, 2),
            })}
          </span>
        </p>
      ))}
      {alone > 0 && <p className={classes.after}>{t('ties.alone', { count: alone })}</p>}
    </FigureBlock>
  );
}
