import type { Failure } from '#core/units/result.ts';
import type { StorageProblem } from './project-record.ts';

/** How the open project stands with the storage. */
export interface SessionState {
  readonly id: string;
  /** `new`: nothing decided yet, nothing stored. */
  readonly saving: 'new' | 'pending' | 'saved' | 'failed';
  /** Why the last saving failed. */
  readonly failure: Failure<StorageProblem> | null;
  /** What a person should know about how the project was opened, until they close the slip. */
  readonly notice: 'copy' | 'lost-history' | null;
}
