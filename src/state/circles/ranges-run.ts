import type { Progress } from '#compute/protocol.ts';
import { useAccessibilityRangesRun } from './accessibility-ranges.ts';
import { useChangeRangesRun } from './change-ranges.ts';

/** How far ranges that are to go with a picture are, for those who wait for them; `null` while none are computed. */
export function useRangesRun(): Progress | null {
  const change = useChangeRangesRun();
  const accessibility = useAccessibilityRangesRun();
  return change ?? accessibility;
}
