import { Button, Progress, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Region } from '#core/geography/region.ts';
import { MARGINAL_STEP_MINUTES, sortMarginalMinutes } from '#core/scenario/marginal-minute.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatCompact } from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import { failureWords } from './failure-words.ts';
import {
  chooseRankedRegion,
  marginalStore,
  rankLinks,
  stopRanking,
  useFreshRanking,
} from './marginal-store.ts';
import { OwnSources } from './own-sources.tsx';
import classes from './scenarios.module.css';

/** Longest list shown. */
const MOST_ROWS = 15;
const NO_REGIONS: readonly Region[] = [];

/** On which link of a region a minute saved brings most people within the hour of a core. */
export function MarginalRanking() {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const regions = useArtefact('regions') ?? NO_REGIONS;
  const selection = useProject(({ view }) => view.selection);
  const now = useProject(({ circles }) => circles.minutes);
  const { regionId, ranking, failure } = useStore(marginalStore);
  const isStale = useFreshRanking(regions);
  const isRunning = ranking?.state === 'running';
  const items = sortMarginalMinutes(ranking?.items ?? []).slice(0, MOST_ROWS);
  return (
    <PanelSection title={t('marginal')} aside={<ProvenanceTag provenance="modelled" />}>
      <p className={classes.hint}>
        {t('marginalIntro', { minutes: ranking?.minutes ?? now, step: MARGINAL_STEP_MINUTES })}
      </p>
      <div className={classes.form}>
        <Select
          size="xs"
          label={t('region')}
          searchable
          allowDeselect={false}
          disabled={isRunning}
          data={inNameOrder(regions, language).map((region) => ({
            value: region.id,
            label: pickName(region, language),
          }))}
          value={regionId}
          onChange={(next) => next !== null && chooseRankedRegion(next)}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => (isRunning ? stopRanking() : void rankLinks(regions))}
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
      <SaidWhenDone what={t('marginal')} isBusy={isRunning} hasResult={ranking?.state === 'done'} />
      {failure !== null && (
        <Notice kind="failed" title={t('failedFirst')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {isStale && ranking?.state === 'stopped' && <p className={classes.hint}>{t('marginalOutdated')}</p>}
      {ranking?.state === 'stopped' && items.length > 0 && (
        <p className={classes.hint}>{t('marginalStopped')}</p>
      )}
      {ranking !== null && items.length > 0 && <OwnSources rail={ranking.added.rail} />}
      {ranking?.state === 'done' && items.length === 0 && <Notice kind="empty" title={t('marginalNone')} />}
      {items.length > 0 && (
        <div className={classes.ranking}>
          <RowList
            label={t('marginal')}
            chosen={
              selection.kind === 'line'
                ? selection.lineId
                : selection.kind === 'link'
                  ? selection.linkId
                  : null
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
                  item.kind === 'rail'
                    ? { kind: 'line', lineId: item.id }
                    : { kind: 'link', linkId: item.id },
                ),
              );
            }}
          />
        </div>
      )}
      <MethodLink page="method-travel" section={7} />
    </PanelSection>
  );
}
