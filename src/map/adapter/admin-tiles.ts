import * as maplibregl from 'maplibre-gl';
import { ADMIN_TILE_SCHEME, readAdminTileUrl } from '../layers/admin-tile-url.ts';
import { cutAdminTile } from '../tile-cutter.ts';

/** Lets every map of the page get the units' tiles from whoever cuts them. Calling it again changes nothing. */
export function serveAdminTiles(): void {
  maplibregl.addProtocol(ADMIN_TILE_SCHEME, async ({ url }, { signal }) => {
    const tile = readAdminTileUrl(url);
    const data = tile === null ? null : await cutAdminTile(tile, signal);
    return { data: data ?? new ArrayBuffer(0) };
  });
}
