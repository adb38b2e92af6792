import type { Failure } from '#core/units/result.ts';
import type { StorageProblem } from '#state/persistence/project-record.ts';

/** Which words say why the browser did not store the project. */
export function storageWords({ reason }: Failure): 'denied' | 'full' | 'failed' {
  if (reason === 'storage-denied') return 'denied';
  return reason === 'storage-full' ? 'full' : 'failed';
}

/** Why something was not done with a stored project. */
export type ProjectRefusal = StorageProblem | 'open-elsewhere';

const REFUSALS = {
  'open-elsewhere': 'elsewhere',
  'project-unreadable': 'unreadable',
  'project-missing': 'missing',
  'changed-elsewhere': 'elsewhere',
  'storage-denied': 'storage',
  'storage-full': 'storage',
  'storage-failed': 'storage',
} as const satisfies Record<ProjectRefusal, string>;

/** Which words say so. */
export function refusalWords(reason: ProjectRefusal): (typeof REFUSALS)[ProjectRefusal] {
  return REFUSALS[reason];
}
