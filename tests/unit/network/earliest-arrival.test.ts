import { describe, expect, it } from 'vitest';
import { NEVER_TICKS, ridesTo, searchEarliestArrivals } from '#core/network/earliest-arrival.ts';
import type { RailSearchOptions } from '#core/network/earliest-arrival.ts';
import { buildRailGraph } from '#core/network/rail-graph.ts';
import { buildRailNetwork } from '#core/network/rail-network.ts';
import { TICKS_PER_MINUTE } from '#core/surface/travel-time-ticks.ts';
import { station, timetable } from '../../fixtures/travel-world.ts';

const minutes = (count: number): number => count * TICKS_PER_MINUTE;
const OPTIONS: RailSearchOptions = {
  waitTicks: minutes(15),
  transferTicks: minutes(20),
  limitTicks: minutes(180),
  minTrainsPerDay: 0,
  startsCount: false,
};

/*
 *   A --10--> B --10--> C      A–C direct: 45 by one train, 10 + 20 + 10 = 40 with a change at B.
 *   |                   |
 *   +-------- 45 -------+      D is reached from C only (30).      E is an island.
 */
const stations = ['A', 'B', 'C', 'D', 'E'].map((name, index) => station(name, [104 + index * 0.5, 30]));
const graphOf = (pairs: Parameters<typeof timetable>[1]): ReturnType<typeof buildRailGraph> =>
  buildRailGraph(buildRailNetwork(timetable(stations, pairs), []).edges, null);
const graph = graphOf([
  ['A', 'B', 10, 50],
  ['B', 'C', 10, 5],
  ['A', 'C', 45, 30],
  ['C', 'D', 30, 0],
]);

describe('searchEarliestArrivals', () => {
  it('adds wait, rides and transfers, and changes trains where that is earlier', () => {
    const found = searchEarliestArrivals(graph, [{ station: 0, ticks: minutes(12) }], OPTIONS);
    const arrival = [...found.arrival].map((ticks) =>
      ticks === NEVER_TICKS ? null : ticks / TICKS_PER_MINUTE,
    );
    // 12 access + 15 wait = 27; B 37; C min(27 + 45, 37 + 20 + 10) = 67; D 67 + 20 + 30 = 117.
    // A train also leads back to A: B 37 + 20 + 10.
    expect(arrival).toEqual([67, 37, 67, 117, null]);
    const { edges } = graph;
    const names = ridesTo(found, 3, OPTIONS).map(
      (edge) => `${edges.stations[edges.from[edge] ?? 0]?.name}${edges.stations[edges.to[edge] ?? 0]?.name}`,
    );
    expect(names).toEqual(['AB', 'BC', 'CD']);
  });

  it('stops at the limit and keeps what arrives exactly on it', () => {
    const start = [{ station: 0, ticks: 0 }];
    const within = searchEarliestArrivals(graph, start, { ...OPTIONS, limitTicks: minutes(25) });
    expect(within.reached).toEqual([1]);
    const short = searchEarliestArrivals(graph, start, { ...OPTIONS, limitTicks: minutes(25) - 1 });
    expect(short.reached).toEqual([]);
  });

  it('leaves out pairs with too few or an unknown number of trains', () => {
    const found = searchEarliestArrivals(graph, [{ station: 0, ticks: 0 }], {
      ...OPTIONS,
      minTrainsPerDay: 20,
    });
    expect(found.reached.filter((at) => at !== 0).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(found.arrival[2]).toBe(minutes(15 + 45));
  });

  it('charges a surcharge on the edges it names only', () => {
    const found = searchEarliestArrivals(graph, [{ station: 0, ticks: 0 }], {
      ...OPTIONS,
      surcharge: (from, to) => (from + to === 3 ? minutes(30) : 0),
    });
    expect(found.arrival[1]).toBe(minutes(25));
    expect(found.arrival[2]).toBe(minutes(60));
  });

  it('agrees with every path tried one by one, on random networks', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let trial = 0; trial < 200; trial++) {
      const count = 3 + random(4);
      const names = stations.slice(0, 5).map(({ name }) => name);
      const pairs: [string, string, number, number][] = [];
      for (let pair = 0; pair < count * 2; pair++) {
        const [a, b] = [names[random(5)] ?? 'A', names[random(5)] ?? 'B'];
        if (a !== b) pairs.push([a, b, 1 + random(60), random(40)]);
      }
      const oneWay = buildRailGraph(buildRailNetwork(timetable(stations, pairs, true), []).edges, null);
      const starts = [
        { station: 0, ticks: minutes(random(30)) },
        { station: random(5), ticks: minutes(random(30)) },
      ];
      const best = new Map<string, number>();
      // The graph keeps the last of several pairs of one vintage; the oracle does the same.
      const rides = [...new Map(pairs.map((pair) => [`${pair[0]}${pair[1]}`, pair])).values()];
      // Exhaustive: every sequence of rides that fits into the limit.
      const walk = (at: string, time: number, first: boolean): void => {
        const ready = time + (first ? 15 : 20);
        for (const [from, to, ride] of rides) {
          if (from !== at || ready + ride > 110) continue;
          best.set(to, Math.min(best.get(to) ?? Infinity, ready + ride));
          walk(to, ready + ride, false);
        }
      };
      for (const start of starts) walk(names[start.station] ?? '', start.ticks / TICKS_PER_MINUTE, true);
      const found = searchEarliestArrivals(oneWay, starts, { ...OPTIONS, limitTicks: minutes(110) });
      names.forEach((name, index) => {
        const expected = best.get(name);
        const got = found.arrival[index];
        expect(
          got === NEVER_TICKS ? undefined : (got ?? 0) / TICKS_PER_MINUTE,
          `trial ${trial}, ${name}`,
        ).toBe(expected);
      });
    }
  });
});
