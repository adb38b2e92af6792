import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { RegionalTravelJob } from '#core/surface/regional-travel.ts';
import type { Failure } from '#core/units/result.ts';
import type { Scenario } from '../project-document.ts';
import { useProject } from '../store.ts';
import { useScenarioTravel } from '../use-regional-travel.ts';
import { keepLast } from './keep-last.ts';
import { scenarioJobs, scenarioScoreOf } from './scenario-score.ts';
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
      readonly source: ScoreSource;
    };

const NONE: ScenarioScoreState = { kind: 'none' };
const NO_EDITS: readonly ScenarioEdit[] = [];
const NO_JOBS: readonly RegionalTravelJob[] = [];

const ready = keepLast(
  (scenario: Scenario, result: ScoreResult, source: ScoreSource): ScenarioScoreState => ({
    kind: 'ready',
    scenario,
    result,
    source,
  }),
);

/** The active scenario's score, modelled when asked for; observed figures stay as they are. */
export function useScenarioScore(isWanted: boolean): ScenarioScoreState {
  const score = useScore();
  const present = useModelledTravel().status;
  const scenario = useProject(({ scenarios, activeScenario }) =>
    scenarios.find(({ id }) => id === activeScenario),
  );
  const isAsked = isWanted && scenario !== undefined && score.kind === 'ready';
  const edits = isAsked ? scenario.edits : NO_EDITS;
  const needsTravel = isAsked && present.kind !== 'idle';
  const jobs = needsTravel ? scenarioJobs(score.source.regions, score.result.panel.regions, edits) : NO_JOBS;
  const travel = useScenarioTravel(edits, jobs, needsTravel);
  if (!isAsked) return NONE;
  for (const status of [present, travel.status]) {
    if (status.kind === 'failed' || status.kind === 'computing') return status;
  }
  const { result, source } = scenarioScoreOf(score, edits, travel.series);
  return ready(scenario, result, source);
}
