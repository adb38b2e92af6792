import { describe, expect, it } from 'vitest';
import { agglomerationsByMember, circulationOf, circulationSharesOf } from '#core/structure/circulation.ts';
import { corridorsAmong, corridorsOf, corridorSumsOf } from '#core/structure/corridor.ts';
import { GRAVITY_PARAMETERS, gravityFlowsOf, strongestTieOf } from '#core/structure/gravity.ts';
import { hourClustersOf } from '#core/structure/hour-clusters.ts';
import { pairMinutes, selectPlaces, type TravelTimes } from '#core/structure/travel-times.ts';
import type { RailLine } from '#core/network/rail-line.ts';
import { drawTies } from '../../../src/features/structure/map/draw-ties.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import { railLine } from '../../fixtures/rail-line.ts';

const NONE = Number.NaN;

/** Rows and columns a, b, c, d. */
const TIMES: TravelTimes = {
  places: ['a', 'b', 'c', 'd'],
  minutes: Float64Array.from(
    [
      [0, 20, 60, NONE],
      [40, 0, 120, 55],
      [60, 120, 0, Infinity],
      [NONE, 65, NONE, 0],
    ].flat(),
  ),
  basis: 'fixture',
};

const PEOPLE = new Map([
  ['a', 4],
  ['b', 9],
  ['c', 2],
  ['d', 1],
]);

describe('travel times of a pair', () => {
  it('combines directions as asked and never takes unknown for zero', () => {
    expect(pairMinutes(TIMES, 0, 1, 'mean')).toBe(30);
    expect(pairMinutes(TIMES, 0, 1, 'worst')).toBe(40);
    expect(pairMinutes(TIMES, 0, 1, 'best')).toBe(20);
    expect(pairMinutes(TIMES, 0, 3, 'best')).toBeNull();
    expect(pairMinutes(TIMES, 2, 3, 'mean')).toBeNull();
    expect(() => pairMinutes({ ...TIMES, minutes: new Float64Array(3) }, 0, 1, 'mean')).toThrow(RangeError);
  });

  it('keeps a place that the matrix does not have', () => {
    const part = selectPlaces(TIMES, ['b', 'x', 'a']);
    expect(part.places).toEqual(['b', 'x', 'a']);
    expect(pairMinutes(part, 0, 2, 'mean')).toBe(30);
    expect(pairMinutes(part, 0, 1, 'best')).toBeNull();
  });
});

describe('ties on the map', () => {
  it('state the strength that the table of pairs states, beside the strongest', () => {
    const { flows } = gravityFlowsOf(TIMES, PEOPLE);
    const positions = new Map(['a', 'b', 'c', 'd'].map((id, at) => [id, [at, 0] as const]));
    const drawn = drawTies(flows, flows[0]?.value ?? 0, positions);
    // 9/3600 beside 36/900 is a sixteenth: the line is a quarter as wide, the strength is not a quarter.
    expect(drawn.map(({ id, weight }) => [id, weight])).toEqual(
      flows.map(({ from, to, value }) => [`${from}-${to}`, value / (36 / 900)]),
    );
    expect(drawn[1]?.weight).toBeCloseTo(1 / 16, 12);
  });
});

describe('gravity', () => {
  it('is P·P/t², strongest first, with pairs that have no time named', () => {
    const { flows, total, pairsWithoutTime } = gravityFlowsOf(TIMES, PEOPLE);
    expect(flows.map(({ from, to, value }) => [from, to, value])).toEqual([
      ['b', 'a', 36 / 900],
      ['b', 'd', 9 / 3600],
      ['a', 'c', 8 / 3600],
      ['b', 'c', 18 / 14400],
    ]);
    expect(total).toBeCloseTo(36 / 900 + 9 / 3600 + 8 / 3600 + 18 / 14400, 15);
    expect(flows.reduce((sum, flow) => sum + flow.share, 0)).toBeCloseTo(1, 12);
    expect(pairsWithoutTime).toEqual([
      ['a', 'd'],
      ['c', 'd'],
    ]);
  });

  it('leaves places without people out openly and holds the floor', () => {
    const result = gravityFlowsOf(
      { places: ['a', 'b', 'x'], minutes: Float64Array.from([0, 1, 9, 1, 0, 9, 9, 9, 0]), basis: '' },
      PEOPLE,
      { ...GRAVITY_PARAMETERS, minimumMinutes: 5 },
    );
    expect(result.flows).toEqual([{ from: 'b', to: 'a', value: 36 / 25, minutes: 1, share: 1 }]);
    expect(result.coverage.excluded).toEqual([{ adcode: 'x', reason: 'missing' }]);
  });

  it('does not divide by a time of zero when the floor is off', () => {
    const zero = { places: ['a', 'b'], minutes: new Float64Array(4), basis: '' };
    const result = gravityFlowsOf(zero, PEOPLE, { ...GRAVITY_PARAMETERS, minimumMinutes: 0 });
    expect(result.flows).toEqual([]);
    expect(result.pairsWithoutTime).toEqual([['a', 'b']]);
  });

  it("knows every place's strongest tie", () => {
    const strongest = strongestTieOf(gravityFlowsOf(TIMES, PEOPLE).flows);
    expect(strongest.get('c')).toMatchObject({ from: 'a', to: 'c' });
    expect(strongest.get('d')).toMatchObject({ from: 'b', to: 'd' });
  });
});

describe('circulation', () => {
  const regions = agglomerationsByMember([
    { id: 'east', members: ['110100', '120100'] },
    { id: 'west', members: ['510100', '120100'] },
  ]);
  const frame = {
    prefectureOf: (place: string) => (place.startsWith('x') ? undefined : `${place.slice(0, 4)}00`),
    agglomerationsOf: (place: string) => regions.get(`${place.slice(0, 4)}00`) ?? [],
  };

  it.each([
    ['110101', '110102', 'within-prefecture'],
    ['110101', '120103', 'within-agglomeration'],
    ['120101', '510104', 'within-agglomeration'],
    ['110101', '510104', 'between-agglomerations'],
    ['110101', '650100', 'agglomeration-to-rest'],
    ['650100', '110101', 'agglomeration-to-rest'],
    ['650100', '540100', 'within-rest'],
    ['110101', 'x-tokyo', 'abroad'],
  ])('%s → %s: %s', (from, to, circulation) => {
    expect(circulationOf(from, to, frame)).toBe(circulation);
  });

  it('sums flows by class, empty ones included', () => {
    const shares = circulationSharesOf(
      [
        { from: '110101', to: '110102', value: 6 },
        { from: '110101', to: '510104', value: 2 },
      ],
      frame,
    );
    expect(shares).toHaveLength(6);
    expect(shares[0]).toEqual({ circulation: 'within-prefecture', flows: 1, sum: 6, share: 0.75 });
    expect(shares[1]).toEqual({ circulation: 'within-agglomeration', flows: 0, sum: 0, share: 0 });
    expect(circulationSharesOf([], frame)[0]?.share).toBeNull();
  });
});

describe('clusters within the hour', () => {
  it('ties out and back within 60 minutes: a–b and a–c, not b–d (65 back)', () => {
    const { clusters, unknownPairs } = hourClustersOf(TIMES, PEOPLE);
    expect(clusters).toEqual([
      { members: ['b', 'a', 'c'], ties: 2, density: 2 / 3, persons: 15 },
      { members: ['d'], ties: 0, density: null, persons: 1 },
    ]);
    // a–d and c–d; with `worst`, a pair known one way only is unknown.
    expect(unknownPairs).toBe(2);
  });

  it('agrees with a naive transitive closure', () => {
    const random = seededRandom(21);
    for (let round = 0; round < 30; round++) {
      const n = 12;
      const minutes = Float64Array.from({ length: n * n }, () =>
        random() < 0.2 ? Infinity : 600 * random(),
      );
      const places = Array.from({ length: n }, (_, index) => `p${index}`);
      const reach = Array.from({ length: n }, (_, i) =>
        Array.from(
          { length: n },
          (_, j) => i === j || Math.max(minutes[i * n + j] ?? 0, minutes[j * n + i] ?? 0) <= 200,
        ),
      );
      for (let k = 0; k < n; k++)
        for (const row of reach) if (row[k]) row.forEach((_, j) => (row[j] ||= reach[k]?.[j] ?? false));
      const naive = new Set(reach.map((row) => places.filter((_, j) => row[j]).join()));
      const { clusters } = hourClustersOf({ places, minutes, basis: '' }, new Map(), { limitMinutes: 200 });
      const ours = new Set(
        clusters.map(({ members }) => places.filter((place) => members.includes(place)).join()),
      );
      expect(ours).toEqual(naive);
    }
  });
});

const line = (
  id: string,
  speed: number | null,
  km: number | null,
  stops: [string, string | null][],
): RailLine =>
  railLine(id, {
    openedYear: 2015,
    designSpeedKmh: speed,
    lengthKm: km,
    from: stops[0]?.[0] ?? '',
    to: stops.at(-1)?.[0] ?? '',
    stops: stops.map(([name, prefecture]) => ({
      name,
      prefecture,
      at: null,
      kmFromStart: null,
      placement: null,
      extension: false,
    })),
  });

describe('corridors', () => {
  const corridors = corridorsOf(
    [
      line('short', 250, null, [
        ['甲', 'a'],
        ['乙', 'b'],
      ]),
      line('long', 350, 300, [
        ['甲东', 'a'],
        ['甲西', 'a'],
        ['丙', null],
        ['乙', 'b'],
        ['丁', 'd'],
      ]),
      line('other', 350, 100, [
        ['甲东', 'a'],
        ['戊', 'e'],
      ]),
    ],
    {
      persons: PEOPLE,
      agglomerationsOf: (place) => (place === 'a' || place === 'b' ? ['ab'] : []),
      headways: [
        { from: '甲东', to: '丁', trainsPerDay: 48, printed: '24 pairs', date: '2025', source: 's' },
        {
          from: '甲东',
          to: '乙',
          trainsPerDay: null,
          printed: 'about every 9 min',
          date: '2025',
          source: 's',
        },
        { from: '甲东', to: '己', trainsPerDay: 9, printed: '9', date: '2025', source: 's' },
      ],
    },
  );

  it('lists cities once in the order of travel, with people, regions, headways and unplaced stops', () => {
    expect(corridors[1]).toMatchObject({
      cities: ['a', 'b', 'd'],
      stopsWithoutCity: ['丙'],
      persons: 14,
      regions: ['ab'],
      headways: [{ trainsPerDay: 48 }, { trainsPerDay: null }],
    });
    expect(corridors[2]?.coverage.excluded).toEqual([{ adcode: 'e', reason: 'missing' }]);
  });

  it('picks those that tie members, and sums by speed with unknown lengths counted', () => {
    expect(corridorsAmong(corridors, ['a', 'b', 'd']).map(({ line: { id } }) => id)).toEqual([
      'long',
      'short',
    ]);
    expect(corridorSumsOf(corridors)).toEqual([
      { designSpeedKmh: 350, lines: 2, km: 400, linesWithoutLength: 0, cities: 4 },
      { designSpeedKmh: 250, lines: 1, km: 0, linesWithoutLength: 1, cities: 2 },
    ]);
  });
});
