import { createStore } from 'zustand/vanilla';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { TravelTimeMatrix } from '#core/surface/circle-engine.ts';
import type { Failure } from '#core/units/result.ts';
import { circleRequestOf, travelDefinitionKey } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** A table of times with what it was computed from. */
export interface ComputedMatrix {
  readonly matrix: TravelTimeMatrix;
  readonly cities: readonly Adcode[];
  readonly circles: CirclesState;
  readonly added: AddedTravelData;
}

/** The last table; it stays while a newer one is made, and outlives the panel's page. */
export interface MatrixTimes {
  /** The set of cities chosen by hand; `null` = the selected region's, or the capitals. */
  readonly set: string | null;
  readonly computed: ComputedMatrix | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

/** The table of travel times of this page. */
export const matrixTimes = createStore<MatrixTimes>(() => ({
  set: null,
  computed: null,
  progress: null,
  failure: null,
}));

/** Whether a table would come out otherwise today: by another definition, or with other own travel data. */
export function isOutdated(
  computed: Pick<ComputedMatrix, 'circles' | 'added'>,
  circles: CirclesState,
  added: AddedTravelData,
): boolean {
  return computed.added !== added || travelDefinitionKey(computed.circles) !== travelDefinitionKey(circles);
}

let abort: AbortController | null = null;

/** Computes the times between all pairs of some cities by the present definition. */
export async function computeMatrix(cities: readonly Adcode[], circles: CirclesState): Promise<void> {
  abort?.abort();
  const controller = new AbortController();
  abort = controller;
  const added = addedTravelData.getState();
  matrixTimes.setState({ failure: null, progress: { stage: 'origins', done: 0, total: cities.length } });
  const { preset, parameters, edits, mode } = circleRequestOf(circles, circles.minutes);
  const answer = await circleWorker().call(
    'matrix',
    {
      places: cities.map((adcode) => ({ kind: 'city', adcode })),
      request: {
        mode,
        ...(preset !== undefined && { preset }),
        ...(parameters !== undefined && { parameters }),
        ...(edits !== undefined && { edits }),
      },
    },
    { signal: controller.signal, onProgress: (progress) => matrixTimes.setState({ progress }) },
  );
  if (controller.signal.aborted) return;
  if (answer.ok) {
    matrixTimes.setState({ computed: { matrix: answer.value, cities, circles, added }, progress: null });
  } else {
    matrixTimes.setState({ progress: null, failure: isObsolete(answer.failure) ? null : answer.failure });
  }
}

/** Gives the computation up; the table that was there stays. */
export function cancelMatrix(): void {
  abort?.abort();
  matrixTimes.setState({ progress: null });
}
