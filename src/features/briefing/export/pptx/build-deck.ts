import { DeckPackage } from './deck-package.ts';
import { type DeckFormat, type DeckMap, type DeckSlide, type Words } from './deck.ts';
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
import { figuresXml } from './figures-xml.ts';
import { cutToRoom, fitting, smallPrint } from './fitted-text.ts';
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
import { slideFrames, slideSizes, type Box } from './slide-layout.ts';
import { plainTableStyle } from './table-xml.ts';
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
          ? { ...look, size: fitting(said.text, width, first, sizes.least, look.bold) }
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
    shapes.push(filledPlaceXml(nextId(), 'Note', 'note', noteParagraphs(slide.note, frames.note)));
  shapes.push(...mapXml(deck, path, slide.map, number, frames.map, nextId, format.names));
  const legend = legendXml(slide.legend, frames.legend, format.names.legend, nextId);
  if (legend !== null) shapes.push(legend);
  shapes.push(...(await figuresXml(deck, path, slide.figures, frames, nextId, format.today)));
  if (slide.sources.length > 0)
    shapes.push(
      textBoxXml(
        { id: nextId(), name: 'Sources' },
        frames.sources,
        slide.sources.slice(0, 1).map((said) => smallPrint(said, frames.sources)),
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

/** The first paragraph of each language's note; a talk's further ones are for the speaker. */
function noteParagraphs(note: Words, { w, h }: Box): readonly Markup[] {
  return note.map(({ language, text }, index) => {
    const [first = ''] = text.split('\n');
    const room = { w, h: h / note.length };
    const cut = cutToRoom({ language, text: first }, room, index === 0 ? [13, 12, 11, 10] : [10.5, 9.5, 9]);
    return paragraphXml([runXml(cut.said, { size: cut.size, colour: muted })]);
  });
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
