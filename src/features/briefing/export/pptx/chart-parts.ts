import { chartSheet, columnName } from './chart-workbook.ts';
import { joined, type Words } from './deck.ts';
import { colourXml, fillXml, inlineRuns, lineXml, paragraphXml } from './drawing-xml.ts';
import { el, escaped, namespaces, xmlPart, type Markup } from './xml.ts';

/** An element that carries a value and nothing else. */
export const value = (name: string, val: string | number | boolean): Markup => el(name, { val });

/** Size in points and colour of the words of a part of a chart. */
export function textProperties(size: number, colour: string): Markup {
  return el(
    'c:txPr',
    {},
    el('a:bodyPr', {}),
    el('a:lstStyle', {}),
    el(
      'a:p',
      {},
      el(
        'a:pPr',
        {},
        el(
          'a:defRPr',
          { sz: Math.round(size * 100), b: false },
          fillXml(colour),
          el('a:latin', { typeface: '+mn-lt' }),
          el('a:ea', { typeface: '+mn-ea' }),
        ),
      ),
      el('a:endParaRPr', { lang: 'zh-CN' }),
    ),
  );
}

export const richXml = (words: Words, look: { readonly size: number; readonly colour: string }): Markup =>
  el(
    'c:tx',
    {},
    el(
      'c:rich',
      {},
      el('a:bodyPr', { wrap: 'none' }),
      el('a:lstStyle', {}),
      paragraphXml(inlineRuns(words, look)),
    ),
  );

/** How figures are written: with thousands separators, differences with their sign. */
export function numberFormat({ decimals, isSigned }: { decimals: number; isSigned: boolean }): string {
  const plain = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return isSigned ? `+${plain};\u2212${plain};0` : plain;
}

/** Texts as they were when the file was made. */
export function textCache(texts: readonly string[]): Markup {
  return el(
    'c:strCache',
    {},
    value('c:ptCount', texts.length),
    ...texts.map((text, idx) => el('c:pt', { idx }, `<c:v>${escaped(text)}</c:v>`)),
  );
}

/** Where texts or numbers stand in the workbook, and what they were when the file was made. */
export const reference = (name: string, formula: string, cache: Markup): Markup =>
  el(name, {}, `<c:f>${formula}</c:f>`, cache);

/** A series' name, which stands at the head of a column of the workbook. */
export function seriesName(words: Words, column: number): Markup {
  return el(
    'c:tx',
    {},
    reference('c:strRef', `${chartSheet}!$${columnName(column)}$1`, textCache([joined(words)])),
  );
}

/** A column of numbers; missing values have no point at all. */
export function numbersXml(
  name: 'c:val' | 'c:xVal' | 'c:yVal',
  column: number,
  rows: number,
  values: readonly (number | null)[],
  format: string,
): Markup {
  const letter = columnName(column);
  return el(
    name,
    {},
    reference(
      'c:numRef',
      `${chartSheet}!$${letter}$2:$${letter}$${rows + 1}`,
      el(
        'c:numCache',
        {},
        `<c:formatCode>${escaped(format)}</c:formatCode>`,
        value('c:ptCount', rows),
        ...Array.from({ length: rows }, (_, idx) => {
          const point = values[idx] ?? null;
          return point === null ? null : el('c:pt', { idx }, `<c:v>${point}</c:v>`);
        }),
      ),
    ),
  );
}

/** A whole chart part around its plot; `workbookRelation` names the workbook inside the file. */
export function chartSpaceXml(plotArea: Markup, legend: Markup | null, workbookRelation: string): string {
  return xmlPart(
    el(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': namespaces['xmlns:a'],
        'xmlns:r': namespaces['xmlns:r'],
      },
      value('c:date1904', false),
      value('c:roundedCorners', false),
      el(
        'c:chart',
        {},
        value('c:autoTitleDeleted', true),
        plotArea,
        legend,
        value('c:plotVisOnly', true),
        value('c:dispBlanksAs', 'gap'),
      ),
      el('c:spPr', {}, fillXml(null), lineXml(null)),
      el(
        'c:txPr',
        {},
        el('a:bodyPr', {}),
        el('a:lstStyle', {}),
        el('a:p', {}, el('a:pPr', {}, el('a:defRPr', {}, el('a:solidFill', {}, colourXml('tx1'))))),
      ),
      el('c:externalData', { 'r:id': workbookRelation }, value('c:autoUpdate', false)),
    ),
  );
}

/** What the label of a point says. */
export const shows = (what: 'value' | 'series' | 'nothing'): readonly Markup[] => [
  value('c:showLegendKey', false),
  value('c:showVal', what === 'value'),
  value('c:showCatName', false),
  value('c:showSerName', what === 'series'),
  value('c:showPercent', false),
  value('c:showBubbleSize', false),
];
