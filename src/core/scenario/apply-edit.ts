import { succeed, type Result } from '../units/result.ts';
import { checkEdit } from './check-edit.ts';
import { moveMember } from './membership-moves.ts';
import type { ScenarioEdit, ScenarioFailureReason } from './scenario-edit.ts';
import {
  NO_SETTINGS,
  pairSettingKey,
  stopSettingKey,
  type ScenarioCatalogue,
  type ScenarioSettings,
} from './scenario-settings.ts';

function put<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | null,
): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  if (value === null) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** Puts one edit on settings, checked. */
export function applyEdit(
  settings: ScenarioSettings,
  edit: ScenarioEdit,
  catalogue: ScenarioCatalogue,
): Result<ScenarioSettings, ScenarioFailureReason> {
  const checked = checkEdit(edit, settings, catalogue);
  if (!checked.ok) return checked;
  switch (edit.type) {
    case 'add-line':
      return succeed({ ...settings, lines: put(settings.lines, edit.id, edit) });
    case 'add-stop':
      return succeed({ ...settings, stops: put(settings.stops, stopSettingKey(edit), edit) });
    case 'add-road-link':
      return succeed({ ...settings, roadLinks: put(settings.roadLinks, edit.id, edit) });
    case 'open':
    case 'close':
      return succeed({ ...settings, open: put(settings.open, edit.id, edit.type === 'open') });
    case 'reset':
      return succeed({ ...settings, open: put(settings.open, edit.id, null) });
    case 'set-minutes': {
      if ('link' in edit) {
        return succeed({ ...settings, linkMinutes: put(settings.linkMinutes, edit.link, edit.minutes) });
      }
      const { from, to, minutes } = edit;
      const pair = minutes === null ? null : { from, to, minutes };
      return succeed({ ...settings, pairMinutes: put(settings.pairMinutes, pairSettingKey(from, to), pair) });
    }
    case 'set-speed':
      return succeed({ ...settings, lineSpeeds: put(settings.lineSpeeds, edit.line, edit.designSpeedKmh) });
    case 'save-minutes':
      return succeed({ ...settings, savedMinutes: put(settings.savedMinutes, edit.id, edit.minutes) });
    case 'set-frequency':
      return succeed({
        ...settings,
        lineFrequencies: put(settings.lineFrequencies, edit.line, edit.trainsPerDay),
      });
    case 'set-parameter':
      return succeed({ ...settings, parameters: put(settings.parameters, edit.name, edit.value) });
    case 'move-member':
      return succeed({ ...settings, memberships: moveMember(settings.memberships, edit) });
    case 'remove':
      return succeed({
        ...settings,
        lines: put(settings.lines, edit.id, null),
        stops: put(settings.stops, edit.id, null),
        roadLinks: put(settings.roadLinks, edit.id, null),
      });
    default: {
      const never: never = edit;
      throw new Error(`Unchecked edit: ${JSON.stringify(never)}`);
    }
  }
}

/** Folds a list of edits; the first that cannot be applied ends it. */
export function applyEdits(
  edits: readonly ScenarioEdit[],
  catalogue: ScenarioCatalogue,
): Result<ScenarioSettings, ScenarioFailureReason> {
  let settings: Result<ScenarioSettings, ScenarioFailureReason> = succeed(NO_SETTINGS);
  for (const edit of edits) {
    if (!settings.ok) return settings;
    settings = applyEdit(settings.value, edit, catalogue);
  }
  return settings;
}

/** The edit that takes `edit` back when it is applied to the settings as they were before it. */
export function invertEdit(before: ScenarioSettings, edit: ScenarioEdit): ScenarioEdit {
  switch (edit.type) {
    case 'add-line':
    case 'add-road-link':
      return { type: 'remove', id: edit.id };
    case 'add-stop':
      return before.stops.get(stopSettingKey(edit)) ?? { type: 'remove', id: stopSettingKey(edit) };
    case 'open':
    case 'close':
    case 'reset': {
      const state = before.open.get(edit.id);
      return { type: state === undefined ? 'reset' : state ? 'open' : 'close', id: edit.id };
    }
    case 'set-minutes': {
      if ('link' in edit) return { ...edit, minutes: before.linkMinutes.get(edit.link) ?? null };
      const pair = before.pairMinutes.get(pairSettingKey(edit.from, edit.to));
      return pair === undefined ? { ...edit, minutes: null } : { type: 'set-minutes', ...pair };
    }
    case 'set-speed':
      return { ...edit, designSpeedKmh: before.lineSpeeds.get(edit.line) ?? null };
    case 'save-minutes':
      return { ...edit, minutes: before.savedMinutes.get(edit.id) ?? null };
    case 'set-frequency':
      return { ...edit, trainsPerDay: before.lineFrequencies.get(edit.line) ?? null };
    case 'set-parameter':
      return { ...edit, value: before.parameters.get(edit.name) ?? null };
    case 'move-member':
      return { ...edit, from: edit.to, to: edit.from };
    case 'remove': {
      const added = before.lines.get(edit.id) ?? before.stops.get(edit.id) ?? before.roadLinks.get(edit.id);
      return added ?? edit;
    }
    default: {
      const never: never = edit;
      throw new Error(`Unknown edit: ${JSON.stringify(never)}`);
    }
  }
}
