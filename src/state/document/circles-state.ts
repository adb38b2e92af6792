import type { Opportunity } from '#core/accessibility/opportunity.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { RideChoice } from '#core/network/rail-source.ts';
import type { OwnBounds } from '#core/uncertainty/assumption.ts';
import type { LngLat } from '#core/units/coordinates.ts';

/** Start of a circle: a city or county at its seat, or any point. `label` is the person's or the unit's name. */
export type CircleOrigin =
  | { readonly kind: 'unit'; readonly adcode: Adcode }
  | { readonly kind: 'point'; readonly at: LngLat; readonly label: string };

/** What the hour is measured by (docs/method-travel.md, section 1). */
export const CIRCLE_MODES = ['door-to-door', 'in-vehicle', 'road', 'commutable'] as const;
export type CircleMode = (typeof CIRCLE_MODES)[number];

/** Whether roads are as at the peak or off it (travel-parameters.ts). */
export const TRAFFIC_PRESETS = ['peak', 'off-peak'] as const;
export type TrafficPreset = (typeof TRAFFIC_PRESETS)[number];

/** Choices of the circles workspace. */
export interface CirclesState {
  readonly origins: readonly CircleOrigin[];
  /** The cut-off read out in figures, minutes. */
  readonly minutes: number;
  /** The cut-offs drawn, minutes ascending. */
  readonly cutoffs: readonly number[];
  readonly mode: CircleMode;
  readonly preset: TrafficPreset;
  /** Parameter name → value, where it differs from the preset. Names are those of the circle engine. */
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  readonly closedLinks: readonly string[];
  /** One surface for all origins (the nearest counts) or one circle each. */
  readonly merge: boolean;
  /** Other definitions of the hour laid over it as outlines. */
  readonly overlays: readonly CircleMode[];
  /** The map shows in how many of the draws a place lies within, in place of its minutes. */
  readonly certainty: boolean;
  /** Draws with which the circle is tried against its assumptions. */
  readonly draws: number;
  /** Ranges of assumptions, where they differ from the usual ones. */
  readonly ranges: OwnBounds;
  /** The map shows what is within the cut-off of every county's seat, in place of the circle. */
  readonly accessibility: boolean;
  /** What is counted within. */
  readonly opportunity: Opportunity;
  /** Id of the region whose counties it is; `null` = the whole country. */
  readonly accessibilityRegion: string | null;
  /** Figures of what counties reach, and of what a scenario changes in it, come with ranges. */
  readonly accessibilityRanges: boolean;
  /** What a scenario changes in the circle comes with ranges. */
  readonly changeRanges: boolean;
}

/** Numbers of draws that a person chooses from. */
export const DRAW_CHOICES = [100, 200, 500, 1000] as const;

/** What a file of one's own holds: rides of a feed, rides of station pairs, commuters, or people of a raster. */
export const TRAVEL_FILE_KINDS = ['gtfs', 'pairs', 'flows', 'people'] as const;
export type TravelFileKind = (typeof TRAVEL_FILE_KINDS)[number];

/** A file that a person brought for the circles. The project names it; its content is kept by the browser, by hash. */
export interface TravelFile {
  /** SHA-256 of what was taken from the file, as hexadecimal text. */
  readonly id: string;
  readonly kind: TravelFileKind;
  readonly name: string;
  /** Service day, feed version or year, as shown; may be empty. */
  readonly vintage: string;
  readonly on: boolean;
  readonly ride: RideChoice;
}

/** Most files of one's own that a project names. */
export const MOST_TRAVEL_FILES = 20;

/** What a person brought for the circles, and how it is used. */
export interface TravelDataState {
  readonly files: readonly TravelFile[];
  /** Own rides stand in place of the embedded ones, not beside them. */
  readonly replacesEmbedded: boolean;
}
