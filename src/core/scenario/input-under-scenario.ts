import type { DerivationInput } from '../indicators/derive-indicators.ts';
import type { RegionalSeries } from '../indicators/scoring-table.ts';
import type { ScoredRegion } from '../scoring/agglomeration-set.ts';

/**
 * What derived indicators are computed from under a scenario: its members (Krugman's index holds a city against the others
 * of its agglomeration) and its modelled travel times; observed figures stay as they are.
 *
 * @param moved The regions after the scenario's moves.
 */
export function inputUnderScenario(
  input: DerivationInput,
  moved: readonly ScoredRegion[],
  modelled: readonly RegionalSeries[],
): DerivationInput {
  const membersOf = new Map(moved.map(({ variantKey, members }) => [variantKey, members]));
  return {
    ...input,
    variants: input.variants.map((variant) => ({
      ...variant,
      statisticalMembers: membersOf.get(variant.key) ?? variant.statisticalMembers,
    })),
    modelled,
  };
}
