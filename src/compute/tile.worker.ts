import { createTileHandlers } from './tile-handlers.ts';
import type { TileOperations } from './tile-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<TileOperations>(self as unknown as HostPort, createTileHandlers());
