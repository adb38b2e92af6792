import type { Region } from '#core/geography/region.ts';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import { inputUnderScenario } from '#core/scenario/input-under-scenario.ts';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoredRegion } from '#core/scoring/agglomeration-set.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { type RegionalTravelJob, regionalTravelJobs } from '#core/surface/regional-travel.ts';
import { keepLast } from '../keep-last.ts';
import type { ScoreSource, ScoreState } from './score-of.ts';

type ReadyScore = Extract<ScoreState, { kind: 'ready' }>;

const afterMoves = keepLast(movedRegions);

/** The travel readings that the score of a scenario needs: those of its members. */
export const scenarioJobs = keepLast(
  (
    regions: readonly Region[],
    scored: readonly ScoredRegion[],
    edits: readonly ScenarioEdit[],
  ): readonly RegionalTravelJob[] => regionalTravelJobs(regions, afterMoves(scored, edits)),
);

const sourceAfter = keepLast(
  (source: ScoreSource, moved: readonly ScoredRegion[], modelled: readonly RegionalSeries[]): ScoreSource => {
    const input = inputUnderScenario(source.input, moved, modelled);
    return { input, table: deriveIndicators(input), regions: source.regions };
  },
);

const scoreAfter = keepLast(scoreRegions);

const ready = keepLast((result: ReadyScore['result'], source: ScoreSource): ReadyScore => ({
  kind: 'ready',
  result,
  source,
}));

/**
 * The score with a scenario's members and modelled travel times, by the same options as the present one's. Observed
 * figures stay as they are. The same object as long as the arguments are the same.
 *
 * @param modelled The readings of {@link scenarioJobs} under the same edits.
 */
export function scenarioScoreOf(
  { result, source }: ReadyScore,
  edits: readonly ScenarioEdit[],
  modelled: readonly RegionalSeries[],
): ReadyScore {
  const moved = afterMoves(result.panel.regions, edits);
  const after = sourceAfter(source, moved, modelled);
  return ready(scoreAfter(after.table, moved, result.options), after);
}
