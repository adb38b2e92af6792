import type { TravelParameters } from '../network/travel-parameters.ts';
import { seededRandom } from '../units/seeded-random.ts';
import type { AssumptionRange } from './assumption.ts';
import { valueAtQuantile, withAssumption } from './assumption.ts';
import { latinHypercube } from './latin-hypercube.ts';

/** Parameters with every assumption put to its value in a draw, from 0. */
export type DrawnParameters = (parameters: TravelParameters, draw: number) => TravelParameters;

/** The draws of a run: the same ranges, number and seed give the same values, whatever is computed with them. */
export function drawValues(ranges: readonly AssumptionRange[], draws: number, seed: number): DrawnParameters {
  const points = latinHypercube(draws, ranges.length, seededRandom(seed));
  return (parameters, draw) =>
    ranges.reduce(
      (drawn, range, dimension) =>
        withAssumption(
          drawn,
          range.id,
          valueAtQuantile(range, points[draw * ranges.length + dimension] as number),
        ),
      parameters,
    );
}
