import { describe, expect, it } from 'vitest';
import { deckLines, isOneLine } from '#features/briefing/export/pptx/deck-text.ts';

describe('whether a line of a slide fits', () => {
  it('lets letters reach a little over the box, as a narrower font than the widest has them', () => {
    // 20 letters at 0.63 em: 126 points in the widest font, 107 in the narrowest.
    expect(isOneLine('nnnnnnnnnnnnnnnnnnnn', 110, 10)).toBe(true);
    expect(isOneLine('nnnnnnnnnnnnnnnnnnnn', 105, 10)).toBe(false);
  });

  it('knows that Chinese signs are as wide in every font: 12 of them never stand in the room of 11', () => {
    const text = '区县驻地出发累积机会门到';
    expect(isOneLine(text, 120, 10)).toBe(true);
    expect(isOneLine(text, 110, 10)).toBe(false);
    expect(deckLines(text, 110, 10).length).toBe(2);
  });
});
