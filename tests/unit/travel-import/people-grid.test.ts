import { describe, expect, it } from 'vitest';
import { writeArrayBuffer } from 'geotiff';
import type { GridFrame } from '#core/surface/grid-geometry.ts';
import { importPeopleGrid } from '#data/import-people-grid.ts';
import { quietImport } from '../../fixtures/gtfs-feed.ts';

const FRAME: GridFrame = { west: 100, north: 40, cellDegrees: 0.01, columns: 400, rows: 400 };

/** Rows of people as a GeoTIFF with its north-west corner and pixel size. */
function tiff(
  rows: readonly (readonly number[])[],
  corner: readonly [number, number],
  pixel: number,
  keys: Readonly<Record<string, unknown>> = { GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 },
): ArrayBuffer {
  const written: unknown = writeArrayBuffer(Float32Array.from(rows.flat()), {
    height: rows.length,
    width: rows[0]?.length ?? 0,
    ModelPixelScale: [pixel, pixel, 0],
    ModelTiepoint: [0, 0, 0, corner[0], corner[1], 0],
    GDAL_NODATA: '-9999',
    ...keys,
  });
  return written as ArrayBuffer;
}

const read = async (buffer: ArrayBuffer) => importPeopleGrid(buffer, 'x.tif', FRAME, quietImport());

describe('a population raster', () => {
  it('is summed on the grid: none lost, none made, nodata left out', async () => {
    // Pixels of 0.025° over cells of 0.01°: each pixel covers 2.5 × 2.5 cells.
    const buffer = tiff(
      [
        [250, -9999],
        [0, 500],
      ],
      [101, 39],
      0.025,
    );
    const result = await read(buffer);
    if (!result.ok) throw new Error(result.failure.message);
    const { grid, peopleInFile, peopleOnGrid } = result.value;
    expect(peopleInFile).toBe(750);
    expect(peopleOnGrid).toBeCloseTo(750, 3);
    expect([grid.row0, grid.column0, grid.rows, grid.columns]).toEqual([100, 100, 5, 5]);
    // 250 people on 6.25 cells: 40 in a whole cell, 20 in a half one, 10 in the quarter.
    expect([...grid.people.subarray(0, 5)].map(Math.round)).toEqual([40, 40, 20, 0, 0]);
    expect(Math.round(grid.people[12] ?? 0)).toBe(10 + 20);
  });

  it('finer than the grid is added up', async () => {
    const buffer = tiff(
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      [101, 39],
      0.005,
    );
    const result = await read(buffer);
    expect(result.ok && [...result.value.grid.people]).toEqual([14, 22]);
  });

  it('in another coordinate system is refused by its EPSG code', async () => {
    const buffer = tiff([[1]], [500_000, 4_000_000], 1000, {
      GTModelTypeGeoKey: 1,
      ProjectedCSTypeGeoKey: 32_648,
    });
    expect(await importPeopleGrid(buffer, 'utm.tif', FRAME, quietImport())).toMatchObject({
      ok: false,
      failure: { reason: 'raster-other-crs', values: { epsg: 32_648 } },
    });
  });

  it('elsewhere, empty, or no TIFF at all is told so', async () => {
    expect(await read(tiff([[1]], [10, 50], 0.01))).toMatchObject({
      failure: { reason: 'raster-outside' },
    });
    expect(await read(tiff([[-9999]], [101, 39], 0.01))).toMatchObject({
      failure: { reason: 'raster-empty' },
    });
    expect(await read(new ArrayBuffer(64))).toMatchObject({ failure: { reason: 'raster-not-geotiff' } });
  });
});
