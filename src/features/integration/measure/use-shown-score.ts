import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { derive, useDerived } from '#state/derived.ts';
import { keepLast } from '#state/keep-last.ts';
import { deriveScenarioScore, type ScenarioScoreState } from '#state/score/use-scenario-score.ts';
import { presentScore, type ScoreSource, type ScoreState } from '#state/score/use-score.ts';
import { projectStore } from '#state/store.ts';

/** A score of one side of a scenario, or of the present where none is shown. */
export interface ShownScore {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
  /** Set on the scenario's side, and on the side of the difference: what it is held against. */
  readonly under: {
    readonly scenario: string;
    readonly edits: readonly ScenarioEdit[];
    readonly present: ScoreResult;
  } | null;
}

/** The scenario's score where the map needs it: it is shown, or the locked classes are to hold for it too. */
export const scenarioOfMap = deriveScenarioScore(
  ({ activeScenario, integration }) =>
    activeScenario !== null && (integration.side !== 'before' || integration.classification.lock),
);

/** {@link scenarioOfMap}, in a component. */
export function useScenarioOfMap(): ScenarioScoreState {
  return useDerived(scenarioOfMap);
}

type Ready<State> = Extract<State, { kind: 'ready' }>;

const shownOf = keepLast(
  ({ result, source }: Ready<ScoreState>, scenario: Ready<ScenarioScoreState> | null): ShownScore => {
    if (scenario === null) return { result, source, under: null };
    return {
      result: scenario.result,
      source: scenario.source,
      under: { scenario: scenario.scenario.name, edits: scenario.scenario.edits, present: result },
    };
  },
);

function shownScoreNow(): ShownScore | null {
  const score = presentScore.getState();
  if (score.kind !== 'ready') return null;
  const { side } = projectStore.getState().document.integration;
  const scenario = side === 'before' ? null : scenarioOfMap.getState();
  return shownOf(score, scenario?.kind === 'ready' ? scenario : null);
}

const shownScore = derive({ from: [projectStore, presentScore, scenarioOfMap], read: shownScoreNow });

/** The score that the map's side of the scenario is coloured from; the present's until the scenario's is there. */
export function useShownScore(): ShownScore | null {
  return useDerived(shownScore);
}
