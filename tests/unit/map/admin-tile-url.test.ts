import { describe, expect, it } from 'vitest';
import { ADMIN_DRAWINGS } from '#core/geography/admin-map.ts';
import { adminTilesUrl, readAdminTileUrl } from '#map/layers/admin-tile-url.ts';

const filled = (url: string): string => url.replace('{z}', '7').replace('{x}', '101').replace('{y}', '52');

describe('addresses of tiles of units', () => {
  it('say what they ask for', () => {
    for (const drawing of ADMIN_DRAWINGS) {
      expect(readAdminTileUrl(filled(adminTilesUrl('admin-county', drawing)))).toEqual({
        topology: 'admin-county',
        drawing,
        z: 7,
        x: 101,
        y: 52,
      });
    }
  });

  it('ask for nothing before a topology has come', () => {
    expect(readAdminTileUrl(filled(adminTilesUrl(null, 'counties')))).toBeNull();
  });
});
