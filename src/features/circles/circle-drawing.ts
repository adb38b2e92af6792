import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
import { minutesFromTicks, UNREACHED_TICKS } from '#core/surface/travel-time-ticks.ts';
import type { CircleContour, MinutesGrid } from '#map/layers/map-model.ts';
import type { CircleResults } from '#state/circles/circle-results.ts';

/** A surface's window as the grid of minutes that the map paints. */
export function gridOfSurface(surface: TravelTimeSurface): MinutesGrid {
  const { frame, row0, column0, rows, columns, ticks } = surface;
  const minutes = new Float32Array(ticks.length);
  for (let cell = 0; cell < ticks.length; cell += 1) {
    const value = ticks[cell] ?? UNREACHED_TICKS;
    minutes[cell] = value === UNREACHED_TICKS ? Infinity : minutesFromTicks(value);
  }
  return {
    west: frame.west + column0 * frame.cellDegrees,
    north: frame.north - row0 * frame.cellDegrees,
    cellDegrees: frame.cellDegrees,
    columns,
    rows,
    minutes,
  };
}

/** The areas to draw: all cut-offs of the one circle, or each origin's own at the minutes read out. */
export function contoursOf(results: Pick<CircleResults, 'answer' | 'apart'>): readonly CircleContour[] {
  const { answer, apart } = results;
  const drawn = apart.length > 0 ? apart.flatMap((each) => each.answer.contours) : (answer?.contours ?? []);
  return drawn.map(({ minutes, polygon }) => ({ minutes, area: polygon }));
}
