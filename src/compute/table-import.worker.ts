import { tableImportHandlers } from './table-import-handlers.ts';
import type { TableImportOperations } from './table-import-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<TableImportOperations>(self as unknown as HostPort, tableImportHandlers);
