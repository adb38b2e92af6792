import { useTranslation } from 'react-i18next';
import type { AccessibilityQuestion } from '#core/reproduction/accessibility-numbers.ts';
import {
  cancelAccessibilityRanges,
  retryAccessibilityRanges,
  useAccessibilityRanges,
} from '#state/circles/accessibility-ranges.ts';
import { setAccessibilityRanges } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { AccessibilityRanges } from '#ui/accessibility/accessibility-ranges.tsx';
import { failureWords } from './failure-words.ts';

/** How sure the change in accessibility is. */
export function ChangeInAccessibilityRanges({ question }: { readonly question: AccessibilityQuestion }) {
  const { t } = useTranslation('scenarios');
  const isWanted = useProject(({ circles }) => circles.accessibilityRanges);
  const { found, progress, failure, isGivenUp } = useAccessibilityRanges(question);
  return (
    <AccessibilityRanges
      isChange
      isWholeCountry={question.request.counties === null}
      answer={found?.answer ?? null}
      opportunity={question.opportunity}
      asked={{
        isWanted,
        onSwitch: (next) => dispatch(setAccessibilityRanges(next)),
        progress,
        isGivenUp,
        failure: failure === null ? null : { message: t('failedFirst'), nextStep: failureWords(failure, t) },
        onCancel: cancelAccessibilityRanges,
        onRetry: retryAccessibilityRanges,
      }}
      origins={() => originsOf(['rail-timetable', 'county-raster'])}
      origin={tableOrigin}
    />
  );
}
