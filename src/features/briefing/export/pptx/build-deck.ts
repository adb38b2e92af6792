import { textWidth, wrapText } from '#map/export/text-layout.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { chartXml } from './chart-xml.ts';
import { DeckPackage } from './deck-package.ts';
import {
  joined,
  type DeckChart,
  type DeckFigure,
  type DeckFormat,
  type DeckMap,
  type DeckSlide,
  type Said,
  type Words,
} from './deck.ts';
import {
  inlineRuns,
  muted,
  offsetXml,
  paragraphXml,
  propertiesXml,
  runXml,
  textBoxXml,
  type Described,
} from './drawing-xml.ts';
import { legendXml } from './legend-xml.ts';
import { mapShapesXml, type PlaceImage } from './map-shapes-xml.ts';
import {
  filledPlaceXml,
  masterColours,
  notesMasterXml,
  notesSlideXml,
  presentationXml,
  shapeTree,
  slideLayoutXml,
  slideMasterXml,
  slideNumberParagraph,
} from './masters-xml.ts';
import { slideFrames, slideSizes, type Box, type SlideFrames } from './slide-layout.ts';
import { plainTableStyle, tableXml } from './table-xml.ts';
import { corePropertiesXml, themeXml } from './theme-xml.ts';
import { el, namespaces, xmlPart, type Markup } from './xml.ts';

const ml = 'officedocument.presentationml';
const layoutPath = 'ppt/slideLayouts/slideLayout1.xml';
const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml';

/** A briefing as PowerPoint file: a slide a scene, native words, keys, charts and tables, notes for the speaker. */
export async function buildDeck(slides: readonly DeckSlide[], format: DeckFormat): Promise<Uint8Array> {
  const deck = new DeckPackage();
  const size = slideSizes[format.aspect];
  const common = slideFrames(format.aspect, { hasNote: true, hasFigures: false });
  const presentation = 'ppt/presentation.xml';
  const master = 'ppt/slideMasters/slideMaster1.xml';
  deck.relate('', 'officeDocument', presentation);
  deck.relate(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  deck.add('docProps/core.xml', corePropertiesXml(format), 'package.core-properties');

  const layoutRelation = deck.relate(master, 'slideLayout', layoutPath);
  deck.relate(master, 'theme', 'ppt/theme/theme1.xml');
  deck.add(master, slideMasterXml(common, layoutRelation), `${ml}.slideMaster`);
  deck.relate(layoutPath, 'slideMaster', master);
  deck.add(layoutPath, slideLayoutXml(common), `${ml}.slideLayout`);
  deck.relate(notesMasterPath, 'theme', 'ppt/theme/theme2.xml');
  deck.add(notesMasterPath, notesMasterXml(size.w / size.h), `${ml}.notesMaster`);
  for (const path of ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'])
    deck.add(path, themeXml(format, 'Chengqun Atlas'), 'officedocument.theme');

  const relations = {
    master: deck.relate(presentation, 'slideMaster', master),
    notesMaster: deck.relate(presentation, 'notesMaster', notesMasterPath),
    slides: [] as string[],
  };
  for (const [index, slide] of slides.entries())
    relations.slides.push(deck.relate(presentation, 'slide', await addSlide(deck, slide, index + 1, format)));
  deck.add(presentation, presentationXml(size, relations), `${ml}.presentation.main`);
  deck.relate(presentation, 'theme', 'ppt/theme/theme1.xml');
  deck.relate(presentation, 'presProps', 'ppt/presProps.xml');
  deck.add('ppt/presProps.xml', xmlPart(el('p:presentationPr', namespaces)), `${ml}.presProps`);
  deck.relate(presentation, 'tableStyles', 'ppt/tableStyles.xml');
  deck.add(
    'ppt/tableStyles.xml',
    xmlPart(el('a:tblStyleLst', { 'xmlns:a': namespaces['xmlns:a'], def: plainTableStyle })),
    `${ml}.tableStyles`,
  );
  return deck.zipped(format.today);
}

/** The largest size up to `most` at which a text stays on one line of a box. */
function fitting(text: string, width: number, most: number, least: number): number {
  return Math.max(least, Math.min(most, Math.floor((width * 72 * 0.96) / textWidth(text, 1))));
}

function stacked(
  words: Words,
  width: number,
  sizes: { readonly first: number; readonly second: number; readonly least: number },
  look: { readonly bold: boolean; readonly colour: string },
): readonly Markup[] {
  const first = words.length > 1 ? sizes.first * 0.85 : sizes.first;
  return words.map((said, index) =>
    paragraphXml([
      runXml(
        said,
        index === 0
          ? { ...look, size: fitting(said.text, width, first, sizes.least) }
          : { size: fitting(said.text, width, sizes.second, sizes.least * 0.7), colour: muted },
      ),
    ]),
  );
}

async function addSlide(
  deck: DeckPackage,
  slide: DeckSlide,
  number: number,
  format: DeckFormat,
): Promise<string> {
  const path = `ppt/slides/slide${number}.xml`;
  const frames = slideFrames(format.aspect, {
    hasNote: slide.note.length > 0,
    hasFigures: slide.figures.length > 0,
  });
  let last = 1;
  const nextId = () => (last += 1);
  deck.relate(path, 'slideLayout', layoutPath);
  const shapes: Markup[] = [
    filledPlaceXml(
      nextId(),
      'Title',
      'title',
      stacked(
        slide.title,
        frames.title.w,
        { first: 26, second: 14, least: 14 },
        { bold: true, colour: 'tx2' },
      ),
    ),
  ];
  if (slide.note.length > 0)
    shapes.push(filledPlaceXml(nextId(), 'Note', 'note', noteParagraphs(slide.note, frames.note.w)));
  shapes.push(...mapXml(deck, path, slide.map, number, frames.map, nextId, format.names));
  const legend = legendXml(slide.legend, frames.legend, format.names.legend, nextId);
  if (legend !== null) shapes.push(legend);
  shapes.push(...(await figuresXml(deck, path, slide.figures, frames, nextId, format.today)));
  if (slide.sources.length > 0)
    shapes.push(
      textBoxXml(
        { id: nextId(), name: 'Sources' },
        frames.sources,
        slide.sources.slice(0, 1).map((said) => sourcesParagraph(said, frames.sources)),
        'b',
      ),
    );
  shapes.push(
    filledPlaceXml(nextId(), 'Credits', 'foot', [
      paragraphXml([
        ...inlineRuns(slide.mark, { size: 10, bold: true, colour: slide.isDraft ? 'accent1' : 'tx1' }),
        ...slide.foot
          .slice(0, 1)
          .map(({ language, text }) => runXml({ language, text: `    ${text}` }, { size: 9, colour: muted })),
      ]),
    ]),
    filledPlaceXml(nextId(), 'Slide number', 'number', [slideNumberParagraph]),
  );
  deck.add(
    path,
    xmlPart(el('p:sld', namespaces, el('p:cSld', {}, shapeTree(...shapes)), masterColours)),
    `${ml}.slide`,
  );
  addNotes(deck, path, slide, number, format);
  return path;
}

/** The sources in as many lines as there is room for; where that is too little the end is left to the notes. */
function sourcesParagraph({ language, text }: Said, { w, h }: Box): Markup {
  const size = [8, 7, 6].find((each) => linesAt(text, w, each) * each * 1.22 <= h * 72) ?? 6;
  const most = Math.floor((h * 72) / (size * 1.22));
  const lines = wrapText(text, w * 72 * 0.95, size);
  const end = language === 'zh' ? '……（全文见备注）' : '… (in full in the notes)';
  const fits = lines.length <= most;
  const kept = lines.slice(0, most).join(language === 'zh' ? '' : ' ');
  const shown = fits ? text : `${kept.slice(0, -end.length - 2)}${end}`;
  return paragraphXml([runXml({ language, text: shown }, { size, colour: muted })]);
}

function linesAt(text: string, width: number, size: number): number {
  return wrapText(text, width * 72 * 0.95, size).length;
}

function noteParagraphs(note: Words, width: number): readonly Markup[] {
  return stacked(note, width * 2, { first: 13, second: 10.5, least: 9 }, { bold: false, colour: muted });
}

function mapXml(
  deck: DeckPackage,
  path: string,
  { png, altText, shapes }: DeckMap,
  number: number,
  box: Box,
  nextId: () => number,
  names: DeckFormat['names'],
): readonly Markup[] {
  const whole = { name: names.map, description: altText };
  if (shapes === null) return [pictureXml(deck, path, `map${number}`, png, box, { ...whole, id: nextId() })];
  const placeImage: PlaceImage = (href, name, at, id) =>
    pictureXml(deck, path, `map${number}-${id}`, bytesOfDataUrl(href), at, { id, name });
  return [
    mapShapesXml(shapes, box, whole, nextId, placeImage),
    pictureXml(deck, path, `map${number}`, png, box, {
      id: nextId(),
      name: names.furniture,
      description: names.furniture,
    }),
  ];
}

/** The bytes of a `data:` URL in base 64. */
function bytesOfDataUrl(url: string): Uint8Array {
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (sign) => sign.codePointAt(0) ?? 0);
}

function pictureXml(
  deck: DeckPackage,
  path: string,
  file: string,
  png: Uint8Array,
  box: Box,
  described: Described,
): Markup {
  const media = `ppt/media/${file}.png`;
  deck.add(media, png);
  const relation = deck.relate(path, 'image', media);
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      propertiesXml(described),
      el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: true })),
      el('p:nvPr', {}),
    ),
    el('p:blipFill', {}, el('a:blip', { 'r:embed': relation }), el('a:stretch', {}, el('a:fillRect', {}))),
    el('p:spPr', {}, offsetXml('a:xfrm', box), el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {}))),
  );
}

/** What a figure asks for in height, relative to others on the slide. */
function share(figure: DeckFigure): number {
  if (figure.kind === 'table') return Math.max(3, figure.rows.length + 1);
  return figure.kind === 'bar' ? Math.max(5, figure.categories.length + 1) : 9;
}

async function figuresXml(
  deck: DeckPackage,
  path: string,
  figures: readonly DeckFigure[],
  { figures: frame }: SlideFrames,
  nextId: () => number,
  day: string,
): Promise<readonly Markup[]> {
  if (frame === null) return [];
  const total = figures.reduce((sum, figure) => sum + share(figure), 0);
  const markup: Markup[] = [];
  let y = frame.y;
  for (const figure of figures) {
    const room = (frame.h * share(figure)) / total;
    const heading = 0.28;
    const remark = figure.remark.length > 0 ? 0.3 : 0;
    markup.push(
      textBoxXml({ id: nextId(), name: joined(figure.title) }, { ...frame, y, h: heading }, [
        paragraphXml(
          inlineRuns(figure.title, { size: fitting(joined(figure.title), frame.w, 11.5, 7.5), bold: true }),
        ),
      ]),
    );
    const box: Box = { ...frame, y: y + heading, h: room - heading - remark - 0.1 };
    let height = box.h;
    if (figure.kind === 'table') {
      const table = tableXml(figure, box, nextId());
      markup.push(table.markup);
      height = table.height;
    } else markup.push(await chartFrame(deck, path, figure, box, nextId(), day));
    if (remark > 0)
      markup.push(
        textBoxXml({ id: nextId(), name: '*' }, { ...frame, y: box.y + height + 0.05, h: remark }, [
          paragraphXml(
            inlineRuns(figure.remark, {
              size: fitting(joined(figure.remark), frame.w * 2, 8, 6),
              colour: muted,
            }),
          ),
        ]),
      );
    y += room;
  }
  return markup;
}

async function chartFrame(
  deck: DeckPackage,
  path: string,
  chart: DeckChart,
  box: Box,
  id: number,
  day: string,
): Promise<Markup> {
  // One chart an id of a shape, which is unique on its slide only.
  const name = `${path.replace(/\D+/g, '')}-${id}`;
  const chartPath = `ppt/charts/chart${name}.xml`;
  const workbookPath = `ppt/embeddings/workbook${name}.xlsx`;
  deck.add(workbookPath, await chartWorkbook(chart, day));
  const workbook = deck.relate(chartPath, 'package', workbookPath);
  deck.add(chartPath, chartXml(chart, box, workbook), 'officedocument.drawingml.chart');
  const relation = deck.relate(path, 'chart', chartPath);
  const title = joined(chart.title);
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      propertiesXml({ id, name: title, description: spoken(chart) }),
      el('p:cNvGraphicFramePr', {}),
      el('p:nvPr', {}),
    ),
    offsetXml('p:xfrm', box),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
        el('c:chart', {
          'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
          'r:id': relation,
        }),
      ),
    ),
  );
}

/** A chart in words: its name and what each series comes to. */
function spoken({ title, series, categories, decimals }: DeckChart): string {
  const figures = series.slice(0, 6).map(({ name, values }) => {
    const points = categories
      .slice(0, 10)
      .map((words, at) => `${joined(words)} ${values[at]?.toFixed(decimals) ?? '—'}`);
    return `${joined(name)}: ${points.join(', ')}`;
  });
  return `${joined(title)}. ${figures.join('; ')}`;
}

function addNotes(
  deck: DeckPackage,
  slidePath: string,
  slide: DeckSlide,
  number: number,
  format: DeckFormat,
): void {
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  const { w, h } = slideSizes[format.aspect];
  const paragraphs = slide.notes.map((said) =>
    said.text === '' ? el('a:p', {}) : paragraphXml([runXml(said, { size: 11 })]),
  );
  deck.relate(path, 'notesMaster', notesMasterPath);
  deck.relate(path, 'slide', slidePath);
  deck.relate(slidePath, 'notesSlide', path);
  deck.add(
    path,
    notesSlideXml(w / h, paragraphs.length === 0 ? [el('a:p', {})] : paragraphs),
    `${ml}.notesSlide`,
  );
}
