import type { Adcode } from '../geography/admin-unit.ts';
import type { ScoreNode } from './score-node.ts';
import { indicatorsOfNode } from './score-node.ts';
import type { ScoreResult } from './score.ts';
import { cellStart } from './score-panel.ts';

/**
 * Each value's share of a spread, `(x − μ)² / Σ (x − μ)²`: who pulls the agglomeration apart. Shares sum to 1.
 *
 * @returns `null` for missing values, and for all when there is no spread.
 */
export function spreadContributions(values: readonly (number | null)[]): (number | null)[] {
  const present = values.filter((value) => value !== null);
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.map((value) => (value === null || squares === 0 ? null : (value - mean) ** 2 / squares));
}

/** A member's share of its agglomeration's spread, with the sign of its deviation. */
export interface MemberContribution {
  readonly adcode: Adcode;
  readonly regionId: string;
  readonly share: number | null;
  /** Above (1) or below (−1) the members' mean; 0 for several indicators together or a value at the mean. */
  readonly side: 1 | 0 | -1;
  /** Indicators that have a share for this member. */
  readonly indicators: number;
}

/**
 * Contributions of every member of every region in one year: of one indicator, or the mean over the used indicators of a
 * dimension or of the whole score (ours).
 */
export function memberContributions(
  result: ScoreResult,
  year: number,
  node: ScoreNode,
): MemberContribution[] {
  const { panel, cells } = result;
  const y = panel.years.indexOf(year);
  if (y < 0) return [];
  const indicators = indicatorsOfNode(panel.indicators, node);
  return panel.regions.flatMap((region, r) => {
    const sums = region.members.map(() => ({ total: 0, count: 0, side: 0 as 1 | 0 | -1 }));
    for (const i of indicators) {
      const cell = (y * panel.indicators.length + i) * panel.regions.length + r;
      // One indicator is shown whatever its coverage; sums take only what enters the score.
      if (node.kind !== 'indicator' && cells.used[cell] !== 1) continue;
      const start = cellStart(panel, y, i, r);
      const values = region.members.map((_, m) => {
        const value = panel.values[start + m];
        return value === undefined || Number.isNaN(value) ? null : value;
      });
      const mean = result.moments.mean[cell] ?? Number.NaN;
      spreadContributions(values).forEach((share, m) => {
        const sum = sums[m];
        if (share === null || sum === undefined) return;
        sum.total += share;
        sum.count += 1;
        if (node.kind === 'indicator') sum.side = Math.sign((values[m] ?? mean) - mean) as 1 | 0 | -1;
      });
    }
    return region.members.map((adcode, m) => {
      const { total = 0, count = 0, side = 0 } = sums[m] ?? {};
      return {
        adcode,
        regionId: region.id,
        share: count === 0 ? null : total / count,
        side,
        indicators: count,
      };
    });
  });
}
