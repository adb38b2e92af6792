import type { MultiPolygon } from 'geojson';
import type { ShapeReadings } from '#core/surface/shape-readings.ts';
import { circleWorker } from '../circles/circle-worker.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';

/** What shapes hold, by their area; `null` for one without land of the country. */
export type ShapeHoldings = ReadonlyMap<MultiPolygon, ShapeReadings | null>;

/** Answers of before: they hang on the person's own people alone. */
const known = new WeakMap<
  MultiPolygon,
  { readonly people: unknown; readonly readings: ShapeReadings | null }
>();

/** Asks the circle worker what shapes hold, one after the other; what could not be had is not in the answer. */
export async function shapeHoldings(
  areas: readonly MultiPolygon[],
  signal: AbortSignal,
): Promise<ShapeHoldings> {
  const holdings = new Map<MultiPolygon, ShapeReadings | null>();
  for (const area of areas) {
    const { people } = addedTravelData.getState();
    const before = known.get(area);
    if (before !== undefined && before.people === people) {
      holdings.set(area, before.readings);
      continue;
    }
    const answer = await circleWorker().call('shape', { area, circle: null }, { signal });
    if (signal.aborted) break;
    const isKnown = answer.ok || answer.failure.reason === 'shape-without-land';
    if (!isKnown) continue;
    const readings = answer.ok ? answer.value.readings : null;
    known.set(area, { people, readings });
    holdings.set(area, readings);
  }
  return holdings;
}
