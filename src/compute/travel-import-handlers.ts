import { fail, type Result, succeed } from '#core/units/result.ts';
import { importGtfs } from '#data/gtfs/import-gtfs.ts';
import { importFlows } from '#data/import-flows.ts';
import { importPairs } from '#data/import-pairs.ts';
import { importPeopleGrid } from '#data/import-people-grid.ts';
import type { ImportContext } from '#data/import-problem.ts';
import type { ImportProgress, TravelImportOperations } from './travel-import-operations.ts';
import type { CallContext, Handlers } from './worker-host.ts';

/** Files are not even opened above this. */
const MOST_BYTES = 300e6;

function importContext({ signal, reportProgress, pause }: CallContext<ImportProgress>): ImportContext {
  return { signal, pause, onProgress: (share) => reportProgress({ share }) };
}

async function withBytes<Value>(
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

/** What the import worker does for each of its operations. */
export const travelImportHandlers: Handlers<TravelImportOperations> = {
  open: () => ({ result: succeed(null) }),
  gtfs: ({ file, options }, context) =>
    withBytes(file, (buffer) => importGtfs(new Uint8Array(buffer), options, importContext(context))),
  pairs: ({ file, fileName, known }, context) =>
    withBytes(file, (buffer) => importPairs(new Uint8Array(buffer), fileName, known, importContext(context))),
  flows: ({ file, fileName, units }, context) =>
    withBytes(file, (buffer) => importFlows(new Uint8Array(buffer), fileName, units, importContext(context))),
  people: ({ file, fileName, frame }, context) =>
    withBytes(file, (buffer) => importPeopleGrid(buffer, fileName, frame, importContext(context))),
};
