import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessibilityQuestion } from '#core/reproduction/accessibility-numbers.ts';
import { accessibilityRequestOf, useAccessibleCounties } from '#state/circles/accessibility.ts';
import {
  cancelAccessibilityRanges,
  retryAccessibilityRanges,
  useAccessibilityRanges,
} from '#state/circles/accessibility-ranges.ts';
import { setAccessibilityRanges } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { AccessibilityRanges } from '#ui/accessibility/accessibility-ranges.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { useCircleFailure } from '../use-circle-failure.ts';

/** How sure what the counties reach is. */
export function PresentRanges() {
  const { t } = useTranslation('accessibility');
  const textOf = useCircleFailure();
  const circles = useProject((document) => document.circles);
  const counties = useAccessibleCounties();
  const question = useMemo(
    (): AccessibilityQuestion | null =>
      counties === undefined
        ? null
        : {
            request: accessibilityRequestOf(circles, counties),
            edits: null,
            opportunity: circles.opportunity,
          },
    [circles, counties],
  );
  const { found, progress, failure, isGivenUp } = useAccessibilityRanges(question);
  return (
    <PanelSection title={t('ranges.title')}>
      <AccessibilityRanges
        isChange={false}
        isWholeCountry={counties === null}
        answer={found?.answer ?? null}
        opportunity={circles.opportunity}
        asked={{
          isWanted: circles.accessibilityRanges,
          onSwitch: (next) => dispatch(setAccessibilityRanges(next)),
          progress,
          isGivenUp,
          failure: failure === null ? null : textOf(failure),
          onCancel: cancelAccessibilityRanges,
          onRetry: retryAccessibilityRanges,
        }}
        origins={() => originsOf(['rail-timetable', 'county-raster'])}
        origin={tableOrigin}
      />
    </PanelSection>
  );
}
