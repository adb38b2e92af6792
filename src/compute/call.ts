import type { Result } from '#core/units/result.ts';

/** What is asked of a worker, and how. */
export interface Question {
  readonly operation: string;
  readonly request: unknown;
  /** Of the calls on one channel the latest wins (`call-channels.ts`). */
  readonly channel?: string | undefined;
  readonly stopBy: 'ask' | 'end';
  readonly onProgress?: ((progress: never) => void) | undefined;
}

/** A question on its way: until whoever asked has an answer, and beyond that until its worker is done with it. */
export interface Call extends Question {
  /** Gives the answer to whoever asked; only the first one counts. */
  readonly settle: (result: Result<unknown>) => void;
  /** Whoever asked has an answer; the worker may still be at it. */
  readonly isSettled: () => boolean;
  /** Workers that died while they had it. */
  crashes: number;
}

/** Makes a call of a question; `answer` hears its one answer. */
export function makeCall(question: Question, answer: (result: Result<unknown>) => void): Call {
  let isSettled = false;
  return {
    ...question,
    settle: (result) => {
      if (isSettled) return;
      isSettled = true;
      answer(result);
    },
    isSettled: () => isSettled,
    crashes: 0,
  };
}
