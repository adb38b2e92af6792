import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import type { AccessibilityUncertaintyRequest } from '#core/uncertainty/accessibility-uncertainty.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import { AccessibilityRangeFigures } from './accessibility-range-figures.tsx';
import {
  accessibilityRanges,
  cancelAccessibilityRanges,
  computeAccessibilityRanges,
} from './accessibility-ranges-store.ts';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

/** Between what bounds the change lies, given what circles assume: computed for a region when asked for. */
export function AccessibilityRanges({ request }: { readonly request: AccessibilityUncertaintyRequest }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const now = useStore(addedTravelData);
  const { answer, key, added, progress, asked, failure } = useStore(accessibilityRanges);
  const wanted = JSON.stringify(request);
  const isFresh = key === wanted && added === now;
  const opportunity: Opportunity = request.opportunity;
  return (
    <div className={classes.form} data-testid="accessibility-ranges">
      <p className={classes.hint}>{t('access.ranges.intro')}</p>
      <MethodLink page="method-travel" section={9} />
      {request.present.counties === null && <p className={classes.hint}>{t('access.ranges.region')}</p>}
      {progress !== null && (
        <>
          <p className={classes.hint}>
            {progress.total > 0
              ? t('access.ranges.computing', {
                  done: formatNumber(progress.done, language),
                  total: formatNumber(progress.total, language),
                })
              : t('access.starting')}
          </p>
          <Progress value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
          <Button size="xs" variant="default" onClick={cancelAccessibilityRanges}>
            {t('access.cancel')}
          </Button>
        </>
      )}
      {progress === null && !isFresh && request.present.counties !== null && (
        <Button size="xs" variant="default" onClick={() => void computeAccessibilityRanges(request)}>
          {t('access.ranges.compute')}
        </Button>
      )}
      <SaidWhenDone what={t('access.ranges.title')} isBusy={progress !== null} hasResult={isFresh} />
      {failure !== null && asked === wanted && (
        <Notice kind="failed" title={t('failedFirst')}>
          {failureWords(failure, t)}
        </Notice>
      )}
      {answer !== null && isFresh && <AccessibilityRangeFigures answer={answer} opportunity={opportunity} />}
    </div>
  );
}
