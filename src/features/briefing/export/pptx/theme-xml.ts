import type { DeckFormat } from './deck.ts';
import { colourXml, fillXml } from './drawing-xml.ts';
import { el, escaped, namespaces, xmlPart, type Markup } from './xml.ts';

/** Fonts that Office has on every system, or takes its own for. */
export const deckFonts = { latin: 'Arial', eastAsian: 'Microsoft YaHei' } as const;

/** The further colours of charts, after the accent: those of the map's keys. */
const furtherAccents = ['#1F6FB2', '#C97B06', '#4C9A6A', '#5B3F8C', '#78909C'] as const;

function fontsXml(name: 'a:majorFont' | 'a:minorFont'): Markup {
  return el(
    name,
    {},
    el('a:latin', { typeface: deckFonts.latin }),
    el('a:ea', { typeface: deckFonts.eastAsian }),
    el('a:cs', { typeface: '' }),
    el('a:font', { script: 'Hans', typeface: deckFonts.eastAsian }),
    el('a:font', { script: 'Hant', typeface: 'Microsoft JhengHei' }),
  );
}

/** A theme: colours, fonts, plain effects. `tx2` is the colour of titles, `accent1` the accent. */
export function themeXml(
  { accent, titleColour }: Pick<DeckFormat, 'accent' | 'titleColour'>,
  name: string,
): string {
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', '#1E2328'],
    ['lt1', '#FFFFFF'],
    ['dk2', titleColour],
    ['lt2', '#F3F0E8'],
    ['accent1', accent],
    ...furtherAccents.map((colour, at) => [`accent${at + 2}`, colour] as const),
    ['hlink', '#1F6FB2'],
    ['folHlink', '#5B3F8C'],
  ];
  const fill = fillXml('phClr');
  const line = el('a:ln', { w: 9525 }, fill, el('a:prstDash', { val: 'solid' }));
  const effect = el('a:effectStyle', {}, '<a:effectLst/>');
  return xmlPart(
    el(
      'a:theme',
      { 'xmlns:a': namespaces['xmlns:a'], name },
      el(
        'a:themeElements',
        {},
        el(
          'a:clrScheme',
          { name },
          ...colours.map(([slot, colour]) => el(`a:${slot}`, {}, colourXml(colour))),
        ),
        el('a:fontScheme', { name }, fontsXml('a:majorFont'), fontsXml('a:minorFont')),
        el(
          'a:fmtScheme',
          { name },
          el('a:fillStyleLst', {}, fill, fill, fill),
          el('a:lnStyleLst', {}, line, line, line),
          el('a:effectStyleLst', {}, effect, effect, effect),
          el('a:bgFillStyleLst', {}, fill, fill, fill),
        ),
      ),
    ),
  );
}

/** Properties of the document (ECMA-376 part 2, annex 11). */
export function corePropertiesXml({ title, language, today }: DeckFormat): string {
  const time = `<dcterms:created xsi:type="dcterms:W3CDTF">${today}T00:00:00Z</dcterms:created>`;
  return xmlPart(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      `<dc:title>${escaped(title)}</dc:title>`,
      '<dc:creator>Chengqun Atlas</dc:creator>',
      `<dc:language>${language === 'zh' ? 'zh-CN' : 'en-US'}</dc:language>`,
      time,
    ),
  );
}
