import type { Result } from '#core/units/result.ts';
import type { Timeline } from '../history.ts';

/** What a list of projects shows of one. */
export interface ProjectSummary {
  readonly id: string;
  /** The person's name for it; empty = unnamed. */
  readonly name: string;
  /** When it was last saved, milliseconds since 1970. */
  readonly savedAtMs: number;
  /** Counts the savings: who saves over another number than the one read would overwrite somebody else's work. */
  readonly revision: number;
  /** When it was deleted, milliseconds since 1970; absent while it is not. */
  readonly removedAtMs?: number;
}

/** A deleted project that can be brought back still. */
export interface RemovedProject extends ProjectSummary {
  readonly removedAtMs: number;
}

/** A project as stored: the document with all its steps. */
export interface StoredProject extends ProjectSummary {
  readonly timeline: Timeline;
  /** Whether the stored steps could not be read and were left out; the document is whole all the same. */
  readonly lostHistory: boolean;
}

/** Why the storage did not do what was asked. */
export type StorageProblem =
  | 'storage-denied'
  | 'storage-full'
  | 'storage-failed'
  | 'changed-elsewhere'
  | 'project-missing'
  | 'project-unreadable';

/** Where projects are kept. Every failure is a value with one of {@link StorageProblem}. */
export interface ProjectDatabase {
  /** All projects but the deleted ones, last saved first. */
  readonly list: () => Promise<Result<readonly ProjectSummary[], StorageProblem>>;
  /** Those that are deleted and not erased yet, last deleted first. */
  readonly listRemoved: () => Promise<Result<readonly RemovedProject[], StorageProblem>>;
  readonly read: (id: string) => Promise<Result<StoredProject, StorageProblem>>;
  /**
   * Saves a project if its stored revision still is `revision` (0 = not stored yet), else fails with `changed-elsewhere`.
   * Gives the new revision. Where the storage is full, deleted projects are erased for it. A project that was deleted
   * elsewhere is one again.
   */
  readonly write: (
    id: string,
    timeline: Timeline,
    revision: number,
    savedAtMs: number,
  ) => Promise<Result<number, StorageProblem>>;
  /** Deletes a project, with a way back: also one that cannot be read. */
  readonly remove: (id: string, atMs: number) => Promise<Result<null, StorageProblem>>;
  readonly bringBack: (id: string) => Promise<Result<null, StorageProblem>>;
  /** Erases a deleted project for good. */
  readonly erase: (id: string) => Promise<Result<null, StorageProblem>>;
  /** Erases what was deleted before a moment; gives how many projects that were. */
  readonly eraseRemoved: (beforeMs: number) => Promise<Result<number, StorageProblem>>;
}
