import { useMemo } from 'react';
import { type ScenarioRangesQuestion, scenarioRangesQuestion } from '#core/reproduction/range-numbers.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import type { CirclesState } from '../document/circles-state.ts';
import { useProject } from '../store.ts';
import { uncertaintyRequestOf } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';
import { createRangesDesk, type RangesShown, useRangesDesk } from './ranges-desk.ts';

/** The page's desk; read with {@link useChangeRanges}. */
const desk = createRangesDesk<ScenarioRangesQuestion, ScenarioUncertainty>((request, options) =>
  circleWorker().call('scenario-uncertainty', request, options),
);

/** Gives the run up; ranges computed before stay. */
export const cancelChangeRanges = desk.cancel;
/** Asks again what was given up or had no answer. */
export const retryChangeRanges = desk.retry;

/** How a scenario's change in the circle is tried by the document's choices. */
export function changeRangesQuestion(
  circles: CirclesState,
  edits: readonly ScenarioEdit[],
): ScenarioRangesQuestion {
  const { circle, ...tried } = uncertaintyRequestOf(circles);
  return scenarioRangesQuestion({ base: circle, edits, ...tried });
}

/**
 * Keeps the ranges of what a scenario changes in the circle computed while the document wants them.
 * @param edits the same array while nothing changes; `null` = no scenario is shown
 * @param asks as in {@link useDesk}
 */
export function useChangeRanges(
  edits: readonly ScenarioEdit[] | null,
  asks = true,
): RangesShown<ScenarioRangesQuestion, ScenarioUncertainty> {
  const circles = useProject((document) => document.circles);
  const asked = useMemo(
    () =>
      edits === null || edits.length === 0 || !circles.changeRanges || circles.origins.length === 0
        ? null
        : changeRangesQuestion(circles, edits),
    [circles, edits],
  );
  return useRangesDesk(desk, asked, asItIs, asks);
}

const asItIs = (question: ScenarioRangesQuestion): ScenarioRangesQuestion => question;
