import type { Adcode } from '../geography/admin-unit.ts';
import type { CountyAccessibility } from './accessibility.ts';
import type { AccessibilitySummary } from './accessibility-summary.ts';
import { summariseAccessibility } from './accessibility-summary.ts';
import type { Opportunity } from './opportunity.ts';

/** A change of less than half a unit (a person, 100 million yuan) is none: that is how figures are printed. */
export const LEAST_CHANGE = 0.5;

/** What a change of the network does to a county's accessibility. */
export interface CountyChange {
  readonly adcode: Adcode;
  readonly residents: number;
  readonly before: number;
  readonly after: number;
  /** after − before */
  readonly change: number;
}

/** What it does to a region. Both sides are over the same counties: those that have a figure before and after. */
export interface AccessibilityChange {
  /** In the order of the counties given. */
  readonly counties: readonly CountyChange[];
  readonly before: AccessibilitySummary;
  readonly after: AccessibilitySummary;
  /** Residents of counties that reach more, and less, by at least {@link LEAST_CHANGE}. */
  readonly residentsGaining: number;
  readonly residentsLosing: number;
}

/** Holds the same counties before and after against one another; `null` where none has both figures. */
export function compareAccessibility(
  before: readonly CountyAccessibility[],
  after: readonly CountyAccessibility[],
  opportunity: Opportunity,
): AccessibilityChange | null {
  const afterwards = new Map(after.map((county) => [county.adcode, county]));
  const counties = before.flatMap((county): readonly CountyChange[] => {
    const { adcode, residents } = county;
    const old = county[opportunity];
    const fresh = afterwards.get(adcode)?.[opportunity] ?? null;
    if (old === null || fresh === null || residents === null || residents === 0) return [];
    return [{ adcode, residents, before: old, after: fresh, change: fresh - old }];
  });
  const side = (which: 'before' | 'after') =>
    summariseAccessibility(
      counties.map((county) => ({
        adcode: county.adcode,
        residents: county.residents,
        value: county[which],
      })),
    );
  const [old, fresh] = [side('before'), side('after')];
  if (old === null || fresh === null) return null;
  const residentsWhere = (holds: (change: number) => boolean): number =>
    counties.reduce((sum, { change, residents }) => (holds(change) ? sum + residents : sum), 0);
  return {
    counties,
    before: old,
    after: fresh,
    residentsGaining: residentsWhere((change) => change >= LEAST_CHANGE),
    residentsLosing: residentsWhere((change) => change <= -LEAST_CHANGE),
  };
}
