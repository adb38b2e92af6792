import { describe, expect, it } from 'vitest';
import { adminTilesUrl, readAdminTileUrl } from '#map/layers/admin-tile-url.ts';

const filled = (url: string): string => url.replace('{z}', '7').replace('{x}', '101').replace('{y}', '52');

describe('addresses of tiles of units', () => {
  it('say what they ask for', () => {
    for (const topology of ['admin-national', 'admin-county'] as const)
      expect(readAdminTileUrl(filled(adminTilesUrl(topology)))).toEqual({ topology, z: 7, x: 101, y: 52 });
  });

  it('ask for nothing before a topology has come', () => {
    expect(readAdminTileUrl(filled(adminTilesUrl(null)))).toBeNull();
  });
});
