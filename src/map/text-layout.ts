/** Advance of one character in ems: full width for Chinese and Japanese signs, a mean for the others (measured on Inter). */
function advanceEm(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (/[ilj.,:;'|!()[\]]/.test(character)) return 0.3;
  if (/[mwMW@—]/.test(character)) return 0.88;
  return /[A-Z0-9]/.test(character) ? 0.64 : 0.54;
}

/** Width of a line of text, in the unit of `fontSize`, without asking a browser: good to about a tenth. */
export function textWidth(text: string, fontSize: number, letterSpacingEm = 0): number {
  let ems = 0;
  for (const character of text) ems += advanceEm(character) + letterSpacingEm;
  return ems * fontSize;
}

/** Breaks a text into lines no wider than `maxWidth`: between words, and between any two Chinese signs. */
export function wrapText(
  text: string,
  maxWidth: number,
  fontSize: number,
  widthOf: (text: string, fontSize: number) => number = textWidth,
): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
      const isClosing = /^[，。；：、！？）」』》”]/u.test(piece);
      if (line !== '' && !isClosing && widthOf((line + piece).trimEnd(), fontSize) > maxWidth) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
