import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** The hour. */
export const CORE_CIRCLE_MINUTES = 60;

/** What a core city reaches, on its way, there, or why not. */
export type CoreCircle =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly readings: CircleReadings }
  | { readonly kind: 'failed'; readonly message: string };

const WAITING: CoreCircle = { kind: 'waiting' };

/** Area and people within the hour of a city, door to door, on the present network. */
export function useCoreCircle(adcode: Adcode | null): CoreCircle {
  const preset = useProject(({ circles }) => circles.preset);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly circle: CoreCircle } | null>(null);
  const added = useStore(addedTravelData);
  const key = `${adcode ?? ''} ${preset}`;
  useEffect(() => {
    if (adcode === null) return undefined;
    const controller = new AbortController();
    void circleWorker()
      .call(
        'circle',
        {
          request: {
            origins: [{ kind: 'city', adcode }],
            mode: 'door-to-door',
            maxMinutes: CORE_CIRCLE_MINUTES,
            preset,
            edits: [],
          },
          contourMinutes: [],
          readingMinutes: [CORE_CIRCLE_MINUTES],
          withSurface: false,
          withStations: false,
        },
        { signal: controller.signal },
      )
      .then((result) => {
        if (controller.signal.aborted) return;
        const readings = result.ok ? result.value.readings[0] : undefined;
        const message = result.ok ? '' : computationWords(result.failure).message;
        setAnswer({
          key,
          circle: readings === undefined ? { kind: 'failed', message } : { kind: 'ready', readings },
        });
      });
    return () => controller.abort();
    // `added` is not read here: it is what the worker computes with, and a change asks anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [adcode, preset, key, added]);
  return answer?.key === key ? answer.circle : WAITING;
}
