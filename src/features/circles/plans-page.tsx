import { Button, Group, Progress, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { planRegionOf, type PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { travelToPlace } from '#state/selection-in-view.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatCompact, formatMinutes, formatNumber, formatShare } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { RailSourcesUsed } from './more-data/sources-used.tsx';
import { PlanDetail } from './plan-detail.tsx';
import { cancelPlans, computePlans, planReadings, showPlans, useFreshPlans } from './plan-readings.ts';
import { plansTable } from './plans-table.ts';
import { useCircleFailure } from './use-circle-failure.ts';
import { useDefinition } from './use-definition.ts';

/** Figures that the ranking can be sorted by, largest first. */
const COLUMNS = {
  overlap: (reading: PlanVersusHour) => reading.overlapPeople,
  coverage: (reading: PlanVersusHour) => reading.coverage,
  beyondHour: (reading: PlanVersusHour) => reading.plan.population - reading.both.population,
  beyondPlan: (reading: PlanVersusHour) => reading.hour.population - reading.both.population,
} as const;
type Column = keyof typeof COLUMNS;
const COLUMN_NAMES: readonly Column[] = ['overlap', 'coverage', 'beyondHour', 'beyondPlan'];

/** Every approved metropolitan area (or agglomeration) against the hour of its cores, as one ranking. */
export function PlansPage() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const textOf = useCircleFailure();
  const definition = useDefinition();
  const regions = useArtefact('regions');
  const circles = useProject((document) => document.circles);
  const variants = useProject(({ view }) => view.regionVariants);
  const selection = useProject(({ view }) => view.selection);
  const {
    kind,
    readings,
    progress,
    failure,
    circles: computedFor,
    added: computedWith,
  } = useStore(planReadings);
  const [column, setColumn] = useState<Column>('overlap');
  const [isAscending, setIsAscending] = useState(false);
  const isStale = useFreshPlans(regions);

  const chosen = selection.kind === 'region' ? selection.regionId : null;
  const choose = (id: string) => {
    const region = regions?.find((each) => each.id === id);
    const plan = region === undefined ? null : planRegionOf(region, variants[id]);
    if (region === undefined || plan === null) return;
    dispatch(setCircleOrigins(plan.cores.map((adcode) => ({ kind: 'unit', adcode }))));
    dispatch(select({ kind: 'region', regionId: id }));
    travelToPlace({ kind: 'region', regionId: id });
  };
  const turn = isAscending ? -1 : 1;
  const sorted = readings.toSorted((a, b) => turn * (COLUMNS[column](b) - COLUMNS[column](a)));
  const nameOf = (id: string): string => {
    const region = regions?.find((each) => each.id === id);
    return region === undefined ? id : pickName(region, language);
  };
  const shown = sorted.find(({ id }) => id === chosen);
  const recompute = () => regions !== null && void computePlans(regions);

  return (
    <>
      <PanelSection title={t('plans.title')} aside={computedFor === null ? null : definition(computedFor)}>
        <p className={classes.hint}>
          {t(`plans.intro.${kind}`, {
            minutes: formatMinutes(computedFor?.minutes ?? circles.minutes, language),
          })}
        </p>
        <SegmentedControl
          fullWidth
          mt={8}
          aria-label={t('plans.title')}
          data={(['metro', 'agglomeration'] as const).map((value) => ({
            value,
            label: t(value, { ns: 'terms' }),
          }))}
          value={kind}
          onChange={(value) => showPlans(value)}
        />
        {progress !== null && (
          <div className={classes.status} role="status">
            <span className={classes.statusWords}>
              {t('plans.computing', { done: progress.done, total: progress.total })}
            </span>
            <Button variant="default" size="compact-xs" onClick={cancelPlans}>
              {t('state.cancel')}
            </Button>
          </div>
        )}
        {progress !== null && (
          <Progress size={3} value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
        )}
        <SaidWhenDone
          what={t('plans.title')}
          isBusy={progress !== null}
          hasResult={failure === null && !isStale}
        />
        {failure !== null && (
          <Notice
            kind="failed"
            title={textOf(failure).message}
            action={{ label: t('state.retry'), onClick: recompute }}
          >
            {textOf(failure).nextStep}
          </Notice>
        )}
        {isStale && progress === null && failure === null && regions !== null && (
          <Group justify="space-between" mt={8} fz={12} wrap="nowrap">
            <span>{t(computedFor === null ? 'plans.notYet' : 'plans.stale')}</span>
            <Button variant="default" size="compact-xs" onClick={recompute}>
              {t('plans.again')}
            </Button>
          </Group>
        )}
      </PanelSection>
      {shown !== undefined && <PlanDetail reading={shown} />}
      {sorted.length > 0 && (
        <PanelSection
          title={t(kind, { ns: 'terms' })}
          aside={
            <>
              {sorted.length} <ProvenanceTag provenance="modelled" />
            </>
          }
        >
          <RailSourcesUsed rail={computedWith.rail} />
          <table className={classes.table} data-testid="plan-ranking">
            <thead>
              <tr>
                <th scope="col">{t(kind, { ns: 'terms' })}</th>
                {COLUMN_NAMES.map((each) => (
                  <th
                    key={each}
                    scope="col"
                    aria-sort={each !== column ? 'none' : isAscending ? 'ascending' : 'descending'}
                  >
                    <button
                      type="button"
                      className={classes.sortable}
                      onClick={() => {
                        setIsAscending(each === column && !isAscending);
                        setColumn(each);
                      }}
                    >
                      {t(`plans.${each}`)}
                      {each === column && (isAscending ? ' ↑' : ' ↓')}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((reading) => {
                return (
                  <tr
                    key={reading.id}
                    className={classes.row}
                    aria-selected={reading.id === chosen}
                    onClick={() => choose(reading.id)}
                  >
                    <td>
                      <button type="button" className={classes.sortable}>
                        {nameOf(reading.id)}
                      </button>
                    </td>
                    <td>{formatNumber(reading.overlapPeople, language, 2)}</td>
                    <td>{formatShare(reading.coverage, language, 0)}</td>
                    <td>{formatCompact(COLUMNS.beyondHour(reading), language)}</td>
                    <td>{formatCompact(COLUMNS.beyondPlan(reading), language)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className={classes.hint}>{t('plans.overlapNote')}</p>
          {computedFor !== null && (
            <TableTools
              title={t('plans.title')}
              fileName="plan-versus-hour"
              rows={() => plansTable(sorted, nameOf, definition(computedFor))}
              origins={() => originsOf(['regions', 'rail-timetable', 'county-raster'])}
              origin={tableOrigin}
              opens={false}
            />
          )}
        </PanelSection>
      )}
    </>
  );
}
