import { createStore } from 'zustand/vanilla';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import type { ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import type { Failure } from '#core/units/result.ts';
import { uncertaintyKey, uncertaintyRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** The ranges of a scenario's change, asked for by hand: they take some seconds. */
interface ChangeRangeState {
  readonly answer: ScenarioUncertainty | null;
  readonly scenarioId: string | null;
  /** What `answer` was computed for. */
  readonly key: string | null;
  readonly added: ReturnType<typeof addedTravelData.getState> | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

/** The last ranges computed; they outlive the panel. */
export const changeRange = createStore<ChangeRangeState>(() => ({
  answer: null,
  scenarioId: null,
  key: null,
  added: null,
  progress: null,
  failure: null,
}));

/** Everything that the ranges depend on but own files, as text. */
export function changeRangeKey(circles: CirclesState, { id, edits }: Pick<Scenario, 'id' | 'edits'>): string {
  return JSON.stringify([uncertaintyKey(circles), id, edits]);
}

let running: AbortController | null = null;

/** Computes the ranges by the present choices; what is there stays until they are known. */
export async function computeChangeRange(circles: CirclesState, scenario: Scenario): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { signal } = controller;
  const added = addedTravelData.getState();
  changeRange.setState({ failure: null, progress: { stage: 'draws', done: 0, total: circles.draws } });
  const { circle, ...tried } = uncertaintyRequestOf(circles);
  const answer = await circleWorker().call(
    'scenario-uncertainty',
    { base: circle, edits: scenario.edits, ...tried },
    { signal, onProgress: (progress) => signal.aborted || changeRange.setState({ progress }) },
  );
  if (signal.aborted) return;
  if (answer.ok)
    changeRange.setState({
      answer: answer.value,
      scenarioId: scenario.id,
      key: changeRangeKey(circles, scenario),
      added,
      progress: null,
    });
  else changeRange.setState({ progress: null, failure: isObsolete(answer.failure) ? null : answer.failure });
}

/** Gives the run up; the last ranges stay. */
export function cancelChangeRange(): void {
  running?.abort();
  changeRange.setState({ progress: null });
}
