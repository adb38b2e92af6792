import type { AttainableRanks } from '#core/scoring/robustness/attainable-rank.ts';
import type { MonteCarloRequest, MonteCarloResult } from '#core/scoring/robustness/monte-carlo.ts';
import type { SensitivityResult } from '#core/scoring/robustness/sensitivity.ts';
import type { ScoreOptions } from '#core/scoring/score-options.ts';
import type {
  AutocorrelationRequest,
  SpatialAutocorrelation,
} from '#core/structure/spatial-autocorrelation.ts';
import type { ScorePanel } from '#core/scoring/score-panel.ts';
import type { ScoreResult } from '#core/scoring/score.ts';

/** A gathered panel and how to score it. */
export interface ScoreRequest {
  readonly panel: ScorePanel;
  readonly options: ScoreOptions;
}

/**
 * Everything that the score worker answers; progress is the share done, 0–1. The worker keeps nothing: requests carry
 * their panel. Its computations never pause, so calls that may be given up say `stopBy: 'end'`.
 */
export interface ScoreOperations {
  readonly open: { readonly request: null; readonly response: null; readonly progress: never };
  readonly score: {
    readonly request: ScoreRequest;
    readonly response: ScoreResult;
    readonly progress: never;
  };
  /** Rank distributions and pairwise dominance over random choices. */
  readonly 'monte-carlo': {
    readonly request: MonteCarloRequest;
    readonly response: MonteCarloResult;
    readonly progress: number;
  };
  /** Which choice the ranks hang on. */
  readonly sensitivity: {
    readonly request: MonteCarloRequest;
    readonly response: SensitivityResult;
    readonly progress: number;
  };
  /** Best and worst rank over all weights. */
  readonly 'attainable-ranks': {
    readonly request: ScoreRequest & { readonly year: number; readonly level: 'dimensions' | 'indicators' };
    readonly response: AttainableRanks;
    readonly progress: number;
  };
  /** Whether an indicator's figures lie near their like: Moran's I, global and local. */
  readonly autocorrelation: {
    readonly request: AutocorrelationRequest;
    readonly response: SpatialAutocorrelation;
    readonly progress: number;
  };
}
