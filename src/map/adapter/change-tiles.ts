import type * as maplibregl from 'maplibre-gl';

/** Addresses that sources wait for. */
const waiting = new WeakMap<maplibregl.Map, Map<string, string>>();

/**
 * Gives a source of tiles another address; the tiles in view stay until the others are there. It waits for the source to be at rest:
 * MapLibre asks nobody for a tile that is under way, nor for any after a layer of the source was shown or hidden in the same breath
 * (the source pauses, and then makes its old tiles anew), and its `setTiles` is lost on both.
 */
export function changeTiles(map: maplibregl.Map, id: string, tiles: string): void {
  let addresses = waiting.get(map);
  if (addresses === undefined) waiting.set(map, (addresses = new Map()));
  const isWaiting = addresses.has(id);
  addresses.set(id, tiles);
  if (!isWaiting) onceAtRest(map, id, addresses);
}

/** Looks after every frame: the last one before the map counts as idle finds the source at rest. */
function onceAtRest(map: maplibregl.Map, id: string, addresses: Map<string, string>): void {
  const look = (): void => {
    if (!map.isSourceLoaded(id)) return;
    map.off('render', look);
    const source = map.getSource<maplibregl.VectorTileSource>(id);
    const tiles = addresses.get(id);
    addresses.delete(id);
    if (source === undefined || tiles === undefined) return;
    source.tiles = [tiles];
    map.refreshTiles(id);
  };
  map.on('render', look);
  map.triggerRepaint();
}
