/** How the map of a scene lies in its frame: sheet pixel = frame corner + offset + zoom × pixel of the unmoved map. */
export interface MapPlace {
  /** 1 = as exported. */
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** A frame on the sheet, its pixels. */
export interface FrameBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const UNMOVED: MapPlace = { zoom: 1, x: 0, y: 0 };

/** Shapes are drawn for the size of the sheet: closer than this their simplification would show. */
export const MOST_ZOOM = 8;

/** Keeps the frame filled. */
function held({ zoom, x, y }: MapPlace, { width, height }: FrameBox): MapPlace {
  return {
    zoom,
    x: Math.min(0, Math.max(width * (1 - zoom), x)),
    y: Math.min(0, Math.max(height * (1 - zoom), y)),
  };
}

/** The map moved by sheet pixels. */
export function movedBy(place: MapPlace, dx: number, dy: number, frame: FrameBox): MapPlace {
  return held({ ...place, x: place.x + dx, y: place.y + dy }, frame);
}

/** The map `factor` times as large, with the point at (`atX`, `atY`) of the sheet staying where it is. */
export function zoomedBy(
  place: MapPlace,
  factor: number,
  atX: number,
  atY: number,
  frame: FrameBox,
): MapPlace {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, place.zoom * factor));
  const ratio = zoom / place.zoom;
  const [left, top] = [atX - frame.x, atY - frame.y];
  return held({ zoom, x: left - (left - place.x) * ratio, y: top - (top - place.y) * ratio }, frame);
}

/** The transform that lays the map of the sheet so. */
export function transformOf({ zoom, x, y }: MapPlace, frame: FrameBox): string {
  return `translate(${frame.x + x - zoom * frame.x} ${frame.y + y - zoom * frame.y}) scale(${zoom})`;
}

/** The longest of 1, 2, 5 × 10ⁿ that is no longer. */
export function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2, 1].find((step) => step * power <= longest * (1 + 1e-9)) ?? 1) * power;
}
