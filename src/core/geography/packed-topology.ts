import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';

/** A topology on its way from one thread to another: its points in buffers that are moved, the rest as text. */
export interface PackedTopology {
  /** TopoJSON with no arcs. Text is read several times faster than objects are copied. */
  readonly head: string;
  /** x and y of every point as the file has them (steps from the point before where it is quantised), arc after arc. */
  readonly points: Float64Array<ArrayBuffer>;
  /** For each arc the number of points up to its end. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Packs a topology of positions with two numbers. */
export function packTopology(topology: Topology): PackedTopology {
  const ends = new Uint32Array(topology.arcs.length);
  let count = 0;
  topology.arcs.forEach((arc, index) => {
    count += arc.length;
    ends[index] = count;
  });
  const points = new Float64Array(count * 2);
  let at = 0;
  for (const arc of topology.arcs) {
    for (const [x = Number.NaN, y = Number.NaN] of arc) {
      points[at++] = x;
      points[at++] = y;
    }
  }
  return { head: JSON.stringify({ ...topology, arcs: [] }), points, ends };
}

/**
 * The topology that was packed. Each arc becomes a list of positions when it is first looked at: of half a million numbers
 * most are never wanted, and making lists of all of them would hold up whoever does it. It cannot be posted to a worker.
 */
export function unpackTopology({ head, points, ends }: PackedTopology): Topology {
  const arcAt = (index: number): Position[] => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
    return Array.from({ length: (ends[index] ?? 0) - start }, (_, step) => {
      const at = (start + step) * 2;
      return [points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN];
    });
  };
  const arcs = new Proxy<(Position[] | null)[]>(
    Array.from(ends, () => null),
    {
      get: (list, key) => {
        const index = typeof key === 'string' ? Number(key) : Number.NaN;
        if (list[index] === null) list[index] = arcAt(index);
        return Reflect.get(list, key);
      },
    },
  );
  return { ...(JSON.parse(head) as Topology), arcs: arcs as Position[][] };
}
