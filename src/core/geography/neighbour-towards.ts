import type { LngLat } from '../units/coordinates.ts';
import type { Adcode } from './admin-unit.ts';

/** On the map, north up. */
export type Heading = 'north' | 'east' | 'south' | 'west';

/** A unit and the point that stands for it. */
export interface Placed {
  readonly adcode: Adcode;
  readonly seat: LngLat;
}

const UNIT_VECTORS: Readonly<Record<Heading, readonly [east: number, north: number]>> = {
  north: [0, 1],
  east: [1, 0],
  south: [0, -1],
  west: [-1, 0],
};

/** Cosine of the widest angle off the heading at which a unit still lies “that way”: 60°. */
const LEAST_COSINE = 0.5;

/**
 * The unit that a person means who goes one step that way: of those within 60° of the heading the one for which distance,
 * lengthened by the angle off the heading (divided by its squared cosine), is least; `null` where there is none.
 * Degrees of longitude are shortened by the cosine of the start's latitude, which is enough to choose among neighbours.
 */
export function neighbourTowards(
  from: LngLat,
  candidates: Iterable<Placed>,
  heading: Heading,
): Placed | null {
  const [east, north] = UNIT_VECTORS[heading];
  const shortening = Math.cos((from[1] * Math.PI) / 180);
  let best: Placed | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const dx = (candidate.seat[0] - from[0]) * shortening;
    const dy = candidate.seat[1] - from[1];
    const distance = Math.hypot(dx, dy);
    if (distance === 0) continue;
    const cosine = (dx * east + dy * north) / distance;
    const cost = distance / cosine ** 2;
    if (cosine < LEAST_COSINE || cost >= least) continue;
    best = candidate;
    least = cost;
  }
  return best;
}

/** The unit whose seat is nearest to a point; `null` for none. */
export function nearestTo(point: LngLat, candidates: Iterable<Placed>): Placed | null {
  const shortening = Math.cos((point[1] * Math.PI) / 180);
  let best: Placed | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = Math.hypot((candidate.seat[0] - point[0]) * shortening, candidate.seat[1] - point[1]);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}
