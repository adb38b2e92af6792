import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';

/** A stop of a drawn line: a station by name, or a new station at a place. */
export type ScenarioStop = string | { readonly name: string; readonly at: LngLat };

/** A new line: rides between all pairs of its stops, both ways, modelled unless `minutes` are given. */
export interface AddLineEdit {
  readonly type: 'add-line';
  readonly id: string;
  readonly name?: string;
  readonly stops: readonly ScenarioStop[];
  readonly designSpeedKmh: number;
  /** Minutes of each leg, one fewer than stops; absent = modelled from length and design speed. */
  readonly minutes?: readonly number[];
  /** Trains a day and direction; absent = unknown, so not commutable. */
  readonly trainsPerDay?: number;
}

/** A new stop on a line, joined to all its stops by modelled rides. Trains that pass are not slowed (stated limit). */
export interface AddStopEdit {
  readonly type: 'add-stop';
  readonly line: string;
  readonly stop: ScenarioStop;
}

/** A new road link across water, usable both ways. */
export interface AddRoadLinkEdit {
  readonly type: 'add-road-link';
  readonly id: string;
  readonly name?: string;
  readonly from: LngLat;
  readonly to: LngLat;
  readonly minutes: number;
  readonly crossesBorder?: boolean;
}

/** Closes or opens a rail line, a planned line, an added line or a road link by id. `reset` undoes either. */
export interface OpenCloseEdit {
  readonly type: 'open' | 'close' | 'reset';
  readonly id: string;
}

/** Sets the ride between two stations in both directions; `null` = back to the base. */
export interface SetPairMinutesEdit {
  readonly type: 'set-minutes';
  readonly from: string;
  readonly to: string;
  readonly minutes: number | null;
}

/** Sets the crossing time of a road link; `null` = back to the base. */
export interface SetLinkMinutesEdit {
  readonly type: 'set-minutes';
  readonly link: string;
  readonly minutes: number | null;
}

/** Changes a line's design speed: its rides scale with the modelled times. `null` = back to the base. */
export interface SetSpeedEdit {
  readonly type: 'set-speed';
  readonly line: string;
  readonly designSpeedKmh: number | null;
}

/** Takes minutes off (or, negative, adds them to) every ride on a line or a road link's crossing; `null` = none. */
export interface SaveMinutesEdit {
  readonly type: 'save-minutes';
  readonly id: string;
  readonly minutes: number | null;
}

/** Sets the trains a day and direction of a line's rides; `null` = back to the base. */
export interface SetFrequencyEdit {
  readonly type: 'set-frequency';
  readonly line: string;
  readonly trainsPerDay: number | null;
}

/** Sets a numeric travel parameter; `null` = back to the preset. */
export interface SetParameterEdit {
  readonly type: 'set-parameter';
  readonly name: string;
  readonly value: number | null;
}

/**
 * Moves a prefecture-level unit out of region `from` and into region `to` (`null` = none). It changes no travel time:
 * the scores of the two regions respond.
 */
export interface MoveMemberEdit {
  readonly type: 'move-member';
  readonly adcode: Adcode;
  readonly from: string | null;
  readonly to: string | null;
}

/** Takes back an added line, stop (`line/stop name`) or road link. */
export interface RemoveEdit {
  readonly type: 'remove';
  readonly id: string;
}

/** One change to the base. Edits are data; see scenario-settings.ts for what they do and their inverses. */
export type ScenarioEdit =
  | AddLineEdit
  | AddStopEdit
  | AddRoadLinkEdit
  | OpenCloseEdit
  | SetPairMinutesEdit
  | SetLinkMinutesEdit
  | SetSpeedEdit
  | SaveMinutesEdit
  | SetFrequencyEdit
  | SetParameterEdit
  | MoveMemberEdit
  | RemoveEdit;

/** Reasons why an edit cannot be applied. */
export type ScenarioFailureReason =
  | 'unknown-id'
  | 'unknown-station'
  | 'duplicate-id'
  | 'too-few-stops'
  | 'bad-minutes'
  | 'bad-speed'
  | 'unknown-speed'
  | 'no-speed-to-compare'
  | 'bad-place'
  | 'bad-frequency'
  | 'unknown-parameter'
  | 'parameter-out-of-range'
  | 'bad-move'
  | 'unknown-edit';
