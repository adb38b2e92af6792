import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import type { SheetColour, LayerValues } from './layer-values.ts';
import type { SheetProjection } from './sheet-projection.ts';
import { edgeImageIds, markPixels } from '../layers/layer-ids.ts';
import { textWidth, wrapText } from '../text-layout.ts';

/** A text as it is set on the sheet. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  /** Middle, left or right of the first line's box, by `anchor`. */
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly angleDegrees: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly weight: 400 | 500 | 700;
  readonly italic: boolean;
  readonly letterSpacing: number;
  readonly colour: SheetColour;
  readonly halo: SheetColour;
  readonly haloWidth: number;
  readonly opacity: number;
  /** Mark that belongs to the label (a city's dot), `null` = none. */
  readonly mark: {
    readonly id: string;
    readonly at: readonly [number, number];
    readonly size: number;
  } | null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room that is taken; layers ask in the order of their importance, as in MapLibre. */
export class LabelRoom {
  readonly #taken: Box[] = [];

  isFree(box: Box): boolean {
    return !this.#taken.some(
      (other) =>
        box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
    );
  }

  take(box: Box): void {
    this.#taken.push(box);
  }
}

type Anchor = 'center' | 'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'bottom-left';

interface TextLook {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly padding: number;
  readonly label: Omit<PlacedLabel, 'x' | 'y' | 'anchor' | 'angleDegrees' | 'mark'>;
}

function textLook(values: LayerValues, feature: Feature, maxWidth: number): TextLook | null {
  const text = values.text('text-field', feature);
  const opacity = values.number('text-opacity', feature);
  if (text === '' || opacity <= 0.02) return null;
  const fontSize = values.number('text-size', feature);
  const spacing = values.number('text-letter-spacing', feature);
  const lines = wrapText(text, maxWidth * fontSize, fontSize);
  const lineHeight = fontSize * values.number('text-line-height', feature);
  const font = String(values.list('text-font', feature)?.[0] ?? '');
  return {
    lines,
    width: Math.max(...lines.map((line) => textWidth(line, fontSize, spacing))),
    height: lines.length * lineHeight,
    fontSize,
    padding: values.number('text-padding', feature),
    label: {
      lines,
      fontSize,
      lineHeight,
      weight: font.includes('Bold') ? 700 : font.includes('Medium') ? 500 : 400,
      italic: font.includes('Italic'),
      letterSpacing: spacing * fontSize,
      colour: values.colour('text-color', feature),
      halo: values.colour('text-halo-color', feature),
      haloWidth: values.number('text-halo-width', feature),
      opacity,
    },
  };
}

/** The labels of one symbol layer that find room. */
export function placeLabels(
  features: readonly Feature[],
  values: LayerValues,
  projection: SheetProjection,
  room: LabelRoom,
): readonly PlacedLabel[] {
  const isAlongLine = values.text('symbol-placement', null) !== 'point';
  const ranked = features
    .filter(values.accepts)
    .map((feature) => ({ feature, key: values.number('symbol-sort-key', feature) }))
    .sort((a, b) => a.key - b.key);
  return ranked.flatMap(({ feature }) => {
    const label = isAlongLine
      ? placeAlongLine(feature, values, projection, room)
      : placeAtPoint(feature, values, projection, room);
    return label === null ? [] : [label];
  });
}

function placeAtPoint(
  feature: Feature,
  values: LayerValues,
  projection: SheetProjection,
  room: LabelRoom,
): PlacedLabel | null {
  if (feature.geometry.type !== 'Point') return null;
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  const [x, y] = projection.point([lng, lat]);
  if (!projection.contains(x, y)) return null;
  const image = values.text('icon-image', feature);
  // Along the edges names are whole anyway (`isInside`).
  if (edgeImages.has(image)) return null;
  const markSize = image === '' ? 0 : values.number('icon-size', feature) * markPixels;
  const markBox: Box = {
    left: x - markSize / 2,
    right: x + markSize / 2,
    top: y - markSize / 2,
    bottom: y + markSize / 2,
  };
  const isMarkSeen = values.number('icon-opacity', feature) > 0;
  // Such a mark stands there whatever becomes of its name.
  const overlaps = markSize > 0 && values.text('icon-allow-overlap', feature) === 'true';
  if (overlaps) room.take(markBox);
  const look = textLook(values, feature, values.number('text-max-width', feature));
  if (look === null || (markSize > 0 && !overlaps && !room.isFree(markBox))) return null;
  const anchors = (values.list('text-variable-anchor', feature) ?? ['center']) as readonly Anchor[];
  const offset = values.number('text-radial-offset', feature) * look.fontSize;
  for (const anchor of anchors) {
    const placed = boxAt(anchor, x, y, look, offset);
    if (!isInside(placed.box, projection) || !room.isFree(widened(placed.box, look.padding))) continue;
    room.take(placed.box);
    if (markSize > 0 && !overlaps) room.take(markBox);
    return {
      ...look.label,
      x: placed.x,
      y: placed.box.top + look.label.lineHeight / 2 + look.fontSize * 0.35,
      anchor: placed.anchor,
      angleDegrees: 0,
      mark: markSize > 0 && isMarkSeen ? { id: image, at: [x, y], size: markSize } : null,
    };
  }
  return null;
}

function boxAt(
  anchor: Anchor,
  x: number,
  y: number,
  { width, height }: TextLook,
  offset: number,
): { readonly box: Box; readonly x: number; readonly anchor: PlacedLabel['anchor'] } {
  const diagonal = offset * Math.SQRT1_2;
  const side = anchor.endsWith('left') ? 'left' : anchor.endsWith('right') ? 'right' : 'center';
  const along = anchor === 'left' || anchor === 'right' ? offset : diagonal;
  const left = side === 'left' ? x + along : side === 'right' ? x - along - width : x - width / 2;
  const vertical = anchor.startsWith('top') ? 'top' : anchor.startsWith('bottom') ? 'bottom' : 'middle';
  const down = anchor === 'top' || anchor === 'bottom' ? offset : diagonal;
  const top = vertical === 'top' ? y + down : vertical === 'bottom' ? y - down - height : y - height / 2;
  const box = { left, top, right: left + width, bottom: top + height };
  if (side === 'left') return { box, x: left, anchor: 'start' };
  if (side === 'right') return { box, x: left + width, anchor: 'end' };
  return { box, x: left + width / 2, anchor: 'middle' };
}

const edgeImages: ReadonlySet<string> = new Set(Object.values(edgeImageIds));

/** Names are not cut by the frame. */
const isInside = ({ left, top, right, bottom }: Box, { contains }: SheetProjection): boolean =>
  contains(left, top) && contains(right, bottom);

const widened = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

/** One label in the middle of the longest visible stretch, straight, turned with the line there. */
function placeAlongLine(
  feature: Feature,
  values: LayerValues,
  projection: SheetProjection,
  room: LabelRoom,
): PlacedLabel | null {
  const look = textLook(values, feature, 999);
  if (look === null) return null;
  const stretch = longestStretch(feature, projection);
  const overlaps = values.text('text-allow-overlap', feature) === 'true';
  if (stretch === null || (!overlaps && stretch.length < look.width * 1.2)) return null;
  const { x, y, angle } = stretch;
  const radius = { x: (look.width * Math.abs(Math.cos(angle)) + look.fontSize) / 2, y: 0 };
  radius.y = (look.width * Math.abs(Math.sin(angle)) + look.fontSize) / 2;
  const box = { left: x - radius.x, right: x + radius.x, top: y - radius.y, bottom: y + radius.y };
  if (!overlaps && !room.isFree(widened(box, look.padding))) return null;
  room.take(box);
  const above = Number(values.list('text-offset', feature)?.[1] ?? 0) * look.fontSize;
  return {
    ...look.label,
    x,
    y: y + above + look.fontSize * 0.35,
    anchor: 'middle',
    angleDegrees: (angle * 180) / Math.PI,
    mark: null,
  };
}

function longestStretch(
  { geometry }: Feature,
  projection: SheetProjection,
): { readonly x: number; readonly y: number; readonly angle: number; readonly length: number } | null {
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return null;
  const runs = linesOfGeometry(geometry).flatMap((line) => visibleRuns(line, projection));
  const lengths = runs.map((run) =>
    run.reduce((sum, at, index) => sum + distance(run[index - 1] ?? at, at), 0),
  );
  const length = Math.max(0, ...lengths);
  const run = runs[lengths.indexOf(length)];
  if (run === undefined || length === 0) return null;
  let left = length / 2;
  for (const [index, at] of run.entries()) {
    const before = run[index - 1];
    if (before === undefined) continue;
    const step = distance(before, at);
    if (step >= left) {
      // Read from left to right.
      const [from, to] = at[0] >= before[0] ? [before, at] : [at, before];
      const share = left / step;
      return {
        x: before[0] + (at[0] - before[0]) * share,
        y: before[1] + (at[1] - before[1]) * share,
        angle: Math.atan2(to[1] - from[1], to[0] - from[0]),
        length,
      };
    }
    left -= step;
  }
  return null;
}

function linesOfGeometry(geometry: LineString | MultiLineString): readonly Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

type SheetPoint = readonly [number, number];

function visibleRuns(line: readonly Position[], projection: SheetProjection): readonly SheetPoint[][] {
  const runs: SheetPoint[][] = [[]];
  for (const [lng = 0, lat = 0] of line) {
    const at = projection.point([lng, lat]);
    if (projection.contains(at[0], at[1])) runs.at(-1)?.push(at);
    else if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs;
}

const distance = (a: SheetPoint, b: SheetPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
