import type { AddLineEdit, AddRoadLinkEdit, AddStopEdit } from './scenario-edit.ts';

/** A ride's minutes as set by a scenario. */
export interface PairMinutes {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** What a list of edits comes to; equal settings give equal networks, whatever edits led there. */
export interface ScenarioSettings {
  readonly lines: ReadonlyMap<string, AddLineEdit>;
  /** By `line/stop name`. */
  readonly stops: ReadonlyMap<string, AddStopEdit>;
  readonly roadLinks: ReadonlyMap<string, AddRoadLinkEdit>;
  readonly open: ReadonlyMap<string, boolean>;
  /** By `from|to` in the order given. */
  readonly pairMinutes: ReadonlyMap<string, PairMinutes>;
  readonly linkMinutes: ReadonlyMap<string, number>;
  readonly lineSpeeds: ReadonlyMap<string, number>;
  readonly lineFrequencies: ReadonlyMap<string, number>;
  /** Minutes taken off every ride on a line or a link's crossing. */
  readonly savedMinutes: ReadonlyMap<string, number>;
  readonly parameters: ReadonlyMap<string, number>;
  /** Units that joined (`true`) or left (`false`) a region, by {@link membershipKey}. */
  readonly memberships: ReadonlyMap<string, boolean>;
}

/** The ids and stations that edits may name. */
export interface ScenarioCatalogue {
  hasLine(id: string): boolean;
  hasRoadLink(id: string): boolean;
  hasStation(name: string): boolean;
}

/** No edits. */
export const NO_SETTINGS: ScenarioSettings = {
  lines: new Map(),
  stops: new Map(),
  roadLinks: new Map(),
  open: new Map(),
  pairMinutes: new Map(),
  linkMinutes: new Map(),
  lineSpeeds: new Map(),
  lineFrequencies: new Map(),
  savedMinutes: new Map(),
  parameters: new Map(),
  memberships: new Map(),
};

/** Key of a pair of stations, without direction. */
export function pairSettingKey(from: string, to: string): string {
  return from < to ? `${from}|${to}` : `${to}|${from}`;
}

/** Key of an added stop. */
export function stopSettingKey(edit: AddStopEdit): string {
  return `${edit.line}/${typeof edit.stop === 'string' ? edit.stop : edit.stop.name}`;
}
