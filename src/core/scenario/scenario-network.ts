import { lineChainage, TRACK_DETOUR } from '../network/line-chainage.ts';
import { modelledMinutes } from '../network/modelled-minutes.ts';
import type { RailEdge, RailEdges } from '../network/rail-edges.ts';
import { changeRailEdges, SCENARIO_VINTAGE } from '../network/rail-edges.ts';
import type { RailLine } from '../network/rail-line.ts';
import type { StopOnLine } from '../network/rail-network.ts';
import { modelLineEdges } from '../network/rail-network.ts';
import type { RailStation } from '../network/rail-timetable.ts';
import { localDistanceKm } from '../surface/grid-geometry.ts';
import type { RoadCrossing } from '../surface/ground-model.ts';
import { crossingOf } from '../surface/ground-model.ts';
import { longTicksFromMinutes } from '../surface/travel-time-ticks.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import { changedRides, savedTicks, STATION_LIMIT } from './changed-rides.ts';
import type { ScenarioBase } from './scenario-base.ts';
import type { AddLineEdit, ScenarioFailureReason, ScenarioStop } from './scenario-edit.ts';
import type { ScenarioSettings } from './scenario-settings.ts';

/** However many minutes are saved, a ride or crossing takes this long. */
const SHORTEST_CROSSING_MINUTES = 1;

/** Rail and road links after a scenario. */
export interface ScenarioNetwork {
  readonly edges: RailEdges;
  readonly crossings: readonly RoadCrossing[];
}

interface StationPool {
  readonly stations: RailStation[];
  tie(stop: ScenarioStop): number;
}

function createStationPool(base: ScenarioBase): StationPool {
  const stations = [...base.network.edges.stations];
  const first = stations.length;
  return {
    stations,
    tie(stop) {
      if (typeof stop === 'string') return base.stations.find(stop);
      const known = base.stations.find(stop.name, stop.at);
      if (known !== -1) return known;
      const added = stations.findIndex(
        (station, index) =>
          index >= first && station.name === stop.name && localDistanceKm(station.at, stop.at) < 1,
      );
      if (added !== -1) return added;
      return (
        stations.push({ name: stop.name, at: stop.at, prefecture: base.prefectureAt(stop.at), aliases: [] }) -
        1
      );
    },
  };
}

/** Distances along a drawn line: straight between stops × 1.1. */
function drawnStops(edit: AddLineEdit, pool: StationPool): readonly StopOnLine[] {
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

function addedLineEdges(
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

function openedLineEdges(
  line: RailLine,
  settings: ScenarioSettings,
  base: ScenarioBase,
  pool: StationPool,
): Result<readonly RailEdge[], ScenarioFailureReason> {
  const speed = settings.lineSpeeds.get(line.id) ?? line.designSpeedKmh;
  if (speed === null) {
    return fail({
      reason: 'bad-speed',
      message: `The design speed of ${line.nameZh} (${line.id}) is unknown, so its rides cannot be modelled.`,
      nextStep: 'Add a set-speed edit for the line.',
      values: { id: line.id },
    });
  }
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

function addedStopEdges(
  settings: ScenarioSettings,
  base: ScenarioBase,
  pool: StationPool,
): readonly RailEdge[] {
  return [...settings.stops.values()].flatMap(({ line: id, stop }) => {
    if (!isOpen(settings, id, (base.lines.get(id)?.status ?? 'open') === 'open')) return [];
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
    if (speed == null || at === undefined) return [];
    const trains = settings.lineFrequencies.get(id) ?? drawn?.trainsPerDay ?? 0;
    return stops.flatMap((other) => {
      const otherAt = pool.stations[other.station]?.at;
      if (otherAt === undefined || other.station === station) return [];
      const here = { station, km: localDistanceKm(at, otherAt) * TRACK_DETOUR };
      const there = { station: other.station, km: 0 };
      const minutes = modelledMinutes(speed, here.km);
      return [scenarioEdge(id, trains, here, there, minutes), scenarioEdge(id, trains, there, here, minutes)];
    });
  });
}

function isOpen(settings: ScenarioSettings, id: string, byDefault: boolean): boolean {
  return settings.open.get(id) ?? byDefault;
}

/** Rides set by the scenario, both ways, by `from * STATION_LIMIT + to`. */
function pairTicks(
  settings: ScenarioSettings,
  base: ScenarioBase,
  pool: StationPool,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const find = (name: string): number => {
    const known = base.stations.find(name);
    return known === -1 ? pool.stations.findIndex((station) => station.name === name) : known;
  };
  for (const { from, to, minutes } of settings.pairMinutes.values()) {
    const [i, j] = [find(from), find(to)];
    // A stop of a line that was removed since is no longer there.
    if (i === -1 || j === -1) continue;
    pairs.set(i * STATION_LIMIT + j, longTicksFromMinutes(minutes));
    pairs.set(j * STATION_LIMIT + i, longTicksFromMinutes(minutes));
  }
  return pairs;
}

function pairEdges(pairs: ReadonlyMap<number, number>): readonly RailEdge[] {
  return [...pairs].map(([pair, ticks]) => ({
    from: Math.floor(pair / STATION_LIMIT),
    to: pair % STATION_LIMIT,
    ticks,
    trainsPerDay: 0,
    vintage: SCENARIO_VINTAGE,
    line: null,
    kind: 'scenario',
  }));
}

function saveOnAddedRide(edge: RailEdge, settings: ScenarioSettings): RailEdge {
  const saved = edge.line === null ? undefined : settings.savedMinutes.get(edge.line);
  return saved === undefined ? edge : { ...edge, ticks: savedTicks(edge.ticks, saved) };
}

function scenarioCrossings(settings: ScenarioSettings, base: ScenarioBase): readonly RoadCrossing[] {
  const minutesOf = (id: string, byDefault: number): number =>
    Math.max(
      SHORTEST_CROSSING_MINUTES,
      (settings.linkMinutes.get(id) ?? byDefault) - (settings.savedMinutes.get(id) ?? 0),
    );
  const existing = [...base.roadLinks.values()]
    .filter((link) => isOpen(settings, link.id, link.status === 'open'))
    .map((link) => ({ ...crossingOf(link), minutes: minutesOf(link.id, link.minutes) }));
  const added = [...settings.roadLinks.values()]
    .filter((link) => isOpen(settings, link.id, true))
    .map(({ id, from, to, minutes, crossesBorder }) => ({
      id,
      from,
      to,
      minutes: minutesOf(id, minutes),
      crossesBorder: crossesBorder ?? false,
    }));
  return [...existing, ...added];
}

/**
 * Applies settings to the base. Closing a line takes away its own rides and the through rides inferred to use it;
 * a new design speed scales their share on the line; set minutes replace every ride of the pair.
 */
export function buildScenarioNetwork(
  base: ScenarioBase,
  settings: ScenarioSettings,
): Result<ScenarioNetwork, ScenarioFailureReason> {
  const { edges } = base.network;
  const pool = createStationPool(base);
  const append: RailEdge[] = [];
  for (const edit of settings.lines.values()) {
    if (isOpen(settings, edit.id, true))
      append.push(...addedLineEdges(edit, settings, drawnStops(edit, pool)));
  }
  for (const [id, open] of settings.open) {
    const line = base.lines.get(id);
    if (!open || line === undefined || line.status === 'open') continue;
    const opened = openedLineEdges(line, settings, base, pool);
    if (!opened.ok) return opened;
    append.push(...opened.value);
  }
  append.push(...addedStopEdges(settings, base, pool));

  const pairs = pairTicks(settings, base, pool);
  const changed = changeRailEdges(edges, {
    stations: pool.stations,
    ...changedRides(base, settings, pairs),
    append: [...append.map((edge) => saveOnAddedRide(edge, settings)), ...pairEdges(pairs)].map((edge) => {
      const ticks = pairs.get(edge.from * STATION_LIMIT + edge.to);
      return ticks === undefined ? edge : { ...edge, ticks };
    }),
  });
  return succeed({ edges: changed, crossings: scenarioCrossings(settings, base) });
}
