import type * as maplibregl from 'maplibre-gl';
import {
  dotImageId,
  edgeImageIds,
  edgeImagePixels,
  hatchImageId,
  markPixels,
  ringImageId,
} from '../layers/layer-ids.ts';
import type { ThemeTokens } from '../layers/theme-tokens.ts';

/** Device pixels per CSS pixel of generated pictures. */
const pixelRatio = 2;

/** Adds, or repaints after a change of theme, the pictures that layers refer to. */
export function setMapPictures(map: maplibregl.Map, tokens: ThemeTokens): void {
  setPicture(map, hatchImageId, drawHatch(tokens));
  setPicture(map, dotImageId, drawPlaceMark(tokens, 'dot'));
  setPicture(map, ringImageId, drawPlaceMark(tokens, 'ring'));
  setPicture(map, edgeImageIds.across, new ImageData(edgeImagePixels * pixelRatio, pixelRatio));
  setPicture(map, edgeImageIds.down, new ImageData(pixelRatio, edgeImagePixels * pixelRatio));
}

function setPicture(map: maplibregl.Map, id: string, image: ImageData): void {
  if (map.hasImage(id)) map.updateImage(id, image);
  else map.addImage(id, image, { pixelRatio });
}

function drawing(size: number, draw: (context: CanvasRenderingContext2D, size: number) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas');
  draw(context, size);
  return context.getImageData(0, 0, size, size);
}

/** Diagonal hatching that tiles seamlessly. */
function drawHatch(tokens: ThemeTokens): ImageData {
  return drawing(8 * pixelRatio, (context, size) => {
    context.strokeStyle = tokens.noDataHatch;
    context.lineWidth = 0.8 * pixelRatio;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 2, size + 2);
      context.lineTo(shift + size + 2, -2);
    }
    context.stroke();
  });
}

/** A dot for cities, a ringed dot for core cities. */
function drawPlaceMark(tokens: ThemeTokens, mark: 'dot' | 'ring'): ImageData {
  return drawing(markPixels * pixelRatio, (context, size) => {
    const middle = size / 2;
    const radius = mark === 'ring' ? 4.1 * pixelRatio : 3 * pixelRatio;
    context.fillStyle = tokens.paper;
    context.strokeStyle = tokens.ink;
    context.lineWidth = 1.4 * pixelRatio;
    context.beginPath();
    context.arc(middle, middle, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    if (mark === 'ring') {
      context.fillStyle = tokens.ink;
      context.beginPath();
      context.arc(middle, middle, 1.9 * pixelRatio, 0, 2 * Math.PI);
      context.fill();
    }
  });
}
