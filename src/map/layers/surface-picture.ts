import { hexToRgb } from './hex-colours.ts';
import { changeColour, minutesColour } from './map-ramps.ts';
import type { CircleDrawing, DifferenceDrawing, MapTheme, MinutesGrid } from './map-model.ts';
import type { SurfacePicture } from './overlay-specs.ts';

/** Colours that a ramp is sampled at; more cannot be told apart. */
const steps = 256;

/** Alpha of reached cells, 0…255: the ground stays readable. */
const reachedAlpha = 205;

/** Changes smaller than this are drawn as nothing: below the grid's own error (circle engine trial: ±1 % of 60 min). */
const noticeableChangeMinutes = 0.5;

/** The travel-time surface as a picture, cropped to what is reached within `maxMinutes`; `null` when nothing is. */
export function minutesPicture(circle: CircleDrawing, theme: MapTheme): SurfacePicture | null {
  if (!circle.surface) return null;
  const { maxMinutes } = circle;
  const palette = sampleRamp((t) => minutesColour(theme, t));
  return paint(circle.surface, palette, (minutes, pixel) => {
    const reached = minutes <= maxMinutes;
    const step = reached ? Math.min(steps - 1, Math.floor((minutes / maxMinutes) * steps)) : steps - 1;
    pixel(step, reached);
    return reached;
  });
}

/** The change of minutes as a picture, faster in the ramp's high (teal) end; cells with no noticeable change stay clear. */
export function differencePicture(difference: DifferenceDrawing, theme: MapTheme): SurfacePicture | null {
  const { limitMinutes } = difference;
  const palette = sampleRamp((t) => changeColour(theme, t));
  return paint(difference.grid, palette, (change, pixel) => {
    const noticeable = Math.abs(change) >= noticeableChangeMinutes;
    // ±Infinity = reached only before or only after: the ends of the scale.
    const t = noticeable ? 0.5 - change / (2 * limitMinutes) : 0.5;
    pixel(Math.min(steps - 1, Math.max(0, Math.floor(t * steps))), noticeable);
    return noticeable;
  });
}

function sampleRamp(colourAt: (t: number) => string): Uint8Array {
  const palette = new Uint8Array(steps * 3);
  for (let step = 0; step < steps; step += 1) {
    palette.set(hexToRgb(colourAt((step + 0.5) / steps)), step * 3);
  }
  return palette;
}

/** Unpainted cells get a colour too, only clear: the GPU blends neighbours, and clear black would leave a dark rim. */
type SetPixel = (step: number, painted: boolean) => void;

const ignore: SetPixel = () => undefined;

/** Paints cells and crops to the painted ones. */
function paint(
  grid: MinutesGrid,
  palette: Uint8Array,
  paintCell: (value: number, pixel: SetPixel) => boolean,
): SurfacePicture | null {
  const { columns, rows, minutes, west, north, cellDegrees } = grid;
  const box = paintedBox(grid, paintCell);
  if (!box) return null;
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const pixels = new Uint8ClampedArray(width * height * 4);
  let at = 0;
  const pixel: SetPixel = (step, painted) => {
    pixels[at] = palette[step * 3] ?? 0;
    pixels[at + 1] = palette[step * 3 + 1] ?? 0;
    pixels[at + 2] = palette[step * 3 + 2] ?? 0;
    pixels[at + 3] = painted ? reachedAlpha : 0;
  };
  for (let row = box.top; row <= box.bottom && row < rows; row += 1) {
    for (let column = box.left; column <= box.right; column += 1) {
      paintCell(minutes[row * columns + column] ?? NaN, pixel);
      at += 4;
    }
  }
  return {
    width,
    height,
    pixels,
    bounds: [
      west + box.left * cellDegrees,
      north - (box.bottom + 1) * cellDegrees,
      west + (box.right + 1) * cellDegrees,
      north - box.top * cellDegrees,
    ],
  };
}

interface CellBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function paintedBox(
  grid: MinutesGrid,
  paintCell: (value: number, pixel: SetPixel) => boolean,
): CellBox | null {
  let left = Infinity;
  let right = -1;
  let top = Infinity;
  let bottom = -1;
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      if (!paintCell(grid.minutes[row * grid.columns + column] ?? NaN, ignore)) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  }
  return right < 0 ? null : { left, right, top, bottom };
}
