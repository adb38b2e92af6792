import { nameLanguage } from '#core/geography/name-language.ts';
import { GIVEN_UP } from '../given-up.ts';
import { fail, succeed, type Result } from '#core/units/result.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { mapPng } from '#map/export/sheet-png.ts';
import { atlasData } from '#state/atlas-data.ts';
import type { Scene } from '#state/document/project-document.ts';
import type { Language } from '#state/document/view-state.ts';
import { shownDataOf } from '#state/told/shown-data.ts';
import { projectStore } from '#state/store.ts';
import { walkScenes } from '../../scene-walk.ts';
import type { ExportedFile, ExportOrder, ExportProblem } from '../run-export.ts';
import { sheetOfShown } from '../sheet-words.ts';
import { bilingual } from './bilingual.ts';
import { buildDeck } from './build-deck.ts';
import { deckChoices, type DeckChoices } from './deck-choices.ts';
import type { DeckFormat, DeckSlide, Words } from './deck.ts';
import { turnPageTo, wordsIn } from './page-language.ts';
import { MOST_SHAPE_POINTS } from './shape-limit.ts';
import { figuresOfScene } from './scene-figures.ts';
import { slideOfSheet, type WordedScene } from './scene-slide.ts';
import { scenePicturePixels, slideFrames } from './slide-layout.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** Pixels of the picture for one CSS pixel: sharp on a projector, a megabyte a slide. */
const pictureRatio = 2;

const noMap = {
  reason: 'no-map',
  message: 'The map is not drawn yet.',
  nextStep: 'Try again in a moment.',
} as const;

/** The languages of the slides, the leading one first. */
function languagesOf({ language }: DeckChoices, page: Language): readonly Language[] {
  switch (language) {
    case 'page':
      return [page];
    case 'zh':
      return ['zh-CN'];
    case 'en':
      return ['en'];
    case 'bilingual':
      return page === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  }
  return language satisfies never;
}

/**
 * All scenes as a PowerPoint file: each is opened, waited for and drawn, in one language or two; then everything is as it
 * was.
 */
export async function exportDeck(
  order: ExportOrder,
  name: (title: string) => string,
): Promise<Result<ExportedFile, ExportProblem>> {
  const { t, signal, today } = order;
  const { document } = projectStore.getState();
  const choices = deckChoices.getState();
  const languages = languagesOf(choices, document.view.language);
  const title = document.name === '' ? t('title') : document.name;
  const slides: DeckSlide[] = [];
  let problem: ExportProblem | null = null;
  const draw = async (scene: Scene): Promise<void> => {
    if (problem !== null) return;
    const slide = await slideOfScene(scene, order, choices, languages);
    if (slide.ok) slides.push(slide.value);
    else problem = slide.failure.reason;
  };
  const outcome = await walkScenes(document.scenes, signal, draw, { onOpen: order.onScene });
  if (outcome === 'aborted') return fail(GIVEN_UP);
  if (problem !== null) return fail({ ...noMap, reason: problem });
  const leading = languages[0] ?? document.view.language;
  const words = wordsIn(leading);
  const format: DeckFormat = {
    ...choices,
    title,
    language: nameLanguage(leading),
    names: {
      legend: words('slide.legend'),
      map: words('slide.map'),
      furniture: words('slide.furniture'),
    },
    today,
  };
  const bytes = await buildDeck(slides, format);
  return succeed({ name: name(title), blob: new Blob([new Uint8Array(bytes)], { type: mediaType }) });
}

/** Least share of the screen's map: below it a map made smaller would lose whole layers. */
const smallestShare = 0.65;

/**
 * The same ground on fewer pixels where the slide has less room than the screen: names and lines are then as large on the
 * slide as they are meant to be, in place of being made smaller with the map.
 */
function legibleSheet(
  sheet: MapSheet,
  picture: { readonly width: number; readonly height: number },
): MapSheet {
  const { screen, camera } = sheet;
  const room = Math.min(picture.width / screen.width, picture.height / screen.height);
  const share = Math.max(smallestShare, Math.min(1, room));
  return {
    ...sheet,
    screen: { width: screen.width * share, height: screen.height * share },
    camera: { ...camera, zoom: camera.zoom + Math.log2(share) },
  };
}

/** Says in the notes why the map is a picture after all. */
function tooManyPoints(languages: readonly Language[]): Words {
  return languages.map((language) => ({
    language: nameLanguage(language),
    text: wordsIn(language)('deck.tooManyPoints', { points: MOST_SHAPE_POINTS }),
  }));
}

async function slideOfScene(
  scene: Scene,
  { signal, today }: ExportOrder,
  { aspect, figures, map }: DeckChoices,
  languages: readonly Language[],
): Promise<Result<DeckSlide, ExportProblem>> {
  let words: WordedScene | null = null;
  let leading: MapSheet | null = null;
  for (const language of languages) {
    const t = await turnPageTo(language, signal);
    const manifest = atlasData.getState().values.manifest ?? null;
    const sheet = sheetOfShown(projectStore.getState().document, manifest, scene, today, t);
    if (sheet === null) return fail(noMap);
    const shown = figuresOfScene(scene, shownDataOf, figures, sheet.model.language);
    const own = slideOfSheet(sheet, shown, t);
    leading ??= sheet;
    words = words === null ? own : bilingual(words, own);
  }
  if (words === null || leading === null) return fail(noMap);
  const { altText, ...slide } = words;
  let { notes } = slide;
  const frames = slideFrames(aspect, {
    hasNote: slide.note.length > 0,
    hasFigures: slide.figures.length > 0,
  });
  const picture = scenePicturePixels(frames.map);
  const sheet = legibleSheet(leading, picture);
  if (map === 'shapes') {
    const { drawnMap } = await import('./map-shapes.ts');
    const drawn = await drawnMap(sheet, picture, pictureRatio);
    if (drawn !== null) return succeed({ ...slide, map: { ...drawn, altText } });
    notes = [...notes, ...tooManyPoints(languages)];
  }
  const drawn = await mapPng(sheet, picture, pictureRatio, signal);
  if (!drawn.ok) return drawn;
  const png = new Uint8Array(await drawn.value.arrayBuffer());
  return succeed({ ...slide, notes, map: { png, altText, shapes: null } });
}
