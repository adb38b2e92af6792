import type { Failure, Result } from '#core/units/result.ts';

/** One kind of question to a worker: what is asked, what comes back, what is reported on the way. */
export interface Operation {
  readonly request: unknown;
  readonly response: unknown;
  /** `never` where nothing is reported. */
  readonly progress: unknown;
}

/** The typed message map of one worker: operation name → types. See `circle-operations.ts`, `score-operations.ts`. */
export type Operations<Map> = { readonly [Name in keyof Map]: Operation };

/** How far a long computation or a download is: `done` of `total`, in the unit that `stage` implies. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly operation: string; readonly request: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** From the worker to the page; every call is answered by exactly one `settled` or `threw`, cancelled or not. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'settled'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'threw'; readonly id: number; readonly message: string };

/** The person or the page gave the question up. */
export const ABORTED: Failure<'aborted'> = {
  reason: 'aborted',
  message: 'The computation was cancelled.',
  nextStep: 'Start it again when you need it.',
};

/** A newer question on the same channel took this one's place. */
export const SUPERSEDED: Failure<'superseded'> = {
  reason: 'superseded',
  message: 'A newer request took the place of this one.',
  nextStep: 'Wait for the newer result.',
};

/** True for the two failures that nobody needs to be told about: given up, or overtaken by a newer question. */
export function isObsolete(failure: Failure): boolean {
  return failure.reason === 'aborted' || failure.reason === 'superseded';
}
