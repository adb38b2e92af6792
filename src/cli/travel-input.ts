import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { CircleEngine, EngineFailureReason } from '#core/surface/circle-engine.ts';
import type { TravelPreset } from '#core/network/travel-parameters.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleMode, Place } from '#core/surface/circle-request.ts';
import type { Failure } from '#core/units/result.ts';
import type { AtlasData } from './atlas-data.ts';
import {
  type Checked,
  noAnswer,
  type OptionDescription,
  type OptionValues,
  refuse,
  unreadableData,
} from './command.ts';
import { findPlace } from './find-place.ts';
import { choiceOption, listOption, numberOption } from './options.ts';

/** Modes on the command line: those of the engine. */
const MODES: readonly CircleMode[] = ['door-to-door', 'in-vehicle', 'road', 'commutable'];

/** Traffic presets. */
const PRESETS = ['peak', 'off-peak'] as const;

/** Longest cut-off of a circle, minutes (docs/method-travel.md). */
const LONGEST_CUTOFF_MINUTES = 180;

/** Options that all travel commands share. */
export const TRAVEL_OPTIONS: Readonly<Record<'mode' | 'preset' | 'close', OptionDescription>> = {
  mode: { type: 'string', value: MODES.join('|'), help: 'What the time is made of.' },
  preset: {
    type: 'string',
    value: PRESETS.join('|'),
    help: 'Road speeds at the peak (default) or off the peak.',
  },
  close: { type: 'string', multiple: true, value: 'id', help: 'Close a road link or rail line; repeatable.' },
};

/** Option of the commands that read a circle. */
export const CUTOFF_OPTION: OptionDescription = {
  type: 'string',
  value: 'n',
  help: `Cut-off, 1 to ${LONGEST_CUTOFF_MINUTES} (default 60).`,
};

/** How a travel question is put, the same for all travel commands. */
export interface TravelChoice {
  readonly mode: CircleMode;
  readonly preset: TravelPreset;
  readonly edits: readonly ScenarioEdit[];
}

/** Reads `--mode`, `--preset` and `--close`. */
export function readTravelChoice(options: OptionValues, usualMode: CircleMode): Checked<TravelChoice> {
  const mode = choiceOption(options, 'mode', MODES, usualMode);
  if (!mode.ok) return mode;
  const preset = choiceOption(options, 'preset', PRESETS, 'peak');
  if (!preset.ok) return preset;
  const edits = listOption(options, 'close').map((id): ScenarioEdit => ({ type: 'close', id }));
  return { ok: true, value: { mode: mode.value, preset: preset.value, edits } };
}

/** Reads `--minutes`, 60 when absent. */
export function readCutoff(options: OptionValues): Checked<number> {
  return numberOption(options, 'minutes', { min: 1, max: LONGEST_CUTOFF_MINUTES, fallback: 60 });
}

/** The engine and the names it is asked with. */
export interface TravelDesk {
  readonly engine: CircleEngine;
  readonly prefectures: readonly AdminUnit[];
  readonly counties: readonly AdminUnit[];
}

/** Loads everything that travel times need and makes the engine. */
export async function openTravelDesk(data: AtlasData): Promise<Checked<TravelDesk>> {
  const engine = await data.engine();
  if (!engine.ok) return unreadableData(engine.failure);
  const { units } = engine.value.context.data;
  return {
    ok: true,
    value: {
      engine: engine.value,
      prefectures: units.filter(({ level }) => level === 'prefecture'),
      counties: units.filter(({ level }) => level === 'county'),
    },
  };
}

/** A city or county as origin. */
export function findUnit(desk: TravelDesk, query: string): Checked<AdminUnit> {
  return findPlace(query, desk.prefectures, desk.counties);
}

/**
 * A city or station as end of a journey: adcodes and prefecture names first, then stations, then counties.
 * A name with 站 is a station.
 */
export function findEnd(
  desk: TravelDesk,
  query: string,
): Checked<{ readonly place: Place; readonly name: string }> {
  const text = query.trim();
  const city = text.endsWith('站') ? null : findPlace(text, desk.prefectures);
  if (city !== null && (city.ok || city.failure.reason === 'ambiguous-place'))
    return city.ok ? cityEnd(city.value) : city;
  const station = findStation(desk, text);
  if (station !== null) return station;
  const unit = findUnit(desk, text);
  if (unit.ok) return cityEnd(unit.value);
  if (unit.failure.reason === 'ambiguous-place') return unit;
  return refuse(
    'unknown-place',
    `No city or station is called "${text}".`,
    unit.failure.nextStep.startsWith('Did')
      ? unit.failure.nextStep
      : 'Give a city, or a station by its Chinese name.',
  );
}

function cityEnd({ adcode, nameZh }: AdminUnit): Checked<{ readonly place: Place; readonly name: string }> {
  return { ok: true, value: { place: { kind: 'city', adcode }, name: nameZh } };
}

/** `null` when no station has the name. */
function findStation(
  { engine, prefectures }: TravelDesk,
  text: string,
): Checked<{ readonly place: Place; readonly name: string }> | null {
  const { stations } = engine.context.base.network.edges;
  const bare = text.replace(/站$/u, '');
  const named = stations.filter(({ name }) => name === text || name === bare);
  if (named.length > 1) {
    const where = named.map(({ prefecture, at }) => {
      const city = prefectures.find(({ adcode }) => adcode === prefecture);
      return city === undefined ? at.join(',') : city.nameZh;
    });
    return refuse(
      'ambiguous-place',
      `There are ${named.length} stations called "${bare}": in ${where.join(', ')}.`,
      'Give the city, or another station nearby.',
    );
  }
  const found = stations[engine.context.base.stations.find(text)];
  return found === undefined
    ? null
    : { ok: true, value: { place: { kind: 'station', name: found.name }, name: found.name } };
}

/** Questions that were right but have no answer; all other reasons mean that the question must be changed. */
const NO_ANSWER: readonly string[] = ['no-way', 'no-station', 'cancelled'] satisfies EngineFailureReason[];

/** An engine's failure with its exit code. */
export function engineFailure(failure: Failure) {
  return NO_ANSWER.includes(failure.reason)
    ? noAnswer(failure.reason, failure.message, failure.nextStep)
    : refuse(failure.reason, failure.message, failure.nextStep);
}
