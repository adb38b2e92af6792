import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Coverage } from './coverage.ts';
import { readWeightedPoints } from './mean-centre.ts';
import { cross, dot, lengthOf, toLngLat, toUnitVector, type Vector3 } from './sphere.ts';

/**
 * Ends of the Hu line: 瑷珲 (today 黑河, 爱辉区) and 腾冲.
 * Positions of the towns 爱辉区 (黑河) and 腾越 (腾冲) from GeoNames 8559010 and 1279891 (CC BY 4.0), rounded to 0.01°; Hu drew the line by hand on a small map, so no finer end exists.
 * @see 胡焕庸 (1935),《中国人口之分布》, 地理学报 2(2).
 */
export const HU_LINE_ENDS: { readonly heihe: LngLat; readonly tengchong: LngLat } = {
  heihe: [127.49, 50.25],
  tengchong: [98.51, 24.99],
};

/** Side of the Hu line. */
export type HuSide = 'southeast' | 'northwest';

const northPole: Vector3 = cross(toUnitVector(HU_LINE_ENDS.tengchong), toUnitVector(HU_LINE_ENDS.heihe));

/** The side of the great circle through both ends on which a place lies; on the line itself counts as south-east. */
export function huSideOf(at: LngLat): HuSide {
  return dot(northPole, toUnitVector(at)) > 0 ? 'northwest' : 'southeast';
}

/** The line as drawn: the great circle between the ends, `steps + 1` points from Heihe to Tengchong. */
export function huLinePath(steps = 32): LngLat[] {
  const from = toUnitVector(HU_LINE_ENDS.heihe);
  const to = toUnitVector(HU_LINE_ENDS.tengchong);
  const angle = Math.atan2(lengthOf(cross(from, to)), dot(from, to));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = step / steps;
    const a = Math.sin((1 - part) * angle);
    const b = Math.sin(part * angle);
    return toLngLat([a * from[0] + b * to[0], a * from[1] + b * to[1], a * from[2] + b * to[2]]);
  });
}

/** Both sides' totals. Each unit counts whole, on the side of its position; units cut by the line are not split. */
export interface HuLineShares {
  readonly southeast: number;
  readonly northwest: number;
  /** Share of the south-east, 0–1; `null` when both sides are zero. */
  readonly southeastShare: number | null;
  readonly southeastUnits: number;
  readonly northwestUnits: number;
  readonly coverage: Coverage;
}

/** Sums a count (people, GDP, km²) on both sides of the Hu line; counties give a sharper answer than prefectures. */
export function huLineSharesOf(
  members: readonly Adcode[],
  positions: ReadonlyMap<Adcode, LngLat>,
  counts: ReadonlyMap<Adcode, number>,
): HuLineShares {
  const { points, coverage } = readWeightedPoints(members, positions, counts);
  const sums = { southeast: 0, northwest: 0 };
  const units = { southeast: 0, northwest: 0 };
  for (const { at, weight } of points) {
    const side = huSideOf(at);
    sums[side] += weight;
    units[side] += 1;
  }
  const total = sums.southeast + sums.northwest;
  return {
    ...sums,
    southeastShare: total > 0 ? sums.southeast / total : null,
    southeastUnits: units.southeast,
    northwestUnits: units.northwest,
    coverage,
  };
}
