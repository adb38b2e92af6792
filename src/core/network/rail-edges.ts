import type { RailStation, VintageLabel } from './rail-timetable.ts';

/** What an edge's minutes are. `observed-reverse`: only the other direction was published, taken over. */
export type EdgeKind = 'observed' | 'observed-reverse' | 'modelled' | 'scenario';

/** Edge kinds by the number stored in {@link RailEdges.kind}. */
export const EDGE_KINDS: readonly EdgeKind[] = ['observed', 'observed-reverse', 'modelled', 'scenario'];

/** True for the kinds that no timetable or press report gives: modelled from a line, or made by a scenario. */
export function isModelledKind(kind: number): boolean {
  return kind >= EDGE_KINDS.indexOf('modelled');
}

/** Vintage label of edges modelled from a line's length and design speed. */
export const MODELLED_VINTAGE = 'modelled';
/** Vintage label of edges that a scenario made or changed. */
export const SCENARIO_VINTAGE = 'scenario';

/**
 * All rides on one train, directed, as parallel arrays. Several edges may join the same two stations; the search
 * takes what is best.
 */
export interface RailEdges {
  readonly stations: readonly RailStation[];
  readonly vintages: readonly VintageLabel[];
  /** Line ids that `line` points into. */
  readonly lines: readonly string[];
  readonly count: number;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Ride in 1/256 minutes. */
  readonly ticks: Int32Array;
  /** Trains a day in this direction; 0 = unknown. */
  readonly trainsPerDay: Uint16Array;
  readonly vintage: Uint8Array;
  /** Index into `lines` of the line that carries both stops; −1 for through trains and unknown lines. */
  readonly line: Int16Array;
  /** Index into {@link EDGE_KINDS}. */
  readonly kind: Uint8Array;
}

/** One edge as an object, for building and editing. */
export interface RailEdge {
  readonly from: number;
  readonly to: number;
  readonly ticks: number;
  readonly trainsPerDay: number;
  readonly vintage: VintageLabel;
  readonly line: string | null;
  readonly kind: EdgeKind;
}

/** A changed copy of some edges: which to keep, which to replace, which to append. */
export interface EdgeChanges {
  readonly stations?: readonly RailStation[];
  /** Edges for which this is false are left out. */
  readonly keep?: (edge: number) => boolean;
  /** Replaces an edge, or `null` to leave it as it is. */
  readonly replace?: (
    edge: number,
  ) => Partial<Pick<RailEdge, 'ticks' | 'trainsPerDay' | 'vintage' | 'kind'>> | null;
  readonly append?: readonly RailEdge[];
}

/** The empty table. */
export function emptyRailEdges(stations: readonly RailStation[]): RailEdges {
  return {
    stations,
    vintages: [],
    lines: [],
    count: 0,
    from: new Uint16Array(0),
    to: new Uint16Array(0),
    ticks: new Int32Array(0),
    trainsPerDay: new Uint16Array(0),
    vintage: new Uint8Array(0),
    line: new Int16Array(0),
    kind: new Uint8Array(0),
  };
}

/** Makes a changed copy; the original stays as it is. */
export function changeRailEdges(base: RailEdges, changes: EdgeChanges): RailEdges {
  const { keep, replace, append = [] } = changes;
  const vintages = [...base.vintages];
  const lines = [...base.lines];
  const known = new Map(
    [vintages, lines].map((list) => [list, new Map(list.map((label, index) => [label, index]))]),
  );
  const indexIn = (list: string[], label: string): number => {
    const index = known.get(list)?.get(label);
    if (index !== undefined) return index;
    known.get(list)?.set(label, list.length);
    return list.push(label) - 1;
  };
  const size = base.count + append.length;
  const from = new Uint16Array(size);
  const to = new Uint16Array(size);
  const ticks = new Int32Array(size);
  const trainsPerDay = new Uint16Array(size);
  const vintage = new Uint8Array(size);
  const line = new Int16Array(size);
  const kind = new Uint8Array(size);
  let count = 0;
  for (let edge = 0; edge < base.count; edge++) {
    if (keep !== undefined && !keep(edge)) continue;
    from[count] = base.from[edge] as number;
    to[count] = base.to[edge] as number;
    ticks[count] = base.ticks[edge] as number;
    trainsPerDay[count] = base.trainsPerDay[edge] as number;
    vintage[count] = base.vintage[edge] as number;
    line[count] = base.line[edge] as number;
    kind[count] = base.kind[edge] as number;
    const change = replace?.(edge) ?? null;
    if (change !== null) {
      if (change.ticks !== undefined) ticks[count] = change.ticks;
      if (change.trainsPerDay !== undefined) trainsPerDay[count] = change.trainsPerDay;
      if (change.vintage !== undefined) vintage[count] = indexIn(vintages, change.vintage);
      if (change.kind !== undefined) kind[count] = EDGE_KINDS.indexOf(change.kind);
    }
    count++;
  }
  for (const edge of append) {
    from[count] = edge.from;
    to[count] = edge.to;
    ticks[count] = edge.ticks;
    trainsPerDay[count] = edge.trainsPerDay;
    vintage[count] = indexIn(vintages, edge.vintage);
    line[count] = edge.line === null ? -1 : indexIn(lines, edge.line);
    kind[count] = EDGE_KINDS.indexOf(edge.kind);
    count++;
  }
  return {
    stations: changes.stations ?? base.stations,
    vintages,
    lines,
    count,
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    ticks: ticks.subarray(0, count),
    trainsPerDay: trainsPerDay.subarray(0, count),
    vintage: vintage.subarray(0, count),
    line: line.subarray(0, count),
    kind: kind.subarray(0, count),
  };
}
