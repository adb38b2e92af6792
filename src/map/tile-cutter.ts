import type { AdminTile } from '#core/geography/admin-tiles.ts';

/** Cuts a tile of units in the Mapbox Vector Tile format; `null` = nothing there. Rejects with words for the person. */
export type CutAdminTile = (tile: AdminTile, signal: AbortSignal) => Promise<ArrayBuffer | null>;

let cutter: CutAdminTile = () => Promise.reject(new Error('the page has not said who cuts tiles'));

/** Says who cuts the tiles: the page's owner, before the first map. */
export function setTileCutter(cut: CutAdminTile): void {
  cutter = cut;
}

/** A tile from the cutter of {@link setTileCutter}. */
export const cutAdminTile: CutAdminTile = (tile, signal) => cutter(tile, signal);
