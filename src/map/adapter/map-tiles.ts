import * as maplibregl from 'maplibre-gl';
import { MAP_TILE_SCHEME, readMapTileUrl } from '../layers/map-tile-url.ts';
import { cutMapTile } from '../tile-cutter.ts';

/** Lets every map of the page get tiles of units and basemap from whoever cuts them. Calling it again changes nothing. */
export function serveMapTiles(): void {
  maplibregl.addProtocol(MAP_TILE_SCHEME, async ({ url }, { signal }) => {
    const tile = readMapTileUrl(url);
    const data = tile === null ? null : await cutMapTile(tile, signal);
    return { data: data ?? new ArrayBuffer(0) };
  });
}
