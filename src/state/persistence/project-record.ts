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
}

/** A project as stored: the document with all its steps. */
export interface StoredProject extends ProjectSummary {
  readonly timeline: Timeline;
  /** Whether the stored steps could not be read and were left out; the document is whole all the same. */
  readonly lostHistory: boolean;
}

export type StorageProblem =
  | 'storage-denied'
  | 'storage-full'
  | 'storage-failed'
  | 'changed-elsewhere'
  | 'project-missing'
  | 'project-unreadable';

/** Where projects are kept. Every failure is a value with one of {@link StorageProblem}. */
export interface ProjectDatabase {
  /** All projects, last saved first. */
  readonly list: () => Promise<Result<readonly ProjectSummary[], StorageProblem>>;
  readonly read: (id: string) => Promise<Result<StoredProject, StorageProblem>>;
  /**
   * Saves a project if its stored revision still is `revision` (0 = not stored yet), else fails with `changed-elsewhere`.
   * Gives the new revision.
   */
  readonly write: (
    id: string,
    timeline: Timeline,
    revision: number,
    savedAtMs: number,
  ) => Promise<Result<number, StorageProblem>>;
  readonly remove: (id: string) => Promise<Result<null, StorageProblem>>;
}
