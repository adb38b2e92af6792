import { Button, Progress, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isObsolete } from '#compute/protocol.ts';
import type { Region } from '#core/geography/region.ts';
import {
  MARGINAL_STEP_MINUTES,
  type MarginalMinute,
  sortMarginalMinutes,
} from '#core/scenario/marginal-minute.ts';
import type { PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { circleRequestOf } from '#state/circle-questions.ts';
import { circleWorker } from '#state/circle-worker.ts';
import { select } from '#state/commands/view-commands.ts';
import type { CirclesState } from '#state/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

/** Longest list shown. */
const MOST_ROWS = 15;

interface Ranking {
  readonly items: readonly MarginalMinute[];
  readonly state: 'running' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
  /** What it was made with. */
  readonly circles: CirclesState;
  readonly added: AddedTravelData;
}

/** The region's current delimitation, measured from its cores (all listed cities where none is called a core). */
function planOf(region: Region, variantKey: string | undefined): PlanRegion | null {
  const variant = region.variants.find(({ key }) => key === variantKey) ?? region.variants[0];
  if (variant === undefined) return null;
  const cores = region.cores.filter(({ role }) => role === 'core');
  return {
    id: region.id,
    counties: variant.counties,
    cores: (cores.length > 0 ? cores : region.cores).map(({ adcode }) => adcode),
  };
}

/** On which link of a region a minute saved brings most people within the hour of a core. */
export function MarginalRanking() {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const regions = useArtefact('regions') ?? [];
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const variants = useProject(({ view }) => view.regionVariants);
  const selection = useProject(({ view }) => view.selection);
  const [id, setId] = useState('chengyu');
  const [ranking, setRanking] = useState<Ranking | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const region = regions.find((each) => each.id === id);
    const plan = region === undefined ? null : planOf(region, variants[id]);
    if (plan === null) return;
    const controller = new AbortController();
    running.current = controller;
    setFailure(null);
    const basis = { circles, added };
    setRanking({ ...basis, items: [], state: 'running', done: 0, total: 0 });
    const { origins: _origins, maxMinutes: _max, ...request } = circleRequestOf(circles, circles.minutes);
    const result = await circleWorker().call(
      'marginal-minutes',
      { region: plan, request, minutes: circles.minutes },
      {
        signal: controller.signal,
        onProgress: ({ done, total, item }) => {
          if (controller.signal.aborted) return;
          setRanking((old) => ({
            ...basis,
            items: [...(old?.items ?? []), item],
            state: 'running',
            done,
            total,
          }));
        },
      },
    );
    if (running.current !== controller) return;
    if (result.ok) {
      const { length } = result.value;
      setRanking({ ...basis, items: result.value, state: 'done', done: length, total: length });
    } else {
      setRanking((old) => old && { ...old, state: 'stopped' });
      if (!isObsolete(result.failure)) setFailure(result.failure);
    }
  };
  const isRunning = ranking?.state === 'running';
  const items = sortMarginalMinutes(ranking?.items ?? []).slice(0, MOST_ROWS);
  return (
    <PanelSection title={t('marginal')}>
      <p className={classes.hint}>
        {t('marginalIntro', { minutes: circles.minutes, step: MARGINAL_STEP_MINUTES })}
      </p>
      <div className={classes.form}>
        <Select
          size="xs"
          label={t('region')}
          searchable
          allowDeselect={false}
          disabled={isRunning}
          data={regions.map((region) => ({ value: region.id, label: pickName(region, language) }))}
          value={id}
          onChange={(next) => {
            if (next === null) return;
            setId(next);
            setRanking(null);
          }}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => (isRunning ? running.current?.abort() : void start())}
        >
          {t(isRunning ? 'cancel' : 'rankLinks')}
        </Button>
        {isRunning && (
          <>
            <Progress
              value={ranking.total === 0 ? 0 : (ranking.done / ranking.total) * 100}
              aria-label={t('marginal')}
            />
            <p className={classes.hint}>{t('progress', { done: ranking.done, total: ranking.total })}</p>
          </>
        )}
      </div>
      {failure !== null && (
        <Notice kind="failed" title={t('failedFirst')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {ranking !== null && !isRunning && (ranking.circles !== circles || ranking.added !== added) && (
        <p className={classes.hint}>{t('marginalOutdated')}</p>
      )}
      {ranking?.state === 'stopped' && items.length > 0 && (
        <p className={classes.hint}>{t('marginalStopped')}</p>
      )}
      {ranking?.state === 'done' && items.length === 0 && <Notice kind="empty" title={t('marginalNone')} />}
      {items.length > 0 && (
        <RowList
          label={t('marginal')}
          chosen={
            selection.kind === 'line' ? selection.lineId : selection.kind === 'link' ? selection.linkId : null
          }
          rows={items.map((item) => ({
            id: item.id,
            name: pickName(item, language),
            figure: t('marginalPeople', {
              people: formatCompact(Math.round(item.peoplePerMinute), language),
            }),
          }))}
          onChoose={(chosen) => {
            const item = items.find((each) => each.id === chosen);
            if (item === undefined) return;
            dispatch(
              select(
                item.kind === 'rail' ? { kind: 'line', lineId: item.id } : { kind: 'link', linkId: item.id },
              ),
            );
          }}
        />
      )}
    </PanelSection>
  );
}
