import type { AdminTile, TiledTopology } from '#core/geography/admin-tiles.ts';

/** Scheme of the addresses that the map asks for tiles of units at; nothing leaves the page. */
export const ADMIN_TILE_SCHEME = 'atlas-admin';

/** Where the units' tiles are, for a style; `null` = no topology has come: there are none. */
export function adminTilesUrl(topology: TiledTopology | null): string {
  return `${ADMIN_TILE_SCHEME}://${topology ?? 'none'}/{z}/{x}/{y}`;
}

/** What an address made by {@link adminTilesUrl} asks for; `null` = nothing is there. */
export function readAdminTileUrl(url: string): AdminTile | null {
  const [topology, ...place] = url.slice(`${ADMIN_TILE_SCHEME}://`.length).split('/');
  const [z, x, y] = place.map(Number);
  if (topology !== 'admin-national' && topology !== 'admin-county') return null;
  if (z === undefined || x === undefined || y === undefined) return null;
  return { topology, z, x, y };
}
