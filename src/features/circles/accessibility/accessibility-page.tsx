import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OPPORTUNITIES } from '#core/accessibility/opportunity.ts';
import type { Region } from '#core/geography/region.ts';
import { useArtefact } from '#state/atlas-data.ts';
import {
  cancelAccessibility,
  retryAccessibility,
  useAccessibleCounties,
} from '#state/circles/accessibility.ts';
import {
  setAccessibilityQuestion,
  setAccessibilityShown,
  setCircleMinutes,
} from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { travelToRegion } from '#state/selection-in-view.ts';
import { CountiesRun } from '#ui/accessibility/counties-run.tsx';
import { MinutesSlider } from '#ui/controls/minutes-slider.tsx';
import { RegionSelect } from '#ui/controls/region-select.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RunStatus } from '#ui/panels/run-status.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from '../circles.module.css';
import { useCircleFailure } from '../use-circle-failure.ts';
import { useDefinition } from '../use-definition.ts';
import { AccessibilityResults } from './accessibility-results.tsx';
import { PresentRanges } from './present-ranges.tsx';
import { usePresentAccessibility } from './use-present-accessibility.ts';

const NO_REGIONS: readonly Region[] = [];

/** What every county of a region, or of the country, reaches within the cut-off. */
export function AccessibilityPage() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const textOf = useCircleFailure();
  const definition = useDefinition();
  const circles = useProject((document) => document.circles);
  const counties = useAccessibleCounties();
  const { answers, progress, failure, isGivenUp } = usePresentAccessibility();
  const regions = useArtefact('regions');
  const isKnown = regions === null || counties !== undefined;
  const [found] = answers ?? [];
  const minutes = formatCutOff(circles.minutes, language);
  return (
    <>
      <PanelSection
        title={t('access.title', { minutes })}
        aside={
          <>
            {definition(circles)} <ProvenanceTag provenance="modelled" />
          </>
        }
      >
        <p className={classes.hint}>{t('access.intro', { minutes })}</p>
        <MethodLink page="method-travel" section={9} />
        <RegionSelect
          label={t('access.of')}
          country={t('access.country')}
          regions={regions ?? NO_REGIONS}
          regionId={circles.accessibilityRegion}
          onChange={(accessibilityRegion) => {
            dispatch(setAccessibilityQuestion({ accessibilityRegion }));
            travelToRegion(accessibilityRegion);
          }}
        />
        <p className={classes.label}>{t('access.count')}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('access.count')}
          data={OPPORTUNITIES.map((value) => ({ value, label: t(`access.opportunity.${value}`) }))}
          value={circles.opportunity}
          onChange={(opportunity) => dispatch(setAccessibilityQuestion({ opportunity }))}
        />
        <p className={classes.label}>
          {t('minutes')} {minutes}
        </p>
        <MinutesSlider
          label={t('minutes')}
          minutes={circles.minutes}
          onChange={(value) => dispatch(setCircleMinutes(value))}
        />
        <Switch
          mt={12}
          label={t('access.shown')}
          checked={circles.accessibility}
          onChange={(event) => dispatch(setAccessibilityShown(event.currentTarget.checked))}
        />
        {progress !== null && <CountiesRun progress={progress} onCancel={cancelAccessibility} />}
        <SaidWhenDone what={t('page.access')} isBusy={progress !== null} hasResult={found !== undefined} />
        {!isKnown && (
          <Notice kind="empty" title={t('access.noRegion')}>
            {t('access.noRegionNext')}
          </Notice>
        )}
        {failure !== null && (
          <Notice
            kind="failed"
            title={textOf(failure).message}
            action={{ label: t('run.retry', { ns: 'terms' }), onClick: retryAccessibility }}
          >
            {textOf(failure).nextStep}
          </Notice>
        )}
        {isGivenUp && progress === null && failure === null && (
          <RunStatus
            words={t('run.givenUp', { ns: 'terms' })}
            action={{ label: t('run.compute', { ns: 'terms' }), onClick: retryAccessibility }}
          />
        )}
      </PanelSection>
      {found !== undefined && (
        <AccessibilityResults counties={found} opportunity={circles.opportunity} minutes={circles.minutes}>
          <PresentRanges />
        </AccessibilityResults>
      )}
    </>
  );
}
