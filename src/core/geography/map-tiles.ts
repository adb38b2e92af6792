/**
 * How what lies under everything is cut into vector tiles (Mapbox Vector Tile specification 2.1): the administrative units and the
 * basemap. A tile holds every drawing of its topology (map-drawings.ts) that has something there, as a layer of that name.
 */
export const MAP_TILES = {
  /** Side of a tile on the page at its own zoom. */
  sizePixels: 512,
  /** Units of a tile's side: 2.4 m at the finest zoom, below what the sources tell apart. */
  extent: 8192,
  /** Deepest tiles that are cut; closer views enlarge them. */
  maxZoom: 11,
  /** What a tile shows beyond its edges, so that lines and their joins are whole. */
  bufferPixels: 128,
  /** The topologies are simplified already; simplifying much more would open gaps between neighbours. */
  tolerancePixels: 0.1,
} as const;

/** The topologies that tiles are cut from. */
export const TILED_TOPOLOGIES = ['admin-national', 'admin-county', 'basemap', 'basemap-detail'] as const;

/** One of {@link TILED_TOPOLOGIES}. */
export type TiledTopology = (typeof TILED_TOPOLOGIES)[number];

/** One tile of a topology: web map tile numbers, `y` from the north. */
export interface MapTile {
  readonly topology: TiledTopology;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
