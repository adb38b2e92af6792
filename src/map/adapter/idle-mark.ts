import type * as maplibregl from 'maplibre-gl';

/** Keeps `data-map-idle` on the map's container: what browser tests and the screenshot script wait on, never on time. */
export interface IdleMark {
  /** Something is about to be drawn: not idle until the map says so again. */
  readonly stir: () => void;
}

/** Event on the map's container by which one who waits asks for the mark anew: a link may change nothing on the map. */
const ASKED_AGAIN = 'atlas-idle-again';

/**
 * `data-map-idle` is `"true"` while all that the map was asked for is drawn and nothing moves or loads, and only once
 * `isComplete` (style and overlay are there, and no data are expected).
 */
export function markIdle(map: maplibregl.Map, isComplete: () => boolean): IdleMark {
  const { dataset } = map.getContainer();
  dataset['mapIdle'] = 'false';
  const stir = (): void => {
    dataset['mapIdle'] = 'false';
    map.triggerRepaint();
  };
  map.getContainer().addEventListener(ASKED_AGAIN, stir);
  map.on('movestart', stir);
  map.on('dataloading', stir);
  map.on('idle', () => {
    dataset['mapIdle'] = String(isComplete());
  });
  return { stir };
}
