import type { MapLanguage } from '#map/layers/map-model.ts';
import type { Said, Words } from './deck.ts';
import type { Box } from './slide-layout.ts';
import { el, escaped, type Markup } from './xml.ts';

/** Ink of tables, keys and notes: a tint of the theme's text. */
export const muted = '#626973';
export const hairline = '#D9D4CA';

/** English metric units of an inch. */
export function emu(inches: number): number {
  return Math.round(inches * 914_400);
}

/** A colour: `#rrggbb`, or a name of the theme's scheme (`tx1`, `accent1`). */
export function colourXml(colour: string, opacity = 1): Markup {
  const alpha = opacity >= 1 ? null : el('a:alpha', { val: Math.round(opacity * 100_000) });
  return colour.startsWith('#')
    ? el('a:srgbClr', { val: colour.slice(1).toUpperCase() }, alpha)
    : el('a:schemeClr', { val: colour }, alpha);
}

/** A filling of one colour; `null` = none. */
export function fillXml(colour: string | null, opacity = 1): Markup {
  return colour === null ? el('a:noFill', {}) : el('a:solidFill', {}, colourXml(colour, opacity));
}

/** An outline; `null` = none. */
export function lineXml(
  line: {
    readonly colour: string;
    readonly widthPoints: number;
    readonly opacity?: number;
    readonly isDashed?: boolean;
  } | null,
  name: 'a:ln' | 'a:lnL' | 'a:lnR' | 'a:lnT' | 'a:lnB' = 'a:ln',
): Markup {
  if (line === null) return el(name, {}, fillXml(null));
  return el(
    name,
    { w: Math.max(1, Math.round(line.widthPoints * 12_700)) },
    fillXml(line.colour, line.opacity ?? 1),
    line.isDashed === true && el('a:prstDash', { val: 'dash' }),
    el('a:round', {}),
  );
}

export function offsetXml(name: 'a:xfrm' | 'p:xfrm', { x, y, w, h }: Box): Markup {
  return el(
    name,
    {},
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: Math.max(0, emu(w)), cy: Math.max(0, emu(h)) }),
  );
}

/** Reach of a halo, English metric units: two points. */
const haloRadius = 25_400;

const tags: Readonly<Record<MapLanguage, { readonly lang: string; readonly altLang: string }>> = {
  zh: { lang: 'zh-CN', altLang: 'en-US' },
  en: { lang: 'en-US', altLang: 'zh-CN' },
};

/** How a run of text looks. Size in points; colours as in {@link colourXml}. */
export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  /** Light around the letters, so that they can be read over anything. */
  readonly halo?: string | null;
}

/** One run. The fonts are the theme's: Latin and East Asian ones each for their own signs. */
export function runXml(
  { language, text }: Said,
  { size, bold = false, italic = false, colour = 'tx1', halo = null }: TextLook,
): Markup {
  return el(
    'a:r',
    {},
    el(
      'a:rPr',
      { ...tags[language], sz: Math.round(size * 100), b: bold, i: italic ? true : null, dirty: false },
      fillXml(colour),
      halo !== null && el('a:effectLst', {}, el('a:glow', { rad: haloRadius }, colourXml(halo))),
      el('a:latin', { typeface: '+mn-lt' }),
      el('a:ea', { typeface: '+mn-ea' }),
    ),
    `<a:t>${escaped(text)}</a:t>`,
  );
}

/** One paragraph of ready runs. */
export function paragraphXml(
  runs: readonly Markup[],
  { align = 'l', spaceAfter = 0 }: { readonly align?: 'l' | 'ctr' | 'r'; readonly spaceAfter?: number } = {},
): Markup {
  return el(
    'a:p',
    {},
    el(
      'a:pPr',
      { algn: align },
      spaceAfter > 0 && el('a:spcAft', {}, el('a:spcPts', { val: Math.round(spaceAfter * 100) })),
    ),
    ...runs,
  );
}

/** Both languages in one line, the second fainter. */
export function inlineRuns(words: Words, look: TextLook): readonly Markup[] {
  return words.flatMap((said, index) =>
    index === 0
      ? [runXml(said, look)]
      : [runXml({ language: said.language, text: ` ${said.text}` }, { ...look, bold: false, colour: muted })],
  );
}

/** Words that a reading program says for a drawing, and its name in the selection pane. */
export interface Described {
  readonly id: number;
  readonly name: string;
  readonly description?: string;
}

export function propertiesXml({ id, name, description }: Described): Markup {
  return el('p:cNvPr', { id, name: name === '' ? `#${id}` : name, descr: description });
}

/** A text box without insets. */
export function textBoxXml(
  described: Described,
  box: Box,
  paragraphs: readonly Markup[],
  anchor: 't' | 'ctr' | 'b' = 't',
  wrap: 'square' | 'none' = 'square',
): Markup {
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, propertiesXml(described), el('p:cNvSpPr', { txBox: true }), el('p:nvPr', {})),
    el(
      'p:spPr',
      {},
      offsetXml('a:xfrm', box),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})),
      fillXml(null),
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', { wrap, lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor }),
      el('a:lstStyle', {}),
      ...paragraphs,
    ),
  );
}

/** A simple shape without text. */
export function shapeXml(
  described: Described,
  box: Box,
  geometry: 'rect' | 'ellipse',
  fill: Markup,
  line: Markup,
): Markup {
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, propertiesXml(described), el('p:cNvSpPr', {}), el('p:nvPr', {})),
    el(
      'p:spPr',
      {},
      offsetXml('a:xfrm', box),
      el('a:prstGeom', { prst: geometry }, el('a:avLst', {})),
      fill,
      line,
    ),
  );
}

/** A straight line. */
export function strokeXml(described: Described, box: Box, line: Markup): Markup {
  return el(
    'p:cxnSp',
    {},
    el('p:nvCxnSpPr', {}, propertiesXml(described), el('p:cNvCxnSpPr', {}), el('p:nvPr', {})),
    el('p:spPr', {}, offsetXml('a:xfrm', box), el('a:prstGeom', { prst: 'line' }, el('a:avLst', {})), line),
  );
}

/** Shapes that are moved and scaled as one. */
export function groupXml(described: Described, box: Box, children: readonly Markup[]): Markup {
  const place = { x: emu(box.x), y: emu(box.y) };
  const extent = { cx: emu(box.w), cy: emu(box.h) };
  return el(
    'p:grpSp',
    {},
    el('p:nvGrpSpPr', {}, propertiesXml(described), el('p:cNvGrpSpPr', {}), el('p:nvPr', {})),
    el(
      'p:grpSpPr',
      {},
      el('a:xfrm', {}, el('a:off', place), el('a:ext', extent), el('a:chOff', place), el('a:chExt', extent)),
    ),
    ...children,
  );
}
