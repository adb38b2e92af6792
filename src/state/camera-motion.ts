import type { Camera } from './project-document.ts';
import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import { moveCamera } from './commands/view-commands.ts';
import { dispatch } from './store.ts';

/** Where a person asked to be taken: into view as a whole, to a point at a zoom, or to exactly this camera. */
export type Destination =
  | { readonly kind: 'bounds'; readonly bounds: BoundingBox }
  | { readonly kind: 'point'; readonly at: LngLat; readonly zoom: number }
  | { readonly kind: 'camera'; readonly camera: Camera };

type Traveller = (destination: Destination) => void;

let traveller: Traveller | null = null;

/** The map, once it is there, takes over the way of travelling. Returns the undoing. */
export function registerTraveller(next: Traveller): () => void {
  traveller = next;
  return () => {
    if (traveller === next) traveller = null;
  };
}

/** Zoom that shows the bounds on a map of ordinary size, when there is no map yet to ask. */
function zoomFor([west, south, east, north]: BoundingBox): number {
  const span = Math.max(east - west, (north - south) * 1.3, 0.05);
  return Math.min(11, Math.log2(360 / span) + 0.6);
}

/** Takes the map to a place: with a flight where there is a map and motion is welcome, else at once. */
export function travelTo(destination: Destination): void {
  if (traveller !== null) {
    traveller(destination);
    return;
  }
  if (destination.kind === 'camera') {
    dispatch(moveCamera(destination.camera));
    return;
  }
  if (destination.kind === 'point') {
    dispatch(moveCamera({ center: destination.at, zoom: destination.zoom }));
    return;
  }
  const [west, south, east, north] = destination.bounds;
  dispatch(
    moveCamera({ center: [(west + east) / 2, (south + north) / 2], zoom: zoomFor(destination.bounds) }),
  );
}

/** The smallest box around positions, widened by `marginDegrees`; `null` for none. */
export function boundsOf(positions: readonly LngLat[], marginDegrees: number): BoundingBox | null {
  if (positions.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees];
}
