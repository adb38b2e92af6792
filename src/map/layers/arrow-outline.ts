import type { LngLat } from '#core/units/coordinates.ts';
import { mercatorFraction, positionOfFraction } from './map-view.ts';

/** Proportions of an arrow, shares of the distance from tail to tip: it grows and shrinks with the map. */
const bend = 0.1;
const headLength = 0.15;
const headHalfWidth = 0.052;
const neckHalfWidth = 0.018;
const tailHalfWidth = 0.004;
/** Points along one side of the shaft. */
const steps = 14;

type Point = readonly [x: number, y: number];

/**
 * The outline of a bent, tapering arrow, in order, not closed. Worked out in Web Mercator, where angles are those on the
 * screen; the first entry is the tip.
 */
export function arrowOutline(from: LngLat, to: LngLat): readonly LngLat[] {
  const start = mercatorFraction(from);
  const end = mercatorFraction(to);
  const along: Point = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(...along);
  if (length === 0) return [to, to, to];
  const control: Point = [
    (start[0] + end[0]) / 2 + along[1] * bend,
    (start[1] + end[1]) / 2 - along[0] * bend,
  ];
  const at = (t: number): Point => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]];
  };
  /** Unit normal to the right of the way at `t`. */
  const normal = (t: number): Point => {
    const dx = 2 * (1 - t) * (control[0] - start[0]) + 2 * t * (end[0] - control[0]);
    const dy = 2 * (1 - t) * (control[1] - start[1]) + 2 * t * (end[1] - control[1]);
    const size = Math.hypot(dx, dy);
    return [-dy / size, dx / size];
  };
  const beside = (t: number, halfWidth: number): Point => {
    const [x, y] = at(t);
    const [nx, ny] = normal(t);
    return [x + nx * halfWidth * length, y + ny * halfWidth * length];
  };
  const neck = 1 - headLength;
  const side = (sign: 1 | -1): Point[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const share = step / steps;
      return beside(share * neck, sign * (tailHalfWidth + (neckHalfWidth - tailHalfWidth) * share));
    });
  const outline: readonly Point[] = [
    end,
    beside(neck, headHalfWidth),
    ...side(1).toReversed(),
    ...side(-1),
    beside(neck, -headHalfWidth),
  ];
  return outline.map(positionOfFraction);
}
