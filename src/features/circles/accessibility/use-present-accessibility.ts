import { useMemo } from 'react';
import {
  accessibilityRequestOf,
  type ShownAccessibility,
  useAccessibility,
  useAccessibleCounties,
} from '#state/circles/accessibility.ts';
import { useProject } from '#state/store.ts';

/** What every county reaches at present, by the document's choices; asked for while it is shown. */
export function usePresentAccessibility(isShown = true): ShownAccessibility {
  const circles = useProject((document) => document.circles);
  const counties = useAccessibleCounties();
  const requests = useMemo(
    () => (isShown && counties !== undefined ? [accessibilityRequestOf(circles, counties)] : null),
    [isShown, circles, counties],
  );
  return useAccessibility(requests);
}
