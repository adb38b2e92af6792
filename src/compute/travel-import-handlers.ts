import { succeed } from '#core/units/result.ts';
import { importGtfs } from '#data/gtfs/import-gtfs.ts';
import { importFlows } from '#data/import-flows.ts';
import { importPairs } from '#data/import-pairs.ts';
import { importPeopleGrid } from '#data/import-people-grid.ts';
import { importContext, withBytes } from './file-bytes.ts';
import type { TravelImportOperations } from './travel-import-operations.ts';
import type { Handlers } from './worker-host.ts';

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
