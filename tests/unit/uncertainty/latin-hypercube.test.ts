import { describe, expect, it } from 'vitest';
import { latinHypercube } from '#core/uncertainty/latin-hypercube.ts';
import { seededRandom } from '#core/units/seeded-random.ts';

const of = (seed: number) => [...latinHypercube(8, 2, seededRandom(seed))];

describe('latinHypercube', () => {
  it('holds one row in every stratum of every dimension', () => {
    const [points, dimensions] = [37, 4];
    const rows = latinHypercube(points, dimensions, seededRandom(5));
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const strata = Array.from({ length: points }, (_, point) =>
        Math.floor((rows[point * dimensions + dimension] ?? Number.NaN) * points),
      );
      expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, index) => index));
      // In another order than they are counted, or the dimensions would go together.
      expect(strata).not.toEqual(strata.toSorted((a, b) => a - b));
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });
});
