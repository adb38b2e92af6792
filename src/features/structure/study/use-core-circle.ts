import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { useAttempt } from './ask-again.ts';

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
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly added: AddedTravelData;
    readonly circle: CoreCircle;
  } | null>(null);
  const added = useStore(addedTravelData);
  const key = `${useAttempt()} ${adcode ?? ''} ${preset}`;
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
          added,
          circle: readings === undefined ? { kind: 'failed', message } : { kind: 'ready', readings },
        });
      });
    return () => controller.abort();
  }, [adcode, preset, key, added]);
  return answer?.key === key && answer.added === added ? answer.circle : WAITING;
}
