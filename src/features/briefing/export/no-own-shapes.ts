import type { ShapeProperties } from '#map/export/data/own-shape-features.ts';
import type { ShownTable } from '#state/told/shown-data.ts';

/** What a data file says of the person's own boundaries on the map. */
export interface OwnShapeData {
  /** By the id of the shape. */
  readonly properties: ReadonlyMap<string, ShapeProperties>;
  /** The counties in each, as its page lists them. */
  readonly tables: readonly ShownTable[];
  /** Where outlines and figures come from, and how the figures were counted. */
  readonly sources: readonly string[];
  /** Some figures could not be had. */
  readonly isPartial: boolean;
}

/** No boundary is on the map, or another layer was asked for. */
export const NO_OWN_SHAPES: OwnShapeData = {
  properties: new Map(),
  tables: [],
  sources: [],
  isPartial: false,
};
