import type { MultiPolygon, Polygon } from 'geojson';

/** An outline abroad to lay over China at true size, with the figures to stand beside (see `true-size.ts`). */
export interface Yardstick {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Area of the outline before simplification, on the ellipsoid. */
  readonly areaKm2: number;
  readonly population: number | null;
  readonly populationYear: number | null;
  /** How the figure is printed: `more than`, or nothing. */
  readonly populationWords: string;
  readonly populationSource: string;
  /** What the outline takes in. */
  readonly definition: string;
  readonly outline: Polygon | MultiPolygon;
}
