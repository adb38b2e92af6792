import type { MultiPolygon } from 'geojson';
import { contourSurface } from '../contour/marching-squares.ts';
import type { CircleUncertainty } from './circle-uncertainty.ts';
import { CERTAINTY_LEVELS } from './circle-uncertainty.ts';
import { tallyCutoff } from './draw-tally.ts';

/** What lies within the cut-off in at least some percent of the draws. */
export interface CertaintyBand {
  readonly percent: number;
  readonly polygon: MultiPolygon;
}

/** The areas that the map draws of a run, the surest first; each holds those before it. */
export function certaintyBands({ shares }: Pick<CircleUncertainty, 'shares'>): readonly CertaintyBand[] {
  return CERTAINTY_LEVELS.map((percent) => ({
    percent,
    polygon: contourSurface(shares, tallyCutoff(percent)),
  }));
}
