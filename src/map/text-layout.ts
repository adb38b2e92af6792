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

const isClosing = (piece: string): boolean => /^[，。；：、！？）」』》”]/u.test(piece);

/** A last line of one sign, with what closes it: it gets company from the line before, whose last piece moves down. */
function withoutOrphan(
  lines: readonly (readonly string[])[],
  fits: (pieces: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined || last.filter((piece) => !isClosing(piece)).length > 1)
    return lines;
  const isWord = /^[^\u2e80-\uffff]{2}/u.test(last[0] ?? '');
  let from = before.length - 1;
  while (from > 0 && isClosing(before[from] ?? '')) from -= 1;
  const joined = [...before.slice(from), ...last];
  // What is left has to be longer than what moves.
  return isWord || from < 3 || !fits(joined) ? lines : [...lines.slice(0, -2), before.slice(0, from), joined];
}

/** Breaks a text into lines no wider than `maxWidth`: between words, and between any two Chinese signs. No last line is one sign. */
export function wrapText(
  text: string,
  maxWidth: number,
  fontSize: number,
  widthOf: (text: string, fontSize: number) => number = textWidth,
): readonly string[] {
  const fits = (pieces: readonly string[]) => widthOf(pieces.join('').trimEnd(), fontSize) <= maxWidth;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[][] = [];
    let line: string[] = [];
    for (const piece of paragraph.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
      if (line.length > 0 && !isClosing(piece) && !fits([...line, piece])) {
        lines.push(line);
        line = [];
      }
      line.push(piece);
    }
    lines.push(line);
    return withoutOrphan(lines, fits).map((pieces) => pieces.join('').trimEnd());
  });
}
