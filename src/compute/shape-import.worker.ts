import { shapeImportHandlers } from './shape-import-handlers.ts';
import type { ShapeImportOperations } from './shape-import-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<ShapeImportOperations>(self as unknown as HostPort, shapeImportHandlers);
