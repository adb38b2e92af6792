import { deckLines, deckWidth } from './deck-text.ts';
import { joined, type DeckTable, type Words } from './deck.ts';
import {
  emu,
  fillXml,
  hairline,
  inlineRuns,
  lineXml,
  offsetXml,
  paragraphXml,
  propertiesXml,
} from './drawing-xml.ts';
import type { Box } from './slide-layout.ts';
import { el, type Markup } from './xml.ts';

/** Built-in style “No Style, No Grid”: what the cells say is all there is. */
export const plainTableStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

const largest = 11;
const smallest = 6.5;
/** Height of a row in line heights. */
const rowShare = 1.62;
const perInch = 72;
const cellInset = 0.05;
/** Line heights that broken words may take besides the first: two lines more. */
const mostBroken = 2.5;
/** No column is narrower than this. */
const leastColumn = 0.35;

/** The widest of what a line cannot break, in ems: a word, or one Chinese sign. */
function widestPiece(words: Words, isBold: boolean): number {
  const pieces = joined(words).split(/\s+|(?<=[\u2e80-\uffff])|(?=[\u2e80-\uffff])/u);
  return Math.max(0, ...pieces.map((piece) => deckWidth(piece, 1, isBold)));
}

const rowHeight = (size: number): number => (size * rowShare) / perInch;

/** Rows that fit at the smallest size. */
function mostRows(height: number): number {
  return Math.floor(height / rowHeight(smallest));
}

/** How the cells of a table stand: column widths and row heights in inches, size in points. */
interface Measure {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly size: number;
}

/** Steps of the size on the way down. */
const step = 0.5;
/** Words are broken into two lines only where they would have to be smaller than this on one. */
const legible = 8;

/**
 * Widths by what the columns hold, together as wide as the frame, at the largest size at which every cell is one line;
 * where that were too small to read, columns of words share what figures leave and break into lines.
 */
function measure(table: DeckTable, rows: DeckTable['rows'], hasHead: boolean, frame: Box): Measure {
  const head = table.columns.map(({ title }) => title);
  const natural = table.columns.map((_, column) =>
    Math.max(
      deckWidth(joined(head[column] ?? []), 1, true),
      ...rows.map((cells) => deckWidth(joined(cells[column] ?? []), 1)),
      1,
    ),
  );
  const unbroken = table.columns.map((_, column) =>
    Math.max(
      widestPiece(head[column] ?? [], true),
      ...rows.map((cells) => widestPiece(cells[column] ?? [], false)),
    ),
  );
  const lines = hasHead ? [head, ...rows] : rows;
  const insets = 2 * cellInset;
  const at = (size: number): Measure => {
    const wide = natural.map((ems) => (ems * size * 1.02) / perInch + insets);
    const total = wide.reduce((sum, width) => sum + width, 0);
    if (total <= frame.w)
      return {
        size,
        widths: wide.map((width) => (width * frame.w) / total),
        heights: lines.map(() => rowHeight(size)),
      };
    const ofFigures = wide.filter((_, column) => table.columns[column]?.isNumber);
    const left = frame.w - ofFigures.reduce((sum, width) => sum + width, 0);
    const ofWords = total - (frame.w - left);
    const widths = wide.map((width, column) =>
      table.columns[column]?.isNumber === true ? width : (width * left) / ofWords,
    );
    const linesOf = (cells: readonly Words[], isHead: boolean) =>
      Math.max(
        ...cells.map((words, column) => {
          const points = ((widths[column] ?? 0) - insets) * perInch;
          return deckLines(joined(words), points, size, isHead).length;
        }),
      );
    return {
      size,
      widths,
      heights: lines.map(
        (cells, row) =>
          rowHeight(size) + ((linesOf(cells, hasHead && row === 0) - 1) * size * 1.22) / perInch,
      ),
    };
  };
  const fits = ({ heights, widths, size }: Measure) => {
    const isWhole = heights.every((height) => height <= rowHeight(size) + 1e-6);
    const isBroken = heights.every((height) => height <= rowHeight(size) + (mostBroken * size) / perInch);
    const isHigh = heights.reduce((sum, height) => sum + height, 0) > frame.h + 1e-6;
    const isNarrow = widths.some(
      (width, column) =>
        width < Math.max(leastColumn, ((unbroken[column] ?? 0) * size) / perInch + insets - 1e-6),
    );
    return !isHigh && !isNarrow && (isWhole || (size <= legible && isBroken));
  };
  for (let size = largest; size > smallest; size -= step) {
    const measured = at(size);
    if (fits(measured)) return measured;
  }
  return at(smallest);
}

function cellXml(words: Words, size: number, isNumber: boolean, isHead: boolean): Markup {
  const below = isHead ? { colour: 'accent1', widthPoints: 1.25 } : { colour: hairline, widthPoints: 0.5 };
  return el(
    'a:tc',
    {},
    el(
      'a:txBody',
      {},
      el('a:bodyPr', {}),
      el('a:lstStyle', {}),
      paragraphXml(inlineRuns(words, { size, bold: isHead }), { align: isNumber ? 'r' : 'l' }),
    ),
    el(
      'a:tcPr',
      { marL: emu(cellInset), marR: emu(cellInset), marT: 0, marB: 0, anchor: 'ctr' },
      lineXml(null, 'a:lnL'),
      lineXml(null, 'a:lnR'),
      lineXml(null, 'a:lnT'),
      lineXml(below, 'a:lnB'),
      fillXml(null),
    ),
  );
}

/** A native table; rows that do not fit at the smallest size are left out, and the last row says how many. */
export function tableXml(
  table: DeckTable,
  frame: Box,
  id: number,
): { readonly markup: Markup; readonly height: number } {
  const most = mostRows(frame.h) - 1;
  const isCut = table.rows.length > most;
  const kept = isCut ? table.rows.slice(0, most - 1) : table.rows;
  const hasHead = table.columns.some(({ title }) => title.length > 0);
  const { widths, heights, size } = measure(
    table,
    kept,
    hasHead,
    isCut ? { ...frame, h: frame.h - rowHeight(smallest) } : frame,
  );
  const bodyHeights = hasHead ? heights.slice(1) : heights;
  const row = (cells: readonly Words[], isHead: boolean, height: number) =>
    el(
      'a:tr',
      { h: emu(height) },
      ...table.columns.map(({ isNumber }, column) => cellXml(cells[column] ?? [], size, isNumber, isHead)),
    );
  const more: Words = [{ language: 'en', text: `… +${table.rows.length - kept.length}` }];
  const rows = [
    ...(hasHead
      ? [
          row(
            table.columns.map(({ title }) => title),
            true,
            heights[0] ?? rowHeight(size),
          ),
        ]
      : []),
    ...kept.map((cells, at) => row(cells, false, bodyHeights[at] ?? rowHeight(size))),
    ...(isCut ? [row([more], false, rowHeight(size))] : []),
  ];
  const total = heights.reduce((sum, height) => sum + height, 0) + (isCut ? rowHeight(size) : 0);
  const markup = el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      propertiesXml({ id, name: joined(table.title), description: joined(table.title) }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })),
      el('p:nvPr', {}),
    ),
    offsetXml('p:xfrm', { ...frame, h: total }),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
        el(
          'a:tbl',
          {},
          el('a:tblPr', { firstRow: hasHead }, `<a:tableStyleId>${plainTableStyle}</a:tableStyleId>`),
          el('a:tblGrid', {}, ...widths.map((width) => el('a:gridCol', { w: emu(width) }))),
          ...rows,
        ),
      ),
    ),
  );
  return { markup, height: total };
}
