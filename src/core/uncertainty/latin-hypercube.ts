/**
 * A Latin hypercube: `points` rows of `dimensions` numbers in (0, 1). In every dimension each of the `points` equal strata
 * holds exactly one row, so that a few hundred rows cover each single range evenly.
 * @param random seeded, in [0, 1)
 * @returns row by row
 * @see McKay, Beckman & Conover (1979), A comparison of three methods for selecting values of input variables, Technometrics 21: 239–245
 */
export function latinHypercube(points: number, dimensions: number, random: () => number): Float64Array {
  const rows = new Float64Array(points * dimensions);
  const strata = new Uint32Array(points);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    for (let point = 0; point < points; point++) strata[point] = point;
    // Fisher–Yates
    for (let point = points - 1; point > 0; point--) {
      const other = Math.floor(random() * (point + 1));
      const kept = strata[point] as number;
      strata[point] = strata[other] as number;
      strata[other] = kept;
    }
    for (let point = 0; point < points; point++) {
      rows[point * dimensions + dimension] = ((strata[point] as number) + random()) / points;
    }
  }
  return rows;
}
