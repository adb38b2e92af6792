/** A point that wants a name beside it, in the units of the drawing. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a label stands: the left end of its base line. */
export interface PlacedLabel {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 5;
/** Least room between two names in a line, half of it on each side. */
const APART = 2;

/** Width of a text: Chinese characters take a full square, others about half. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const letter of text) units += letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56;
  return units * fontSize;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Places labels beside their points, first come first served: right, left, above, below and the corners are tried; one
 * that would cover another label, a point or the frame's edge stays out (its point still says its name when pointed at).
 *
 * @param points In order of importance.
 * @param obstacles Other points that no label may cover.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  obstacles: readonly { readonly x: number; readonly y: number }[],
  frame: Box,
  fontSize: number,
): PlacedLabel[] {
  const taken: Box[] = [...points, ...obstacles].map(({ x, y }) => ({
    left: x - 2.5,
    right: x + 2.5,
    top: y - 2.5,
    bottom: y + 2.5,
  }));
  const ascent = fontSize * 0.82;
  const descent = fontSize * 0.22;
  return points.flatMap(({ x, y, text }, at): PlacedLabel[] => {
    const width = textWidth(text, fontSize);
    const middle = y + (ascent - descent) / 2;
    const places: readonly (readonly [number, number])[] = [
      [x + GAP, middle],
      [x - GAP - width, middle],
      [x - width / 2, y - GAP],
      [x - width / 2, y + GAP + ascent],
      [x + GAP * 0.7, y - GAP * 0.7],
      [x - width - GAP * 0.7, y - GAP * 0.7],
      [x + GAP * 0.7, y + GAP * 0.7 + ascent],
      [x - width - GAP * 0.7, y + GAP * 0.7 + ascent],
    ];
    for (const [left, base] of places) {
      const box = {
        left: left - APART,
        right: left + width + APART,
        top: base - ascent,
        bottom: base + descent,
      };
      const isInside =
        box.left >= frame.left &&
        box.right <= frame.right &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom;
      if (!isInside || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return [{ at, x: left, y: base }];
    }
    return [];
  });
}
