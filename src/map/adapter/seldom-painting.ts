import type * as maplibregl from 'maplibre-gl';

/** Milliseconds between two pictures of a map that is still loading. */
const LOADING_PICTURE_MS = 600;

/** What of a map this needs. */
type PaintedMap = Pick<maplibregl.Map, 'areTilesLoaded' | 'isMoving' | 'triggerRepaint'> & {
  readonly painter: Pick<maplibregl.Map['painter'], 'render'>;
};

/**
 * Where the processor draws, a picture takes a tenth of a second and more, and a map that loads makes one for every tile and
 * name that comes, some forty of a national view: they hold up what they wait for. Until all is there the map is painted
 * now and then only; by hand moved, or complete, always.
 *
 * @returns Stops it.
 */
export function paintSeldomWhileLoading(map: PaintedMap, now: () => number): () => void {
  const { painter } = map;
  const render = painter.render.bind(painter);
  let painted = Number.NEGATIVE_INFINITY;
  let later: ReturnType<typeof setTimeout> | undefined;

  painter.render = (...frame: Parameters<typeof render>) => {
    const waitMs = painted + LOADING_PICTURE_MS - now();
    if (waitMs > 0 && !map.areTilesLoaded() && !map.isMoving()) {
      // What has come so far is shown also when nothing else comes for long.
      later ??= setTimeout(() => {
        later = undefined;
        map.triggerRepaint();
      }, waitMs);
      return;
    }
    render(...frame);
    painted = now();
  };
  return () => {
    clearTimeout(later);
    painter.render = render;
  };
}
