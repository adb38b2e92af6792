/** A part is closed once it has so many characters, some eighty points: many short strokes don't become as many elements. */
const LEAST_CHARACTERS = 1000;

/**
 * A path of several strokes in parts of neighbouring ones, each with whole strokes. Drawn by the processor a line costs its points in every tile of
 * the picture that its box touches: in parts it is left out of most. Only for lines: areas have holes.
 *
 * @param d Path data whose strokes all begin with `M`, as d3 writes them.
 */
export function lineParts(d: string): readonly string[] {
  const parts: string[] = [];
  for (const stroke of d.split('M').slice(1)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length < LEAST_CHARACTERS) parts[parts.length - 1] = `${last}M${stroke}`;
    else parts.push(`M${stroke}`);
  }
  return parts;
}
