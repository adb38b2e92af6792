import type { Position } from 'geojson';

/** A ring as it is taken, and what was wrong with it. `null` ring: it surrounds nothing. */
export interface CheckedRing {
  readonly ring: Position[] | null;
  readonly wasOpen: boolean;
}

/** Closes a ring and takes out corners that repeat the one before. */
export function checkRing(positions: readonly (readonly [number, number])[]): CheckedRing {
  const ring: Position[] = [];
  for (const [x, y] of positions) {
    const last = ring.at(-1);
    if (last?.[0] !== x || last[1] !== y) ring.push([x, y]);
  }
  const [first] = ring;
  const last = ring.at(-1);
  const wasOpen =
    first !== undefined && ring.length > 1 && (first[0] !== last?.[0] || first[1] !== last?.[1]);
  if (first !== undefined && wasOpen) ring.push([...first]);
  return { ring: ring.length < 4 || isStraight(ring) ? null : ring, wasOpen };
}

/** Whether all corners lie on one line. A bow of two equal halves has no area by sign, but surrounds some. */
function isStraight(ring: readonly Position[]): boolean {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  const [x1 = 0, y1 = 0] = ring[1] ?? [];
  return ring.every(([x = 0, y = 0]) => (x1 - x0) * (y - y0) === (x - x0) * (y1 - y0));
}

/** Pairs of sides that may still be held against each other. */
export interface CrossingBudget {
  left: number;
}

function side(a: Position, b: Position, c: Position): number {
  return Math.sign(
    ((b[0] as number) - (a[0] as number)) * ((c[1] as number) - (a[1] as number)) -
      ((b[1] as number) - (a[1] as number)) * ((c[0] as number) - (a[0] as number)),
  );
}

/**
 * Whether two sides of a ring cross (touching is none), by a sweep from west to east.
 * @returns `null` when the budget did not suffice
 */
export function crossesItself(ring: readonly Position[], budget: CrossingBudget): boolean | null {
  const sides = ring.slice(1).map((to, at) => {
    const from = ring[at] as Position;
    const [x1 = 0, y1 = 0] = from;
    const [x2 = 0, y2 = 0] = to;
    return {
      from,
      to,
      west: Math.min(x1, x2),
      east: Math.max(x1, x2),
      south: Math.min(y1, y2),
      north: Math.max(y1, y2),
    };
  });
  sides.sort((a, b) => a.west - b.west);
  let open: typeof sides = [];
  for (const one of sides) {
    open = open.filter(({ east }) => east >= one.west);
    budget.left -= open.length;
    if (budget.left < 0) return null;
    for (const other of open) {
      if (other.south > one.north || other.north < one.south) continue;
      if (
        side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 &&
        side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0
      )
        return true;
    }
    open.push(one);
  }
  return false;
}
