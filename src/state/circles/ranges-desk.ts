import { useMemo } from 'react';
import { type AskWorker, createQuestionDesk, type QuestionDesk } from './question-desk.ts';
import { rangesRun } from './ranges-run.ts';
import { type DeskAnswers, useDesk } from './use-desk.ts';

/** Ranges kept beside those that are wanted: a briefing has some scenes with ranges, and each is small. */
const KEPT_RANGES = 20;

/** A desk for ranges: no picture waits for them, and who waits for all that is told is told how far they are. */
export function createRangesDesk<Request, Answer>(
  answerOf: AskWorker<Request, Answer>,
): QuestionDesk<Request, Answer> {
  const desk = createQuestionDesk(answerOf, { stage: 'draws', isAside: true, kept: KEPT_RANGES });
  desk.store.subscribe(({ running }) => rangesRun.setState({ progress: running?.progress ?? null }));
  return desk;
}

/** Ranges of one question and how they stand. */
export interface RangesShown<Question, Answer> extends Omit<DeskAnswers<Answer>, 'answers'> {
  /** The question and its answer; `null` while there is none. */
  readonly found: { readonly question: Question; readonly answer: Answer } | null;
}

/**
 * Keeps the ranges of one question computed.
 * @param question the same object while nothing changes; `null` = nothing is wanted
 * @param requestOf what the worker is asked
 * @param asks as in {@link useDesk}
 */
export function useRangesDesk<Question, Request, Answer>(
  desk: QuestionDesk<Request, Answer>,
  question: Question | null,
  requestOf: (question: Question) => Request,
  asks: boolean,
): RangesShown<Question, Answer> {
  const requests = useMemo(() => (question === null ? null : [requestOf(question)]), [question, requestOf]);
  const { answers, ...status } = useDesk(desk, requests, asks);
  const answer = answers?.[0];
  const found = useMemo(
    () => (question === null || answer === undefined ? null : { question, answer }),
    [question, answer],
  );
  return { ...status, found };
}
