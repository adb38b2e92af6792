import type { History, HistoryEntry } from '../history.ts';

/** Under a project's id: how many of its steps are done, and how many are stored in all. */
export interface StoredProgress {
  readonly done: number;
  readonly count: number;
}

/** The key of a step: the project, and the step's place. */
export type StepKey = [project: string, place: number];

/**
 * All steps in their order, those taken back behind those done: undo and redo move only the mark between them, and a new
 * decision changes nothing before it.
 */
export function stepsInOrder({ past, future }: History): readonly HistoryEntry[] {
  return [...past, ...future.toReversed()];
}

/** What must be written where `before` is stored. */
export interface StepChanges {
  /** Steps that are not stored as they are, with their places. */
  readonly put: readonly (readonly [place: number, step: HistoryEntry])[];
  readonly progress: StoredProgress;
}

/** Which steps differ from those stored. Steps never change in place, so that the same object is the same step. */
export function changedSteps(history: History, before: readonly HistoryEntry[]): StepChanges {
  const steps = stepsInOrder(history);
  return {
    put: steps.flatMap((step, place) => (step === before[place] ? [] : [[place, step] as const])),
    progress: { done: history.past.length, count: steps.length },
  };
}

/** Whether the record under a project's id is of the form that is written now: its steps stand in records of their own. */
export function isStepByStep(record: unknown): record is StoredProgress {
  return typeof record === 'object' && record !== null && 'done' in record && 'count' in record;
}

/**
 * The history of what is stored, not checked yet; `null` if it is damaged. Until November 2026 a project's whole history
 * was one record; such a one is read as it is, and stored step by step from the next saving on.
 */
export function storedHistory(record: unknown, steps: readonly unknown[]): unknown {
  if (!isStepByStep(record)) return record;
  const { done, count } = record;
  if (steps.length !== count || !(done <= count)) return null;
  return { past: steps.slice(0, done), future: steps.slice(done).toReversed() };
}
