import { wrapText } from '#map/text-layout.ts';

/**
 * Advances in ems of DejaVu Sans, the widest font that stands in for the deck's Arial where that is missing: what fits in
 * it fits in every other one. Chinese signs are as wide as they are high in all fonts.
 */
const WIDTHS: readonly (readonly [signs: RegExp, em: number])[] = [
  [/[\u2e80-\uffff]/u, 1],
  [/[iljI]/u, 0.3],
  [/[ .,:;·'’|!()[\]/\-‐ftr]/u, 0.38],
  [/[mwMW%—+=<>→−×÷±~]/u, 0.92],
  [/[csz–]/u, 0.54],
  [/[A-Z]/u, 0.7],
];
const OTHER = 0.63;
/** A bold letter beside a plain one. */
const BOLD = 1.13;

/** @param narrowed width of what is not Chinese beside the widest font */
function widthOf(text: string, size: number, isBold: boolean, narrowed: number): number {
  let ems = 0;
  for (const sign of text) {
    const em = WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? OTHER;
    ems += em < 1 ? em * narrowed * (isBold ? BOLD : 1) : em;
  }
  return ems * size;
}

/** Width of a line in the unit of `size`; never less than what a reader draws. */
export function deckWidth(text: string, size: number, isBold = false): number {
  return widthOf(text, size, isBold, 1);
}

/** The narrowest letters that a reader may have, those of Arial, beside the widest. */
const NARROWEST = 0.85;

/** Whether a line fits with the deck's own font: it is then not broken, and a wider one reaches a little over its box. */
export function isOneLine(text: string, points: number, size: number, isBold = false): boolean {
  return widthOf(text, size, isBold, NARROWEST) <= points;
}

/** Lines of a text in a box so many points wide. */
export function deckLines(text: string, points: number, size: number, isBold = false): readonly string[] {
  return wrapText(text, points, size, (piece, fontSize) => deckWidth(piece, fontSize, isBold));
}
