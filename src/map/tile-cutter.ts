import type { MapTile } from '#core/geography/map-tiles.ts';

/** Cuts a tile in the Mapbox Vector Tile format; `null` = nothing there. Rejects with words for the person. */
export type CutMapTile = (tile: MapTile, signal: AbortSignal) => Promise<ArrayBuffer | null>;

let cutter: CutMapTile = () => Promise.reject(new Error('the page has not said who cuts tiles'));

/** Says who cuts the tiles: the page's owner, before the first map. */
export function setTileCutter(cut: CutMapTile): void {
  cutter = cut;
}

/** A tile from the cutter of {@link setTileCutter}. */
export const cutMapTile: CutMapTile = (tile, signal) => cutter(tile, signal);
