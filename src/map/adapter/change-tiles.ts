import type * as maplibregl from 'maplibre-gl';

type Tile = Parameters<maplibregl.VectorTileSource['loadTile']>[0];

/** What of a map this needs. */
type TiledMap = Pick<
  maplibregl.Map,
  'getSource' | 'isSourceLoaded' | 'off' | 'on' | 'refreshTiles' | 'triggerRepaint'
>;

/** Tiles of a map's sources that are asked for anew together, and the addresses that wait until none is under way. */
export interface TileChanges {
  /**
   * Gives a source of tiles another address; the tiles in view stay until the others are there. It waits for the source to be at
   * rest: MapLibre asks nobody for a tile that is under way, nor for any after a layer of the source was shown or hidden in the same
   * breath (the source pauses, and then makes its old tiles anew), and its `setTiles` is lost on both.
   */
  readonly change: (source: string, tiles: string) => void;
  /** Whether a tile is being made, or another address waits. */
  readonly areUnderWay: () => boolean;
}

/** Watches the tiles of some sources being made: MapLibre takes one for loaded when the first of several makings of it is done. */
export function watchTiles(map: TiledMap, sources: readonly string[]): TileChanges {
  const makings = new Map(sources.map((id) => [id, watchMakings(map, id)]));
  const waiting = new Map<string, string>();

  const isAtRest = (id: string): boolean => map.isSourceLoaded(id) && makings.get(id)?.() !== true;

  /** Looks after every frame: the last one before the map counts as idle finds the source at rest. */
  const changeAtRest = (id: string): void => {
    const look = (): void => {
      if (!isAtRest(id)) return;
      map.off('render', look);
      const source = map.getSource<maplibregl.VectorTileSource>(id);
      const tiles = waiting.get(id);
      waiting.delete(id);
      if (source === undefined || tiles === undefined) return;
      source.tiles = [tiles];
      map.refreshTiles(id);
    };
    map.on('render', look);
    map.triggerRepaint();
  };

  return {
    change: (id, tiles) => {
      const isWaiting = waiting.has(id);
      waiting.set(id, tiles);
      if (!isWaiting) changeAtRest(id);
    },
    areUnderWay: () => waiting.size > 0 || [...makings.values()].some((areMade) => areMade()),
  };
}

/**
 * Lets the makings of a tile follow one another: of two at a time the first answer would count, and a worker that does not have the tile
 * yet refuses to make it anew.
 *
 * @returns Whether tiles of a source are being made, those not counted that the map has given up.
 */
function watchMakings(map: TiledMap, id: string): () => boolean {
  const underWay = new Map<Tile, Promise<void>>();
  const source = map.getSource<maplibregl.VectorTileSource>(id);
  if (source === undefined) throw new Error(`The map has no source ${id}`);
  const loadTile = source.loadTile.bind(source);
  source.loadTile = async (tile) => {
    const { state } = tile;
    const earlier = underWay.get(tile);
    // MapLibre puts it off until the tile has come for the first time, calls this again then, and forgets all but the last of those put off.
    if (state === 'loading' && earlier !== undefined) return loadTile(tile);
    const make = async (): ReturnType<typeof loadTile> => {
      if (earlier !== undefined) {
        await earlier;
        if (tile.aborted) return undefined;
        tile.state = state;
      }
      return loadTile(tile);
    };
    const making = make();
    const done = making.then(nothing, nothing);
    underWay.set(tile, done);
    try {
      return await making;
    } finally {
      if (underWay.get(tile) === done) underWay.delete(tile);
      if (underWay.size === 0) map.triggerRepaint();
    }
  };
  return () => {
    for (const tile of underWay.keys()) if (!tile.aborted) return true;
    return false;
  };
}

function nothing(): void {
  // Whoever asked for the tile hears how it ended.
}
