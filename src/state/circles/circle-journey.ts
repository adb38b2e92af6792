import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isObsolete } from '#compute/protocol.ts';
import type { Journey } from '#core/surface/circle-request.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure } from '#core/units/result.ts';
import { circleResults } from './circle-results.ts';
import { circleWorker } from './circle-worker.ts';

/** The way from the origin of the shown circle to a place; both `null` while it is asked for or without a circle. */
export interface JourneyTo {
  readonly journey: Journey | null;
  readonly failure: Failure | null;
}

const UNKNOWN: JourneyTo = { journey: null, failure: null };

/** Asks how one gets to a place by the definition of the circle on the map; asked again when the circle changes. */
export function useJourneyTo(at: LngLat): JourneyTo {
  const request = useStore(circleResults, (results) => results.request);
  const [answered, setAnswered] = useState<{ readonly key: string; readonly to: JourneyTo } | null>(null);
  const key = JSON.stringify([request, at]);
  useEffect(() => {
    if (request === null) return undefined;
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      const { signal } = controller;
      const answer = await circleWorker().call('explain-point', { request, at }, { signal });
      if (signal.aborted) return;
      if (answer.ok) setAnswered({ key, to: { journey: answer.value, failure: null } });
      else if (!isObsolete(answer.failure))
        setAnswered({ key, to: { journey: null, failure: answer.failure } });
    };
    void ask();
    return () => controller.abort();
  }, [key, request, at]);
  return answered?.key === key ? answered.to : UNKNOWN;
}
