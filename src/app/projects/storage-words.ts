import type { Failure } from '#core/units/result.ts';

/** Which words say why the browser did not store the project. */
export function storageWords({ reason }: Failure): 'denied' | 'full' | 'failed' {
  if (reason === 'storage-denied') return 'denied';
  return reason === 'storage-full' ? 'full' : 'failed';
}
