import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import { withoutHandles } from '../layers/annotation-layers.ts';
import type { MapCamera, MapModel } from '../layers/map-model.ts';
import { createPictureMaker, pictureStyle } from '../layers/map-style.ts';
import type { MapSize } from '../layers/map-view.ts';
import { diffClasses } from '../layers/style-diff.ts';
import { themeTokens } from '../layers/theme-tokens.ts';
import { serveMapTiles } from './map-tiles.ts';
import { applyClass } from './apply-style-changes.ts';
import { setMapPictures } from './map-pictures.ts';
import { isSeen } from '../layers/overlay-specs.ts';
import type { Overlay } from './overlay-layers.ts';

maplibregl.setWorkerUrl(workerUrl);
serveMapTiles();

/** Largest canvas asked for, pixels a side; the default of 4096 would shrink a 4× picture silently. */
const MOST_CANVAS_PIXELS = 8192;

/** Why there is no picture. */
export type DrawingProblem = 'aborted' | 'canvas-too-large' | 'drawing-failed';

/**
 * Draws a map beside the page, deck.gl's layers included, and gives its canvas (`size` × `pixelRatio` pixels). The live
 * map is not touched: its own pixel ratio must not be changed while deck.gl draws into it.
 */
export async function drawOffScreen(
  model: MapModel,
  camera: MapCamera,
  size: MapSize,
  pixelRatio: number,
  signal: AbortSignal,
): Promise<Result<HTMLCanvasElement, DrawingProblem>> {
  const limit = Math.min(MOST_CANVAS_PIXELS, largestCanvas());
  const longest = Math.max(size.width, size.height);
  if (longest * pixelRatio > limit) return fail(tooLarge(limit / longest));
  const picture = createPictureMaker()(withoutHandles(model));
  const addOverlay = picture.overlays.some(isSeen) ? (await import('./overlay-layers.ts')).addOverlay : null;
  if (signal.aborted) return fail(aborted);
  const container = document.createElement('div');
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  container.style.cssText = `position:fixed;left:-100000px;top:0;width:${size.width}px;height:${size.height}px`;
  document.body.append(container);
  const map = new maplibregl.Map({
    container,
    style: pictureStyle(picture),
    center: [...camera.center],
    zoom: camera.zoom,
    minZoom: 0,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    trackResize: false,
    fadeDuration: 0,
    pixelRatio,
    maxCanvasSize: [MOST_CANVAS_PIXELS, MOST_CANVAS_PIXELS],
    canvasContextAttributes: { antialias: true },
  });
  const paint = holdPainting(map);
  let overlay: Overlay | null = null;
  try {
    return await new Promise((resolve) => {
      let rests = 0;
      signal.addEventListener('abort', () => resolve(fail(aborted)), { once: true });
      map.on('error', ({ error }) => resolve(fail(failed(error.message))));
      map.on('webglcontextlost', () => resolve(fail(failed('the graphics driver took the picture away'))));
      map.on('style.load', () => {
        setMapPictures(map, themeTokens(model.theme));
        for (const change of diffClasses(null, picture.classStates)) applyClass(map, change);
      });
      map.on('load', () => {
        if (addOverlay === null) return;
        overlay = addOverlay(map);
        overlay.show(picture.overlays);
      });
      map.on('idle', () => {
        if (addOverlay !== null && overlay === null) return;
        // The first rest is before anything is painted, and before the overlay's layers have found their places among the map's.
        rests += 1;
        if (rests === 1) paint();
        if (rests < (addOverlay === null ? RESTS_WITHOUT : RESTS_WITH_OVERLAY)) map.triggerRepaint();
        else resolve(succeed(copyOf(map.getCanvas())));
      });
    });
  } finally {
    (overlay as Overlay | null)?.remove();
    map.remove();
    container.remove();
  }
}

/** Rests of the map after which the overlay is drawn: placed at the first, drawn by the second, quiet at the third. */
const RESTS_WITH_OVERLAY = 3;
/** Rests of a map without one: complete at the first, drawn at the second. */
const RESTS_WITHOUT = 2;

/**
 * Keeps a map from painting its frames until the returned function is called: one that loads makes a frame for every tile
 * and name that comes, some forty of a national view, and none of them is looked at. In software each takes a second.
 */
function holdPainting({ painter }: maplibregl.Map): () => void {
  const render = painter.render.bind(painter);
  painter.render = () => undefined;
  return () => {
    painter.render = render;
  };
}

/** A copy: the drawing buffer is only there inside the handler. */
function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  return canvas;
}

function largestCanvas(): number {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return 0;
  const largest = Math.min(
    Number(context.getParameter(context.MAX_RENDERBUFFER_SIZE)),
    Number(context.getParameter(context.MAX_TEXTURE_SIZE)),
  );
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return largest;
}

const aborted: Failure<DrawingProblem> = {
  reason: 'aborted',
  message: 'The picture was given up.',
  nextStep: 'Start it again when you want it.',
};

function tooLarge(largestRatio: number): Failure<DrawingProblem> {
  const ratio = Math.floor(largestRatio * 10) / 10;
  return {
    reason: 'canvas-too-large',
    message: 'The graphics card cannot draw a picture this large.',
    nextStep: `The largest that it can draw is ${ratio} times the size on the page.`,
    values: { largestRatio: ratio },
  };
}

function failed(message: string): Failure<DrawingProblem> {
  return {
    reason: 'drawing-failed',
    message: `The map could not be drawn for the export: ${message}`,
    nextStep: 'Try a smaller size, or reload the page; the project is kept.',
    values: { error: message },
  };
}
