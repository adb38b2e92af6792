import type { LegendItem, LegendMatrix, LegendSpec } from '#map/legend/legend-spec.ts';
import type { MapLanguage } from '#map/layers/map-model.ts';

/** What goes onto one slide. */
export interface SlideContent {
  readonly title: string;
  readonly note: string;
  /** `data:image/png;base64,…`, of the shape of {@link slideMapShape}. */
  readonly picture: string;
  readonly altText: string;
  readonly legend: readonly LegendSpec[];
  /** Approval number or draft mark. */
  readonly mark: string;
  readonly isDraft: boolean;
  /** Coordinate system, data version. */
  readonly foot: string;
  /** Speaker notes: note, settings, sources, receipt. */
  readonly notes: string;
}

/** Width and height of the map's picture on a slide, inches. */
export const slideMapShape = { width: 9.1, height: 5.55 } as const;

/** Families that slides name: on a machine without them PowerPoint and LibreOffice take their own for the script. */
const fonts: Readonly<Record<MapLanguage, { readonly face: string; readonly lang: string }>> = {
  zh: { face: 'Microsoft YaHei', lang: 'zh-CN' },
  en: { face: 'Arial', lang: 'en-US' },
};

const ink = '1E2328';
const muted = '626973';
const accent = 'B8382B';

/** A briefing as PowerPoint file: 16:9, native title, note, legend table and foot; the map as a picture with a description. */
export async function buildSlides(
  slides: readonly SlideContent[],
  options: { readonly language: MapLanguage; readonly title: string; readonly legendTitle: string },
): Promise<Uint8Array> {
  const { default: PptxGenJS } = await import('pptxgenjs');
  const { face, lang } = fonts[options.language];
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = options.title;
  deck.theme = { headFontFace: face, bodyFontFace: face };
  for (const content of slides) {
    const slide = deck.addSlide();
    const text = { fontFace: face, lang, margin: 0 } as const;
    slide.addText(content.title, {
      ...text,
      x: 0.4,
      y: 0.25,
      w: 12.5,
      h: 0.55,
      fontSize: 26,
      bold: true,
      color: ink,
      objectName: 'Title',
      fit: 'shrink',
    });
    if (content.note !== '')
      slide.addText(content.note, {
        ...text,
        x: 0.4,
        y: 0.82,
        w: 12.5,
        h: 0.48,
        fontSize: 13,
        color: muted,
        valign: 'top',
        objectName: 'Note',
        fit: 'shrink',
      });
    slide.addImage({
      data: content.picture,
      x: 0.4,
      y: 1.38,
      w: slideMapShape.width,
      h: slideMapShape.height,
      altText: content.altText,
      objectName: 'Map',
    });
    const rows = legendRows(content.legend, face, lang);
    if (rows.length > 0)
      slide.addTable(rows, {
        x: 9.7,
        y: 1.38,
        w: 3.2,
        colW: [0.55, 2.65],
        fontFace: face,
        fontSize: 10,
        color: ink,
        margin: 0.02,
        rowH: Math.min(0.26, slideMapShape.height / rows.length),
        border: { type: 'none' },
        objectName: options.legendTitle,
      });
    slide.addText(
      [
        {
          text: content.mark,
          options: { bold: true, color: content.isDraft ? accent : ink, fontSize: 11, fontFace: face, lang },
        },
        { text: `    ${content.foot}`, options: { color: muted, fontSize: 10, fontFace: face, lang } },
      ],
      { ...text, x: 0.4, y: 7.03, w: 12.5, h: 0.3, objectName: 'Credits' },
    );
    slide.addNotes(content.notes);
  }
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
}

interface Cell {
  readonly text: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The legend as table rows: a heading over both columns, then sample and words. Long keys are cut at {@link mostRows}. */
function legendRows(legend: readonly LegendSpec[], face: string, lang: string): Cell[][] {
  const common = { fontFace: face, lang };
  const rows: Cell[][] = [];
  for (const spec of legend) {
    rows.push([
      {
        text: spec.unit === null ? spec.title : `${spec.title} (${spec.unit})`,
        options: { ...common, colspan: 2, bold: true, fontSize: 11 },
      },
    ]);
    if (spec.scale !== null) {
      const { colours, ticks } = spec.scale;
      for (const { at, label } of ticks) {
        const colour = colours[Math.round(at * (colours.length - 1))] ?? '#FFFFFF';
        rows.push([
          { text: '', options: { ...common, fill: { color: bare(colour) } } },
          { text: label, options: common },
        ]);
      }
    }
    if (spec.matrix) rows.push(...matrixRows(spec.matrix, common));
    for (const item of spec.items) {
      rows.push([sampleCell(item, common), { text: item.label, options: common }]);
    }
    if (spec.note !== null)
      rows.push([{ text: spec.note, options: { ...common, colspan: 2, fontSize: 8, color: muted } }]);
  }
  return rows.slice(0, mostRows);
}

function rangeOf(limits: readonly string[], at: number): string {
  if (at === 0) return `< ${limits[0] ?? ''}`;
  return at === limits.length ? `≥ ${limits.at(-1) ?? ''}` : `${limits[at - 1]} – ${limits[at]}`;
}

/** The key of two crossed measures: their names, then a row a colour with the range of each, both high first. */
function matrixRows(matrix: LegendMatrix, common: Readonly<Record<string, unknown>>): Cell[][] {
  const names = `→ ${matrix.columnTitle}  ↑ ${matrix.rowTitle}`;
  return [
    [{ text: names, options: { ...common, colspan: 2, fontSize: 9 } }],
    ...matrix.rows
      .flatMap((colours, row) =>
        colours.map((colour, column): Cell[] => [
          { text: '', options: { ...common, fill: { color: bare(colour) } } },
          {
            text: `→ ${rangeOf(matrix.columnLimits, column)}  ↑ ${rangeOf(matrix.rowLimits, row)}`,
            options: common,
          },
        ]),
      )
      .toReversed(),
  ];
}

/** More rows than this do not fit beside the map. */
const mostRows = 30;

const bare = (hex: string): string => hex.replace('#', '').toUpperCase();

function sampleCell({ swatch }: LegendItem, common: Readonly<Record<string, unknown>>): Cell {
  const sign = (text: string, colour: string): Cell => ({
    text,
    options: { ...common, color: bare(colour), bold: true, align: 'center' },
  });
  switch (swatch.kind) {
    case 'fill':
      return { text: '', options: { ...common, fill: { color: bare(swatch.colour) } } };
    case 'line':
      return sign(swatch.dash === null ? '———' : '- - -', swatch.colour);
    case 'double-line':
      return sign('═══', swatch.outer);
    case 'hatch':
      return sign('////', swatch.colour);
    case 'point':
    case 'ring':
      return sign(swatch.kind === 'ring' ? '◉' : '●', swatch.kind === 'ring' ? swatch.outline : swatch.fill);
  }
  return swatch satisfies never;
}
