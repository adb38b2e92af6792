import type { Adcode } from '#core/geography/admin-unit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { MultiPolygon, Polygon } from 'geojson';
import type { RegionDrawing } from './map-model.ts';

/** How a city's circle is coloured: plain size, or its change of population. */
export type SymbolTone = 'size' | 'growing' | 'stable' | 'shrinking';

/** A city as a circle whose area is proportional to a figure. */
export interface SymbolDrawing {
  readonly adcode: Adcode;
  readonly at: LngLat;
  /** Above zero; a city without a figure gets no circle. */
  readonly value: number;
  readonly tone: SymbolTone;
}

/** Lines of the spatial structure. `before` is drawn dashed and pale, `now` solid. */
export interface StructureLine {
  readonly id: string;
  readonly path: readonly LngLat[];
  readonly role: 'ellipse-before' | 'ellipse-now' | 'shift' | 'hu-line' | 'pair';
}

/** A mean centre. */
export interface CentreDrawing {
  readonly at: LngLat;
  readonly role: 'before' | 'now';
  readonly label: string;
}

/** A delimitation of one region, to be held against its other ones; each has its own colour and dash. */
export interface VariantOutline extends Pick<RegionDrawing, 'kind' | 'variantKey'> {
  /** Position among the region's variants, the current one 0: decides colour and dash. */
  readonly step: number;
  readonly label: string;
}

/** An outline from abroad at true size, with the point by which it is dragged. */
export interface YardstickDrawing {
  readonly id: string;
  /** Moved on the sphere, so that its area and distances are what they are at home. */
  readonly outline: Polygon | MultiPolygon;
  readonly at: LngLat;
  readonly label: string;
}

/** One line of the key to the circles. */
export interface SymbolKey {
  readonly value: number;
  readonly label: string;
}

/** What the structure workspace draws over the map, with the words for its legend. */
export interface StructureDrawing {
  readonly symbols: readonly SymbolDrawing[];
  /** The figure that gets the largest circle; 0 without symbols. */
  readonly largestValue: number;
  readonly symbolTitle: string;
  readonly symbolNote: string;
  readonly symbolKeys: readonly SymbolKey[];
  readonly toneLabels: Readonly<Partial<Record<SymbolTone, string>>>;
  readonly lines: readonly StructureLine[];
  readonly lineLabels: Readonly<Partial<Record<StructureLine['role'], string>>>;
  readonly centres: readonly CentreDrawing[];
  readonly lineTitle: string;
  readonly outlines: readonly VariantOutline[];
  readonly outlineTitle: string;
  readonly yardsticks: readonly YardstickDrawing[];
  readonly yardstickTitle: string;
}

/** Radius of the largest circle, CSS pixels. */
const LARGEST_RADIUS_PIXELS = 28;
/** A city that has a figure is always seen. */
const SMALLEST_RADIUS_PIXELS = 2;

/** Radius of a figure's circle: areas, not radii, are proportional to figures. */
export function symbolRadius(value: number, largestValue: number): number {
  return Math.max(SMALLEST_RADIUS_PIXELS, LARGEST_RADIUS_PIXELS * Math.sqrt(value / largestValue));
}
