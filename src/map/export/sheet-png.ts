import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import { drawOffScreen, type DrawingProblem } from '../adapter/draw-off-screen.ts';
import { fitIntoFrame, mapFrame, sheetSize, type Frame, type MapSheet } from './map-sheet.ts';
import { frameSvg, sheetSvg } from './sheet-svg.tsx';

/** The sheet as a PNG of 1600 × 900 times `ratio` pixels. */
export async function sheetPng(
  sheet: MapSheet,
  ratio: number,
  signal: AbortSignal,
): Promise<Result<Blob, DrawingProblem>> {
  return compose(
    sheet,
    { ...mapFrame },
    { ...sheetSize, x: 0, y: 0 },
    sheetSvg(sheet, { kind: 'hole' }),
    ratio,
    signal,
  );
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

async function compose(
  sheet: MapSheet,
  mapAt: Frame,
  whole: Frame,
  furniture: string,
  ratio: number,
  signal: AbortSignal,
): Promise<Result<Blob, DrawingProblem>> {
  const { size, scale } = fitIntoFrame({ size: sheet.screen }, mapAt);
  const drawn = await drawOffScreen(sheet.model, sheet.camera, size, scale * ratio, signal);
  if (!drawn.ok) return drawn;
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
