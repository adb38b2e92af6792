import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOptions } from '#compute/worker-client.ts';
import { callAfterRest } from '#compute/call-after-rest.ts';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { Failure, Result } from '#core/units/result.ts';

/** Rest after the last change before a question is asked, ms: a slider passes many values. */
const REST_MS = 300;

/** What was asked and what is being asked. */
export interface Runs<Answer> {
  /** By the question as text, oldest first; all with the person's own travel data `added`. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly added: AddedTravelData;
  /** The question under way, with how far it is. */
  readonly running: { readonly key: string; readonly progress: Progress } | null;
  /** Questions that have no answer. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Questions that the person gave up: they are not asked again by themselves. */
  readonly givenUp: ReadonlySet<string>;
}

/** Questions by themselves as text: equal texts, equal answers. */
export type Questions<Request> = ReadonlyMap<string, Request>;

/** A long computation's one run for all parts of a page, one question after the other. */
export interface QuestionDesk<Request, Answer> {
  readonly store: StoreApi<Runs<Answer>>;
  /**
   * Says what a part of the page wants answered; `null` = it is gone. What nobody wants any more is not computed to the end.
   * @param added the person's own travel data that the answers are made with
   */
  readonly want: (part: string, questions: Questions<Request> | null, added: AddedTravelData) => void;
  /** Gives up what is wanted; what was computed stays. */
  readonly cancel: () => void;
  /** Asks again what was given up or had no answer. */
  readonly retry: () => void;
}

/** Who answers: the circle worker. */
export type AskWorker<Request, Answer> = (
  request: Request,
  options: Pick<CallOptions<Progress>, 'signal' | 'onProgress' | 'isAside'>,
) => Promise<Result<Answer>>;

/** What is particular to the questions of a desk. */
export interface DeskOptions {
  /** What its progress counts. */
  readonly stage: Progress['stage'];
  /** Whether the map does without its answers: a picture then does not wait for them. */
  readonly isAside: boolean;
  /** Answers kept beside those that are wanted: going back to them costs nothing but their memory. */
  readonly kept: number;
}

const noRuns = <Answer>(added: AddedTravelData): Runs<Answer> => ({
  answers: new Map(),
  added,
  running: null,
  failures: new Map(),
  givenUp: new Set(),
});

/** Makes a desk at which parts of a page ask. */
export function createQuestionDesk<Request, Answer>(
  answerOf: AskWorker<Request, Answer>,
  { stage, isAside, kept: mostKept }: DeskOptions,
): QuestionDesk<Request, Answer> {
  const store = createStore<Runs<Answer>>(() => noRuns(NO_ADDED_DATA));
  const wanted = new Map<string, Questions<Request>>();
  let forgetRest: (() => void) | null = null;
  let abort: AbortController | null = null;

  const isWanted = (key: string): boolean => [...wanted.values()].some((questions) => questions.has(key));

  /** The next question that somebody wants and that has neither an answer nor a reason to have none. */
  const nextQuestion = (): readonly [key: string, request: Request] | null => {
    const { answers, failures, givenUp } = store.getState();
    for (const questions of wanted.values())
      for (const question of questions)
        if (!answers.has(question[0]) && !failures.has(question[0]) && !givenUp.has(question[0]))
          return question;
    return null;
  };

  const stop = (): void => {
    forgetRest?.();
    forgetRest = null;
    abort?.abort();
    abort = null;
    store.setState({ running: null });
  };

  /** The newest answers, and all that somebody wants. */
  const kept = (answers: Runs<Answer>['answers']): Runs<Answer>['answers'] => {
    const newest = new Set([...answers.keys()].slice(-mostKept));
    return new Map([...answers].filter(([key]) => newest.has(key) || isWanted(key)));
  };

  /** Asks one question after the other until nothing is wanted. */
  const ask = async (): Promise<void> => {
    for (let question = nextQuestion(); question !== null && abort === null; question = nextQuestion()) {
      const [key, request] = question;
      const controller = new AbortController();
      const { signal } = controller;
      abort = controller;
      const tell = (progress: Progress) => signal.aborted || store.setState({ running: { key, progress } });
      tell({ stage, done: 0, total: Number.NaN });
      // A scenario's two sides share what the worker keeps of the land around stations.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await answerOf(request, { signal, onProgress: tell, isAside });
      if (signal.aborted) return;
      abort = null;
      const { answers, failures } = store.getState();
      if (answer.ok)
        store.setState({ answers: kept(new Map(answers).set(key, answer.value)), running: null });
      else if (isObsolete(answer.failure)) {
        store.setState({ running: null });
        return;
      } else store.setState({ failures: new Map(failures).set(key, answer.failure), running: null });
    }
  };

  /** Starts what is wanted after a rest, and ends what nobody wants any more. */
  const arrange = (): void => {
    const { running } = store.getState();
    if (running !== null && !isWanted(running.key)) stop();
    forgetRest?.();
    forgetRest =
      abort === null && nextQuestion() !== null ? callAfterRest(REST_MS, () => void ask(), isAside) : null;
  };

  return {
    store,
    want(part, questions, added) {
      if (store.getState().added !== added) {
        stop();
        store.setState(noRuns(added));
      }
      if (questions === null) wanted.delete(part);
      else wanted.set(part, questions);
      arrange();
    },
    cancel() {
      const { givenUp } = store.getState();
      stop();
      const keys = [...wanted.values()].flatMap((questions) => [...questions.keys()]);
      store.setState({ givenUp: new Set([...givenUp, ...keys]) });
    },
    retry() {
      store.setState({ givenUp: new Set(), failures: new Map() });
      arrange();
    },
  };
}
