import { textWidth } from '#map/export/text-layout.ts';
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

const rowHeight = (size: number): number => (size * rowShare) / perInch;

/** Rows that fit at the smallest size. */
function mostRows(height: number): number {
  return Math.floor(height / rowHeight(smallest));
}

/** Widths by what the columns hold, all together as wide as the frame; and the size at which the widest rows fit. */
function measure(table: DeckTable, rows: DeckTable['rows'], frame: Box): { widths: number[]; size: number } {
  const lines = [table.columns.map(({ title }) => title), ...rows];
  const natural = table.columns.map((_, column) =>
    Math.max(...lines.map((cells) => textWidth(joined(cells[column] ?? []), 1)), 1),
  );
  const ems = natural.reduce((sum, width) => sum + width, 0) * 1.08;
  const insets = table.columns.length * 2 * cellInset;
  const byWidth = ((frame.w - insets) * perInch) / ems;
  const byHeight = ((frame.h / lines.length) * perInch) / rowShare;
  const size = Math.max(smallest, Math.min(largest, byWidth, byHeight));
  const wide = natural.map((width) => (width * 1.08 * size) / perInch + 2 * cellInset);
  const total = wide.reduce((sum, width) => sum + width, 0);
  return { widths: wide.map((width) => (width * frame.w) / total), size };
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
  const { widths, size } = measure(
    table,
    kept,
    isCut ? { ...frame, h: frame.h - rowHeight(smallest) } : frame,
  );
  const height = rowHeight(size);
  const row = (cells: readonly Words[], isHead: boolean) =>
    el(
      'a:tr',
      { h: emu(height) },
      ...table.columns.map(({ isNumber }, column) => cellXml(cells[column] ?? [], size, isNumber, isHead)),
    );
  const more: Words = [{ language: 'en', text: `… +${table.rows.length - kept.length}` }];
  const hasHead = table.columns.some(({ title }) => title.length > 0);
  const rows = [
    ...(hasHead
      ? [
          row(
            table.columns.map(({ title }) => title),
            true,
          ),
        ]
      : []),
    ...kept.map((cells) => row(cells, false)),
    ...(isCut ? [row([more], false)] : []),
  ];
  const total = height * rows.length;
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
