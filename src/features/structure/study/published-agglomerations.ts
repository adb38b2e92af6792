import type { Adcode } from '#core/geography/admin-unit.ts';
import { isOwnRegion } from '#core/geography/own-region.ts';
import type { Region } from '#core/geography/region.ts';

/**
 * The 19 agglomerations with their members in the current edition, one by one for what is counted over all of them. A person's
 * own are not among them: a copy would count its cities as cities of two, and they come later than the others.
 */
export function publishedAgglomerations(
  regions: readonly Region[],
): readonly { readonly id: string; readonly members: readonly Adcode[] }[] {
  return regions.flatMap(({ id, kind, variants: [current] }) =>
    kind === 'agglomeration' && !isOwnRegion(id) && current !== undefined
      ? [{ id, members: current.statisticalMembers }]
      : [],
  );
}
