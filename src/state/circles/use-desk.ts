import { useEffect, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Progress } from '#compute/protocol.ts';
import type { Failure } from '#core/units/result.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';
import { useSame } from '../use-same.ts';
import type { QuestionDesk } from './question-desk.ts';

/** How the questions of a part of the page stand. */
export interface DeskAnswers<Answer> {
  /** One for each question; `null` while any of them has no answer. */
  readonly answers: readonly Answer[] | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly isGivenUp: boolean;
}

const NOT_ASKED: readonly never[] = [];

/**
 * Keeps questions answered while a part of the page shows them: asks once they rest, together with what other parts want.
 * @param requests the same array while nothing changes; `null` = nothing is wanted
 * @param asks `false`: what is answered already is taken, and nothing is asked
 */
export function useDesk<Request, Answer>(
  desk: QuestionDesk<Request, Answer>,
  requests: readonly Request[] | null,
  asks = true,
): DeskAnswers<Answer> {
  const part = useId();
  const runs = useStore(desk.store);
  const added = useStore(addedTravelData);
  const questions = useMemo(
    () =>
      new Map((requests ?? NOT_ASKED).map((request: Request) => [JSON.stringify(request), request] as const)),
    [requests],
  );
  useEffect(() => desk.want(part, asks ? questions : new Map(), added), [desk, part, asks, questions, added]);
  useEffect(() => () => desk.want(part, null, addedTravelData.getState()), [desk, part]);
  const isOfNow = runs.added === added;
  const keys = [...questions.keys()];
  const found = keys.flatMap((key) => {
    const answer = runs.answers.get(key);
    return answer === undefined ? [] : [answer];
  });
  const isWhole = isOfNow && keys.length > 0 && found.length === keys.length;
  const answers = useSame(isWhole ? found : null);
  const isRunning = runs.running !== null && questions.has(runs.running.key);
  return {
    answers,
    progress: isRunning ? (runs.running?.progress ?? null) : null,
    failure: keys.map((key) => runs.failures.get(key)).find((each) => each !== undefined) ?? null,
    isGivenUp: answers === null && keys.some((key) => runs.givenUp.has(key)),
  };
}
