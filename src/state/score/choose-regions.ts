import type { Region } from '#core/geography/region.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import type { IntegrationState } from '../document/integration-state.ts';
import { keepLast } from '../keep-last.ts';

/** The delimitations that are compared, the same object as long as the choice is the same. */
export const chooseRegions = keepLast(
  (
    regions: readonly Region[],
    set: IntegrationState['set'],
    ids: readonly string[],
    variants: Readonly<Record<string, string>>,
  ) => selectRegions(regions, set === 'custom' ? ids : set, variants),
);
