import { formatCutOff } from '#ui/format/cut-off.ts';
import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  cancelUncertainty,
  computeUncertainty,
  useCircleUncertainty,
} from '#state/circles/circle-uncertainty.ts';
import { setCertaintyShown, setUncertaintyDraws } from '#state/commands/circle-commands.ts';
import { DRAW_CHOICES } from '#state/document/circles-state.ts';
import { dispatch, useProject } from '#state/store.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RunStatus } from '#ui/panels/run-status.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from '../circles.module.css';
import { circlesPanel } from '../circles-panel-state.ts';
import { useCircleFailure } from '../use-circle-failure.ts';
import { useDefinition } from '../use-definition.ts';
import { AssumptionRanges } from './assumption-ranges.tsx';
import { CountyRanges } from './county-ranges.tsx';
import { EffectBars } from './effect-bars.tsx';
import { PlanRange } from './plan-range.tsx';
import { UncertaintyFigures } from './uncertainty-figures.tsx';

/** How sure the circle is, given what it assumes: ranges of its figures, what moves them, and the ranges assumed. */
export function RobustnessPage() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const textOf = useCircleFailure();
  const definition = useDefinition();
  const circles = useProject((document) => document.circles);
  const { answer, circles: computedFor, progress, failure, givenUp, isFresh } = useCircleUncertainty();

  if (circles.origins.length === 0) {
    return (
      <PanelSection title={t('page.robustness')}>
        <Notice
          kind="empty"
          title={t('noOrigin')}
          action={{
            label: t('robustness.toCircle'),
            onClick: () => circlesPanel.setState({ page: 'circle' }),
          }}
        >
          {t('robustness.start')}
        </Notice>
      </PanelSection>
    );
  }
  return (
    <>
      <PanelSection
        title={t('robustness.title', { minutes: formatCutOff(circles.minutes, language) })}
        aside={
          <>
            {definition(computedFor ?? circles)} <ProvenanceTag provenance="modelled" />
          </>
        }
      >
        <p className={classes.hint}>{t('robustness.intro')}</p>
        <MethodLink page="method-travel" section={8} />
        {progress !== null && (
          <RunStatus
            words={t('robustness.computing', {
              done: formatNumber(progress.done, language),
              total: formatNumber(progress.total, language),
            })}
            action={{ label: t('run.cancel', { ns: 'terms' }), onClick: cancelUncertainty }}
            progress={progress}
          />
        )}
        <SaidWhenDone what={t('page.robustness')} isBusy={progress !== null} hasResult={isFresh} />
        {failure !== null && (
          <Notice
            kind="failed"
            title={textOf(failure).message}
            action={{ label: t('state.retry'), onClick: () => void computeUncertainty() }}
          >
            {textOf(failure).nextStep}
          </Notice>
        )}
        {progress === null && failure === null && !isFresh && givenUp !== null && (
          <RunStatus
            words={t(answer === null ? 'robustness.givenUp' : 'robustness.stale')}
            action={{ label: t('run.compute', { ns: 'terms' }), onClick: () => void computeUncertainty() }}
          />
        )}
        {answer !== null && <UncertaintyFigures answer={answer} />}
        <Switch
          mt={12}
          label={t('robustness.drawn')}
          checked={circles.certainty}
          onChange={(event) => dispatch(setCertaintyShown(event.currentTarget.checked))}
        />
        <p className={classes.label}>{t('robustness.draws')}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('robustness.draws')}
          data={[...new Set([...DRAW_CHOICES, circles.draws])]
            .toSorted((a, b) => a - b)
            .map((draws) => ({ value: String(draws), label: formatNumber(draws, language) }))}
          value={String(circles.draws)}
          onChange={(value) => dispatch(setUncertaintyDraws(Number(value)))}
        />
      </PanelSection>
      {answer !== null && (
        <>
          <EffectBars answer={answer} />
          {answer.plan !== null && <PlanRange plan={answer.plan} />}
        </>
      )}
      <AssumptionRanges />
      {answer !== null && <CountyRanges answer={answer} />}
    </>
  );
}
