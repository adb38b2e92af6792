import { succeed } from '#core/units/result.ts';
import { importShapes } from '#data/shapes/import-shapes.ts';
import { importContext, withBytes } from './file-bytes.ts';
import type { ShapeImportOperations } from './shape-import-operations.ts';
import type { Handlers } from './worker-host.ts';

/** What the worker for boundaries does for each of its operations. */
export const shapeImportHandlers: Handlers<ShapeImportOperations> = {
  open: () => ({ result: succeed(null) }),
  read: ({ file, options }, context) =>
    withBytes(file, (buffer) => importShapes(new Uint8Array(buffer), options, importContext(context))),
};
