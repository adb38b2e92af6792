import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import type { RegionScore } from '#core/scoring/score-result.ts';

/** Composites nearer than this are the same, points. */
const SAME_SCORE = 0.0005;
/** Means nearer than this, relative to their size, are the same. */
const SAME_MEAN = 1e-9;

/** An agglomeration's score before and after a scenario. */
export interface ScoreChange {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
  /** `null` unless both are known; 0 for what is too small to be shown. */
  readonly change: number | null;
  readonly members: readonly [before: number, after: number];
}

/** An indicator whose mean over the members differs after a scenario, in the indicator's unit. */
export interface IndicatorChange {
  readonly regionId: string;
  readonly indicator: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** How sure scores are: modelled as soon as one modelled indicator counts in one of them. */
export function scoreProvenance(
  scores: readonly RegionScore[],
  definitions: ReadonlyMap<string, Pick<IndicatorDefinition, 'provenance'>>,
): 'derived' | 'modelled' {
  const isModelled = scores.some(({ dimensions }) =>
    dimensions.some(({ indicators }) =>
      indicators.some(({ id, used }) => used && definitions.get(id)?.provenance === 'modelled'),
    ),
  );
  return isModelled ? 'modelled' : 'derived';
}

/** Scores of the same agglomerations before and after, the largest change first. */
export function scoreChanges(
  before: readonly RegionScore[],
  after: readonly RegionScore[],
): readonly ScoreChange[] {
  const later = new Map(after.map((region) => [region.id, region]));
  return before
    .map(({ id, composite, members }): ScoreChange => {
      const now = later.get(id);
      const difference =
        composite === null || now === undefined || now.composite === null ? null : now.composite - composite;
      return {
        id,
        before: composite,
        after: now?.composite ?? null,
        change: difference !== null && Math.abs(difference) < SAME_SCORE ? 0 : difference,
        members: [members, now?.members ?? members],
      };
    })
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= SAME_MEAN * Math.max(Math.abs(a), Math.abs(b));
}

/** Which indicators respond, agglomeration by agglomeration in the order given: their members' means differ. */
export function indicatorChanges(
  before: readonly RegionScore[],
  after: readonly RegionScore[],
): readonly IndicatorChange[] {
  const later = new Map(after.map((region) => [region.id, region]));
  return before.flatMap(({ id, dimensions }) => {
    const now = new Map(
      (later.get(id)?.dimensions ?? []).flatMap(({ indicators }) =>
        indicators.map((each) => [each.id, each.mean] as const),
      ),
    );
    return dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ id: indicator, mean }): IndicatorChange[] => {
        const mine = now.get(indicator) ?? null;
        return isSame(mean, mine) ? [] : [{ regionId: id, indicator, before: mean, after: mine }];
      }),
    );
  });
}
