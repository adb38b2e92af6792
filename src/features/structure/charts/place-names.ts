/** A circle with the width of the name that goes beside it, in the drawing's pixels. */
export interface NamedCircle {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

/** Where a name begins: its left end on the baseline. */
export interface PlacedName {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 3;
const HEIGHT = 12;
/** From the top of a name to its baseline. */
const ASCENT = 10;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Right, left, above and below a circle. */
function candidates({ x, y, radius, width }: NamedCircle): readonly Box[] {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + HEIGHT });
  return [
    box(x + radius + GAP, y - HEIGHT / 2),
    box(x - radius - GAP - width, y - HEIGHT / 2),
    box(x - width / 2, y - radius - GAP - HEIGHT),
    box(x - width / 2, y + radius + GAP),
  ];
}

/**
 * Names beside their circles, the first given first, each where it covers least of other circles, of the names already
 * placed and of what lies outside the drawing; right of its circle where nothing is in the way.
 * @param named in the order of their importance; circles without a name come in `others`.
 */
export function placeNames(
  named: readonly NamedCircle[],
  others: readonly Omit<NamedCircle, 'width'>[],
  size: { readonly width: number; readonly height: number },
): readonly PlacedName[] {
  const circles = [...named, ...others].map(({ id, x, y, radius }) => ({
    id,
    box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
  }));
  const placed: Box[] = [];
  return named.map((circle): PlacedName => {
    let best: { readonly box: Box; readonly cost: number } | null = null;
    for (const box of candidates(circle)) {
      const inside = overlap(box, { left: 0, top: 0, right: size.width, bottom: size.height });
      const cost =
        circle.width * HEIGHT -
        inside +
        circles.reduce((sum, other) => sum + (other.id === circle.id ? 0 : overlap(box, other.box)), 0) +
        2 * placed.reduce((sum, other) => sum + overlap(box, other), 0);
      if (best === null || cost < best.cost - 1e-9) best = { box, cost };
    }
    const box = best?.box ?? { left: circle.x, top: circle.y, right: circle.x, bottom: circle.y };
    placed.push(box);
    return { id: circle.id, x: box.left, y: box.top + ASCENT };
  });
}

/** About how wide a name is set: Chinese characters are square, letters half as wide. */
export function nameWidth(name: string, fontSize: number): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter > '\u2e7f' ? fontSize : fontSize * 0.56), 0);
}
