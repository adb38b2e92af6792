import type * as maplibregl from 'maplibre-gl';

/** Mark in the page's performance timeline at which basemap, regions and names stand (tests/bench/first-load.ts). */
const FIRST_PICTURE_MARK = 'atlas-first-picture';

/** The first picture counts as there at the latest so long after the map began, also where the early data did not come. */
const LATEST_MS = 20_000;

/** The moment at which a map can first be used. */
export interface FirstPicture {
  readonly stands: () => boolean;
  readonly stop: () => void;
}

/**
 * Waits for the first picture: the map at rest, with all that it needs.
 *
 * @param hasData Whether the data of the first picture are in the model.
 * @param onStanding Called once.
 */
export function awaitFirstPicture(
  map: Pick<maplibregl.Map, 'loaded' | 'on' | 'once'>,
  hasData: () => boolean,
  onStanding: () => void,
): FirstPicture {
  let stands = false;
  let isStopped = false;
  const finish = (): void => {
    if (stands || isStopped) return;
    stands = true;
    clearTimeout(latest);
    performance.mark(FIRST_PICTURE_MARK);
    onStanding();
  };
  const latest = setTimeout(() => (map.loaded() ? finish() : map.once('load', finish)), LATEST_MS);
  map.on('idle', () => {
    if (hasData()) finish();
  });
  return {
    stands: () => stands,
    stop: () => {
      isStopped = true;
      clearTimeout(latest);
    },
  };
}
