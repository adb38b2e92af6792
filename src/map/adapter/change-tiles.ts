import type * as maplibregl from 'maplibre-gl';

/**
 * Gives a source of tiles another address. MapLibre's own `setTiles` is lost where a layer of the source is shown or hidden in the
 * same breath: the source rests until the next frame, and then makes its old tiles anew instead of asking for others.
 */
export function changeTiles(map: maplibregl.Map, id: string, tiles: string): void {
  const source = map.getSource<maplibregl.VectorTileSource>(id);
  if (source === undefined) return;
  source.tiles = [tiles];
  askAfterFrame(map, id);
}

/** Asks for all tiles in view again once the next frame has put through what changed with them; the old ones stay until then. */
function askAfterFrame(map: maplibregl.Map, id: string): void {
  map.once('render', () => {
    const areAllThere = map.isSourceLoaded(id);
    map.refreshTiles(id);
    // A tile on its way comes from the old address, and nothing asked for meanwhile changes that.
    if (!areAllThere) onceLoaded(map, id, () => askAfterFrame(map, id));
  });
  map.triggerRepaint();
}

function onceLoaded(map: maplibregl.Map, id: string, then: () => void): void {
  const look = ({ sourceId }: maplibregl.MapSourceDataEvent): void => {
    if (sourceId !== id || !map.isSourceLoaded(id)) return;
    map.off('sourcedata', look);
    then();
  };
  map.on('sourcedata', look);
}
