import {
  emu,
  fillXml,
  lineXml,
  muted,
  offsetXml,
  propertiesXml,
  shapeXml,
  strokeXml,
} from './drawing-xml.ts';
import type { Box, SlideFrames } from './slide-layout.ts';
import { el, namespaces, xmlPart, type Markup } from './xml.ts';

/** Places of a layout that slides fill. */
export const placeholders = {
  title: { type: 'title' },
  note: { type: 'body', idx: 10, sz: 'quarter' },
  foot: { type: 'ftr', idx: 11, sz: 'quarter' },
  number: { type: 'sldNum', idx: 12, sz: 'quarter' },
} as const;
type Place = keyof typeof placeholders;

const bodyXml = (anchor: 't' | 'ctr', list: Markup, content: Markup, fit = false): Markup =>
  el(
    'p:txBody',
    {},
    el('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }, fit ? el('a:normAutofit', {}) : null),
    list,
    content,
  );

const emptyList = el('a:lstStyle', {});

/** A placeholder of a master or layout. */
function placeXml(
  id: number,
  name: string,
  ph: Readonly<Record<string, string | number>>,
  box: Box | null,
  body: Markup,
): Markup {
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      propertiesXml({ id, name }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, el('p:ph', ph)),
    ),
    box === null
      ? el('p:spPr', {})
      : el('p:spPr', {}, offsetXml('a:xfrm', box), el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {}))),
    body,
  );
}

/** A filled placeholder of a slide, in the place of its layout. */
export function filledPlaceXml(
  id: number,
  name: string,
  place: Place,
  paragraphs: readonly Markup[],
): Markup {
  const body = el('p:txBody', {}, el('a:bodyPr', {}), emptyList, ...paragraphs);
  return placeXml(id, name, placeholders[place], null, body);
}

function level(size: number, colour: string, isBold: boolean, fonts: 'mj' | 'mn'): Markup {
  return el(
    'a:defRPr',
    { sz: size * 100, b: isBold, kern: 1200 },
    fillXml(colour),
    el('a:latin', { typeface: `+${fonts}-lt` }),
    el('a:ea', { typeface: `+${fonts}-ea` }),
    el('a:cs', { typeface: `+${fonts}-cs` }),
  );
}

const plainLevel = (name: string, content: Markup, align = 'l'): Markup =>
  el(
    name,
    {
      marL: 0,
      indent: 0,
      algn: align,
      defTabSz: 914_400,
      rtl: false,
      eaLnBrk: true,
      latinLnBrk: false,
      hangingPunct: true,
    },
    el('a:buNone', {}),
    content,
  );

const tree = (...shapes: readonly Markup[]): Markup =>
  el(
    'p:spTree',
    {},
    el('p:nvGrpSpPr', {}, propertiesXml({ id: 1, name: 'Tree' }), el('p:cNvGrpSpPr', {}), el('p:nvPr', {})),
    el(
      'p:grpSpPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', { x: 0, y: 0 }),
        el('a:ext', { cx: 0, cy: 0 }),
        el('a:chOff', { x: 0, y: 0 }),
        el('a:chExt', { cx: 0, cy: 0 }),
      ),
    ),
    ...shapes,
  );

/** The shapes of a slide, master, layout or notes page. */
export const shapeTree = tree;

const field = el(
  'a:fld',
  { id: '{5B9A4B3E-6C0B-4D65-9C3E-0B8F5A1D7C11}', type: 'slidenum' },
  el('a:rPr', { lang: 'en-US' }),
  '<a:t>‹#›</a:t>',
);
/** The number of the slide, kept by the program that shows it. */
export const slideNumberParagraph = el('a:p', {}, field, el('a:endParaRPr', { lang: 'en-US' }));

const words = (text: string): Markup =>
  el('a:p', {}, el('a:r', {}, el('a:rPr', { lang: 'en-US' }), `<a:t>${text}</a:t>`));
const noWords = el('a:p', {}, el('a:endParaRPr', { lang: 'en-US' }));

const listOf = (size: number, colour: string, align = 'l'): Markup =>
  el('a:lstStyle', {}, plainLevel('a:lvl1pPr', el('a:defRPr', { sz: size * 100 }, fillXml(colour)), align));

function placesXml(frames: SlideFrames, from: number): readonly Markup[] {
  return [
    placeXml(
      from,
      'Title',
      placeholders.title,
      frames.title,
      bodyXml('ctr', emptyList, words('Title'), true),
    ),
    placeXml(
      from + 1,
      'Note',
      placeholders.note,
      frames.note,
      bodyXml('t', listOf(13, muted), words('Note'), true),
    ),
    placeXml(from + 2, 'Credits', placeholders.foot, frames.foot, bodyXml('ctr', listOf(9, muted), noWords)),
    placeXml(
      from + 3,
      'Slide number',
      placeholders.number,
      frames.number,
      bodyXml('ctr', listOf(9, muted, 'r'), slideNumberParagraph),
    ),
  ];
}

/** The master: the bar of the accent, the title's and notes' looks, the rule over the credits. */
export function slideMasterXml(frames: SlideFrames, layoutRelation: string): string {
  return xmlPart(
    el(
      'p:sldMaster',
      namespaces,
      el(
        'p:cSld',
        {},
        el('p:bg', {}, el('p:bgPr', {}, fillXml('bg1'), el('a:effectLst', {}))),
        tree(
          shapeXml({ id: 2, name: 'Accent' }, frames.bar, 'rect', fillXml('accent1'), lineXml(null)),
          strokeXml({ id: 3, name: 'Rule' }, frames.rule, lineXml({ colour: '#D9D4CA', widthPoints: 0.75 })),
          placeXml(
            4,
            'Title',
            { type: 'title' },
            frames.title,
            bodyXml('ctr', emptyList, words('Title'), true),
          ),
          placeXml(
            5,
            'Text',
            { type: 'body', idx: 1 },
            frames.note,
            bodyXml('t', emptyList, words('Text'), true),
          ),
          placeXml(
            6,
            'Credits',
            { type: 'ftr', sz: 'quarter', idx: 3 },
            frames.foot,
            bodyXml('ctr', listOf(9, muted), noWords),
          ),
          placeXml(
            7,
            'Slide number',
            { type: 'sldNum', sz: 'quarter', idx: 4 },
            frames.number,
            bodyXml('ctr', listOf(9, muted, 'r'), slideNumberParagraph),
          ),
        ),
      ),
      el('p:clrMap', colourMap),
      el('p:sldLayoutIdLst', {}, el('p:sldLayoutId', { id: 2_147_483_649, 'r:id': layoutRelation })),
      el(
        'p:txStyles',
        {},
        el('p:titleStyle', {}, plainLevel('a:lvl1pPr', level(26, 'tx2', true, 'mj'))),
        el('p:bodyStyle', {}, plainLevel('a:lvl1pPr', level(13, 'tx1', false, 'mn'))),
        el('p:otherStyle', {}, plainLevel('a:lvl1pPr', level(12, 'tx1', false, 'mn'))),
      ),
    ),
  );
}

const colourMap = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
} as const;

const followMaster = el('p:clrMapOvr', {}, el('a:masterClrMapping', {}));
/** The colours of the master, as every layout, slide and notes page says. */
export const masterColours = followMaster;

/** The only layout: a map with what belongs to it. */
export function slideLayoutXml(frames: SlideFrames): string {
  return xmlPart(
    el(
      'p:sldLayout',
      { ...namespaces, preserve: true, userDrawn: true },
      el('p:cSld', { name: 'Map' }, tree(...placesXml(frames, 2))),
      followMaster,
    ),
  );
}

/** Size of a page of notes, inches: A4 and Letter both hold it. */
export const notesSize = { w: 7.5, h: 10 } as const;
/** Places of a page of notes. */
export const notesPlaces = {
  picture: { type: 'sldImg' },
  text: { type: 'body', idx: 1 },
} as const;

/** A page of notes, as master (`null`) or filled. */
function notesTree(aspectRatio: number, paragraphs: readonly Markup[] | null): Markup {
  const width = 5.6;
  const picture: Box = { x: (notesSize.w - width) / 2, y: 0.7, w: width, h: width / aspectRatio };
  const text: Box = { x: 0.75, y: 5.1, w: notesSize.w - 1.5, h: 4.4 };
  const isMaster = paragraphs === null;
  return tree(
    el(
      'p:sp',
      {},
      el(
        'p:nvSpPr',
        {},
        propertiesXml({ id: 2, name: 'Slide' }),
        el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true, noRot: true, noChangeAspect: true })),
        el('p:nvPr', {}, el('p:ph', notesPlaces.picture)),
      ),
      el(
        'p:spPr',
        {},
        isMaster && offsetXml('a:xfrm', picture),
        isMaster && el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})),
        isMaster && el('a:noFill', {}),
        isMaster && lineXml({ colour: '#A9A399', widthPoints: 0.75 }),
      ),
    ),
    placeXml(
      3,
      'Notes',
      notesPlaces.text,
      isMaster ? text : null,
      el('p:txBody', {}, el('a:bodyPr', {}), emptyList, ...(paragraphs ?? [words('Notes')])),
    ),
  );
}

export function notesMasterXml(aspectRatio: number): string {
  return xmlPart(
    el(
      'p:notesMaster',
      namespaces,
      el(
        'p:cSld',
        {},
        el('p:bg', {}, el('p:bgPr', {}, fillXml('bg1'), el('a:effectLst', {}))),
        notesTree(aspectRatio, null),
      ),
      el('p:clrMap', colourMap),
      el('p:notesStyle', {}, plainLevel('a:lvl1pPr', level(11, 'tx1', false, 'mn'))),
    ),
  );
}

/** The speaker's notes of a slide. */
export function notesSlideXml(aspectRatio: number, paragraphs: readonly Markup[]): string {
  return xmlPart(
    el('p:notes', namespaces, el('p:cSld', {}, notesTree(aspectRatio, paragraphs)), followMaster),
  );
}

/** The presentation: sizes, and the slides by their relationships. */
export function presentationXml(
  size: { readonly w: number; readonly h: number },
  relations: { readonly master: string; readonly notesMaster: string; readonly slides: readonly string[] },
): string {
  return xmlPart(
    el(
      'p:presentation',
      { ...namespaces, saveSubsetFonts: true, autoCompressPictures: false },
      el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2_147_483_648, 'r:id': relations.master })),
      el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': relations.notesMaster })),
      relations.slides.length > 0 &&
        el(
          'p:sldIdLst',
          {},
          ...relations.slides.map((id, at) => el('p:sldId', { id: 256 + at, 'r:id': id })),
        ),
      el('p:sldSz', { cx: emu(size.w), cy: emu(size.h), type: size.w === 10 ? 'screen4x3' : undefined }),
      el('p:notesSz', { cx: emu(notesSize.w), cy: emu(notesSize.h) }),
      el('p:defaultTextStyle', {}, plainLevel('a:lvl1pPr', level(12, 'tx1', false, 'mn'))),
    ),
  );
}
