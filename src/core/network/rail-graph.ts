import type { RailEdges } from './rail-edges.ts';
import { EDGE_KINDS, SCENARIO_VINTAGE } from './rail-edges.ts';
import { isOwnVintage } from './rail-source.ts';
import { isPressVintage, type VintageLabel } from './rail-timetable.ts';

/** Compressed sparse rows: the edges of station `s` are `offsets[s] … offsets[s + 1] − 1`, shortest ride first. */
export interface RailGraph {
  readonly edges: RailEdges;
  readonly stationCount: number;
  readonly offsets: Uint32Array;
  readonly target: Uint16Array;
  readonly ticks: Int32Array;
  readonly trainsPerDay: Uint16Array;
  /** Index into the edge table. */
  readonly edge: Uint32Array;
}

/** Year and month of a vintage label as one number, e.g. `press-2023` → 202300; 0 for labels without a year. */
function vintageAge(label: VintageLabel): number {
  const match = /(\d{4})(?:-(\d{2}))?/.exec(label);
  return match === null ? 0 : Number(match[1]) * 100 + Number(match[2] ?? 0);
}

/** Edges sorted by the station they leave, unsorted within a station: `order[offsets[s] … offsets[s + 1] − 1]`. */
interface EdgeRows {
  readonly offsets: Uint32Array;
  readonly order: Uint32Array;
}

/** Stable counting sort of some edges by the station they leave. */
function groupByStation(edges: RailEdges, chosen: Uint32Array): EdgeRows {
  const { from, stations } = edges;
  const offsets = new Uint32Array(stations.length + 1);
  for (let index = 0; index < chosen.length; index++) {
    const edge = chosen[index] as number;
    const row = (from[edge] as number) + 1;
    offsets[row] = (offsets[row] as number) + 1;
  }
  for (let station = 0; station < stations.length; station++) {
    offsets[station + 1] = (offsets[station + 1] as number) + (offsets[station] as number);
  }
  const next = offsets.slice(0, stations.length);
  const order = new Uint32Array(chosen.length);
  for (let index = 0; index < chosen.length; index++) {
    const edge = chosen[index] as number;
    const station = from[edge] as number;
    const slot = next[station] as number;
    next[station] = slot + 1;
    order[slot] = edge;
  }
  return { offsets, order };
}

/**
 * Edges to use: those that are modelled, of a scenario or of a person's own sources, and of the observed ones of a pair the newest of an allowed
 * vintage. Press facts of a year count as newer than the timetables of that year's beginning. Where the newest does not say how many
 * trains run, an older no faster ride that does stays beside it: it is the one that counts where a number is asked for.
 */
function usableEdges(edges: RailEdges, allowed: ReadonlySet<VintageLabel> | null): Uint32Array {
  const modelled = EDGE_KINDS.indexOf('modelled');
  const age = edges.vintages.map((label) =>
    allowed === null || allowed.has(label) || label === SCENARIO_VINTAGE || isOwnVintage(label)
      ? vintageAge(label) + (isPressVintage(label) ? 50 : 0)
      : -1,
  );
  const isOwn = edges.vintages.map(isOwnVintage);
  const knowsTrains = (older: number, newer: number): boolean =>
    edges.trainsPerDay[newer] === 0 &&
    (edges.trainsPerDay[older] as number) > 0 &&
    (edges.ticks[older] as number) >= (edges.ticks[newer] as number);
  const all = new Uint32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) all[edge] = edge;
  const { offsets, order } = groupByStation(edges, all);
  const usable = new Uint8Array(edges.count);
  const newest = new Int32Array(edges.stations.length).fill(-1);
  for (let station = 0; station < edges.stations.length; station++) {
    const start = offsets[station] as number;
    const end = offsets[station + 1] as number;
    for (let slot = start; slot < end; slot++) {
      const edge = order[slot] as number;
      const own = age[edges.vintage[edge] as number] ?? -1;
      if (own < 0) continue;
      if ((edges.kind[edge] as number) >= modelled || isOwn[edges.vintage[edge] as number] === true) {
        usable[edge] = 1;
        continue;
      }
      const target = edges.to[edge] as number;
      const other = newest[target] as number;
      if (other !== -1) {
        if ((age[edges.vintage[other] as number] ?? -1) > own) {
          usable[edge] = knowsTrains(edge, other) ? 1 : 0;
          continue;
        }
        usable[other] = knowsTrains(other, edge) ? 1 : 0;
      }
      usable[edge] = 1;
      newest[target] = edge;
    }
    for (let slot = start; slot < end; slot++) newest[edges.to[order[slot] as number] as number] = -1;
  }
  let count = 0;
  for (let edge = 0; edge < edges.count; edge++) if (usable[edge] === 1) all[count++] = edge;
  return all.subarray(0, count);
}

/** Bits of a digit in the radix sort; two digits hold rides of up to 16,384 minutes. */
const RADIX_BITS = 11;

/** Low or high digit of a ride; rides beyond the digits stay last. */
function digitOf(ticks: number, digit: number): number {
  const mask = (1 << RADIX_BITS) - 1;
  return digit === 0 ? ticks & mask : Math.min(mask, ticks >> RADIX_BITS);
}

/** Stable radix sort of edges by ride. */
function sortByRide(edges: RailEdges, chosen: Uint32Array): Uint32Array {
  const mask = (1 << RADIX_BITS) - 1;
  let source = chosen;
  for (let digit = 0; digit < 2; digit++) {
    const next = new Uint32Array(mask + 2);
    for (const edge of source) {
      const value = digitOf(edges.ticks[edge] as number, digit) + 1;
      next[value] = (next[value] as number) + 1;
    }
    for (let value = 0; value <= mask; value++) {
      next[value + 1] = (next[value + 1] as number) + (next[value] as number);
    }
    const sorted = new Uint32Array(source.length);
    for (const edge of source) {
      const value = digitOf(edges.ticks[edge] as number, digit);
      const slot = next[value] as number;
      next[value] = slot + 1;
      sorted[slot] = edge;
    }
    source = sorted;
  }
  return source;
}

/**
 * Sorts edges into rows. Stable and linear: by ride first, then by station.
 * @param vintages vintages to use (`modelled` among them), `null` = all; of several allowed observed ones of a pair the
 * newest is used
 */
export function buildRailGraph(edges: RailEdges, vintages: readonly VintageLabel[] | null): RailGraph {
  const usable = usableEdges(edges, vintages === null ? null : new Set(vintages));
  const { offsets, order } = groupByStation(edges, sortByRide(edges, usable));
  const target = new Uint16Array(order.length);
  const ticks = new Int32Array(order.length);
  const trainsPerDay = new Uint16Array(order.length);
  for (let slot = 0; slot < order.length; slot++) {
    const edge = order[slot] as number;
    target[slot] = edges.to[edge] as number;
    ticks[slot] = edges.ticks[edge] as number;
    trainsPerDay[slot] = edges.trainsPerDay[edge] as number;
  }
  return { edges, stationCount: edges.stations.length, offsets, target, ticks, trainsPerDay, edge: order };
}

/** Stations whose departures differ between two graphs of which one continues the other's list of stations. */
export function changedStations(before: RailGraph, after: RailGraph): readonly number[] {
  const changed: number[] = [];
  const count = Math.max(before.stationCount, after.stationCount);
  for (let station = 0; station < count; station++) {
    const [a, b] = [before.offsets[station] ?? 0, after.offsets[station] ?? 0];
    const length = station < before.stationCount ? (before.offsets[station + 1] as number) - a : 0;
    const other = station < after.stationCount ? (after.offsets[station + 1] as number) - b : 0;
    let same = length === other;
    for (let slot = 0; same && slot < length; slot++) {
      same =
        before.target[a + slot] === after.target[b + slot] &&
        before.ticks[a + slot] === after.ticks[b + slot] &&
        before.trainsPerDay[a + slot] === after.trainsPerDay[b + slot];
    }
    if (!same) changed.push(station);
  }
  return changed;
}
