import { deckLines, deckWidth, isOneLine } from './deck-text.ts';
import type { LegendSwatch } from '#map/legend/legend-spec.ts';
import { joined, type LegendRow, type Words } from './deck.ts';
import {
  colourXml,
  fillXml,
  groupXml,
  hairline,
  inlineRuns,
  lineXml,
  muted,
  paragraphXml,
  shapeXml,
  strokeXml,
  textBoxXml,
} from './drawing-xml.ts';
import type { Box } from './slide-layout.ts';
import { el, type Markup } from './xml.ts';

/** Points of the words at full size; the whole key gets smaller together until it fits. */
const fullSize = 10.5;
const smallestScale = 0.5;
/** Groups are torn apart over columns before the words get smaller than this. */
const legibleScale = 0.76;
const narrowestColumn = 1.5;
/** A CSS pixel of the map in points. */
const pointsPerPixel = 0.75;
const perInch = 72;

interface Placed {
  readonly row: LegendRow;
  readonly box: Box;
  readonly lineHeight: number;
}

interface Arranged {
  readonly placed: readonly Placed[];
  readonly scale: number;
}

function sizeOf(row: LegendRow, scale: number): number {
  const share = row.kind === 'heading' ? 1.05 : row.kind === 'remark' ? 0.82 : 1;
  return fullSize * scale * share;
}

const swatchRoom = (scale: number): number => 0.44 * scale;

/** What a row says; remarks stand in the leading language only, the other one is in the notes. */
function wordsOf(row: Exclude<LegendRow, { kind: 'ramp' }>): Words {
  return row.kind === 'remark' ? row.words.slice(0, 1) : row.words;
}

function linesOf(text: string, width: number, size: number, isBold = false): number {
  const points = width * perInch;
  return isOneLine(text, points, size, isBold) ? 1 : deckLines(text, points * 0.98, size, isBold).length;
}

function heightOf(row: LegendRow, width: number, scale: number): number {
  const size = sizeOf(row, scale);
  const line = (size * 1.22) / perInch;
  switch (row.kind) {
    case 'heading':
      return linesOf(joined(row.words), width, size, true) * line + 0.05 * scale;
    case 'sample': {
      const words = linesOf(joined(row.words), width - swatchRoom(scale), size) * line;
      return Math.max(words, swatchHeight(row.swatch, scale)) + 0.045 * scale;
    }
    case 'ramp':
      return (0.22 + fitTicks(row, rampWidth(width), scale).lines * tickHeight) * scale;
    case 'matrix':
      return row.rows.length * 0.3 * scale + linesOf(joined(row.words), width, size * 0.9) * line + 0.08;
    case 'remark':
      return linesOf(joined(wordsOf(row)), width, size) * line + 0.05 * scale;
  }
  return row satisfies never;
}

type RampRow = Extract<LegendRow, { kind: 'ramp' }>;

/** Room beside the words under a ramp, inches. */
const tickAir = 0.05;

/** Height of a line of words under a ramp, inches. */
const tickHeight = 0.18;

/** Size of the words under a ramp where nothing larger fits, points. */
const smallestTick = 5.5;

const rampWidth = (width: number): number => Math.min(width, 2.4);

/** Words under a ramp: where each stands along it (inches), in which size (points) and in how many lines. */
interface Ticks {
  readonly size: number;
  readonly lines: number;
  readonly places: readonly { readonly x: number; readonly w: number }[];
}

/** Places of the words at one size; the second language goes below the first where it stands on a line of its own. */
function placeTicks({ ticks }: RampRow, width: number, size: number, isStacked: boolean): Ticks {
  const places = ticks.map(({ at, words }) => {
    const lines = isStacked ? words.map((said) => [said]) : [words];
    const w = Math.max(...lines.map((said) => deckWidth(joined(said), size))) / perInch + tickAir;
    return { x: Math.min(Math.max(at * width - w / 2, 0), Math.max(0, width - w)), w };
  });
  return { size, lines: isStacked ? Math.max(...ticks.map(({ words }) => words.length)) : 1, places };
}

/** The words on one line, or a line a language, or smaller: as none lies on another. */
function fitTicks(row: RampRow, width: number, scale: number): Ticks {
  const full = fullSize * scale * 0.85;
  const isApart = ({ places }: Ticks) =>
    places.every(({ x, w }, index) => x + w <= (places[index + 1]?.x ?? width) + 1e-6);
  const onOneLine = placeTicks(row, width, full, false);
  if (isApart(onOneLine)) return onOneLine;
  for (let size = full; size > smallestTick; size -= 0.25) {
    const stacked = placeTicks(row, width, size, true);
    if (isApart(stacked)) return stacked;
  }
  return placeTicks(row, width, smallestTick, true);
}

function swatchHeight(swatch: LegendSwatch, scale: number): number {
  return swatch.kind === 'point' || swatch.kind === 'ring' ? diameterOf(swatch, scale) : 0.14 * scale;
}

function diameterOf(swatch: LegendSwatch, scale: number): number {
  const radius = swatch.kind === 'point' ? swatch.radiusPixels : 5;
  return Math.min(0.4, (2 * radius * pointsPerPixel) / perInch) * scale;
}

/** The rows from here to the next heading. */
function groupFrom(rows: readonly LegendRow[], start: number): readonly LegendRow[] {
  const end = rows.findIndex((row, at) => at > start && row.kind === 'heading');
  return rows.slice(start, end < 0 ? rows.length : end);
}

/** Rows from top to bottom, then into the next column; a heading never stands last in a column, and keeps all its rows where asked. */
function flow(
  rows: readonly LegendRow[],
  frame: Box,
  scale: number,
  keepsGroups: boolean,
): readonly Placed[] | null {
  const count = Math.max(1, Math.floor(frame.w / narrowestColumn));
  const space = 0.16;
  const width = (frame.w - (count - 1) * space) / count;
  const placed: Placed[] = [];
  let [column, y] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row, width, scale);
    const next = rows[index + 1];
    const following = keepsGroups ? groupFrom(rows, index).slice(1) : next === undefined ? [] : [next];
    const needed =
      height +
      (row.kind === 'heading' ? following.reduce((sum, one) => sum + heightOf(one, width, scale), 0) : 0);
    const air = row.kind === 'heading' && y > 0 ? 0.09 * scale : 0;
    if (y + air + needed > frame.h + 1e-6) {
      column += 1;
      y = 0;
      if (column >= count) return null;
      if (needed > frame.h) return null;
    } else y += air;
    placed.push({
      row,
      box: { x: frame.x + column * (width + space), y: frame.y + y, w: width, h: height },
      lineHeight: (sizeOf(row, scale) * 1.22) / perInch,
    });
    y += height;
  }
  return placed;
}

/** The largest size at which all rows fit; at the smallest size what does not fit is left to the notes of the slide. */
function arrange(rows: readonly LegendRow[], frame: Box): Arranged {
  for (const keepsGroups of [true, false])
    for (let scale = 1; scale >= (keepsGroups ? legibleScale : smallestScale); scale -= 0.04) {
      const placed = flow(rows, frame, scale, keepsGroups);
      if (placed !== null) return { placed, scale };
    }
  return arrange(rows.slice(0, -1), frame);
}

/** The key as a group of samples and words, each of which can be edited. */
export function legendXml(
  rows: readonly LegendRow[],
  frame: Box,
  name: string,
  nextId: () => number,
): Markup | null {
  if (rows.length === 0) return null;
  const { placed, scale } = arrange(rows, frame);
  const group = nextId();
  const drawn = placed.flatMap(({ row, box, lineHeight }) => rowXml(row, box, scale, lineHeight, nextId));
  return groupXml({ id: group, name }, frame, drawn);
}

function rowXml(
  row: LegendRow,
  box: Box,
  scale: number,
  lineHeight: number,
  nextId: () => number,
): readonly Markup[] {
  const size = sizeOf(row, scale);
  const words = (at: Box, look: Parameters<typeof inlineRuns>[1]) => {
    const said = row.kind === 'ramp' ? [] : wordsOf(row);
    if (said.length === 0) return [];
    const isOne = isOneLine(joined(said), at.w * perInch, look.size, look.bold);
    const described = { id: nextId(), name: joined(said) };
    return [
      textBoxXml(described, at, [paragraphXml(inlineRuns(said, look))], 't', isOne ? 'none' : 'square'),
    ];
  };
  switch (row.kind) {
    case 'heading':
      return words(box, { size, bold: true });
    case 'remark':
      return words(box, { size, colour: muted });
    case 'sample': {
      const room = swatchRoom(scale);
      const first = {
        x: box.x,
        y: box.y,
        w: room - 0.1 * scale,
        h: Math.max(lineHeight, swatchHeight(row.swatch, scale)),
      };
      return [
        ...swatchXml(row.swatch, first, scale, nextId),
        ...words({ ...box, x: box.x + room, w: box.w - room, h: Math.max(box.h, first.h) }, { size }),
      ];
    }
    case 'ramp':
      return rampXml(row, box, scale, nextId);
    case 'matrix': {
      const side = 0.28 * scale;
      const cells = row.rows.flatMap((colours, at) =>
        colours.map((colour, column) =>
          shapeXml(
            { id: nextId(), name: `${at + 1}/${column + 1}` },
            { x: box.x + column * side, y: box.y + (row.rows.length - 1 - at) * side, w: side, h: side },
            'rect',
            fillXml(colour),
            lineXml({ colour: '#FFFFFF', widthPoints: 0.5 }),
          ),
        ),
      );
      const below = row.rows.length * side + 0.04;
      return [
        ...cells,
        ...words({ ...box, y: box.y + below, h: box.h - below }, { size: size * 0.9, colour: muted }),
      ];
    }
  }
  return row satisfies never;
}

/** A piece from each colour to the next: readers that know gradients of two colours only show them all the same. */
function rampPieces(colours: readonly string[], box: Box, nextId: () => number): readonly Markup[] {
  const count = Math.max(1, colours.length - 1);
  return Array.from({ length: count }, (_, at) => {
    const stops = [colours[at], colours[at + 1] ?? colours[at]].map((colour, end) =>
      el('a:gs', { pos: end * 100_000 }, colourXml(colour ?? '#FFFFFF')),
    );
    return shapeXml(
      { id: nextId(), name: `${colours[at]} – ${colours[at + 1] ?? ''}` },
      { ...box, x: box.x + (at * box.w) / count, w: box.w / count },
      'rect',
      el('a:gradFill', {}, el('a:gsLst', {}, ...stops), el('a:lin', { ang: 0, scaled: false })),
      lineXml(null),
    );
  });
}

function rampXml(row: RampRow, box: Box, scale: number, nextId: () => number): readonly Markup[] {
  const width = rampWidth(box.w);
  const { size, lines, places } = fitTicks(row, width, scale);
  return [
    ...rampPieces(row.colours, { x: box.x, y: box.y, w: width, h: 0.15 * scale }, nextId),
    ...row.ticks.map(({ at, words }, index) => {
      const { x, w } = places[index] ?? { x: 0, w: width };
      const align = at <= 0 ? 'l' : at >= 1 ? 'r' : 'ctr';
      return textBoxXml(
        { id: nextId(), name: joined(words) },
        { x: box.x + x, y: box.y + 0.18 * scale, w, h: lines * tickHeight * scale },
        (lines === 1 ? [words] : words.map((said) => [said])).map((said) =>
          paragraphXml(inlineRuns(said, { size, colour: muted }), { align }),
        ),
      );
    }),
  ];
}

function swatchXml(swatch: LegendSwatch, box: Box, scale: number, nextId: () => number): readonly Markup[] {
  const middle = box.y + box.h / 2;
  const filled: Box = { ...box, y: middle - 0.07 * scale, h: 0.14 * scale };
  const across: Box = { ...box, y: middle, h: 0 };
  const described = () => ({ id: nextId(), name: '' });
  const dot = (fill: string, outline: string) => {
    const d = diameterOf(swatch, scale);
    return shapeXml(
      described(),
      { x: box.x + (box.w - d) / 2, y: middle - d / 2, w: d, h: d },
      'ellipse',
      fillXml(fill),
      lineXml({ colour: outline, widthPoints: 1 }),
    );
  };
  switch (swatch.kind) {
    case 'fill':
      return [
        shapeXml(
          described(),
          filled,
          'rect',
          fillXml(swatch.colour),
          lineXml({ colour: swatch.outline ?? hairline, widthPoints: 0.5 }),
        ),
      ];
    case 'hatch':
      return [
        shapeXml(
          described(),
          filled,
          'rect',
          el(
            'a:pattFill',
            { prst: 'wdUpDiag' },
            el('a:fgClr', {}, colourXml(swatch.colour)),
            el('a:bgClr', {}, colourXml(swatch.ground)),
          ),
          lineXml({ colour: hairline, widthPoints: 0.5 }),
        ),
      ];
    case 'line': {
      const line = lineXml({
        colour: swatch.colour,
        widthPoints: Math.max(0.75, swatch.widthPixels * pointsPerPixel),
        isDashed: swatch.dash !== null,
      });
      return [
        swatch.ground === undefined
          ? strokeXml(described(), across, line)
          : shapeXml(described(), filled, 'rect', fillXml(swatch.ground), line),
      ];
    }
    case 'double-line':
      return [
        strokeXml(described(), across, lineXml({ colour: swatch.outer, widthPoints: 3 })),
        strokeXml(described(), across, lineXml({ colour: swatch.inner, widthPoints: 1.2 })),
      ];
    case 'point':
      return [dot(swatch.fill, swatch.outline)];
    case 'ring':
      return [dot(swatch.fill, swatch.outline)];
  }
  return swatch satisfies never;
}
