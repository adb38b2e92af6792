/** Mixes two `#rrggbb` colours linearly in sRGB; `share` is the part of `second`. */
export function mixHex(first: string, second: string, share: number): string {
  const a = hexToRgb(first);
  const b = hexToRgb(second);
  return rgbToHex(a.map((channel, index) => channel + ((b[index] ?? 0) - channel) * share));
}

/** Red, green, blue, 0…255, of `#rrggbb`. Anything else throws: colours are our own. */
export function hexToRgb(hex: string): readonly [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new Error(`Not a #rrggbb colour: ${hex}`);
  return [parseInt(match[1] ?? '', 16), parseInt(match[2] ?? '', 16), parseInt(match[3] ?? '', 16)];
}

/** `#rrggbb` of red, green, blue, rounded and kept within 0…255. */
export function rgbToHex(channels: readonly number[]): string {
  return `#${channels
    .map((channel) =>
      Math.min(255, Math.max(0, Math.round(channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
