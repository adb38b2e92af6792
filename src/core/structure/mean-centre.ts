import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Coverage, Exclusion } from './coverage.ts';
import {
  bearingDegrees,
  greatCircleKm,
  lengthOf,
  projectEquidistant,
  toLngLat,
  toUnitVector,
  unprojectEquidistant,
  type Vector3,
} from './sphere.ts';

/** A place with a weight ≥ 0 (people, GDP). */
export interface WeightedPoint {
  readonly adcode: Adcode;
  readonly at: LngLat;
  readonly weight: number;
}

/** Puts positions and weights together; who lacks a figure or a position is named. A zero weight is a weight. */
export function readWeightedPoints(
  members: readonly Adcode[],
  positions: ReadonlyMap<Adcode, LngLat>,
  weights: ReadonlyMap<Adcode, number>,
): { readonly points: readonly WeightedPoint[]; readonly coverage: Coverage } {
  const points: WeightedPoint[] = [];
  const excluded: Exclusion[] = [];
  for (const adcode of new Set(members)) {
    const at = positions.get(adcode);
    const weight = weights.get(adcode);
    if (weight === undefined || !Number.isFinite(weight)) excluded.push({ adcode, reason: 'missing' });
    else if (weight < 0) excluded.push({ adcode, reason: 'not-positive' });
    else if (at === undefined) excluded.push({ adcode, reason: 'no-position' });
    else points.push({ adcode, at, weight });
  }
  return { points, coverage: { used: points.map((point) => point.adcode), excluded } };
}

const CONVERGED_KM = 1e-6;
const MAXIMUM_STEPS = 100;

/**
 * Weighted mean centre on the sphere: the point from which the weighted squares of the great-circle distances are least
 * (Fréchet mean), so the weighted mean of the azimuthal equidistant offsets around it is zero. Not the mean of
 * longitudes and latitudes, which lies north of it or south of it by the convergence of the meridians.
 * `null` for no weight at all, or for points that balance around the globe.
 * @see Buss and Fillmore (2001), Spherical averages, ACM Transactions on Graphics 20(2).
 */
export function meanCentreOf(points: readonly WeightedPoint[]): LngLat | null {
  let total = 0;
  let sum: Vector3 = [0, 0, 0];
  for (const { at, weight } of points) {
    const [x, y, z] = toUnitVector(at);
    sum = [sum[0] + weight * x, sum[1] + weight * y, sum[2] + weight * z];
    total += weight;
  }
  if (total <= 0 || lengthOf(sum) < 1e-9 * total) return null;
  let centre = toLngLat(sum);
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    let eastKm = 0;
    let northKm = 0;
    for (const { at, weight } of points) {
      const [east, north] = projectEquidistant(centre, at);
      eastKm += (weight * east) / total;
      northKm += (weight * north) / total;
    }
    centre = unprojectEquidistant(centre, [eastKm, northKm]);
    if (Math.hypot(eastKm, northKm) < CONVERGED_KM) break;
  }
  return centre;
}

/** From one centre to another. */
export interface CentreShift {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly km: number;
  /** Degrees clockwise from north, at the start. */
  readonly bearing: number;
  /** Both centres over the members that have both figures; the others are named. */
  readonly coverage: Coverage;
}

/**
 * Shift of the weighted mean centre between two years, over the members with a figure in *both*: a member that
 * appears only once would move the centre without anybody having moved. `null` where there is no centre.
 */
export function centreShiftOf(
  members: readonly Adcode[],
  positions: ReadonlyMap<Adcode, LngLat>,
  before: ReadonlyMap<Adcode, number>,
  after: ReadonlyMap<Adcode, number>,
): CentreShift | null {
  const earlier = readWeightedPoints(members, positions, before);
  const later = readWeightedPoints(earlier.coverage.used, positions, after);
  const used = new Set(later.coverage.used);
  const from = meanCentreOf(earlier.points.filter((point) => used.has(point.adcode)));
  const to = meanCentreOf(later.points);
  if (from === null || to === null) return null;
  return {
    from,
    to,
    km: greatCircleKm(from, to),
    bearing: bearingDegrees(from, to),
    coverage: {
      used: later.coverage.used,
      excluded: [...earlier.coverage.excluded, ...later.coverage.excluded],
    },
  };
}
