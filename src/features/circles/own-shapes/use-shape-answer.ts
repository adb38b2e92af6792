import type { MultiPolygon } from 'geojson';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CircleOperations } from '#compute/circle-operations.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { Failure, Result } from '#core/units/result.ts';
import { circleBudget, circleRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** What a shape holds, and how it lies to the hour of the circle. */
export type ShapeAnswer = CircleOperations['shape']['response'];

/** Asks the worker what a shape holds; held against the document's circle where it has an origin. */
export function askShape(
  area: MultiPolygon,
  circles: CirclesState,
  signal: AbortSignal,
): Promise<Result<ShapeAnswer>> {
  const circle =
    circles.origins.length === 0
      ? null
      : { request: circleRequestOf(circles, circleBudget(circles)), minutes: circles.minutes };
  return circleWorker().call('shape', { area, circle }, { signal });
}

interface Answered {
  readonly area: MultiPolygon | null;
  /** Choices that the answer was made for. */
  readonly circles: CirclesState | null;
  readonly answer: ShapeAnswer | null;
  readonly failure: Failure | null;
}

const NOTHING: Answered = { area: null, circles: null, answer: null, failure: null };

/** The figures of a shape, kept those of now; those of before stay while newer ones of the same shape are made. */
export function useShapeAnswer(area: MultiPolygon): Answered & { readonly retry: () => void } {
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const [answered, setAnswered] = useState(NOTHING);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    void askShape(area, circles, controller.signal).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) setAnswered({ area, circles, answer: result.value, failure: null });
      else if (!isObsolete(result.failure))
        setAnswered({ area, circles, answer: null, failure: result.failure });
    });
    return () => controller.abort();
    // `added` is read by the worker itself, and a retry asks the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [area, circles, added, tries]);
  const current = answered.area === area ? answered : NOTHING;
  return { ...current, retry: () => setTries((count) => count + 1) };
}
