import type { RailGraph } from './rail-graph.ts';

/** Later than anything: not reached. */
export const NEVER_TICKS = 0x3fffffff;

/** Where a rail journey may begin. */
export interface RailStart {
  readonly station: number;
  /** When one is at the station, ticks after leaving the origin. */
  readonly ticks: number;
}

/** What a search takes as given; ticks of 1/256 minute. */
export interface RailSearchOptions {
  /** Between being at the first station and departure. */
  readonly waitTicks: number;
  readonly transferTicks: number;
  /** Arrivals later than this are not searched. */
  readonly limitTicks: number;
  /** Edges with fewer trains a day (or an unknown number) are left out when this is above 0. */
  readonly minTrainsPerDay: number;
  /** Extra ticks on an edge from one station to another (borders); absent = none. */
  readonly surcharge?: ((from: number, to: number) => number) | undefined;
  /** True where the first stations count as reached at their start ticks (in-vehicle: one is there already). */
  readonly startsCount: boolean;
}

/** Earliest arrivals at all stations, with the way back. */
export interface RailArrivals {
  readonly graph: RailGraph;
  /** Arrival by train at each station; {@link NEVER_TICKS} where none. */
  readonly arrival: Int32Array;
  /** Edge (in the edge table) of the last ride to each station; −1 for none. */
  readonly lastEdge: Int32Array;
  /** Time at which a start station is reached from the origin; {@link NEVER_TICKS} elsewhere. */
  readonly start: Int32Array;
  /** Earliest departure from each station. */
  readonly departure: Int32Array;
  /** Stations in order of discovery. */
  readonly reached: readonly number[];
}

/**
 * Earliest arrival over rides of one train each: access, wait, ride, then transfer and ride as often as it pays.
 * Dijkstra's algorithm on departures; a station's edges come shortest first, so the limit prunes the rest.
 */
export function searchEarliestArrivals(
  graph: RailGraph,
  starts: readonly RailStart[],
  options: RailSearchOptions,
): RailArrivals {
  const { offsets, target, ticks, trainsPerDay, edge, stationCount } = graph;
  const { waitTicks, transferTicks, limitTicks, minTrainsPerDay, surcharge } = options;
  const arrival = new Int32Array(stationCount).fill(NEVER_TICKS);
  const departure = new Int32Array(stationCount).fill(NEVER_TICKS);
  const start = new Int32Array(stationCount).fill(NEVER_TICKS);
  const lastEdge = new Int32Array(stationCount).fill(-1);
  const reached: number[] = [];
  const heapKey: number[] = [];
  const heapStation: number[] = [];

  const push = (key: number, station: number): void => {
    let hole = heapKey.length;
    heapKey.push(key);
    heapStation.push(station);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if ((heapKey[parent] as number) <= key) break;
      heapKey[hole] = heapKey[parent] as number;
      heapStation[hole] = heapStation[parent] as number;
      hole = parent;
    }
    heapKey[hole] = key;
    heapStation[hole] = station;
  };

  for (const { station, ticks: at } of starts) {
    if (at > limitTicks || at >= (start[station] as number)) continue;
    start[station] = at;
    departure[station] = at + waitTicks;
    if (options.startsCount) {
      if (arrival[station] === NEVER_TICKS) reached.push(station);
      arrival[station] = at;
    }
    push(at + waitTicks, station);
  }
  while (heapKey.length > 0) {
    const key = heapKey[0] as number;
    const station = heapStation[0] as number;
    const lastKey = heapKey.pop() as number;
    const lastStation = heapStation.pop() as number;
    const size = heapKey.length;
    if (size > 0) {
      let hole = 0;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= size) break;
        if (child + 1 < size && (heapKey[child + 1] as number) < (heapKey[child] as number)) child++;
        if ((heapKey[child] as number) >= lastKey) break;
        heapKey[hole] = heapKey[child] as number;
        heapStation[hole] = heapStation[child] as number;
        hole = child;
      }
      heapKey[hole] = lastKey;
      heapStation[hole] = lastStation;
    }
    if (key > (departure[station] as number) || key > limitTicks) continue;
    const end = offsets[station + 1] as number;
    for (let slot = offsets[station] as number; slot < end; slot++) {
      let at = key + (ticks[slot] as number);
      if (at > limitTicks) break;
      if (minTrainsPerDay > 0 && (trainsPerDay[slot] as number) < minTrainsPerDay) continue;
      const next = target[slot] as number;
      if (surcharge !== undefined) at += surcharge(station, next);
      if (at >= (arrival[next] as number) || at > limitTicks) continue;
      if (arrival[next] === NEVER_TICKS) reached.push(next);
      arrival[next] = at;
      lastEdge[next] = edge[slot] as number;
      const ready = at + transferTicks;
      if (ready < (departure[next] as number)) {
        departure[next] = ready;
        if (ready <= limitTicks) push(ready, next);
      }
    }
  }
  return { graph, arrival, lastEdge, start, departure, reached };
}

/** The rides to a station in order of travel, as indices into the edge table; empty for a start station. */
export function ridesTo(
  arrivals: RailArrivals,
  station: number,
  options: RailSearchOptions,
): readonly number[] {
  const { edges } = arrivals.graph;
  const rides: number[] = [];
  let at = station;
  for (;;) {
    const edge = arrivals.lastEdge[at] as number;
    if (edge === -1) break;
    rides.push(edge);
    const from = edges.from[edge] as number;
    const fresh = (arrivals.start[from] as number) + options.waitTicks;
    if (fresh <= (arrivals.arrival[from] as number) + options.transferTicks) break;
    at = from;
  }
  return rides.reverse();
}
