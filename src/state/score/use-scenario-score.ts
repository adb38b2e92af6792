import type { ScoreResult } from '#core/scoring/score.ts';
import type { Failure } from '#core/units/result.ts';
import { type Derived, derive, useDerived } from '../derived.ts';
import { keepLast, onceFor } from '../keep-last.ts';
import type { ProjectDocument, Scenario } from '../document/project-document.ts';
import { giveUpTravelBut, scenarioTravels, travelOf, travelUnder } from './regional-travel.ts';
import { projectStore } from '../store.ts';
import { scenarioJobs, scenarioScoreOf } from './scenario-score.ts';
import type { ScoreState } from './score-of.ts';
import { modelledTravel } from './use-modelled-travel.ts';
import { presentScore, type ScoreSource } from './use-score.ts';

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

const ready = keepLast(
  (scenario: Scenario, result: ScoreResult, source: ScoreSource): ScenarioScoreState => ({
    kind: 'ready',
    scenario,
    result,
    source,
  }),
);

type ReadyScore = Extract<ScoreState, { kind: 'ready' }>;

/** The active scenario and the present score that it is held against; `null` without either. */
function askedNow(): { readonly scenario: Scenario; readonly score: ReadyScore } | null {
  const { scenarios, activeScenario } = projectStore.getState().document;
  const scenario = scenarios.find(({ id }) => id === activeScenario);
  if (scenario === undefined) return null;
  const score = presentScore.getState();
  return score.kind === 'ready' ? { scenario, score } : null;
}

const jobsOf = ({ scenario, score }: NonNullable<ReturnType<typeof askedNow>>) =>
  scenarioJobs(score.source.regions, score.result.panel.regions, scenario.edits);

function scenarioScoreNow(): ScenarioScoreState {
  const asked = askedNow();
  if (asked === null) return NONE;
  const { scenario, score } = asked;
  const present = modelledTravel.getState().status;
  const travel = travelOf(travelUnder(scenario.edits), jobsOf(asked), present.kind !== 'idle');
  for (const status of [present, travel.status]) {
    if (status.kind === 'failed' || status.kind === 'computing') return status;
  }
  const { result, source } = scenarioScoreOf(score, scenario.edits, travel.series);
  return ready(scenario, result, source);
}

/** Only another question is asked anew: one that failed is not, by whatever else changes. */
const ask = onceFor(
  (store: ReturnType<typeof travelUnder> | null, jobs: ReturnType<typeof scenarioJobs> | null): void => {
    giveUpTravelBut(store);
    if (jobs !== null) store?.getState().request(jobs);
  },
);

function wantScenarioScore(): void {
  const asked = askedNow();
  if (asked === null || modelledTravel.getState().status.kind === 'idle') ask(null, null);
  else ask(travelUnder(asked.scenario.edits), jobsOf(asked));
}

/** A scenario's score for as long as `isWanted` says so of the project. */
export function deriveScenarioScore(
  isWanted: (document: ProjectDocument) => boolean,
): Derived<ScenarioScoreState> {
  const isWantedNow = (): boolean => isWanted(projectStore.getState().document);
  let asks = false;
  const leave = (): void => {
    if (asks) ask(null, null);
    asks = false;
  };
  return derive({
    from: [projectStore, presentScore, modelledTravel, scenarioTravels],
    read: () => (isWantedNow() ? scenarioScoreNow() : NONE),
    want: () => {
      if (!isWantedNow()) return leave();
      asks = true;
      wantScenarioScore();
    },
    leave,
  });
}

const always = deriveScenarioScore(() => true);
const never: Derived<ScenarioScoreState> = { getState: () => NONE, subscribe: () => () => undefined };

/** The active scenario's score, modelled when asked for; observed figures stay as they are. */
export function useScenarioScore(isWanted: boolean): ScenarioScoreState {
  return useDerived(isWanted ? always : never);
}
