import { cameraAround, cameraOn, type MapSize, type ViewPadding } from '#map/layers/map-view.ts';
import type { Destination } from '#state/camera-motion.ts';
import { nationalCamera } from '#state/document/default-document.ts';
import type { Camera } from '#state/document/view-state.ts';

/** What lies over a map, CSS pixels. */
export interface MapCovers {
  /** The panel, from the left: only on narrow pages. */
  readonly panel: number;
  /** Whether the legend stands open, right of the panel. */
  readonly hasLegend: boolean;
  /** The inspector, from the right. */
  readonly inspector: number;
}

/** Distance of a target from the edges of what it is shown in, pixels. */
const EDGE_PIXELS = 48;
/** What the open legend takes, its distance from the edge and from the target included (map-furniture.module.css), pixels. */
const LEGEND_PIXELS = 270;
/** In a strip narrower than this nothing can be looked at: then what lies over it is for the person to close, pixels. */
const LEAST_PIXELS = 180;
/** A box is never shown from closer than this, zoom levels: a link of one kilometre keeps its surroundings. */
const CLOSEST_ZOOM = 10.5;

type Sides = Pick<ViewPadding, 'left' | 'right'>;

/** Whether panel and inspector leave enough between them to show something in. */
function hasRoomBetween({ width }: MapSize, { panel, inspector }: MapCovers, edge: number): boolean {
  return width - panel - inspector - 2 * edge >= LEAST_PIXELS;
}

/** What panel and inspector leave of the map; where too little would be left, what the inspector leaves, or all of it. */
function uncoveredSides(size: MapSize, covers: MapCovers, edge: number): Sides {
  const { panel, inspector } = covers;
  if (hasRoomBetween(size, covers, edge)) return { left: panel, right: inspector };
  return hasRoomBetween(size, { ...covers, panel: 0 }, edge)
    ? { left: 0, right: inspector }
    : { left: 0, right: 0 };
}

/** Distance kept from the edges of a map so small. */
const edgeOf = ({ width, height }: MapSize): number => Math.min(EDGE_PIXELS, width / 8, height / 8);

/** What a box that is to be seen as a whole keeps clear of: panel, inspector, the open legend where there is room, the edges. */
export function clearPadding(size: MapSize, covers: MapCovers): ViewPadding {
  const edge = edgeOf(size);
  const { left, right } = uncoveredSides(size, covers, edge);
  const besideLegend = size.width - left - LEGEND_PIXELS - right - edge >= LEAST_PIXELS;
  return {
    top: edge,
    bottom: edge,
    left: left + (covers.hasLegend && besideLegend ? LEGEND_PIXELS : edge),
    right: right + edge,
  };
}

/** The camera that shows a destination in what panel, inspector and legend leave of the map; a camera stays what it is. */
export function cameraShowing(destination: Destination, size: MapSize, covers: MapCovers): Camera {
  switch (destination.kind) {
    case 'camera':
      return destination.camera;
    case 'bounds':
      return cameraAround(destination.bounds, size, clearPadding(size, covers), CLOSEST_ZOOM);
    case 'point':
      return cameraOn(destination.at, destination.zoom, {
        ...uncoveredSides(size, covers, 0),
        top: 0,
        bottom: 0,
      });
    case 'country': {
      const { left, right } = uncoveredSides(size, covers, 0);
      const { center, zoom } = nationalCamera(size.width - left - right, size.height);
      return cameraOn(center, zoom, { left, right, top: 0, bottom: 0 });
    }
  }
  return destination satisfies never;
}

/** A place that the map was taken to. */
export interface Trip {
  readonly destination: Destination;
  /** What showed it then. */
  readonly camera: Camera;
  /** Between panel and inspector there was no room to show it in: it lies under one of them. */
  readonly isCrowded: boolean;
}

/** Takes down where the map is taken to. */
export function tripTo(destination: Destination, size: MapSize, covers: MapCovers): Trip {
  return {
    destination,
    camera: cameraShowing(destination, size, covers),
    isCrowded: destination.kind !== 'camera' && !hasRoomBetween(size, covers, edgeOf(size)),
  };
}

/** Cameras nearer than this are the same, degrees and zoom levels: what a link and the map's own rounding lose. */
const SAME_CAMERA = 1e-3;

/**
 * The camera that brings into sight, once panel or inspector is closed, what lay under them; `null` where all was to be
 * seen, where the map has been moved since, or where there still is no room.
 */
export function cameraAfterClosing(
  trip: Trip | null,
  now: Camera,
  size: MapSize,
  covers: MapCovers,
): Camera | null {
  if (trip === null || !trip.isCrowded || !hasRoomBetween(size, covers, edgeOf(size))) return null;
  const { center, zoom } = trip.camera;
  const isThere =
    Math.abs(center[0] - now.center[0]) < SAME_CAMERA &&
    Math.abs(center[1] - now.center[1]) < SAME_CAMERA &&
    Math.abs(zoom - now.zoom) < SAME_CAMERA;
  return isThere ? cameraShowing(trip.destination, size, covers) : null;
}

/** On pages narrower than this, pixels, the legend starts folded, so that the map is seen. */
export const SPACIOUS_PIXELS = 1200;

/** A CSS length in pixels, `whole` being 100 %. */
function pixelsOf(length: string, whole: number): number {
  const value = Number.parseFloat(length);
  if (Number.isNaN(value)) return 0;
  return length.trim().endsWith('%') ? (value / 100) * whole : value;
}

/**
 * Measures map and covers on the page. The inspector, which may only now be opening, is taken from the style sheet, and
 * the legend, before it is loaded, from what it will be.
 * @param map the element that the map fills
 */
export function measureMap(
  map: HTMLElement,
  isInspecting: boolean,
): { readonly size: MapSize; readonly covers: MapCovers } {
  const { left, width, height } = map.getBoundingClientRect();
  const panel = document.querySelector('#atlas-panel')?.getBoundingClientRect();
  const legend = map.querySelector<HTMLDetailsElement>('[data-legend]');
  const inspector = getComputedStyle(map).getPropertyValue('--atlas-inspector-width');
  return {
    size: { width, height },
    covers: {
      panel: panel === undefined || panel.width === 0 ? 0 : Math.max(0, panel.right - left),
      hasLegend: legend?.open ?? innerWidth >= SPACIOUS_PIXELS,
      inspector: isInspecting ? pixelsOf(inspector, width) : 0,
    },
  };
}
