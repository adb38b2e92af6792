import type { MapTile, TiledTopology } from '#core/geography/map-tiles.ts';
import type { PackedTopology } from '#core/geography/packed-topology.ts';

/** Files of topologies (TopoJSON, UTF-8) that were checked before. */
export type TopologyFiles = Readonly<Partial<Record<TiledTopology, Uint8Array>>>;

/** Everything that the tile worker answers. */
export interface TileOperations {
  /** Takes the files that are there; they are read when the first tile of each is wanted. */
  readonly open: {
    readonly request: { readonly files: TopologyFiles };
    readonly response: null;
    readonly progress: never;
  };
  /** Takes files that came later, beside those it has. */
  readonly 'use-files': {
    readonly request: { readonly files: TopologyFiles };
    readonly response: null;
    readonly progress: never;
  };
  /** Reads and checks a file, keeps its topology for tiles and gives it to the page as well. */
  readonly read: {
    readonly request: { readonly topology: TiledTopology; readonly file: Uint8Array };
    readonly response: PackedTopology;
    readonly progress: never;
  };
  /** A tile in the Mapbox Vector Tile format (`MAP_TILES`); `null` = nothing there. */
  readonly tile: {
    readonly request: MapTile;
    readonly response: ArrayBuffer | null;
    readonly progress: never;
  };
}
