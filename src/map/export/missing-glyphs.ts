import { sheetFontFamily } from './sheet-svg.tsx';

/** Side of the canvas a sign is drawn on, pixels. */
const SIDE = 28;
/** No sign and never one: what fonts draw for it is what they draw for any sign that they lack. */
const NEVER_A_SIGN = '\u{10FFFF}';
/** Signs without a picture of their own. */
const UNSEEN = /[\s\p{C}\p{M}]/u;

/** The signs of a text that no font of this machine has, once each: in pictures they come out as boxes. */
export function missingGlyphs(text: string): readonly string[] {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return [];
  context.font = `18px ${sheetFontFamily('zh')}`;
  const pictureOf = (sign: string): string => {
    context.clearRect(0, 0, SIDE, SIDE);
    context.fillText(sign, 2, 20);
    return context.getImageData(0, 0, SIDE, SIDE).data.join();
  };
  const box = pictureOf(NEVER_A_SIGN);
  if (!/[1-9]/.test(box)) return [];
  return [...new Set(text)].filter((sign) => !UNSEEN.test(sign) && pictureOf(sign) === box);
}

/** The words of a drawing. */
export function textsOf(svg: string): string {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return [...document.querySelectorAll('text:not(.halo)')].map(({ textContent }) => textContent).join('');
}
