import type { MultiPolygon } from 'geojson';
import type { TravelParameters } from '#core/network/travel-parameters.ts';
import type { TravelTimeMatrix, TravelTimeRequest } from '#core/surface/circle-engine.ts';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import type {
  CircleMode,
  CircleRequest,
  Journey,
  Place,
  ReachedStation,
} from '#core/surface/circle-request.ts';
import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
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
  readonly contours: readonly { readonly minutes: number; readonly polygon: MultiPolygon }[];
  /** In the order of `readingMinutes`. */
  readonly readings: readonly CircleReadings[];
  readonly stations: readonly ReachedStation[];
  readonly parameters: TravelParameters;
  readonly mode: CircleMode;
  /** Where each origin was taken to be, and how far it was moved to reach land, km. */
  readonly origins: readonly { readonly at: LngLat; readonly movedKm: number }[];
  /** Time that the worker computed, ms. */
  readonly computingMs: number;
}

/** Everything that the circle worker answers. */
export interface CircleOperations {
  /** Loads the data and prepares the engine; progress in bytes. */
  readonly open: {
    /** Absolute URL of the folder of artefacts, with a closing slash. */
    readonly request: { readonly dataUrl: string };
    readonly response: { readonly stations: number; readonly counties: number };
    readonly progress: Progress;
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
    readonly request: { readonly places: readonly Place[]; readonly request: TravelTimeRequest };
    readonly response: TravelTimeMatrix;
    readonly progress: Progress;
  };
}
