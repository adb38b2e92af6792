import { travelImportHandlers } from './travel-import-handlers.ts';
import type { TravelImportOperations } from './travel-import-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<TravelImportOperations>(self as unknown as HostPort, travelImportHandlers);
