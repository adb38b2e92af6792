import type { CvExtreme } from './cell-scores.ts';
import { reasonOf } from './cell-scores.ts';
import type { ScoreResult } from './score.ts';

/** A region that keeps an indicator out of a comparison by the rule `common`. */
export interface BlockingRegion {
  readonly regionId: string;
  /** Members with a value, of all members: less than the threshold asks for. */
  readonly membersUsed: number;
  readonly members: number;
}

/** An indicator that some regions have well enough, yet not all. */
export interface BlockedIndicator {
  readonly indicator: string;
  readonly blockedBy: readonly BlockingRegion[];
}

/**
 * Which indicators the rule `common` keeps out of a year, and because of which regions; those with fewest blocking
 * regions first. Indicators that no region has well enough are not listed: no region is to blame.
 */
export function blockedIndicators(result: ScoreResult, year: number): BlockedIndicator[] {
  const { panel, cells, moments } = result;
  const y = panel.years.indexOf(year);
  if (y < 0) return [];
  const blocked = panel.indicators.flatMap(({ id }, i): BlockedIndicator[] => {
    const at = (r: number) => (y * panel.indicators.length + i) * panel.regions.length + r;
    const isHeldBack = panel.regions.some((_, r) => reasonOf(cells, at(r)) === 'not-common');
    if (!isHeldBack) return [];
    const blockedBy = panel.regions.flatMap((region, r): BlockingRegion[] => {
      const reason = reasonOf(cells, at(r));
      if (reason !== 'no-values' && reason !== 'low-coverage') return [];
      return [
        { regionId: region.id, membersUsed: moments.count[at(r)] ?? 0, members: region.members.length },
      ];
    });
    return [{ indicator: id, blockedBy }];
  });
  return blocked.sort((a, b) => a.blockedBy.length - b.blockedBy.length);
}

/** One end of the scale on which spreads become `k`. */
export interface ScaleEnd extends CvExtreme {
  /** Whether the indicator has no other values than 0 and 1 among all compared. */
  readonly isBinary: boolean;
}

/**
 * Both ends of the scale where one pair of extremes rules over every indicator (scope `panel`): one indicator can set the
 * k of all. `null` for the scope `indicator` and without extremes.
 */
export function panelScale(
  result: ScoreResult,
): { readonly max: ScaleEnd; readonly min: ScaleEnd; readonly isOneIndicator: boolean } | null {
  const range = result.cvRanges.find(({ indicator }) => indicator === null);
  if (range === undefined || range.max === null || range.min === null) return null;
  const end = (extreme: CvExtreme): ScaleEnd => ({
    ...extreme,
    isBinary: isBinary(result, extreme.indicator),
  });
  return {
    max: end(range.max),
    min: end(range.min),
    isOneIndicator: range.max.indicator === range.min.indicator,
  };
}

function isBinary({ panel }: ScoreResult, indicator: string): boolean {
  const i = panel.indicators.findIndex(({ id }) => id === indicator);
  return panel.years.every((_, y) => {
    const from = (y * panel.indicators.length + i) * panel.slots;
    return panel.values
      .subarray(from, from + panel.slots)
      .every((value) => Number.isNaN(value) || value === 0 || value === 1);
  });
}
