import type { LngLat } from '#core/units/coordinates.ts';
import type { OriginDrag } from './adapter/origin-drag.ts';
import type { MapHit } from './layers/map-hit.ts';
import type { MapModel } from './layers/map-model.ts';

/** What a feature adds to the picture that the shell composes, and what it does with the pointer. */
export interface MapPart {
  /** Replaces these parts of the model. Keep unchanged parts identical (`===`). */
  readonly model: Partial<Omit<MapModel, 'theme' | 'language' | 'topologies' | 'selection' | 'hover'>>;
  /** Takes a click: `true` if it was dealt with and nothing is to be selected. */
  readonly onSelect?: (hit: MapHit) => boolean;
  /** Where on the ground the pointer is; `null` when it left the map. Not on touch screens. */
  readonly onPoint?: (at: LngLat | null) => void;
  readonly onOriginDrag?: (drag: OriginDrag) => void;
}

/** Props of a feature's headless map component (entered in the app's `workspaces.tsx`). */
export interface MapPartProps {
  /** Gives what the feature draws; `null` draws nothing any more. Call it from an effect and clear it on unmount. */
  readonly onDraw: (part: MapPart | null) => void;
}
