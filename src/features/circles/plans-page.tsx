import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { planRegionOf } from '#core/scenario/plan-versus-hour.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RunStatus } from '#ui/panels/run-status.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { PlanDetail } from './plan-detail.tsx';
import { PlanRanking } from './plan-ranking.tsx';
import { cancelPlans, computePlans, planReadings, showPlans, useFreshPlans } from './plan-readings.ts';
import { useCircleFailure } from './use-circle-failure.ts';
import { useDefinition } from './use-definition.ts';

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
  const { kind, readings, progress, failure, circles: computedFor } = useStore(planReadings);
  const isStale = useFreshPlans(regions);

  const chosen = selection.kind === 'region' ? selection.regionId : null;
  const choose = (id: string) => {
    const region = regions?.find((each) => each.id === id);
    const plan = region === undefined ? null : planRegionOf(region, variants[id]);
    if (region === undefined || plan === null) return;
    dispatch(setCircleOrigins(plan.cores.map((adcode) => ({ kind: 'unit', adcode }))));
    selectAndTravel({ kind: 'region', regionId: id });
  };
  const nameOf = (id: string): string => {
    const region = regions?.find((each) => each.id === id);
    return region === undefined ? id : pickName(region, language);
  };
  const shown = readings.find(({ id }) => id === chosen);
  const recompute = () => regions !== null && void computePlans(regions);

  return (
    <>
      <PanelSection title={t('plans.title')} aside={computedFor === null ? null : definition(computedFor)}>
        <p className={classes.hint}>
          {t(`plans.intro.${kind}`, {
            minutes: formatCutOff(computedFor?.minutes ?? circles.minutes, language),
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
        <MethodLink page="method-travel" section={5} />
        {progress !== null && (
          <RunStatus
            words={t('plans.computing', { done: progress.done, total: progress.total })}
            action={{ label: t('run.cancel', { ns: 'terms' }), onClick: cancelPlans }}
            progress={progress}
          />
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
          <RunStatus
            words={t(computedFor === null ? 'plans.notYet' : 'plans.stale')}
            action={{ label: t('plans.again'), onClick: recompute }}
          />
        )}
      </PanelSection>
      {shown !== undefined && <PlanDetail reading={shown} />}
      <PlanRanking chosen={chosen} nameOf={nameOf} onChoose={choose} />
    </>
  );
}
