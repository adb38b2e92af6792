import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Coverage } from './coverage.ts';
import { meanCentreOf, readWeightedPoints } from './mean-centre.ts';
import { projectEquidistant, unprojectEquidistant } from './sphere.ts';

/**
 * Length of the semi-axes, from the weighted standard deviations σ along the principal axes:
 * `yuill` σ itself (Yuill 1971); `sqrt2` σ·√2 (ArcGIS, turf); `crimestat` σ·√2·√(n/(n−2)), n the number of points
 * (CrimeStat III manual, chapter 4). On a bivariate normal cloud σ holds about 39 % of the weight, σ·√2 about 63 %.
 */
export type EllipseConvention = 'yuill' | 'sqrt2' | 'crimestat';

/** A standard deviational ellipse. */
export interface DeviationalEllipse {
  readonly centre: LngLat;
  readonly semiMajorKm: number;
  readonly semiMinorKm: number;
  /** Direction of the major axis, degrees clockwise from north at the centre, 0 ≤ a < 180. */
  readonly majorBearing: number;
  readonly areaKm2: number;
  /** Minor by major axis, 1 = round. */
  readonly roundness: number;
  /** Share of the weight inside the ellipse, 0–1. */
  readonly weightInside: number;
  readonly convention: EllipseConvention;
  /** Closed ring, counter-clockwise. */
  readonly ring: readonly LngLat[];
  readonly coverage: Coverage;
}

const RING_STEPS = 72;

/**
 * Weighted standard deviational ellipse in the azimuthal equidistant projection around the weighted mean centre on the
 * sphere ({@link meanCentreOf}): distances and directions from the centre are true, in km, at any latitude. With offsets x
 * (east) and y (north), weights w: `σ² = ½(Sxx + Syy) ± ½√((Sxx − Syy)² + 4Sxy²)`, `S.. = Σw.. / Σw`, which is Yuill's
 * tangent formula as eigenvalues of the covariance matrix, defined for every quadrant.
 * `null` with fewer than three weighted points or when all stand at one place.
 * @see Yuill (1971), The standard deviational ellipse: an updated tool for spatial description, Geografiska Annaler B 53(1).
 */
export function deviationalEllipseOf(
  members: readonly Adcode[],
  positions: ReadonlyMap<Adcode, LngLat>,
  weights: ReadonlyMap<Adcode, number>,
  convention: EllipseConvention = 'yuill',
): DeviationalEllipse | null {
  const { points, coverage } = readWeightedPoints(members, positions, weights);
  const weighted = points.filter((point) => point.weight > 0);
  const n = weighted.length;
  const centre = meanCentreOf(weighted);
  if (centre === null || n < 3) return null;
  const offsets = weighted.map((point) => projectEquidistant(centre, point.at));
  const total = weighted.reduce((sum, point) => sum + point.weight, 0);
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  weighted.forEach((point, i) => {
    const [x, y] = offsets[i] ?? [0, 0];
    const share = point.weight / total;
    sxx += share * x * x;
    syy += share * y * y;
    sxy += share * x * y;
  });
  const middle = (sxx + syy) / 2;
  const spread = Math.hypot((sxx - syy) / 2, sxy);
  const factor = convention === 'yuill' ? 1 : Math.sqrt(convention === 'sqrt2' ? 2 : (2 * n) / (n - 2));
  const semiMajorKm = factor * Math.sqrt(middle + spread);
  const semiMinorKm = factor * Math.sqrt(Math.max(0, middle - spread));
  if (semiMajorKm < 1e-9) return null;
  // Angle of the major axis from east, counter-clockwise; the bearing is its complement.
  const fromEast = 0.5 * Math.atan2(2 * sxy, sxx - syy);
  const majorBearing = (((90 - (fromEast * 180) / Math.PI) % 180) + 180) % 180;
  const along = [Math.cos(fromEast), Math.sin(fromEast)] as const;
  const ring: LngLat[] = [];
  for (let step = 0; step <= RING_STEPS; step++) {
    const turn = ((step % RING_STEPS) * 2 * Math.PI) / RING_STEPS;
    const major = semiMajorKm * Math.cos(turn);
    const minor = semiMinorKm * Math.sin(turn);
    ring.push(
      unprojectEquidistant(centre, [
        major * along[0] - minor * along[1],
        major * along[1] + minor * along[0],
      ]),
    );
  }
  const inside = weighted.reduce((sum, point, i) => {
    const [x, y] = offsets[i] ?? [0, 0];
    const major = (x * along[0] + y * along[1]) / semiMajorKm;
    const minor = y * along[0] - x * along[1];
    const within =
      semiMinorKm === 0
        ? Math.abs(minor) < 1e-9 && Math.abs(major) <= 1
        : Math.hypot(major, minor / semiMinorKm) <= 1;
    return within ? sum + point.weight : sum;
  }, 0);
  return {
    centre,
    semiMajorKm,
    semiMinorKm,
    majorBearing,
    areaKm2: Math.PI * semiMajorKm * semiMinorKm,
    roundness: semiMinorKm / semiMajorKm,
    weightInside: inside / total,
    convention,
    ring,
    coverage,
  };
}
