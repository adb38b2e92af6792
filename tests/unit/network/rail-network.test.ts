import { describe, expect, it } from 'vitest';
import { lineChainage } from '#core/network/line-chainage.ts';
import { EDGE_KINDS } from '#core/network/rail-edges.ts';
import type { RailEdges } from '#core/network/rail-edges.ts';
import { buildRailGraph, changedStations } from '#core/network/rail-graph.ts';
import { buildRailNetwork } from '#core/network/rail-network.ts';
import { indexStations } from '#core/network/station-index.ts';
import { inferTrainRoutes } from '#core/network/train-routes.ts';
import { line, station, timetable } from '../../fixtures/travel-world.ts';

/* Stations 0.5° apart on the 30th parallel: A B C D E, 48.2 km from one to the next. */
const [A, B, C, D, E] = ['A', 'B', 'C', 'D', 'E'].map((name, index) =>
  station(name, [104 + index * 0.5, 30]),
) as [
  ReturnType<typeof station>,
  ReturnType<typeof station>,
  ReturnType<typeof station>,
  ReturnType<typeof station>,
  ReturnType<typeof station>,
];

function ridesOf(edges: RailEdges): string[] {
  return Array.from({ length: edges.count }, (_, edge) => {
    const [from, to] = [
      edges.stations[edges.from[edge] ?? 0]?.name,
      edges.stations[edges.to[edge] ?? 0]?.name,
    ];
    return `${from}${to} ${EDGE_KINDS[edges.kind[edge] ?? 0]} ${edges.lines[edges.line[edge] ?? -1] ?? '-'}`;
  });
}

describe('buildRailNetwork', () => {
  it('models a line opened after the timetables, except pairs with a press report or a faster ride', () => {
    const pairs = timetable([A, B, C], [['A', 'B', 5]]);
    const network = buildRailNetwork(pairs, [line('new', [A, B, C], { openedYear: 2024 })]);
    expect(ridesOf(network.edges)).toEqual([
      'AB observed new',
      'BA observed new',
      'AC modelled new',
      'BC modelled new',
      'CA modelled new',
      'CB modelled new',
    ]);
    const press = { ...pairs, vintages: ['press-2024'] };
    expect(ridesOf(buildRailNetwork(press, [line('new', [A, B], { openedYear: 2024 })]).edges)).toHaveLength(
      2,
    );
  });

  it('models only the stops of 2016–2020 lines that no train serves, and nothing older, slower or of unknown speed', () => {
    const pairs = timetable([A, B, C], [['A', 'B', 60]]);
    const kinds = (facts: Parameters<typeof line>[2]): number =>
      ridesOf(buildRailNetwork(pairs, [line('l', [A, B, C], facts)]).edges).filter((ride) =>
        ride.includes('modelled'),
      ).length;
    expect(kinds({ openedYear: 2018 })).toBe(4);
    expect(kinds({ openedYear: 2012 })).toBe(0);
    expect(kinds({ openedYear: null })).toBe(0);
    expect(kinds({ openedYear: 2024, designSpeedKmh: 160 })).toBe(0);
    expect(kinds({ openedYear: 2024, designSpeedKmh: null })).toBe(0);
    expect(kinds({ openedYear: 2024, status: 'under-construction' })).toBe(0);
  });

  it('adds stations that only lines know, and ties homonyms by position', () => {
    const far = station('C', [120, 30]);
    const network = buildRailNetwork(timetable([A, B, far], [['A', 'B', 20]]), [
      line('l', [A, B, C], { openedYear: 2024 }),
    ]);
    expect(network.edges.stations).toHaveLength(4);
    expect(network.edges.stations[3]?.at).toEqual(C.at);
    expect(network.lines[0]?.stops.map(({ station }) => station)).toEqual([0, 1, 3]);
  });

  it('attributes a ride to the line whose speed fits', () => {
    const network = buildRailNetwork(timetable([A, B], [['A', 'B', 16]]), [
      line('slow', [A, B], { designSpeedKmh: 200 }),
      line('fast', [A, B], { designSpeedKmh: 350 }),
    ]);
    expect(ridesOf(network.edges)[0]).toBe('AB observed fast');
  });
});

describe('the line of a timetable’s ride', () => {
  // 48 km in 15 minutes fits the fast line (15.5) far better than the slow one (22.6).
  const lines = [
    line('slow', [A, B], { designSpeedKmh: 200, openedYear: 2010 }),
    line('fast', [A, B], { designSpeedKmh: 350, openedYear: 2021 }),
  ];
  const lineOf = (vintage: string, of = lines) =>
    ridesOf(buildRailNetwork({ ...timetable([A, B], [['A', 'B', 15]]), vintages: [vintage] }, of).edges)[0];

  it('is one that was open then: the January of a year shows the year before', () => {
    expect(lineOf('2021-01')).toBe('AB observed slow');
    expect(lineOf('2016-10', lines.toReversed())).toBe('AB observed slow');
    expect(lineOf('2021-06')).toBe('AB observed fast');
    expect(lineOf('press-2020')).toBe('AB observed fast');
  });

  it('is a later one where no other carries the ride: parts of a line open before their date', () => {
    expect(lineOf('2016-10', lines.slice(1))).toBe('AB observed fast');
  });
});

describe('inferTrainRoutes', () => {
  it('finds the lines of a through train, with their shares, and leaves incredible ones alone', () => {
    // west: A–B–C, east: C–D–E at half the speed; A–E is a through train, A–D far too fast to be one.
    const network = buildRailNetwork(
      timetable(
        [A, B, C, D, E],
        [
          ['A', 'E', 80],
          ['A', 'D', 15],
        ],
      ),
      [line('west', [A, B, C], { designSpeedKmh: 350 }), line('east', [C, D, E], { designSpeedKmh: 200 })],
    );
    const routes = inferTrainRoutes(network);
    const through = routes.get(0) ?? [];
    expect(through.map(({ line }) => line).sort()).toEqual(['east', 'west']);
    expect(through.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(through.find(({ line }) => line === 'east')?.share).toBeCloseTo(0.4454 / (0.4454 + 0.2425), 6);
    expect(routes.has(2)).toBe(false);
  });
});

/** A–B 10 minutes, B–C as given. */
function graphOf(minutes: number): ReturnType<typeof buildRailGraph> {
  const pairs = timetable(
    [A, B, C],
    [
      ['A', 'B', 10],
      ['B', 'C', minutes],
    ],
    true,
  );
  return buildRailGraph(buildRailNetwork(pairs, []).edges, null);
}

/** Rides from A to B that a graph uses, of a timetable and of a later report. */
function ridesOfPair(rides: readonly (readonly [minutes: number, trains: number])[]): string[] {
  const base = timetable(
    [A, B],
    rides.map(([minutes, trains]) => ['A', 'B', minutes, trains] as const),
    true,
  );
  const pairs = { ...base, vintages: ['2021-01', 'press-2025'], vintage: Uint8Array.of(0, 1) };
  const { ticks, trainsPerDay } = buildRailGraph(buildRailNetwork(pairs, []).edges, null);
  return Array.from(ticks, (ride, slot) => `${ride / 256} min, ${trainsPerDay[slot]} trains`);
}

describe('buildRailGraph', () => {
  it('has each station’s edges in order of minutes and all of them', () => {
    const pairs = timetable(
      [A, B, C, D],
      [
        ['A', 'B', 50],
        ['A', 'C', 20],
        ['A', 'D', 170],
        ['C', 'D', 20],
      ],
    );
    const { edges } = buildRailNetwork(pairs, []);
    const graph = buildRailGraph(edges, null);
    expect(graph.target.length).toBe(8);
    for (let at = 0; at < graph.stationCount; at++) {
      const row = graph.ticks.slice(graph.offsets[at], graph.offsets[at + 1]);
      expect(row).toEqual(row.toSorted((x, y) => x - y));
    }
    expect(graph.target.slice(graph.offsets[0], graph.offsets[1])).toEqual(Uint16Array.of(2, 1, 3));
  });

  it('uses the newest allowed vintage of a pair', () => {
    const base = timetable(
      [A, B],
      [
        ['A', 'B', 40],
        ['A', 'B', 30],
        ['A', 'B', 50],
      ],
      true,
    );
    const pairs = {
      ...base,
      vintages: ['2016-10', '2021-01', 'press-2021'],
      vintage: Uint8Array.of(0, 1, 2),
    };
    const minutes = (vintages: string[] | null): number[] =>
      [...buildRailGraph(buildRailNetwork(pairs, []).edges, vintages).ticks].map((ticks) => ticks / 256);
    expect(minutes(null)).toEqual([50]);
    expect(minutes(['2016-10', '2021-01'])).toEqual([30]);
    expect(minutes(['2016-10'])).toEqual([40]);
    expect(minutes([])).toEqual([]);
  });

  it('keeps an older ride whose number of trains is known beside a newer and no slower one whose is not', () => {
    expect(
      ridesOfPair([
        [61, 86],
        [56, 0],
      ]),
    ).toEqual(['56 min, 0 trains', '61 min, 86 trains']);
    expect(
      ridesOfPair([
        [61, 86],
        [56, 20],
      ]),
    ).toEqual(['56 min, 20 trains']);
    expect(
      ridesOfPair([
        [50, 86],
        [56, 0],
      ]),
    ).toEqual(['56 min, 0 trains']);
    expect(
      ridesOfPair([
        [61, 0],
        [56, 0],
      ]),
    ).toEqual(['56 min, 0 trains']);
  });

  it('leaves modelled rides out where a choice of vintages does not name them', () => {
    const { edges } = buildRailNetwork(timetable([A, B, C], [['A', 'B', 10]]), [
      line('l', [B, C], { openedYear: 2024 }),
    ]);
    expect(buildRailGraph(edges, null).target.length).toBe(4);
    expect(buildRailGraph(edges, ['2021-01']).target.length).toBe(2);
    expect(buildRailGraph(edges, ['2021-01', 'modelled']).target.length).toBe(4);
  });

  it('tells which stations’ departures changed', () => {
    expect(changedStations(graphOf(20), graphOf(20))).toEqual([]);
    expect(changedStations(graphOf(20), graphOf(21))).toEqual([1]);
  });
});

describe('lineChainage', () => {
  it('keeps published chainage, and stretches straight distances to the published length without it', () => {
    const published = line('l', [A, B], {});
    const stops = published.stops.map((stop, index) => ({ ...stop, kmFromStart: index * 60 }));
    expect(lineChainage({ stops, lengthKm: 60 })).toEqual([0, 60]);
    expect(lineChainage({ stops: published.stops, lengthKm: 60 })[1]).toBeCloseTo(60, 6);
    expect(lineChainage({ stops: published.stops, lengthKm: null })[1]).toBeCloseTo(48.24 * 1.1, 1);
  });

  it('disbelieves a chainage shorter than the straight line, and skips stops without a position', () => {
    const stops = line('l', [A, B, C], {}).stops.map((stop, index) => ({
      ...stop,
      kmFromStart: index * 10,
      at: index === 1 ? null : stop.at,
    }));
    const [first, middle, last] = lineChainage({ stops, lengthKm: null });
    expect([first, middle]).toEqual([0, null]);
    expect(last).toBeGreaterThan(96);
  });
});

describe('indexStations', () => {
  const index = indexStations([
    { ...A, aliases: ['Old A'], prefecture: '510100' },
    B,
    station('B', [120, 30]),
  ]);
  it('finds by name, former name, with and without 站, and by position among homonyms', () => {
    expect(index.find('A')).toBe(0);
    expect(index.find('A站')).toBe(0);
    expect(index.find(' Old A ')).toBe(0);
    expect(index.find('B')).toBe(1);
    expect(index.find('B', [120.01, 30])).toBe(2);
    expect(index.find('B', [130, 30])).toBe(-1);
    expect(index.find('nowhere')).toBe(-1);
    expect(index.ofPrefecture('510100')).toEqual([0]);
    expect(index.ofPrefecture('999999')).toEqual([]);
  });
});
