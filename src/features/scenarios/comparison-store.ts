import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { scenarioNumbers } from '#core/reproduction/key-numbers.ts';
import { circleRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { statedResults } from '#state/told/stated-results.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** A comparison with the question that it answers. */
export interface Comparison {
  readonly scenarioId: string;
  readonly minutes: number;
  /** Cut-offs of the contours, minutes ascending. */
  readonly cutoffs: readonly number[];
  readonly edits: readonly ScenarioEdit[];
  /** The person's own travel data in it. */
  readonly added: AddedTravelData;
  readonly answer: ScenarioAnswer;
}

interface ComparisonStatus {
  /** The last one that could be computed: it stays while a newer question runs or fails. */
  readonly comparison: Comparison | null;
  readonly failure: Failure | null;
  readonly isComputing: boolean;
}

const NOTHING: ComparisonStatus = { comparison: null, failure: null, isComputing: false };

const comparisonStore = createStore<ComparisonStatus>(() => NOTHING);

/** How the comparison of the active scenario stands. */
export function useComparisonStatus(): ComparisonStatus {
  return useStore(comparisonStore);
}

/** The active scenario and its place in the list; `null` = the present. */
export function useActiveScenario(): { readonly scenario: Scenario; readonly index: number } | null {
  const scenarios = useProject((document) => document.scenarios);
  const active = useProject((document) => document.activeScenario);
  const index = scenarios.findIndex(({ id }) => id === active);
  const scenario = scenarios[index];
  return scenario === undefined ? null : { scenario, index };
}

/** Longest budget of a surface, minutes (core/surface/travel-time-ticks.ts). */
const MOST_MINUTES = 240;

/** Cut-offs to draw: the person's own and the one read out. */
export function drawnCutoffs({
  cutoffs,
  minutes,
}: Pick<CirclesState, 'cutoffs' | 'minutes'>): readonly number[] {
  return [...new Set([...cutoffs, minutes])].filter((each) => each <= MOST_MINUTES).toSorted((a, b) => a - b);
}

/** Asks the worker for the comparison whenever scenario, origins or parameters change. To be mounted once. */
export function useRunComparison(): void {
  const active = useActiveScenario();
  const circles = useProject((document) => document.circles);
  const scenario = active?.scenario;
  const scenarioId = scenario?.id;
  const edits = scenario?.edits;
  // Own rides and people change what the worker answers.
  const added = useStore(addedTravelData);
  useEffect(() => {
    if (
      scenarioId === undefined ||
      edits === undefined ||
      edits.length === 0 ||
      circles.origins.length === 0
    ) {
      comparisonStore.setState(NOTHING);
      return undefined;
    }
    const { minutes } = circles;
    const cutoffs = drawnCutoffs(circles);
    const base = circleRequestOf(circles, Math.max(...cutoffs));
    let isCurrent = true;
    comparisonStore.setState((old) => ({
      ...(old.comparison?.scenarioId === scenarioId ? old : NOTHING),
      isComputing: true,
    }));
    void circleWorker()
      .call('compare-scenario', { base, edits, minutes, contourMinutes: cutoffs }, { channel: 'scenario' })
      .then((result) => {
        if (!isCurrent) return;
        if (result.ok) {
          comparisonStore.setState({
            comparison: { scenarioId, minutes, cutoffs, edits, added, answer: result.value },
            failure: null,
            isComputing: false,
          });
          statedResults.setState({
            scenario: {
              question: { base, edits, minutes },
              notCarried: [],
              numbers: scenarioNumbers(result.value),
            },
          });
        } else if (!isObsolete(result.failure)) {
          comparisonStore.setState({ failure: result.failure, isComputing: false });
        }
      });
    return () => {
      isCurrent = false;
      statedResults.setState({ scenario: null });
    };
  }, [scenarioId, edits, circles, added]);
}
