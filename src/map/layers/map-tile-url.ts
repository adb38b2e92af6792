import { type MapTile, TILED_TOPOLOGIES, type TiledTopology } from '#core/geography/map-tiles.ts';

/** Scheme of the addresses that the map asks for tiles of units and basemap at; nothing leaves the page. */
export const MAP_TILE_SCHEME = 'atlas-tiles';

/** Where a topology's tiles are, for a style; `null` = it has not come: there are none. */
export function mapTilesUrl(topology: TiledTopology | null): string {
  return `${MAP_TILE_SCHEME}://${topology ?? 'none'}/{z}/{x}/{y}`;
}

/** What an address made by {@link mapTilesUrl} asks for; `null` = nothing is there. */
export function readMapTileUrl(url: string): MapTile | null {
  const [name, ...place] = url.slice(`${MAP_TILE_SCHEME}://`.length).split('/');
  const topology = TILED_TOPOLOGIES.find((id) => id === name);
  const [z, x, y] = place.map(Number);
  if (topology === undefined || z === undefined || x === undefined || y === undefined) return null;
  return { topology, z, x, y };
}
