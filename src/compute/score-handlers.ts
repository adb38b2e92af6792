import { attainableRanks } from '#core/scoring/robustness/attainable-rank.ts';
import { runMonteCarlo } from '#core/scoring/robustness/monte-carlo.ts';
import { runSensitivity } from '#core/scoring/robustness/sensitivity.ts';
import { scorePanel } from '#core/scoring/score.ts';
import { spatialAutocorrelationOf } from '#core/structure/spatial-autocorrelation.ts';
import { succeed } from '#core/units/result.ts';
import type { ScoreOperations } from './score-operations.ts';
import type { Handlers } from './worker-host.ts';

/** What the score worker does for each of its operations. */
export const scoreHandlers: Handlers<ScoreOperations> = {
  open: () => ({ result: succeed(null) }),
  score: ({ panel, options }) => ({ result: succeed(scorePanel(panel, options)) }),
  'monte-carlo': (request, { reportProgress }) => ({
    result: succeed(runMonteCarlo(request, { onProgress: reportProgress })),
  }),
  sensitivity: (request, { reportProgress }) => ({
    result: succeed(runSensitivity(request, { onProgress: reportProgress })),
  }),
  'attainable-ranks': ({ panel, options, year, level }, { reportProgress }) => ({
    result: succeed(attainableRanks(scorePanel(panel, options), year, level, { onProgress: reportProgress })),
  }),
  autocorrelation: (request, { reportProgress }) => ({
    result: succeed(spatialAutocorrelationOf(request, reportProgress)),
  }),
};
