import { cameraAround, cameraOn, type MapSize, type ViewPadding } from '#map/layers/map-view.ts';
import type { Destination } from '#state/camera-motion.ts';
import { nationalCamera } from '#state/document/default-document.ts';
import type { Camera } from '#state/document/project-document.ts';

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

/** What panel and inspector leave of the map; where too little would be left, what the inspector leaves, or all of it. */
function uncoveredSides({ width }: MapSize, { panel, inspector }: MapCovers, edge: number): Sides {
  const choices: readonly Sides[] = [
    { left: panel, right: inspector },
    { left: 0, right: inspector },
  ];
  const isEnough = ({ left, right }: Sides) => width - left - right - 2 * edge >= LEAST_PIXELS;
  return choices.find(isEnough) ?? { left: 0, right: 0 };
}

/** What a box that is to be seen as a whole keeps clear of: panel, inspector, the open legend where there is room, the edges. */
export function clearPadding(size: MapSize, covers: MapCovers): ViewPadding {
  const edge = Math.min(EDGE_PIXELS, size.width / 8, size.height / 8);
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
