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
} as const;

/** How the shapes of a tile are cut. */
export interface ShapeCut {
  /** How far a line may be off at its tile's own zoom, pixels; none at the deepest. */
  readonly tolerancePixels: number;
  /** What a tile holds beyond its edges, pixels of its own zoom: half the widest line with its blur, so that lines and joins are whole. */
  readonly bufferPixels: number;
}

/** Wider than any line: the glow of the national outline takes 15 pixels, the band of a region 10. */
const BESIDE_LINES_PIXELS = 32;

/**
 * How each kind of shape is cut. Every point of a line becomes triangles, which are most of what a processor without a graphics card
 * draws of a map (docs/decisions/0049-fewer-triangles.md): a line has no more points than are seen.
 */
export const SHAPE_CUTS = {
  /** The topologies are simplified already; simplifying much more would open gaps between neighbours. */
  areas: { tolerancePixels: 0.1, bufferPixels: BESIDE_LINES_PIXELS },
  lines: { tolerancePixels: 0.25, bufferPixels: BESIDE_LINES_PIXELS },
  /** Names that run along a line need it as far as they go. */
  namedLines: { tolerancePixels: 0.25, bufferPixels: 128 },
  /** Outlines of regions stand alone and are thick and patterned: a little smoother is more legible. */
  outlines: { tolerancePixels: 0.35, bufferPixels: BESIDE_LINES_PIXELS },
  /** A few shapes, or points, whose names reach beyond the tile. */
  fewShapes: { tolerancePixels: 0.1, bufferPixels: 128 },
} as const satisfies Record<string, ShapeCut>;

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
