import { fail, succeed, type Result } from '#core/units/result.ts';
import { creditParts } from '#map/legend/map-credits.tsx';
import { legendOfModel } from '#map/legend/legend-of-model.ts';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { atlasData } from '#state/atlas-data.ts';
import type { Scene } from '#state/project-document.ts';
import { projectStore } from '#state/store.ts';
import { walkScenes } from '../scene-walk.ts';
import { DATA_FORMATS, dataFile } from './data-export.ts';
import { sheetOfShown, type BriefingWords } from './sheet-words.ts';
import type { SlideContent } from './slides.ts';

/** Kinds of file. */
export const EXPORT_FORMATS = ['png', 'svg', 'pptx', ...DATA_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Times 1600 × 900 pixels. */
export const PICTURE_RATIOS = [1, 2, 4] as const;
export type PictureRatio = (typeof PICTURE_RATIOS)[number];

/** A finished file. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

export type ExportProblem = 'aborted' | 'no-map' | 'no-layer' | 'canvas-too-large' | 'drawing-failed';

/** What is to be exported, in which words. */
export interface ExportOrder {
  readonly format: ExportFormat;
  readonly ratio: PictureRatio;
  /** The one layer of a data file; `null` = all that are shown. */
  readonly layer: DataLayer | null;
  readonly title: string;
  readonly note: string;
  /** ISO day. */
  readonly today: string;
  readonly t: BriefingWords;
  readonly signal: AbortSignal;
  /** Called before each scene of a briefing, from 0. */
  readonly onScene: (index: number) => void;
}

/** A name that every file system takes. */
export function fileName(title: string, today: string, extension: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 60);
  return `${plain === '' ? 'chengqun-atlas' : plain} ${today}.${extension}`;
}

const noMap = {
  reason: 'no-map',
  message: 'The map is not drawn yet.',
  nextStep: 'Try again in a moment.',
} as const;

const noLayer = {
  reason: 'no-layer',
  message: 'The chosen layer is not on the map.',
  nextStep: 'Switch it on, or choose another one.',
} as const;

const aborted = { reason: 'aborted', message: 'Given up.', nextStep: 'Start it again when wanted.' } as const;

function sheetNow(order: ExportOrder, words: Pick<ExportOrder, 'title' | 'note'>): MapSheet | null {
  const { document } = projectStore.getState();
  return sheetOfShown(document, atlasData.getState().values.manifest ?? null, words, order.today, order.t);
}

/** Makes the file; heavy libraries load here, when they are used. */
export async function runExport(order: ExportOrder): Promise<Result<ExportedFile, ExportProblem>> {
  const { format, title, today, signal } = order;
  if (format === 'pptx') return exportSlides(order);
  const sheet = sheetNow(order, order);
  if (sheet === null) return fail(noMap);
  const file = (blob: Blob) => succeed({ name: fileName(title, today, format), blob });
  if (format === 'png') {
    const [{ sheetPng }, { withPngText }] = await Promise.all([
      import('#map/export/sheet-png.ts'),
      import('./png-text.ts'),
    ]);
    const drawn = await sheetPng(sheet, order.ratio, signal);
    if (!drawn.ok) return drawn;
    const bytes = new Uint8Array(await drawn.value.arrayBuffer());
    return file(new Blob([withPngText(bytes, 'chengqun-receipt', sheet.receipt)], { type: 'image/png' }));
  }
  if (format === 'svg') {
    const { vectorSheetSvg } = await import('./vector-sheet.ts');
    return file(new Blob([vectorSheetSvg(sheet)], { type: 'image/svg+xml' }));
  }
  const data = await dataFile(sheet, format, order.layer, order.t);
  return data === null ? fail(noLayer) : file(data);
}

async function exportSlides(order: ExportOrder): Promise<Result<ExportedFile, ExportProblem>> {
  const { t, signal, today } = order;
  const { document } = projectStore.getState();
  const [{ mapPng }, { buildSlides, slideMapShape }] = await Promise.all([
    import('#map/export/sheet-png.ts'),
    import('./slides.ts'),
  ]);
  const frame = { x: 0, y: 0, width: slideMapShape.width * 110, height: slideMapShape.height * 110 };
  const slides: SlideContent[] = [];
  let problem: ExportProblem | null = null;
  const outcome = await walkScenes(document.scenes, signal, async (scene, index) => {
    if (problem !== null) return;
    order.onScene(index);
    const sheet = sheetNow(order, scene);
    const drawn = sheet === null ? fail(noMap) : await mapPng(sheet, frame, 2, signal);
    if (sheet === null || !drawn.ok) {
      problem = drawn.ok ? 'no-map' : drawn.failure.reason;
      return;
    }
    slides.push(await slideOf(scene, sheet, drawn.value, t));
  });
  if (outcome === 'aborted') return fail(aborted);
  if (problem !== null) return fail({ ...noMap, reason: problem });
  const name = document.name === '' ? t('title') : document.name;
  const bytes = await buildSlides(slides, {
    language: document.view.language === 'en' ? 'en' : 'zh',
    title: name,
    legendTitle: t('slide.legend'),
  });
  return succeed({
    name: fileName(name, today, 'pptx'),
    blob: new Blob([new Uint8Array(bytes)], {
      type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    }),
  });
}

/** A titled list of the speaker's notes; nothing where there is nothing to say. */
function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `- ${line}`), ''];
}

async function slideOf(
  scene: Scene,
  sheet: MapSheet,
  picture: Blob,
  t: BriefingWords,
): Promise<SlideContent> {
  const { language } = sheet.model;
  const legend = legendOfModel(sheet.model);
  const credits = creditParts({ ...sheet, language });
  return {
    title: scene.title,
    note: scene.note,
    picture: await dataUrl(picture),
    altText: t('altMap', {
      title: scene.title,
      legend: legend.map(({ title }) => title).join(t('list')),
    }),
    legend,
    mark: credits.approval,
    isDraft: sheet.approvalNumber === null,
    foot: [credits.coordinateSystem, credits.data, sheet.imprint].filter((words) => words !== '').join(' · '),
    notes: [
      ...(scene.note === '' ? [] : [scene.note, '']),
      ...part(t('slide.notesSettings'), sheet.settings.lines),
      ...part(t('slide.notesSources'), sheet.sources.lines),
      `${t('slide.receipt')}: ${sheet.receipt}`,
    ].join('\n'),
  };
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('unreadable')),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}
