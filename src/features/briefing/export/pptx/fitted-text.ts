import { deckLines, deckWidth } from './deck-text.ts';
import type { Said } from './deck.ts';
import { muted, paragraphXml, runXml } from './drawing-xml.ts';
import type { Box } from './slide-layout.ts';
import type { Markup } from './xml.ts';

/** The largest size up to `most` at which a text stays on one line of a box. */
export function fitting(text: string, width: number, most: number, least: number, isBold = false): number {
  const exact = (width * 72 * 0.98) / Math.max(1, deckWidth(text, 1, isBold));
  return Math.max(least, Math.min(most, Math.floor(2 * exact) / 2));
}

/**
 * A text in as many lines as a box has room for, at the largest of the sizes; where the smallest is too large, its end is
 * left to the notes of the slide, which hold all.
 */
export function cutToRoom(
  { language, text }: Said,
  { w, h }: Pick<Box, 'w' | 'h'>,
  sizes: readonly number[],
): { readonly said: Said; readonly size: number } {
  const width = w * 72 * 0.98;
  const linesIn = (size: number) => Math.max(1, Math.floor((h * 72) / (size * 1.22)));
  const size =
    sizes.find((each) => deckLines(text, width, each).length <= linesIn(each)) ?? sizes.at(-1) ?? 6;
  const lines = deckLines(text, width, size);
  if (lines.length <= linesIn(size)) return { said: { language, text }, size };
  const end = language === 'zh' ? '……（全文见备注）' : '… (in full in the notes)';
  const kept = lines.slice(0, linesIn(size)).join(language === 'zh' ? '' : ' ');
  return { said: { language, text: `${kept.slice(0, -end.length - 2)}${end}` }, size };
}

/** Small print that keeps to its room. */
export function smallPrint(said: Said, room: Pick<Box, 'w' | 'h'>): Markup {
  const cut = cutToRoom(said, room, [8, 7.5, 7, 6.5]);
  return paragraphXml([runXml(cut.said, { size: cut.size, colour: muted })]);
}
