import { useCallback, useEffect, useRef, useState } from 'react';
import { isObsolete } from '#compute/protocol.ts';
import { createScoreClient, type ScoreClient } from '#compute/score-client.ts';
import type {
  AutocorrelationRequest,
  SpatialAutocorrelation,
} from '#core/structure/spatial-autocorrelation.ts';
import type { Failure } from '#core/units/result.ts';

/** Where a computation of Moran's I stands. */
export type AutocorrelationRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

let client: ScoreClient | null = null;

/** Computes Moran's I in the score worker; a newer request takes an older one's place. */
export function useAutocorrelation(
  onFound: (found: SpatialAutocorrelation, request: AutocorrelationRequest) => void,
): {
  readonly run: AutocorrelationRun;
  readonly start: (request: AutocorrelationRequest) => void;
  readonly cancel: () => void;
} {
  const [run, setRun] = useState<AutocorrelationRun>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  const latest = useRef(onFound);
  useEffect(() => {
    latest.current = onFound;
  });
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback((request: AutocorrelationRequest) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    client ??= createScoreClient();
    setRun({ kind: 'running', share: 0 });
    void client
      .call('autocorrelation', request, {
        signal: mine.signal,
        // Its computations never pause: giving up ends the worker.
        stopBy: 'end',
        onProgress: (share) => {
          if (!mine.signal.aborted) setRun({ kind: 'running', share });
        },
      })
      .then((result) => {
        if (mine.signal.aborted) return;
        if (result.ok) {
          setRun({ kind: 'idle' });
          latest.current(result.value, request);
        } else if (!isObsolete(result.failure)) setRun({ kind: 'failed', failure: result.failure });
      });
  }, []);
  const cancel = useCallback(() => {
    controller.current?.abort();
    setRun({ kind: 'idle' });
  }, []);
  return { run, start, cancel };
}
