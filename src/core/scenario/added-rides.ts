import { lineChainage, TRACK_DETOUR } from '../network/line-chainage.ts';
import { modelledMinutes } from '../network/modelled-minutes.ts';
import type { RailEdge } from '../network/rail-edges.ts';
import { SCENARIO_VINTAGE } from '../network/rail-edges.ts';
import type { RailLine } from '../network/rail-line.ts';
import type { StopOnLine } from '../network/rail-network.ts';
import { modelLineEdges } from '../network/rail-network.ts';
import { localDistanceKm } from '../surface/grid-geometry.ts';
import { longTicksFromMinutes } from '../surface/travel-time-ticks.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { ScenarioBase } from './scenario-base.ts';
import type { AddLineEdit, ScenarioFailureReason } from './scenario-edit.ts';
import type { ScenarioSettings } from './scenario-settings.ts';
import type { StationPool } from './station-pool.ts';

/** Whether a line or link runs under the settings. */
export function isOpen(settings: ScenarioSettings, id: string, byDefault: boolean): boolean {
  return settings.open.get(id) ?? byDefault;
}

/** Distances along a drawn line: straight between stops × 1.1. */
export function drawnStops(edit: AddLineEdit, pool: StationPool): readonly StopOnLine[] {
  let km = 0;
  let last: LngLat | null = null;
  return edit.stops.map((stop) => {
    const station = pool.tie(stop);
    const at = pool.stations[station]?.at ?? null;
    if (last !== null && at !== null) km += localDistanceKm(last, at) * TRACK_DETOUR;
    last = at;
    return { station, km };
  });
}

function scenarioEdge(
  line: string,
  trainsPerDay: number,
  from: StopOnLine,
  to: StopOnLine,
  minutes: number,
): RailEdge {
  return {
    from: from.station,
    to: to.station,
    ticks: Math.max(1, longTicksFromMinutes(minutes)),
    trainsPerDay,
    vintage: SCENARIO_VINTAGE,
    line,
    kind: 'scenario',
  };
}

/** Rides of a drawn line: modelled, or of the minutes given for its legs. */
export function addedLineEdges(
  edit: AddLineEdit,
  settings: ScenarioSettings,
  stops: readonly StopOnLine[],
): readonly RailEdge[] {
  const speed = settings.lineSpeeds.get(edit.id) ?? edit.designSpeedKmh;
  const trains = settings.lineFrequencies.get(edit.id) ?? edit.trainsPerDay ?? 0;
  if (edit.minutes === undefined) {
    return modelLineEdges(
      stops,
      speed,
      () => true,
      (from, to, minutes) => scenarioEdge(edit.id, trains, from, to, minutes),
    );
  }
  // Leg times are given: rides over several legs take their sum, scaled like the model if the speed was changed.
  const until = [0];
  for (const minutes of edit.minutes) until.push((until.at(-1) ?? 0) + minutes);
  return stops.flatMap((from, i) =>
    stops.flatMap((to, j) => {
      if (from.station === to.station) return [];
      const km = Math.abs(to.km - from.km);
      const ratio = modelledMinutes(speed, km) / modelledMinutes(edit.designSpeedKmh, km);
      return [scenarioEdge(edit.id, trains, from, to, Math.abs((until[j] ?? 0) - (until[i] ?? 0)) * ratio)];
    }),
  );
}

/** Stops of a line that is not in the base network yet, tied by name and, where known, position. */
function tieUnbuiltLine(line: RailLine, base: ScenarioBase, pool: StationPool): readonly StopOnLine[] {
  const located = line.stops.map((stop) => {
    if (stop.at !== null) return stop;
    const station = base.stations.find(stop.name);
    return { ...stop, at: pool.stations[station]?.at ?? null };
  });
  const chainage = lineChainage({ stops: located, lengthKm: line.lengthKm });
  return located.flatMap((stop, index) => {
    const km = chainage[index] ?? null;
    return km === null || stop.at === null
      ? []
      : [{ station: pool.tie({ name: stop.name, at: stop.at }), km }];
  });
}

function unknownSpeed(id: string, base: ScenarioBase): Result<never, ScenarioFailureReason> {
  return fail({
    reason: 'unknown-speed',
    message: `The design speed of ${base.lines.get(id)?.nameZh ?? id} (${id}) is unknown, so its rides cannot be modelled.`,
    nextStep: 'Add a set-speed edit for the line.',
    values: { id },
  });
}

/** A new speed for running rides needs the old one to be held against; refused where nothing else of the scenario uses it. */
export function speedThatChangesNothing(
  settings: ScenarioSettings,
  base: ScenarioBase,
): Result<never, ScenarioFailureReason> | null {
  const served = new Set([...settings.stops.values()].map(({ line }) => line));
  for (const id of settings.lineSpeeds.keys()) {
    const line = base.lines.get(id);
    if (line === undefined || line.status !== 'open' || line.designSpeedKmh !== null || served.has(id))
      continue;
    return fail({
      reason: 'no-speed-to-compare',
      message: `What another design speed does to the rides of ${line.nameZh} (${id}) is unknown: its present one is.`,
      nextStep: 'Set the minutes between two of its stations.',
      values: { id },
    });
  }
  return null;
}

/** Rides of a line under construction or planned that the scenario opens. */
export function openedLineEdges(
  line: RailLine,
  settings: ScenarioSettings,
  base: ScenarioBase,
  pool: StationPool,
): Result<readonly RailEdge[], ScenarioFailureReason> {
  const speed = settings.lineSpeeds.get(line.id) ?? line.designSpeedKmh;
  if (speed === null) return unknownSpeed(line.id, base);
  const stops = tieUnbuiltLine(line, base, pool);
  if (stops.length < 2) {
    return fail({
      reason: 'too-few-stops',
      message: `Fewer than two stops of ${line.nameZh} (${line.id}) have a known position.`,
      nextStep: 'Draw the line with add-line and give the positions of its stops.',
      values: { id: line.id, stops: stops.length },
    });
  }
  const trains = settings.lineFrequencies.get(line.id) ?? 0;
  return succeed(
    modelLineEdges(
      stops,
      speed,
      () => true,
      (from, to, minutes) => scenarioEdge(line.id, trains, from, to, minutes),
    ),
  );
}

/** Rides between stops that a scenario adds and the others of their lines. */
export function addedStopEdges(
  settings: ScenarioSettings,
  base: ScenarioBase,
  pool: StationPool,
): Result<readonly RailEdge[], ScenarioFailureReason> {
  const added: RailEdge[] = [];
  for (const { line: id, stop } of settings.stops.values()) {
    if (!isOpen(settings, id, (base.lines.get(id)?.status ?? 'open') === 'open')) continue;
    const baseLine = base.network.lines.find((candidate) => candidate.line.id === id);
    const drawn = settings.lines.get(id);
    const unbuilt = base.lines.get(id);
    const stops =
      baseLine?.stops ??
      (drawn === undefined ? null : drawnStops(drawn, pool)) ??
      (unbuilt === undefined ? [] : tieUnbuiltLine(unbuilt, base, pool));
    const speed =
      settings.lineSpeeds.get(id) ??
      drawn?.designSpeedKmh ??
      unbuilt?.designSpeedKmh ??
      baseLine?.line.designSpeedKmh;
    const station = pool.tie(stop);
    const at = pool.stations[station]?.at;
    if (speed == null) return unknownSpeed(id, base);
    if (at === undefined) continue;
    const trains = settings.lineFrequencies.get(id) ?? drawn?.trainsPerDay ?? 0;
    for (const other of stops) {
      const otherAt = pool.stations[other.station]?.at;
      if (otherAt === undefined || other.station === station) continue;
      const here = { station, km: localDistanceKm(at, otherAt) * TRACK_DETOUR };
      const there = { station: other.station, km: 0 };
      const minutes = modelledMinutes(speed, here.km);
      added.push(
        scenarioEdge(id, trains, here, there, minutes),
        scenarioEdge(id, trains, there, here, minutes),
      );
    }
  }
  return succeed(added);
}
