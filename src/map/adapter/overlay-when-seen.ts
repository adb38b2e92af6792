import { isSeen, type OverlaySpec } from '../layers/overlay-specs.ts';
import type { Overlay } from './overlay-layers.ts';

/** The overlay of a map that is loaded when something of it is to be seen. */
export interface OverlayWhenSeen extends Overlay {
  /** From now on it may load: it competes with nothing that one looks at first. */
  readonly allow: () => void;
  /** Whether all that is to be seen of it is drawn, or nothing is. */
  readonly isDrawn: () => boolean;
}

/**
 * Loads deck.gl's part of the map when something of it is first to be seen, and hands it what it shows from then on. Loading
 * that failed is tried again when something else is to be shown.
 *
 * @param specs What it shows to begin with.
 * @param load Loads the code; what comes of it adds the overlay to the map, which by then may be gone.
 */
export function overlayWhenSeen(
  specs: readonly OverlaySpec[],
  load: () => Promise<() => Overlay>,
  { onAdded, onError }: { readonly onAdded: () => void; readonly onError: (error: Error) => void },
): OverlayWhenSeen {
  let shown = specs;
  let overlay: Overlay | null = null;
  let isAllowed = false;
  let isComing = false;
  let isRemoved = false;

  const bring = async (): Promise<void> => {
    const add = await load();
    if (isRemoved) return;
    overlay = add();
    overlay.show(shown);
    onAdded();
  };
  const update = (): void => {
    if (overlay !== null) overlay.show(shown);
    else if (isAllowed && !isComing && shown.some(isSeen)) {
      isComing = true;
      bring().catch((error: unknown) => {
        isComing = false;
        onError(error instanceof Error ? error : new Error(String(error)));
      });
    }
  };

  return {
    show: (next) => {
      shown = next;
      update();
    },
    allow: () => {
      isAllowed = true;
      update();
    },
    isDrawn: () => overlay !== null || !shown.some(isSeen),
    remove: () => {
      isRemoved = true;
      overlay?.remove();
    },
  };
}
