import { fail, succeed, type Result } from '#core/units/result.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import { projectStore } from '#state/store.ts';
import { wantAllTold } from '#state/told/told-wanted.ts';
import { shownDataOf } from '#state/told/shown-data.ts';
import { DATA_FORMATS, dataFile } from './data-export.ts';
import { GIVEN_UP } from './given-up.ts';
import { NO_OWN_SHAPES, type OwnShapeData } from './no-own-shapes.ts';
import { whenAllSettled } from './settle.ts';
import { sheetNow } from './sheet-now.ts';
import type { BriefingWords } from './sheet-words.ts';

/** Kinds of file. */
export const EXPORT_FORMATS = ['png', 'svg', 'pptx', 'html', ...DATA_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Times 1600 × 900 pixels. */
export const PICTURE_RATIOS = [1, 2, 4] as const;
export type PictureRatio = (typeof PICTURE_RATIOS)[number];

/** A finished file. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  /** Signs of its texts that no font of this machine has. */
  readonly missing?: readonly string[];
  /** Made before all was there, as that took too long. */
  readonly isPartial?: boolean;
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

/** What the person's own boundaries on the map hold, asked for now. */
async function ownShapesNow(
  { model }: MapSheet,
  { signal, t }: Pick<ExportOrder, 'signal' | 't'>,
): Promise<OwnShapeData> {
  const { ownShapes } = model;
  if (!ownShapes || ownShapes.files.length === 0) return NO_OWN_SHAPES;
  const { ownShapesWithFigures } = await import('./own-shapes-now.ts');
  return ownShapesWithFigures(ownShapes, model.language === 'en' ? 'en' : 'zh-CN', signal, t);
}

/** Makes the file, with all that is told of the picture. */
export async function runExport(order: ExportOrder): Promise<Result<ExportedFile, ExportProblem>> {
  const release = wantAllTold();
  try {
    return await makeFile(order);
  } finally {
    release();
  }
}

/** Heavy libraries load here, when they are used. */
async function makeFile(order: ExportOrder): Promise<Result<ExportedFile, ExportProblem>> {
  const { format, title, today, signal } = order;
  if (format === 'pptx') {
    const { exportDeck } = await import('./pptx/export-deck.ts');
    return exportDeck(order, (name) => fileName(name, today, format));
  }
  if (format === 'html') {
    const { exportOffline } = await import('./offline-html/export-offline.ts');
    return exportOffline(order, (name) => fileName(name, today, format));
  }
  // What is loaded or computed still belongs in the file.
  const isSettled = await whenAllSettled(signal);
  if (signal.aborted) return fail(GIVEN_UP);
  const sheet = sheetNow(order, today, order.t);
  if (sheet === null) return fail(noMap);
  const file = (blob: Blob, missing: readonly string[] = [], isPartial = false) =>
    succeed({ name: fileName(title, today, format), blob, missing, isPartial: isPartial || !isSettled });
  if (format === 'png') {
    const [{ sheetPng }, { withPngText }] = await Promise.all([
      import('#map/export/sheet-png.ts'),
      import('./png-text.ts'),
    ]);
    const drawn = await sheetPng(sheet, order.ratio, signal);
    if (!drawn.ok) return drawn;
    const bytes = new Uint8Array(await drawn.value.picture.arrayBuffer());
    const withReceipt = withPngText(bytes, 'chengqun-receipt', sheet.receipt);
    return file(new Blob([withReceipt], { type: 'image/png' }), drawn.value.missing);
  }
  if (format === 'svg') {
    const [{ vectorSheetSvg }, { missingGlyphs, textsOf }] = await Promise.all([
      import('./vector-sheet.ts'),
      import('#map/export/missing-glyphs.ts'),
    ]);
    const svg = vectorSheetSvg(sheet);
    return file(new Blob([svg], { type: 'image/svg+xml' }), missingGlyphs(textsOf(svg)));
  }
  const workspace = shownWorkspace(projectStore.getState().document);
  // The briefing by itself shows what is on the map and no figures beside it.
  const told = workspace === 'briefing' ? [] : (shownDataOf(workspace)?.tables ?? []);
  const wantsShapes = order.layer === null || order.layer === 'own-boundary';
  const own = wantsShapes ? await ownShapesNow(sheet, order) : NO_OWN_SHAPES;
  if (signal.aborted) return fail(GIVEN_UP);
  const data = await dataFile(sheet, format, order.layer, told, own, order.t);
  return data === null ? fail(noLayer) : file(data, [], own.isPartial);
}
