import type { Adcode } from '../geography/admin-unit.ts';

/**
 * County of every grid cell, row by row from the north-west corner: 0 = sea, lake or foreign land,
 * n = `counties[n - 1]`. Prefectures without counties (东莞, 中山, 儋州, 嘉峪关) and Hong Kong's districts, Macao and Taiwan stand as units of their own.
 */
export interface CountyRaster {
  readonly west: number;
  readonly north: number;
  /** Cell size in degrees, both ways (0.01). */
  readonly cellDegrees: number;
  readonly columns: number;
  readonly rows: number;
  readonly counties: readonly Adcode[];
  /** `rows * columns` entries. */
  readonly cells: Uint16Array;
}
