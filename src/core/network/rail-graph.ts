import type { RailEdges } from './rail-edges.ts';
import { EDGE_KINDS } from './rail-edges.ts';
import type { VintageLabel } from './rail-timetable.ts';

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

/**
 * Observed edges that a newer allowed vintage of the same pair replaces, or that no allowed vintage backs: 0.
 * Press facts of a year count as newer than the timetables of that year's beginning.
 */
function usableEdges(edges: RailEdges, allowed: ReadonlySet<VintageLabel> | null): Uint8Array {
  const usable = new Uint8Array(edges.count);
  const modelled = EDGE_KINDS.indexOf('modelled');
  const age = edges.vintages.map((label) => vintageAge(label) + (label.startsWith('press') ? 50 : 0));
  const ok = edges.vintages.map((label) => allowed === null || allowed.has(label));
  const newest = new Map<number, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    if ((edges.kind[edge] as number) >= modelled) {
      usable[edge] = 1;
      continue;
    }
    const vintage = edges.vintage[edge] as number;
    if (ok[vintage] !== true) continue;
    const pair = (edges.from[edge] as number) * 65536 + (edges.to[edge] as number);
    const other = newest.get(pair);
    if (other !== undefined) {
      if ((age[edges.vintage[other] as number] ?? 0) > (age[vintage] ?? 0)) continue;
      usable[other] = 0;
    }
    usable[edge] = 1;
    newest.set(pair, edge);
  }
  return usable;
}

/**
 * Sorts edges into rows. Stable and linear: by ride first, then by station.
 * @param vintages observed vintages to use, `null` = all; of several allowed ones of a pair the newest is used
 */
export function buildRailGraph(edges: RailEdges, vintages: readonly VintageLabel[] | null): RailGraph {
  const usable = usableEdges(edges, vintages === null ? null : new Set(vintages));
  const stationCount = edges.stations.length;
  const order: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) if (usable[edge] === 1) order.push(edge);
  const byRide = Uint32Array.from(order).sort(
    (a, b) => (edges.ticks[a] as number) - (edges.ticks[b] as number) || a - b,
  );
  const offsets = new Uint32Array(stationCount + 1);
  for (const edge of byRide) {
    const row = (edges.from[edge] as number) + 1;
    offsets[row] = (offsets[row] as number) + 1;
  }
  for (let station = 0; station < stationCount; station++) {
    offsets[station + 1] = (offsets[station + 1] as number) + (offsets[station] as number);
  }
  const next = offsets.slice(0, stationCount);
  const target = new Uint16Array(byRide.length);
  const ticks = new Int32Array(byRide.length);
  const trainsPerDay = new Uint16Array(byRide.length);
  const edgeOf = new Uint32Array(byRide.length);
  for (const edge of byRide) {
    const from = edges.from[edge] as number;
    const slot = next[from] as number;
    next[from] = slot + 1;
    target[slot] = edges.to[edge] as number;
    ticks[slot] = edges.ticks[edge] as number;
    trainsPerDay[slot] = edges.trainsPerDay[edge] as number;
    edgeOf[slot] = edge;
  }
  return { edges, stationCount, offsets, target, ticks, trainsPerDay, edge: edgeOf };
}
