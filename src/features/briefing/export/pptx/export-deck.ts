import { fail, succeed, type Result } from '#core/units/result.ts';
import { mapPng } from '#map/export/sheet-png.ts';
import { atlasData } from '#state/atlas-data.ts';
import type { Scene } from '#state/project-document.ts';
import { projectStore } from '#state/store.ts';
import { walkScenes } from '../../scene-walk.ts';
import type { ExportedFile, ExportOrder, ExportProblem } from '../run-export.ts';
import { sheetOfShown } from '../sheet-words.ts';
import { buildDeck } from './build-deck.ts';
import type { DeckFormat, DeckSlide } from './deck.ts';
import { scenePicturePixels, slideFrames } from './slide-layout.ts';
import { slideOfSheet } from './scene-slide.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** All scenes as a PowerPoint file: each is opened, waited for and drawn; then everything is as it was. */
export async function exportDeck(
  order: ExportOrder,
  name: (title: string) => string,
): Promise<Result<ExportedFile, ExportProblem>> {
  const { t, signal, today } = order;
  const { document } = projectStore.getState();
  const title = document.name === '' ? t('title') : document.name;
  const format: DeckFormat = {
    aspect: '16:9',
    accent: '#B8382B',
    titleColour: '#1E2328',
    title,
    language: document.view.language === 'en' ? 'en' : 'zh',
    names: { legend: t('slide.legend'), map: t('slide.map') },
    today,
  };
  const slides: DeckSlide[] = [];
  let problem: ExportProblem | null = null;
  const outcome = await walkScenes(document.scenes, signal, async (scene, index) => {
    if (problem !== null) return;
    order.onScene(index);
    const slide = await slideOfScene(scene, order, format);
    if (slide.ok) slides.push(slide.value);
    else problem = slide.failure.reason;
  });
  if (outcome === 'aborted')
    return fail({ reason: 'aborted', message: 'Given up.', nextStep: 'Start it again when wanted.' });
  if (problem !== null) return fail({ ...noMap, reason: problem });
  const bytes = await buildDeck(slides, format);
  return succeed({ name: name(title), blob: new Blob([new Uint8Array(bytes)], { type: mediaType }) });
}

const noMap = {
  reason: 'no-map',
  message: 'The map is not drawn yet.',
  nextStep: 'Try again in a moment.',
} as const;

async function slideOfScene(
  scene: Scene,
  { t, signal, today }: ExportOrder,
  format: DeckFormat,
): Promise<Result<DeckSlide, ExportProblem>> {
  const { document } = projectStore.getState();
  const manifest = atlasData.getState().values.manifest ?? null;
  const sheet = sheetOfShown(document, manifest, scene, today, t);
  if (sheet === null) return fail(noMap);
  const { altText, ...words } = slideOfSheet(sheet, [], t);
  const { map } = slideFrames(format.aspect, { hasNote: words.note.length > 0, hasFigures: false });
  const drawn = await mapPng(sheet, scenePicturePixels(map), 2, signal);
  if (!drawn.ok) return drawn;
  const png = new Uint8Array(await drawn.value.arrayBuffer());
  return succeed({ ...words, map: { png, altText } });
}
