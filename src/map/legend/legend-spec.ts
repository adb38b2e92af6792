import type { Provenance } from '../layers/map-model.ts';

/** A sample of how something is drawn. Colours are `#rrggbb`, lengths CSS pixels as on the map. */
export type LegendSwatch =
  | { readonly kind: 'fill'; readonly colour: string; readonly outline: string | null }
  | {
      readonly kind: 'line';
      readonly colour: string;
      readonly widthPixels: number;
      /** Dash pattern in line widths, `null` = solid. */
      readonly dash: readonly number[] | null;
      /** What the line surrounds on the map; absent for a line alone. */
      readonly ground?: string;
    }
  | { readonly kind: 'double-line'; readonly outer: string; readonly inner: string }
  | { readonly kind: 'hatch'; readonly colour: string; readonly ground: string }
  | { readonly kind: 'point'; readonly fill: string; readonly outline: string; readonly radiusPixels: number }
  | { readonly kind: 'ring'; readonly fill: string; readonly outline: string };

/** One line of a legend. */
export interface LegendItem {
  readonly id: string;
  readonly swatch: LegendSwatch;
  readonly label: string;
}

/** A continuous scale: colours evenly spread from the first tick to the last. */
export interface LegendScale {
  readonly colours: readonly string[];
  /** Ascending positions, 0…1, with their words. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** The key to two measures crossed: a square of colours, both measures rising away from the corner at the lower left. */
export interface LegendMatrix {
  /** Rows from low to high (drawn upwards), colours in each from low to high. */
  readonly rows: readonly (readonly string[])[];
  readonly columnTitle: string;
  readonly rowTitle: string;
  /** Inner limits between columns and between rows. */
  readonly columnLimits: readonly string[];
  readonly rowLimits: readonly string[];
}

/** The key to one group of the map, in the map's language. */
export interface LegendSpec {
  readonly id: string;
  readonly title: string;
  /** Unit in words or symbol, e.g. `分钟`; `null` where there is none. */
  readonly unit: string | null;
  readonly items: readonly LegendItem[];
  readonly scale: LegendScale | null;
  readonly matrix?: LegendMatrix | null;
  /** Source and year, or what to beware of. */
  readonly note: string | null;
  /** How the values came about; `null` for groups that show no values. */
  readonly provenance: Provenance | null;
}
