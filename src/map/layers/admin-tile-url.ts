import { ADMIN_DRAWINGS, type AdminDrawing } from '#core/geography/admin-map.ts';
import type { AdminTile, TiledTopology } from '#core/geography/admin-tiles.ts';

/** Scheme of the addresses that the map asks for tiles of units at; nothing leaves the page. */
export const ADMIN_TILE_SCHEME = 'atlas-admin';

/** Where the tiles of a drawing are, for a style; `null` = its topology has not come: there are none. */
export function adminTilesUrl(topology: TiledTopology | null, drawing: AdminDrawing): string {
  return `${ADMIN_TILE_SCHEME}://${topology ?? 'none'}/${drawing}/{z}/{x}/{y}`;
}

/** What an address made by {@link adminTilesUrl} asks for; `null` = nothing is there. */
export function readAdminTileUrl(url: string): AdminTile | null {
  const [topology, drawing, ...place] = url.slice(`${ADMIN_TILE_SCHEME}://`.length).split('/');
  const known = ADMIN_DRAWINGS.find((name) => name === drawing);
  const [z, x, y] = place.map(Number);
  if (topology !== 'admin-national' && topology !== 'admin-county') return null;
  if (known === undefined || z === undefined || x === undefined || y === undefined) return null;
  return { topology, drawing: known, z, x, y };
}
