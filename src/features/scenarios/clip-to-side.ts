import type { Position } from 'geojson';

function clipRing(ring: readonly Position[], isInside: (lng: number) => boolean, divide: number): Position[] {
  const clipped: Position[] = [];
  const open = ring.slice(0, -1);
  open.forEach((point, index) => {
    const previous = open.at(index - 1) ?? point;
    const [x = 0, y = 0] = point;
    const [px = 0, py = 0] = previous;
    const inside = isInside(x);
    if (inside !== isInside(px)) clipped.push([divide, py + ((y - py) * (divide - px)) / (x - px)]);
    if (inside) clipped.push(point);
  });
  const [first] = clipped;
  return first === undefined || clipped.length < 3 ? [] : [...clipped, first];
}

/**
 * The part of polygons west or east of a meridian (Sutherland–Hodgman against one line: parts of a polygon that the
 * meridian separates stay joined along it, where the divider is drawn).
 */
export function clipToSide(
  polygons: readonly Position[][][],
  divide: number,
  side: 'west' | 'east',
): Position[][][] {
  const isInside = (lng: number): boolean => (side === 'west' ? lng <= divide : lng > divide);
  return polygons
    .map((polygon) =>
      polygon.map((ring) => clipRing(ring, isInside, divide)).filter((ring) => ring.length > 0),
    )
    .filter((polygon) => polygon.length > 0);
}
