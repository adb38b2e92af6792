import type { Adcode, AdminUnit } from '../geography/admin-unit.ts';
import type { RailLine, RoadLink } from '../network/rail-line.ts';
import type { RailTimetable, VintageLabel } from '../network/rail-timetable.ts';
import type { EdgeKind } from '../network/rail-edges.ts';
import type { TravelParameters, TravelPreset } from '../network/travel-parameters.ts';
import type { ScenarioEdit } from '../scenario/scenario-edit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { AddedTravelData } from './added-travel-data.ts';
import type { CountyRaster } from './county-raster.ts';
import type { TravelTimeSurface } from './travel-time-surface.ts';

/**
 * What the hour means (method-travel.md): 门到门 access + wait + ride + transfers + egress; 站到站 ride + transfers between
 * stations, whole counties; 公路 ground only; 可通勤 door to door on pairs with enough trains a day.
 */
export type CircleMode = 'door-to-door' | 'in-vehicle' | 'road' | 'commutable';

/** An origin or destination: a city or county by code (its seat), a station by name, or any place. */
export type Place =
  | { readonly kind: 'city'; readonly adcode: Adcode }
  | { readonly kind: 'station'; readonly name: string }
  | { readonly kind: 'point'; readonly at: LngLat };

/** GDP of a prefecture with its year, 10,000 CNY or whatever unit the caller keeps; only summed. */
export interface GdpFigure {
  readonly value: number;
  readonly year: number;
}

/** Everything the engine computes from; all read-only. */
export interface CircleEngineData {
  readonly raster: CountyRaster;
  readonly timetable: RailTimetable;
  readonly lines: readonly RailLine[];
  readonly roadLinks: readonly RoadLink[];
  /** Prefecture and county level units. */
  readonly units: readonly AdminUnit[];
  /** People by county-level adcode (census 2020; Hong Kong, Macao 2021); absent = unknown. */
  readonly populationByCounty: ReadonlyMap<Adcode, number>;
  readonly gdpByPrefecture?: ReadonlyMap<Adcode, GdpFigure>;
  /** What a person brought besides. */
  readonly added?: AddedTravelData;
}

/** A question; plain data, so that it can cross to a worker and serve as a cache key. */
export interface CircleRequest {
  /** One or more; of several the earliest wins. */
  readonly origins: readonly Place[];
  readonly mode: CircleMode;
  /** Budget of the surface, minutes, up to 240: any cut-off up to it can be read afterwards. */
  readonly maxMinutes: number;
  readonly preset?: TravelPreset;
  readonly parameters?: Readonly<Partial<TravelParameters>>;
  /** Edits on the base, e.g. `[{ type: 'close', id: 'hzmb' }]`. */
  readonly edits?: readonly ScenarioEdit[];
}

/** A station that the trains reach within the budget. */
export interface ReachedStation {
  readonly name: string;
  readonly at: LngLat;
  readonly prefecture: Adcode | null;
  /** Arrival, minutes after leaving the origin. */
  readonly minutes: number;
  readonly transfers: number;
  /** True when some ride on the way is modelled or of a scenario. */
  readonly modelled: boolean;
}

/** A stretch of a journey. */
export type JourneyLeg =
  | {
      readonly kind: 'road';
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
      /** Ids of the named road links crossed, in order. */
      readonly links: readonly string[];
    }
  | { readonly kind: 'wait' | 'transfer' | 'border'; readonly at: string; readonly minutes: number }
  | {
      readonly kind: 'ride';
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
      /** Id of the line that carries both stops; `null` for through trains. */
      readonly line: string | null;
      readonly vintage: VintageLabel;
      readonly source: EdgeKind;
      /** `null` = unknown. */
      readonly trainsPerDay: number | null;
    };

/** A way from one place to another. */
export interface Journey {
  readonly minutes: number;
  readonly legs: readonly JourneyLeg[];
}

/** An origin as the circle takes it. */
export interface StartedOrigin {
  /** Where it was taken to be, and how far it was moved to reach land, km. */
  readonly at: LngLat;
  readonly movedKm: number;
  /** In-vehicle, of several origins one without a railway station (澳门) is not started from: the others' circle stands. */
  readonly isStartedFrom: boolean;
}

/** An answer. `surface` may be handed on as it is (typed array). */
export interface CircleResult {
  readonly surface: TravelTimeSurface;
  readonly stations: readonly ReachedStation[];
  readonly parameters: TravelParameters;
  readonly mode: CircleMode;
  /** One for each origin of the request. */
  readonly origins: readonly StartedOrigin[];
}

/** Reasons why a question has no answer. */
export type CircleFailureReason =
  | 'no-origin'
  | 'unknown-place'
  | 'origin-not-on-land'
  | 'minutes-out-of-range'
  | 'no-station'
  | 'no-way'
  | 'cancelled';
