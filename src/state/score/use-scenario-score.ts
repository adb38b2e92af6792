import type { Region } from '#core/geography/region.ts';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import type { RegionalSeries, ScoringTable } from '#core/indicators/scoring-table.ts';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoredRegion } from '#core/scoring/agglomeration-set.ts';
import { scoreRegions, type ScoreResult } from '#core/scoring/score.ts';
import { regionalTravelJob, withMembers, type RegionalTravelJob } from '#core/surface/regional-travel.ts';
import type { Failure } from '#core/units/result.ts';
import type { Scenario } from '../project-document.ts';
import { useProject } from '../store.ts';
import { useScenarioTravel } from '../use-regional-travel.ts';
import { keepLast } from './keep-last.ts';
import { useModelledTravel } from './use-modelled-travel.ts';
import { useScore, type ScoreSource } from './use-score.ts';

/** The score under the active scenario, or how it stands. */
export type ScenarioScoreState =
  /** No scenario is active, or it is not asked for. */
  | { readonly kind: 'none' }
  /** Travel times are modelled for the present and for the scenario; `total` is 0 until that has begun. */
  | { readonly kind: 'computing'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly scenario: Scenario;
      readonly result: ScoreResult;
      readonly table: ScoringTable;
    };

const NONE: ScenarioScoreState = { kind: 'none' };
const NO_EDITS: readonly ScenarioEdit[] = [];
const NO_JOBS: readonly RegionalTravelJob[] = [];
const NO_REGIONS: readonly ScoredRegion[] = [];

const afterMoves = keepLast(movedRegions);

const jobsOf = keepLast((regions: readonly Region[], moved: readonly ScoredRegion[]) =>
  moved.flatMap(({ variantKey, members }) =>
    regions.flatMap((region) =>
      region.variants
        .filter(({ key }) => key === variantKey)
        .map((variant) => withMembers(regionalTravelJob(region, variant), members)),
    ),
  ),
);

const tableAfter = keepLast(
  (
    source: ScoreSource,
    moved: readonly ScoredRegion[],
    modelled: readonly RegionalSeries[],
  ): ScoringTable => {
    const membersOf = new Map(moved.map(({ variantKey, members }) => [variantKey, members]));
    return deriveIndicators({
      ...source.input,
      // Krugman's index holds a city against the others of its agglomeration.
      variants: source.input.variants.map((variant) => ({
        ...variant,
        statisticalMembers: membersOf.get(variant.key) ?? variant.statisticalMembers,
      })),
      modelled,
    });
  },
);

const scoreAfter = keepLast(scoreRegions);

const ready = keepLast(
  (scenario: Scenario, result: ScoreResult, table: ScoringTable): ScenarioScoreState => ({
    kind: 'ready',
    scenario,
    result,
    table,
  }),
);

/**
 * The score with the active scenario's members and modelled travel times, by the same options as the present one's.
 * Observed figures stay as they are.
 */
export function useScenarioScore(isWanted: boolean): ScenarioScoreState {
  const score = useScore();
  const present = useModelledTravel().status;
  const scenario = useProject(({ scenarios, activeScenario }) =>
    scenarios.find(({ id }) => id === activeScenario),
  );
  const isAsked = isWanted && scenario !== undefined && score.kind === 'ready';
  const edits = isAsked ? scenario.edits : NO_EDITS;
  const regions = isAsked ? score.result.panel.regions : NO_REGIONS;
  const moved = afterMoves(regions, edits);
  const needsTravel = isAsked && present.kind !== 'idle';
  const jobs = needsTravel ? jobsOf(score.source.regions, moved) : NO_JOBS;
  const travel = useScenarioTravel(edits, jobs, needsTravel);
  if (!isAsked) return NONE;
  for (const status of [present, travel.status]) {
    if (status.kind === 'failed' || status.kind === 'computing') return status;
  }
  const table = tableAfter(score.source, moved, travel.series);
  return ready(scenario, scoreAfter(table, moved, score.result.options), table);
}
