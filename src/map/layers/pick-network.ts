import { type Annotation, positionsOf } from '#core/geography/annotations.ts';
import type { LngLat } from '#core/units/coordinates.ts';

import type { MapModel, MapTarget } from './map-model.ts';
import { mercatorFraction, worldPixels } from './map-view.ts';
import { flowCurve } from './point-specs.ts';
import { railLineState } from './rail-layers.ts';

/** How near the pointer must be, CSS pixels. */
const lineTolerancePixels = 6;
const dotTolerancePixels = 8;
const originTolerancePixels = 14;

/** Zooms from which small things are drawn, so that nothing invisible is hit (see the layers). */
const stationMinZoom = 6.5;
const roadLinkMinZoom = 5;

type Point = readonly [x: number, y: number];

/**
 * Origins, stations, road links, rail lines and flows under the pointer, the most particular first.
 * Worked out from the model in Web-Mercator pixels (512 px world tile): no read-back from the GPU, and testable.
 */
export function pickNetwork(model: MapModel, at: LngLat, zoom: number): readonly MapTarget[] {
  const pointer = mercatorPixels(at, zoom);
  const { visible } = model;
  const targets: MapTarget[] = [];
  if (visible.circles) {
    const origin = nearestPoint(model.circle?.origins ?? [], pointer, zoom, originTolerancePixels);
    if (origin) targets.push({ kind: 'origin', originId: origin.id });
  }
  if (visible.stations) {
    const drawn =
      zoom >= stationMinZoom ? model.stations : model.stations.filter(({ rank }) => rank === 'hub');
    const station = nearestPoint(drawn, pointer, zoom, dotTolerancePixels);
    if (station) targets.push({ kind: 'station', name: station.name });
  }
  if (visible.roadLinks && zoom >= roadLinkMinZoom) {
    const link = nearestPath(model.roadLinks, ({ path }) => path, pointer, zoom);
    if (link) targets.push({ kind: 'road-link', linkId: link.id });
  }
  const { rail } = model;
  if (visible.rail && rail) {
    const drawn = rail.lines.filter((line) => railLineState(line, rail) !== 'hidden');
    const line = nearestPath(drawn, ({ path }) => path, pointer, zoom);
    if (line) targets.push({ kind: 'rail-line', lineId: line.id });
  }
  if (visible.flows) {
    const flow = nearestPath(model.flows, ({ from, to }) => flowCurve(from, to), pointer, zoom);
    if (flow) targets.push({ kind: 'flow', flowId: flow.id });
  }
  return targets;
}

/** The id of the yardstick whose handle is under the pointer; `null` for none. */
export function pickYardstick(model: MapModel, at: LngLat, zoom: number): string | null {
  const drawn = model.structure?.yardsticks ?? [];
  return nearestPoint(drawn, mercatorPixels(at, zoom), zoom, originTolerancePixels)?.id ?? null;
}

/** A position of an annotation under the pointer. */
export interface AnnotationHandle {
  readonly id: string;
  /** Which of its positions, from 0. */
  readonly position: number;
}

/** The position of an annotation under the pointer, topmost first; `null` for none or where they can't be edited. */
export function pickAnnotationHandle(
  { annotations: drawing = null }: Pick<MapModel, 'annotations'>,
  at: LngLat,
  zoom: number,
): AnnotationHandle | null {
  if (drawing === null || !drawing.isEditable) return null;
  const handles = drawing.shapes
    .toReversed()
    .flatMap((shape) =>
      positionsOf(shape).map((handle, position) => ({ id: shape.id, position, at: handle })),
    );
  const nearest = nearestPoint(handles, mercatorPixels(at, zoom), zoom, originTolerancePixels);
  return nearest === null ? null : { id: nearest.id, position: nearest.position };
}

/** The way along a shape: its line, or the edge of its area. */
function pathOfShape(shape: Annotation): readonly LngLat[] {
  const handles = positionsOf(shape);
  return shape.kind === 'area' ? [...handles, ...handles.slice(0, 1)] : handles;
}

/** Id of the annotation under the pointer: at one of its positions, on its arrow or on the edge of its area. */
export function pickAnnotation(
  model: Pick<MapModel, 'annotations'>,
  at: LngLat,
  zoom: number,
): string | null {
  const handle = pickAnnotationHandle(model, at, zoom);
  if (handle !== null) return handle.id;
  if (model.annotations?.isEditable !== true) return null;
  return nearestPath(model.annotations.shapes, pathOfShape, mercatorPixels(at, zoom), zoom)?.id ?? null;
}

/** Web-Mercator world pixels at a zoom; x grows east, y south. */
function mercatorPixels(at: LngLat, zoom: number): Point {
  const [x, y] = mercatorFraction(at);
  const world = worldPixels * 2 ** zoom;
  return [x * world, y * world];
}

function nearestPoint<Item extends { readonly at: LngLat }>(
  items: readonly Item[],
  pointer: Point,
  zoom: number,
  tolerance: number,
): Item | null {
  let best: Item | null = null;
  let bestDistance = tolerance;
  for (const item of items) {
    const [x, y] = mercatorPixels(item.at, zoom);
    const distance = Math.hypot(x - pointer[0], y - pointer[1]);
    if (distance <= bestDistance) {
      best = item;
      bestDistance = distance;
    }
  }
  return best;
}

function nearestPath<Item>(
  items: readonly Item[],
  pathOf: (item: Item) => readonly LngLat[],
  pointer: Point,
  zoom: number,
): Item | null {
  let best: Item | null = null;
  let bestDistance = lineTolerancePixels;
  for (const item of items) {
    const distance = distanceToPath(pathOf(item), pointer, zoom);
    // At equal distance the later one is drawn on top.
    if (distance <= bestDistance) {
      best = item;
      bestDistance = distance;
    }
  }
  return best;
}

/** Pixels from the pointer to the nearest segment of a path. */
function distanceToPath(path: readonly LngLat[], pointer: Point, zoom: number): number {
  let nearest = Infinity;
  let previous: Point | null = null;
  for (const position of path) {
    const current = mercatorPixels(position, zoom);
    if (previous) nearest = Math.min(nearest, distanceToSegment(pointer, previous, current));
    previous = current;
  }
  return nearest;
}

function distanceToSegment(point: Point, start: Point, end: Point): number {
  const dx = end[0] - start[0];
  const dy = end[1] - start[1];
  const lengthSquared = dx * dx + dy * dy;
  const along =
    lengthSquared === 0
      ? 0
      : Math.min(1, Math.max(0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / lengthSquared));
  return Math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy);
}
