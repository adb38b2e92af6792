import { useCallback, useEffect, useRef, useState } from 'react';
import { isObsolete } from '#compute/protocol.ts';
import { createScoreClient, type ScoreClient } from '#compute/score-client.ts';
import type { AttainableRanks } from '#core/scoring/robustness/attainable-rank.ts';
import { ALL_CHOICES, weightsOnly } from '#core/scoring/robustness/choices.ts';
import type { MonteCarloRequest, MonteCarloResult } from '#core/scoring/robustness/monte-carlo.ts';
import type { SensitivityResult } from '#core/scoring/robustness/sensitivity.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

/** A node of a person's own index. */
export type RankedIndex = NonNullable<MonteCarloRequest['byIndex']>;

/** What is drawn around. */
export interface RobustnessQuestion {
  readonly result: ScoreResult;
  readonly year: number;
  readonly draws: number;
  readonly varied: 'all' | 'weights';
  readonly byIndex: RankedIndex | null;
}

/** What a robustness run found; parts appear as they are done. */
export interface RobustnessFindings {
  /** The score that was drawn around: another one means that the findings are out of date. */
  readonly of: ScoreResult;
  readonly year: number;
  readonly varied: 'all' | 'weights';
  /** The node of an own index that was ranked by; `null` = the score. */
  readonly byIndex: RankedIndex | null;
  readonly monteCarlo: MonteCarloResult;
  readonly attainable: AttainableRanks | null;
  readonly sensitivity: SensitivityResult | null;
}

/** Where a run stands. */
export type RobustnessRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly stage: 'draws' | 'attainable' | 'sensitivity';
      readonly share: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** Seed of the app's runs; the command line gives the same numbers with `--seed 1`. */
export const SEED = 1;
/** Base samples of the sensitivity analysis per draw, as on the command line: it evaluates nine scores a sample. */
const DRAWS_PER_SAMPLE = 8;

let client: ScoreClient | null = null;

/**
 * Runs draws, sensitivity and attainable ranks one after the other in the score worker. By an own index the draws alone: one
 * choice varies, and its tree has no dimensions.
 */
export function useRobustness(): {
  readonly run: RobustnessRun;
  readonly findings: RobustnessFindings | null;
  readonly start: (question: RobustnessQuestion) => void;
  readonly cancel: () => void;
} {
  const [run, setRun] = useState<RobustnessRun>({ kind: 'idle' });
  const [findings, setFindings] = useState<RobustnessFindings | null>(null);
  const controller = useRef<AbortController | null>(null);

  const start = useCallback(({ result, year, draws, varied, byIndex }: RobustnessQuestion) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    client ??= createScoreClient();
    const worker = client;
    const { panel, options } = result;
    const choices = varied === 'all' && byIndex === null ? ALL_CHOICES : weightsOnly(options);
    const request = {
      panel,
      options,
      year,
      choices,
      draws,
      seed: SEED,
      ...(byIndex !== null && { byIndex }),
    };
    const during = (stage: 'draws' | 'attainable' | 'sensitivity') => {
      setRun({ kind: 'running', stage, share: 0 });
      return {
        signal: mine.signal,
        // Its computations never pause: giving up ends the worker.
        stopBy: 'end' as const,
        onProgress: (share: number) => {
          if (!mine.signal.aborted) setRun({ kind: 'running', stage, share });
        },
      };
    };
    const work = async () => {
      const monteCarlo = await worker.call('monte-carlo', request, during('draws'));
      if (mine.signal.aborted) return;
      if (!monteCarlo.ok)
        return setRun({ kind: 'failed', message: computationWords(monteCarlo.failure).message });
      let found: RobustnessFindings = {
        of: result,
        year,
        varied,
        byIndex,
        monteCarlo: monteCarlo.value,
        attainable: null,
        sensitivity: null,
      };
      setFindings(found);
      if (byIndex !== null) return setRun({ kind: 'idle' });
      const sensitivity = await worker.call(
        'sensitivity',
        { ...request, draws: Math.ceil(draws / DRAWS_PER_SAMPLE) },
        during('sensitivity'),
      );
      if (mine.signal.aborted) return;
      if (!sensitivity.ok)
        return setRun({ kind: 'failed', message: computationWords(sensitivity.failure).message });
      found = { ...found, sensitivity: sensitivity.value };
      setFindings(found);
      const attainable = await worker.call(
        'attainable-ranks',
        { panel, options, year, level: 'dimensions' },
        during('attainable'),
      );
      if (mine.signal.aborted) return;
      if (!attainable.ok && !isObsolete(attainable.failure))
        return setRun({ kind: 'failed', message: computationWords(attainable.failure).message });
      if (attainable.ok) setFindings({ ...found, attainable: attainable.value });
      setRun({ kind: 'idle' });
    };
    void work();
  }, []);

  const cancel = useCallback(() => {
    controller.current?.abort();
    setRun({ kind: 'cancelled' });
  }, []);
  useEffect(() => () => controller.current?.abort(), []);
  return { run, findings, start, cancel };
}
