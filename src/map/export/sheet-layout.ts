import type { MapSize } from '../layers/map-view.ts';
import { columnFrame, mapFrame, sheetSize, type Frame } from './map-sheet.ts';

/** Where the parts of a sheet stand, in its own units (CSS pixels at full size). */
export interface SheetLayout {
  readonly size: MapSize;
  /** Size on paper, millimetres; `null` for the screen. */
  readonly paper: MapSize | null;
  /** Left of title, note and foot. */
  readonly margin: number;
  readonly titleSize: number;
  /** Baselines. */
  readonly titleAt: number;
  readonly noteAt: number;
  readonly footAt: number;
  readonly footSize: number;
  readonly map: Frame;
  /** Legend, settings and sources, in so many columns. */
  readonly legend: Frame;
  readonly columns: number;
  /** The map's texts never become smaller than this share of their size on the page: a smaller scale is drawn instead. */
  readonly leastScale: number;
}

/** 16:9, as on a slide. */
export const screenLayout: SheetLayout = {
  size: sheetSize,
  paper: null,
  margin: mapFrame.x,
  titleSize: 28,
  titleAt: 48,
  noteAt: 78,
  footAt: 870,
  footSize: 12,
  map: mapFrame,
  legend: columnFrame,
  columns: 1,
  leastScale: 0,
};

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** ISO 216, short and long side in millimetres. */
const sides: Readonly<Record<Paper, readonly [short: number, long: number]>> = {
  a4: [210, 297],
  a3: [297, 420],
};

/** Units a millimetre: CSS pixels on A4; on A3, read from farther away, everything is a fifth larger. */
const unitsPerMillimetre: Readonly<Record<Paper, number>> = { a4: 96 / 25.4, a3: 96 / 25.4 / 1.2 };

/** Printers leave about 5 mm white; 9 mm look like a margin. */
const marginMillimetres = 9;
const gap = 18;

/** A sheet of paper: landscape with the legend beside the map, portrait with the legend beneath in three columns. */
export function paperLayout(paper: Paper, orientation: Orientation): SheetLayout {
  const [short, long] = sides[paper];
  const millimetres =
    orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
  const units = unitsPerMillimetre[paper];
  const width = millimetres.width * units;
  const height = millimetres.height * units;
  const margin = Math.round(marginMillimetres * units);
  const top = margin + 56;
  const inner = { width: width - 2 * margin, height: height - margin - 26 - top };
  const column = paper === 'a3' ? 262 : 236;
  const mapShare = 0.7;
  const frames: Pick<SheetLayout, 'map' | 'legend' | 'columns'> =
    orientation === 'landscape'
      ? {
          map: { x: margin, y: top, width: inner.width - column - gap, height: inner.height },
          legend: { x: width - margin - column, y: top, width: column, height: inner.height },
          columns: 1,
        }
      : {
          map: { x: margin, y: top, width: inner.width, height: inner.height * mapShare - gap },
          legend: {
            x: margin,
            y: top + inner.height * mapShare,
            width: inner.width,
            height: inner.height * (1 - mapShare),
          },
          columns: 3,
        };
  return {
    size: { width, height },
    paper: millimetres,
    margin,
    titleSize: 24,
    titleAt: margin + 22,
    noteAt: margin + 44,
    footAt: height - margin,
    footSize: 10.5,
    ...frames,
    leastScale: 0.75,
  };
}
