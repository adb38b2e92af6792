import { createStore } from 'zustand/vanilla';
import type { Camera } from './document/view-state.ts';
import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';

/** Where a person asked to be taken: into view as a whole, to a point at a zoom, out to the whole country, or to exactly this camera. */
export type Destination =
  | { readonly kind: 'bounds'; readonly bounds: BoundingBox }
  | { readonly kind: 'point'; readonly at: LngLat; readonly zoom: number }
  | { readonly kind: 'country' }
  | { readonly kind: 'camera'; readonly camera: Camera };

/** What the map on the page knows of travelling. */
export interface Traveller {
  /**
   * The camera that shows a destination clear of all that lies over the map; `null` while the page has no map.
   * `isInspecting` says whether the inspector will be open, where that is not as it is now.
   */
  readonly cameraShowing: (destination: Destination, isInspecting?: boolean) => Camera | null;
  /** Goes there: by a flight where motion is welcome, else at once. */
  readonly fly: (camera: Camera) => void;
}

/** The map, once it is there, takes over the way of travelling. */
const travelling = createStore<{ readonly traveller: Traveller | null }>(() => ({ traveller: null }));

/** Returns the undoing. */
export function registerTraveller(traveller: Traveller): () => void {
  travelling.setState({ traveller });
  return () => {
    if (travelling.getState().traveller === traveller) travelling.setState({ traveller: null });
  };
}

/** Resolves once there is a map to ask. */
export function travellerRegistered(): Promise<void> {
  return new Promise((resolve) => {
    if (travelling.getState().traveller !== null) resolve();
    else {
      const stop = travelling.subscribe(() => {
        stop();
        resolve();
      });
    }
  });
}

/** Takes the map to a place; nothing happens on a page without a map. */
export function travelTo(destination: Destination): void {
  const { traveller } = travelling.getState();
  const camera = traveller?.cameraShowing(destination) ?? null;
  if (camera !== null) traveller?.fly(camera);
}

/** The camera that shows a destination on this page; `null` while there is no map to ask. */
export function cameraShowing(destination: Destination, isInspecting?: boolean): Camera | null {
  return travelling.getState().traveller?.cameraShowing(destination, isInspecting) ?? null;
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
