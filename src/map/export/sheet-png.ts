import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import { drawOffScreen, type DrawingProblem } from '../adapter/draw-off-screen.ts';
import { fitIntoFrame, mapFrame, sheetSize, type Frame, type MapSheet } from './map-sheet.ts';
import { missingGlyphs, textsOf } from './missing-glyphs.ts';
import { modelUnderFurniture } from './sheet-furniture.ts';
import { frameSvg, sheetSvg } from './sheet-svg.tsx';

/** A drawn sheet. */
export interface SheetPicture {
  readonly picture: Blob;
  /** Signs of title, legend and sources that no font of this machine has. */
  readonly missing: readonly string[];
}

/** The sheet as a PNG of 1600 × 900 times `ratio` pixels. */
export async function sheetPng(
  sheet: MapSheet,
  ratio: number,
  signal: AbortSignal,
): Promise<Result<SheetPicture, DrawingProblem>> {
  const furniture = sheetSvg(sheet, { kind: 'hole' });
  const drawn = await compose(sheet, { ...mapFrame }, { ...sheetSize, x: 0, y: 0 }, furniture, ratio, signal);
  return drawn.ok ? succeed({ picture: drawn.value, missing: missingGlyphs(textsOf(furniture)) }) : drawn;
}

/** The map alone with what floats on it, `frame` times `ratio` pixels. */
export async function mapPng(
  sheet: MapSheet,
  frame: Frame,
  ratio: number,
  signal: AbortSignal,
): Promise<Result<Blob, DrawingProblem>> {
  return compose(sheet, frame, frame, frameSvg(sheet, frame), ratio, signal);
}

/** What floats on a map, without the map: clear elsewhere. `null` where the browser has no memory for it. */
export async function furniturePng(sheet: MapSheet, frame: Frame, ratio: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(frame.width * ratio);
  canvas.height = Math.round(frame.height * ratio);
  const over = await loadImage(frameSvg(sheet, frame), canvas.width, canvas.height);
  canvas.getContext('2d')?.drawImage(over, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

async function compose(
  sheet: MapSheet,
  mapAt: Frame,
  whole: Frame,
  furniture: string,
  ratio: number,
  signal: AbortSignal,
): Promise<Result<Blob, DrawingProblem>> {
  const fitted = fitIntoFrame({ size: sheet.screen, camera: sheet.camera }, mapAt);
  const { size, camera, scale } = fitted;
  const model = modelUnderFurniture(sheet.model, mapAt, fitted);
  const drawn = await drawOffScreen(model, camera, size, scale * ratio, signal);
  if (!drawn.ok) return fail(inSheetPixels(drawn.failure, whole, scale));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(whole.width * ratio);
  canvas.height = Math.round(whole.height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return fail(noCanvas);
  const { x, y, width, height } = mapAt;
  context.drawImage(drawn.value, (x - whole.x) * ratio, (y - whole.y) * ratio, width * ratio, height * ratio);
  drawn.value.width = 0;
  const over = await loadImage(furniture, canvas.width, canvas.height);
  context.drawImage(over, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  return blob === null ? fail(noCanvas) : succeed(blob);
}

/** The largest map that the graphics card draws, said as the largest sheet around it. */
function inSheetPixels(
  failure: Failure<DrawingProblem>,
  whole: Frame,
  scale: number,
): Failure<DrawingProblem> {
  const largest = Number(failure.values?.['largestRatio'] ?? 0) / scale;
  if (failure.reason !== 'canvas-too-large' || largest === 0) return failure;
  const width = Math.floor(whole.width * largest);
  const height = Math.floor(whole.height * largest);
  return {
    ...failure,
    nextStep: `The largest picture that it can draw is ${width} × ${height} pixels.`,
    values: { width, height },
  };
}

/** An SVG as an image of this many pixels (the SVG's own size would be enlarged blurred). */
async function loadImage(svg: string, width: number, height: number): Promise<HTMLImageElement> {
  const sized = svg.replace(
    /<svg([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1 width="${width}" height="${height}"`,
  );
  const url = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const noCanvas: Failure<DrawingProblem> = {
  reason: 'canvas-too-large',
  message: 'The browser has no memory for a picture this large.',
  nextStep: 'Choose a smaller size.',
};
