import { scoreHandlers } from './score-handlers.ts';
import type { ScoreOperations } from './score-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<ScoreOperations>(self as unknown as HostPort, scoreHandlers);
