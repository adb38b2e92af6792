import { ROAD_SPEED_IDS } from '../network/travel-parameters.ts';
import type { ResolvedSetting } from '../surface/engine-context.ts';
import type { AssumptionRange } from './assumption.ts';

/** The ranges of what all sides take the same value of: what a scenario itself sets is decided, not doubted. */
export function sharedRanges(
  ranges: readonly AssumptionRange[],
  sides: readonly ResolvedSetting[],
): readonly AssumptionRange[] {
  return ranges.filter(({ id }) =>
    (id === 'roadSpeed' ? ROAD_SPEED_IDS : [id]).every(
      (each) => new Set(sides.map(({ parameters }) => parameters[each])).size === 1,
    ),
  );
}
