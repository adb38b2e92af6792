import type { Adcode, AdminUnit } from '../geography/admin-unit.ts';
import { longTicksFromMinutes } from './travel-time-ticks.ts';
import { buildRailNetwork } from '../network/rail-network.ts';
import { addRailSources } from '../network/rail-source.ts';
import type { RailGraph } from '../network/rail-graph.ts';
import { buildRailGraph } from '../network/rail-graph.ts';
import type { StationIndex } from '../network/station-index.ts';
import { indexStations } from '../network/station-index.ts';
import type { ParameterFailureReason, TravelParameters } from '../network/travel-parameters.ts';
import { resolveParameters } from '../network/travel-parameters.ts';
import type { ScenarioFailureReason } from '../scenario/scenario-edit.ts';
import type { ScenarioNetwork } from '../scenario/scenario-network.ts';
import type { ScenarioBase } from '../scenario/scenario-base.ts';
import { buildScenarioNetwork } from '../scenario/scenario-network.ts';
import type { ScenarioCatalogue, ScenarioSettings } from '../scenario/scenario-settings.ts';
import { applyEdits } from '../scenario/apply-edit.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import type { CircleEngineData, CircleRequest } from './circle-request.ts';
import type { DiscCache } from './egress-discs.ts';
import { createDiscCache } from './egress-discs.ts';
import type { MarchScratch } from './fast-marching.ts';
import { createMarchScratch } from './fast-marching.ts';
import { cellAt } from './grid-geometry.ts';
import type { GroundModel } from './ground-model.ts';
import { buildGroundModel } from './ground-model.ts';
import type { LandModel, LandPoint } from './land-model.ts';
import { buildLandModel, findLandPoint } from './land-model.ts';

/** A station on the water side of the raster's coast is tied to land at most this far away, km. */
const STATION_LAND_REACH_KM = 5;
/** States of scenarios kept ready. */
const KEPT_STATES = 8;
/** Ground models kept ready. */
const KEPT_GROUNDS = 8;
/** Memory for egress discs, bytes. */
const DISC_CACHE_BYTES = 64 * 1024 * 1024;

/** The network as one list of edits leaves it, with what is derived from its stations. */
export interface NetworkState {
  readonly key: string;
  readonly settings: ScenarioSettings;
  readonly network: ScenarioNetwork;
  readonly stations: StationIndex;
  /** Where each station stands on the grid; `null` off the land. */
  readonly points: readonly (LandPoint | null)[];
  /** Border zone of each station. */
  readonly zones: Uint8Array;
  readonly graphs: Map<string, RailGraph>;
}

/** Everything that a question needs after its parameters and edits are resolved. */
export interface ResolvedSetting {
  readonly state: NetworkState;
  readonly parameters: TravelParameters;
  readonly ground: GroundModel;
  readonly graph: RailGraph;
  /** Extra ticks between stations on two sides of a border; absent = none anywhere. */
  readonly surcharge: ((from: number, to: number) => number) | undefined;
}

/** Why a setting of the engine is refused. */
export type SettingFailureReason = ScenarioFailureReason | ParameterFailureReason;

/** The parts of a request that decide the network and the parameters. */
export type SettingRequest = Pick<CircleRequest, 'preset' | 'parameters' | 'edits'>;

/** Where a county is governed from. */
interface CountySeat {
  readonly county: number;
  readonly seat: LngLat;
}

/** What an engine keeps: the base derived once, and caches. */
export interface EngineContext {
  readonly data: CircleEngineData;
  readonly land: LandModel;
  readonly base: ScenarioBase;
  readonly catalogue: ScenarioCatalogue;
  readonly units: ReadonlyMap<Adcode, AdminUnit>;
  readonly scratch: MarchScratch;
  readonly discs: DiscCache;
  /** Adcode of county number n − 1's prefecture-level unit. */
  readonly prefectureOfCounty: readonly Adcode[];
  /** The counties of each prefecture-level unit whose seats are known, by number. */
  readonly countySeats: ReadonlyMap<Adcode, readonly CountySeat[]>;
  /** County number of a unit of the raster, 0 = none. */
  countyNumber(adcode: Adcode): number;
  resolve(request: SettingRequest): Result<ResolvedSetting, SettingFailureReason>;
  /** The same network under other parameters, taken as they are. Its ground is not kept: for runs over many of them. */
  vary(setting: ResolvedSetting, parameters: TravelParameters): ResolvedSetting;
}

/** A small map that forgets the longest unused entry. */
export function createRecentMap<Value>(size: number): {
  get(key: string, make: () => Value): Value;
} {
  const entries = new Map<string, Value>();
  return {
    get(key, make) {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known;
      }
      const value = make();
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > size && oldest !== undefined) entries.delete(oldest);
      return value;
    },
  };
}

/** Prefecture-level unit of a county-level code: from the units, else by the code's first four digits. */
function prefectureOf(adcode: Adcode, units: ReadonlyMap<Adcode, AdminUnit>): Adcode {
  const unit = units.get(adcode);
  if (unit !== undefined) return unit.prefecture ?? unit.adcode;
  return `${adcode.slice(0, 4)}00`;
}

/** Derives the base once: land, rail network, stations on the grid. */
export function createEngineContext(data: CircleEngineData): EngineContext {
  const land = buildLandModel(data.raster, data.populationByCounty);
  // A prefecture without counties has both levels under one code: the prefecture level wins.
  const units = new Map(
    ['county', 'prefecture'].flatMap((level) =>
      data.units.filter((unit) => unit.level === level).map((unit) => [unit.adcode, unit] as const),
    ),
  );
  const prefectureOfCounty = land.counties.map((adcode) => prefectureOf(adcode, units));
  const countySeats = new Map<Adcode, CountySeat[]>();
  prefectureOfCounty.forEach((prefecture, index) => {
    const seat = units.get(land.counties[index] ?? '')?.seat;
    if (seat === undefined) return;
    const known = countySeats.get(prefecture);
    const found = { county: index + 1, seat };
    if (known === undefined) countySeats.set(prefecture, [found]);
    else known.push(found);
  });
  const countyNumbers = new Map(land.counties.map((adcode, index) => [adcode, index + 1]));
  const prefectureAt = (at: LngLat): Adcode | null => {
    const cell = cellAt(land.geometry, at);
    const county = cell === -1 ? 0 : (land.cells[cell] as number);
    return county === 0 ? null : (prefectureOfCounty[county - 1] ?? null);
  };
  const embedded = buildRailNetwork(data.timetable, data.lines);
  const network =
    data.added === undefined ? embedded : addRailSources(embedded, data.added.rail, prefectureAt);
  const base: ScenarioBase = {
    network,
    stations: indexStations(network.edges.stations),
    lines: new Map(data.lines.map((line) => [line.id, line])),
    roadLinks: new Map(data.roadLinks.map((link) => [link.id, link])),
    prefectureAt,
  };
  const catalogue: ScenarioCatalogue = {
    hasLine: (id) => base.lines.has(id),
    hasRoadLink: (id) => base.roadLinks.has(id),
    hasStation: (name) => base.stations.find(name) !== -1,
  };
  const basePoints = network.edges.stations.map((station) =>
    findLandPoint(land, station.at, STATION_LAND_REACH_KM),
  );
  const scratch = createMarchScratch();
  const states = createRecentMap<Result<NetworkState, ScenarioFailureReason>>(KEPT_STATES);
  const grounds = createRecentMap<GroundModel>(KEPT_GROUNDS);

  const buildState = (
    key: string,
    settings: ScenarioSettings,
  ): Result<NetworkState, ScenarioFailureReason> => {
    const built = buildScenarioNetwork(base, settings);
    if (!built.ok) return built;
    const { stations } = built.value.edges;
    const points = stations.map(
      (station, index) => basePoints[index] ?? findLandPoint(land, station.at, STATION_LAND_REACH_KM),
    );
    const zones = Uint8Array.from(points, (point) =>
      point === null ? 0 : (land.zone[land.cells[point.cell] as number] as number),
    );
    const index = stations.length === network.edges.stations.length ? base.stations : indexStations(stations);
    return succeed({
      key,
      settings,
      network: built.value,
      stations: index,
      points,
      zones,
      graphs: new Map(),
    });
  };

  const settle = (
    state: NetworkState,
    parameters: TravelParameters,
    ground: GroundModel,
  ): ResolvedSetting => {
    const { network: changed, graphs, zones } = state;
    const { vintages, borderMinutes } = parameters;
    const vintageKey = vintages === null ? '*' : vintages.join('|');
    let graph = graphs.get(vintageKey);
    if (graph === undefined) {
      graph = buildRailGraph(changed.edges, vintages);
      graphs.set(vintageKey, graph);
    }
    const borderTicks = longTicksFromMinutes(borderMinutes);
    const surcharge =
      borderTicks > 0 && zones.some((zone) => zone > 0)
        ? (from: number, to: number): number => (zones[from] === zones[to] ? 0 : borderTicks)
        : undefined;
    return { state, parameters, ground, graph, surcharge };
  };

  return {
    data,
    land,
    base,
    catalogue,
    units,
    scratch,
    discs: createDiscCache(DISC_CACHE_BYTES, scratch),
    prefectureOfCounty,
    countySeats,
    countyNumber: (adcode) => countyNumbers.get(adcode) ?? 0,
    resolve(request) {
      const edits = request.edits ?? [];
      const key = JSON.stringify(edits);
      const state = states.get(key, () => {
        const settings = applyEdits(edits, catalogue);
        return settings.ok ? buildState(key, settings.value) : settings;
      });
      if (!state.ok) return state;
      const { settings, network: changed } = state.value;
      const parameters = resolveParameters(request.preset ?? 'peak', {
        ...request.parameters,
        ...Object.fromEntries(settings.parameters),
      });
      if (!parameters.ok) return parameters;
      const { vintages: _, ...numeric } = parameters.value;
      const ground = grounds.get(`${key}${JSON.stringify(numeric)}`, () =>
        buildGroundModel(land, parameters.value, changed.crossings),
      );
      return succeed(settle(state.value, parameters.value, ground));
    },
    vary: (setting, parameters) =>
      settle(setting.state, parameters, buildGroundModel(land, parameters, setting.state.network.crossings)),
  };
}
