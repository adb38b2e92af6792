import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Scenario } from '#state/document/project-document.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import { ChangeRangeFigures } from './change-range-figures.tsx';
import { cancelChangeRange, changeRange, changeRangeKey, computeChangeRange } from './change-range-store.ts';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

/** Between what bounds the scenario's change lies, given what circles assume; computed when asked for. */
export function ChangeRange({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const now = useStore(addedTravelData);
  const { answer, scenarioId, key, added, progress, failure } = useStore(changeRange);
  if (circles.origins.length === 0) return null;
  const isFresh = key === changeRangeKey(circles, scenario) && added === now;
  return (
    <PanelSection title={t('changeRange.title')} aside={<ProvenanceTag provenance="modelled" />}>
      <p className={classes.hint}>{t('changeRange.intro')}</p>
      <MethodLink page="method-travel" section={8} />
      {progress === null ? (
        !isFresh && (
          <Button
            mt={8}
            size="xs"
            variant="default"
            onClick={() => void computeChangeRange(circles, scenario)}
          >
            {t('changeRange.compute')}
          </Button>
        )
      ) : (
        <div className={classes.form}>
          <p className={classes.hint}>
            {t('changeRange.computing', {
              done: formatNumber(progress.done, language),
              total: formatNumber(progress.total, language),
            })}
          </p>
          <Progress value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
          <Button size="xs" variant="default" onClick={cancelChangeRange}>
            {t('changeRange.cancel')}
          </Button>
        </div>
      )}
      <SaidWhenDone what={t('changeRange.title')} isBusy={progress !== null} hasResult={isFresh} />
      {failure !== null && (
        <Notice kind="failed" title={t('failedFirst')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {answer !== null && scenarioId === scenario.id && (
        <div className={isFresh ? undefined : classes.stale}>
          {!isFresh && progress === null && <p className={classes.hint}>{t('changeRange.stale')}</p>}
          <ChangeRangeFigures answer={answer} />
        </div>
      )}
    </PanelSection>
  );
}
