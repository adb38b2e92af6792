import { describe, expect, it } from 'vitest';
import { TILED_TOPOLOGIES } from '#core/geography/map-tiles.ts';
import { mapTilesUrl, readMapTileUrl } from '#map/layers/map-tile-url.ts';

const filled = (url: string): string => url.replace('{z}', '7').replace('{x}', '101').replace('{y}', '52');

describe('addresses of tiles', () => {
  it('say what they ask for', () => {
    for (const topology of TILED_TOPOLOGIES)
      expect(readMapTileUrl(filled(mapTilesUrl(topology)))).toEqual({ topology, z: 7, x: 101, y: 52 });
  });

  it('ask for nothing before a topology has come', () => {
    expect(readMapTileUrl(filled(mapTilesUrl(null)))).toBeNull();
  });
});
