import type { RailEdge, RailEdges } from '../network/rail-edges.ts';
import { changeRailEdges, SCENARIO_VINTAGE } from '../network/rail-edges.ts';
import type { RoadCrossing } from '../surface/ground-model.ts';
import { crossingOf } from '../surface/ground-model.ts';
import { longTicksFromMinutes } from '../surface/travel-time-ticks.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import {
  addedLineEdges,
  addedStopEdges,
  drawnStops,
  isOpen,
  openedLineEdges,
  speedThatChangesNothing,
} from './added-rides.ts';
import { changedRides, savedTicks, STATION_LIMIT } from './changed-rides.ts';
import type { ScenarioBase } from './scenario-base.ts';
import type { ScenarioFailureReason } from './scenario-edit.ts';
import type { ScenarioSettings } from './scenario-settings.ts';
import { createStationPool, type StationPool } from './station-pool.ts';

/** However many minutes are saved, a ride or crossing takes this long. */
const SHORTEST_CROSSING_MINUTES = 1;

/** Rail and road links after a scenario. */
export interface ScenarioNetwork {
  readonly edges: RailEdges;
  readonly crossings: readonly RoadCrossing[];
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
  const idle = speedThatChangesNothing(settings, base);
  if (idle !== null) return idle;
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
  const stops = addedStopEdges(settings, base, pool);
  if (!stops.ok) return stops;
  append.push(...stops.value);

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
