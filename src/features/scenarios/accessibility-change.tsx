import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import type { Region } from '#core/geography/region.ts';
import type { AccessibilityQuestion } from '#core/reproduction/accessibility-numbers.ts';
import { useArtefact } from '#state/atlas-data.ts';
import {
  accessibilityRequestOf,
  cancelAccessibility,
  retryAccessibility,
  useAccessibility,
  useAccessibleCounties,
} from '#state/circles/accessibility.ts';
import { setAccessibilityQuestion } from '#state/commands/circle-commands.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { travelToRegion } from '#state/selection-in-view.ts';
import { dispatch, useProject } from '#state/store.ts';
import { CountiesRun } from '#ui/accessibility/counties-run.tsx';
import { RegionSelect } from '#ui/controls/region-select.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import { ChangeInAccessibilityRanges } from './accessibility-ranges.tsx';
import { AccessibilityChangeFigures } from './accessibility-change-figures.tsx';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

const NO_REGIONS: readonly Region[] = [];

/** What the scenario changes in what every county reaches; computed when asked for, then live. */
export function AccessibilityChangeSection({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const isOnMap = useProject(({ comparison }) => comparison.shown === 'accessibility');
  const regions = useArtefact('regions');
  const counties = useAccessibleCounties();
  const [isAsked, setIsAsked] = useState(false);
  const isWanted = isAsked || isOnMap;
  const { edits } = scenario;
  const requests = useMemo(
    () =>
      counties === undefined || !isWanted
        ? null
        : [accessibilityRequestOf(circles, counties), accessibilityRequestOf(circles, counties, edits)],
    [circles, counties, edits, isWanted],
  );
  const { answers, progress, failure, isGivenUp } = useAccessibility(requests);
  const change = useMemo(() => {
    const [before, after] = answers ?? [];
    return before === undefined || after === undefined
      ? null
      : compareAccessibility(before, after, circles.opportunity);
  }, [answers, circles.opportunity]);
  const question = useMemo((): AccessibilityQuestion | null => {
    const [request] = requests ?? [];
    return request === undefined ? null : { request, edits, opportunity: circles.opportunity };
  }, [requests, edits, circles.opportunity]);
  const compute = () => {
    setIsAsked(true);
    retryAccessibility();
  };
  return (
    <PanelSection title={t('access.title')} aside={<ProvenanceTag provenance="modelled" />}>
      <p className={classes.hint}>
        {t('access.intro', { minutes: formatCutOff(circles.minutes, language) })}
      </p>
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
      {progress !== null && <CountiesRun progress={progress} onCancel={cancelAccessibility} />}
      {progress === null && counties !== undefined && (!isWanted || isGivenUp) && (
        <Button mt={8} size="xs" variant="default" onClick={compute}>
          {t('access.compute')}
        </Button>
      )}
      <SaidWhenDone what={t('access.title')} isBusy={progress !== null} hasResult={answers !== null} />
      {regions !== null && counties === undefined && <Notice kind="empty" title={t('access.noRegion')} />}
      {failure !== null && (
        <Notice
          kind="failed"
          title={t('failedFirst')}
          action={{ label: t('run.retry', { ns: 'terms' }), onClick: retryAccessibility }}
        >
          {failureWords(failure, t)}
        </Notice>
      )}
      {answers !== null && change === null && <Notice kind="empty" title={t('access.nothing')} />}
      {change !== null && (
        <>
          <AccessibilityChangeFigures
            change={change}
            opportunity={circles.opportunity}
            minutes={circles.minutes}
          />
          {question !== null && <ChangeInAccessibilityRanges question={question} />}
          {!isOnMap && (
            <Button
              mt={8}
              size="xs"
              variant="default"
              onClick={() => dispatch(setComparison({ shown: 'accessibility' }))}
            >
              {t('access.onMap')}
            </Button>
          )}
        </>
      )}
    </PanelSection>
  );
}
