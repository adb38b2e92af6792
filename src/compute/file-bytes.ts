import { fail, type Result } from '#core/units/result.ts';
import type { ImportContext } from '#data/import-problem.ts';
import type { ImportProgress } from './travel-import-operations.ts';
import type { CallContext } from './worker-host.ts';

/** Files are not even opened above this. */
const MOST_BYTES = 300e6;

/** What an importer is told of its call. */
export function importContext({ signal, reportProgress, pause }: CallContext<ImportProgress>): ImportContext {
  return { signal, pause, onProgress: (share) => reportProgress({ share }) };
}

/** Opens a file and reads it; the failure says why it could not be opened. */
export async function withBytes<Value>(
  file: Blob,
  read: (buffer: ArrayBuffer) => Promise<Result<Value>>,
): Promise<{ result: Result<Value> }> {
  if (file.size > MOST_BYTES)
    return {
      result: fail({
        reason: 'file-too-large',
        message: 'The file has more than 300 MB.',
        nextStep: 'Cut it to your region first.',
      }),
    };
  let buffer: ArrayBuffer;
  try {
    buffer = await file.arrayBuffer();
  } catch {
    return {
      result: fail({
        reason: 'file-unreadable',
        message: 'The file cannot be read: it was moved, changed or is not allowed.',
        nextStep: 'Choose it again.',
      }),
    };
  }
  return { result: await read(buffer) };
}
