import type { MultiPolygon } from 'geojson';
import type { AccessibilityRequest, CountyAccessibility } from '#core/accessibility/accessibility.ts';
import type { ModelledRidesReport } from '#core/network/check-modelled-rides.ts';
import type { TravelParameters } from '#core/network/travel-parameters.ts';
import type { MarginalMinute } from '#core/scenario/marginal-minute.ts';
import type { AreaVersusHour, PlanRegion, PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import type { ScenarioComparison } from '#core/scenario/scenario-comparison.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { PublishedTime, PublishedTimeCheck } from '#core/surface/check-published-times.ts';
import type { TravelTimeMatrix, TravelTimeRequest } from '#core/surface/circle-engine.ts';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import type {
  CircleMode,
  CircleRequest,
  Journey,
  Place,
  ReachedStation,
  StartedOrigin,
} from '#core/surface/circle-request.ts';
import type { GridFrame } from '#core/surface/grid-geometry.ts';
import type { PeopleComparison } from '#core/surface/people-grid.ts';
import type { RegionalTravelJob, RegionalTravelReading } from '#core/surface/regional-travel.ts';
import type { ShapeReadings } from '#core/surface/shape-readings.ts';
import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
import type {
  AccessibilityUncertainty,
  AccessibilityUncertaintyRequest,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import type { CertaintyBand } from '#core/uncertainty/certainty-bands.ts';
import type { CircleUncertainty, UncertaintyRequest } from '#core/uncertainty/circle-uncertainty.ts';
import type { PlansUncertainty, PlansUncertaintyRequest } from '#core/uncertainty/plans-uncertainty.ts';
import type {
  ScenarioUncertainty,
  ScenarioUncertaintyRequest,
} from '#core/uncertainty/scenario-uncertainty.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Progress } from './protocol.ts';

/** A circle and what is wanted of it. While an origin is dragged one asks for little. */
export interface CircleJob {
  readonly request: CircleRequest;
  /** Cut-offs to draw as polygons, minutes. */
  readonly contourMinutes: readonly number[];
  /** Cut-offs to read area, people and counties at, minutes. */
  readonly readingMinutes: readonly number[];
  /** Whether the travel times of the cells are wanted (a copy is moved out of the worker). */
  readonly withSurface: boolean;
  readonly withStations: boolean;
}

/** What the worker answers to a {@link CircleJob}. */
export interface CircleAnswer {
  readonly surface: TravelTimeSurface | null;
  /** In the order of `contourMinutes`. */
  readonly contours: readonly CutoffPolygon[];
  /** In the order of `readingMinutes`. */
  readonly readings: readonly CircleReadings[];
  readonly stations: readonly ReachedStation[];
  readonly parameters: TravelParameters;
  readonly mode: CircleMode;
  /** One for each origin of the request. */
  readonly origins: readonly StartedOrigin[];
  /** Names of the person's own rail sources that the search used beside or in place of the embedded rides. */
  readonly railSources: readonly string[];
  /** No embedded ride was used. */
  readonly embeddedReplaced: boolean;
  /** Time that the worker computed, ms. */
  readonly computingMs: number;
}

/** Everything that the circle worker answers. */
export interface CircleOperations {
  /** Loads the data and prepares the engine; progress in bytes. */
  readonly open: {
    /** Absolute URL of the folder of artefacts, with a closing slash. */
    readonly request: { readonly dataUrl: string; readonly added: AddedTravelData };
    readonly response: { readonly stations: number; readonly counties: number; readonly frame: GridFrame };
    readonly progress: Progress;
  };
  /** Takes what a person brought in place of what was brought before; later questions are answered with it. */
  readonly 'use-data': {
    readonly request: { readonly added: AddedTravelData };
    readonly response: { readonly stations: number };
    readonly progress: never;
  };
  /** The person's own population held against the census; `null` without one. */
  readonly 'compare-people': {
    readonly request: null;
    readonly response: PeopleComparison | null;
    readonly progress: never;
  };
  readonly circle: { readonly request: CircleJob; readonly response: CircleAnswer; readonly progress: never };
  /** How one gets to a place of the circle, leg by leg. */
  readonly 'explain-point': {
    readonly request: { readonly request: CircleRequest; readonly at: LngLat };
    readonly response: Journey;
    readonly progress: never;
  };
  /** How one gets to a station that the circle reached. */
  readonly 'explain-station': {
    readonly request: { readonly request: CircleRequest; readonly station: string };
    readonly response: Journey;
    readonly progress: never;
  };
  readonly 'travel-time': {
    readonly request: { readonly from: Place; readonly to: Place; readonly request: TravelTimeRequest };
    readonly response: Journey;
    readonly progress: never;
  };
  /** Times between all pairs of places, in the places' order; progress in origins. */
  readonly matrix: {
    readonly request: {
      readonly places: readonly Place[];
      readonly request: TravelTimeRequest;
      /** Goes on without places that are nowhere on land (三沙市) instead of refusing them all. */
      readonly skipsUnplaced?: boolean;
    };
    /** Over the places that were placed; `unplaced` are positions in the request. */
    readonly response: TravelTimeMatrix & { readonly unplaced: readonly number[] };
    readonly progress: Progress;
  };
  /** A circle before and after a scenario's edits; what it moves out is a copy. */
  readonly 'compare-scenario': {
    readonly request: {
      readonly base: CircleRequest;
      readonly edits: readonly ScenarioEdit[];
      readonly minutes: number;
      /** Cut-offs to draw as polygons on both sides, minutes. */
      readonly contourMinutes: readonly number[];
    };
    readonly response: ScenarioAnswer;
    readonly progress: never;
  };
  /** Plans held against the hour of their cores, in the plans' order; progress in plans. */
  readonly 'plans-versus-hour': {
    readonly request: {
      readonly plans: readonly PlanRegion[];
      readonly request: TravelTimeRequest;
      readonly minutes: number;
    };
    readonly response: readonly PlanVersusHour[];
    readonly progress: Progress;
  };
  /** What a shape of one's own holds; held against the hour of a circle where one is given. */
  readonly shape: {
    readonly request: {
      readonly area: MultiPolygon;
      readonly circle: { readonly request: CircleRequest; readonly minutes: number } | null;
    };
    readonly response: {
      readonly readings: ShapeReadings;
      /** `null` without a circle, and where it cannot be computed. */
      readonly versus: AreaVersusHour | null;
    };
    readonly progress: never;
  };
  /**
   * Modelled indicators of regions over the network of the year they stand for; progress in surfaces and origins. The
   * engine over that network is made for the call and let go after it.
   */
  readonly 'regional-travel': {
    readonly request: {
      readonly jobs: readonly RegionalTravelJob[];
      /** What a scenario changes in that network. */
      readonly edits?: readonly ScenarioEdit[];
    };
    readonly response: readonly RegionalTravelReading[];
    readonly progress: Progress;
  };
  /** What is within the cut-off of every county's seat, by county number; progress in counties. */
  readonly accessibility: {
    readonly request: AccessibilityRequest;
    readonly response: readonly CountyAccessibility[];
    readonly progress: Progress;
  };
  /** How sure a circle is, given what it assumes; progress in circles computed. */
  readonly 'circle-uncertainty': {
    readonly request: UncertaintyRequest;
    readonly response: UncertaintyAnswer;
    readonly progress: Progress;
  };
  /** How sure a scenario's change is; progress in pairs of circles computed. */
  readonly 'scenario-uncertainty': {
    readonly request: ScenarioUncertaintyRequest;
    readonly response: ScenarioUncertainty;
    readonly progress: Progress;
  };
  /** How sure the figures of plans held against their hours are, all under the same draws; progress in circles computed. */
  readonly 'plans-uncertainty': {
    readonly request: PlansUncertaintyRequest;
    readonly response: PlansUncertainty;
    readonly progress: Progress;
  };
  /** How sure what every county of a region reaches is, before and after a scenario; progress in circles computed. */
  readonly 'accessibility-uncertainty': {
    readonly request: AccessibilityUncertaintyRequest;
    readonly response: AccessibilityUncertainty;
    readonly progress: Progress;
  };
  /** The base engine held against published and observed times; progress in published times. */
  readonly validation: {
    readonly request: { readonly published: readonly PublishedTime[] };
    readonly response: {
      readonly rides: ModelledRidesReport;
      readonly published: readonly PublishedTimeCheck[];
    };
    readonly progress: Progress;
  };
  /** What a minute saved on each link of a region brings; progress in links, each with its finding. */
  readonly 'marginal-minutes': {
    readonly request: {
      readonly region: PlanRegion;
      readonly request: TravelTimeRequest;
      readonly minutes: number;
    };
    readonly response: readonly MarginalMinute[];
    readonly progress: Progress & { readonly item: MarginalMinute };
  };
}

/** A contour at a cut-off. */
export interface CutoffPolygon {
  readonly minutes: number;
  readonly polygon: MultiPolygon;
}

/** How sure a circle is, with what the map draws of it in place of the cells. */
export interface UncertaintyAnswer extends Omit<CircleUncertainty, 'shares'> {
  /** Percent descending. */
  readonly bands: readonly CertaintyBand[];
}

/** A comparison with what the map draws of it. */
export interface ScenarioAnswer extends ScenarioComparison {
  readonly contoursBefore: readonly CutoffPolygon[];
  readonly contoursAfter: readonly CutoffPolygon[];
  readonly computingMs: number;
}
