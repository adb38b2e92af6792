import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useProject } from '#state/store.ts';
import { keepLast } from '#state/score/keep-last.ts';
import type { ScenarioScoreState } from '#state/score/use-scenario-score.ts';
import { useScore, type ScoreSource, type ScoreState } from '#state/score/use-score.ts';
import { useScenarioOfMap } from './use-measure.ts';

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

/** The score that the map's side of the scenario is coloured from; the present's until the scenario's is there. */
export function useShownScore(): ShownScore | null {
  const score = useScore();
  const scenario = useScenarioOfMap();
  const side = useProject(({ integration }) => integration.side);
  if (score.kind !== 'ready') return null;
  return shownOf(score, side === 'before' || scenario.kind !== 'ready' ? null : scenario);
}
