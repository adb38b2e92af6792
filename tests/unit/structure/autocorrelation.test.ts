import { moranIndex } from '@turf/moran-index';
import { neighbors } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { contiguityOf } from '#core/structure/contiguity.ts';
import { falseDiscoveryThreshold, localMoranOf } from '#core/structure/local-moran.ts';
import { globalMoranOf, prepareMoran } from '#core/structure/moran.ts';
import { spatialWeightsOf, type WeightsRule } from '#core/structure/spatial-weights.ts';
import { greatCircleKm } from '#core/structure/sphere.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const polygon = (id: string, ring: number[]) => ({ type: 'Polygon' as const, id, arcs: [ring] });

/**
 *   (5,70)───(15,70)───(35,70)
 *     │   A    │    B    │
 *   (5,20)───(15,20)───(35,20)     E = an island
 *     │   C    │    D    │
 *   (5,0)────(15,0)────(35,0)
 */
const quad = (transform: boolean): Topology => {
  // All four inner arcs end in the middle, and none by the same step: only summed steps find it.
  const arcs = [
    [
      [15, 70],
      [18, 45],
      [15, 20],
    ],
    [
      [5, 20],
      [15, 20],
    ],
    [
      [35, 20],
      [15, 20],
    ],
    [
      [15, 0],
      [15, 20],
    ],
    [
      [15, 70],
      [5, 70],
      [5, 20],
    ],
    [
      [35, 20],
      [35, 70],
      [15, 70],
    ],
    [
      [5, 20],
      [5, 0],
      [15, 0],
    ],
    [
      [15, 0],
      [35, 0],
      [35, 20],
    ],
    [
      [50, 50],
      [60, 50],
      [60, 60],
      [50, 50],
    ],
  ];
  const steps = arcs.map((arc) =>
    arc.map(([x = 0, y = 0], index) => {
      const before = arc[index - 1];
      return before === undefined ? [x, y] : [x - (before[0] ?? 0), y - (before[1] ?? 0)];
    }),
  );
  return {
    type: 'Topology',
    arcs: transform ? steps : arcs,
    ...(transform
      ? { transform: { scale: [1, 1] as [number, number], translate: [0, 0] as [number, number] } }
      : {}),
    objects: {
      units: {
        type: 'GeometryCollection',
        geometries: [
          polygon('A', [4, 1, ~0]),
          polygon('B', [0, ~2, 5]),
          polygon('C', [6, 3, ~1]),
          { type: 'MultiPolygon', id: 'D', arcs: [[[~3, 7, 2]]] },
          polygon('E', [8]),
        ],
      },
    },
  };
};

function geometriesOf(topology: Topology): (Polygon | MultiPolygon)[] {
  const units = topology.objects['units'];
  if (units?.type !== 'GeometryCollection') throw new Error('fixture');
  return units.geometries as (Polygon | MultiPolygon)[];
}

describe('contiguity from a topology', () => {
  it.each([true, false])('queen takes corners, rook does not (quantised: %s)', (quantised) => {
    const topology = quad(quantised);
    const geometries = geometriesOf(topology);
    expect(Object.fromEntries(contiguityOf(topology, geometries, 'queen'))).toEqual({
      A: ['B', 'C', 'D'],
      B: ['A', 'C', 'D'],
      C: ['A', 'B', 'D'],
      D: ['A', 'B', 'C'],
      E: [],
    });
    const rook = contiguityOf(topology, geometries, 'rook');
    expect(Object.fromEntries(rook)).toEqual({
      A: ['B', 'C'],
      B: ['A', 'D'],
      C: ['A', 'D'],
      D: ['B', 'C'],
      E: [],
    });
    const ids = geometries.map((geometry) => String(geometry.id));
    expect([...rook.values()]).toEqual(neighbors(geometries).map((row) => row.map((index) => ids[index])));
  });
});

/** n places along the equator, a degree apart. */
function line(n: number): Map<string, LngLat> {
  return new Map(Array.from({ length: n }, (_, index) => [`u${index}`, [index, 0] as const]));
}

function lineRule(n: number): WeightsRule {
  const name = (index: number): string[] => (index >= 0 && index < n ? [`u${index}`] : []);
  return {
    kind: 'contiguity',
    neighbourhood: new Map(
      Array.from({ length: n }, (_, index) => [`u${index}`, [...name(index - 1), ...name(index + 1)]]),
    ),
  };
}

const valuesOf = (...values: number[]): Map<string, number> =>
  new Map(values.map((value, index) => [`u${index}`, value]));

describe('spatial weights', () => {
  it('rows sum to 1 and nearest places are those of a naive sort', () => {
    const random = seededRandom(11);
    const positions = new Map<string, LngLat>(
      Array.from({ length: 60 }, (_, index) => [`u${index}`, [100 + 10 * random(), 25 + 10 * random()]]),
    );
    const units = [...positions.keys()];
    const weights = spatialWeightsOf(units, { kind: 'nearest', positions, count: 4 });
    units.forEach((unit, i) => {
      const own = Array.from(
        weights.neighbours.slice(weights.offsets[i], weights.offsets[i + 1]),
        (j) => units[j],
      );
      const at = positions.get(unit) ?? [0, 0];
      const naive = units
        .filter((other) => other !== unit)
        .map((other) => [greatCircleKm(at, positions.get(other) ?? [0, 0]), other] as const)
        .sort((a, b) => a[0] - b[0])
        .slice(0, 4)
        .map(([, other]) => other);
      expect(own).toEqual(naive);
      const row = weights.weights.slice(weights.offsets[i], weights.offsets[i + 1]);
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    });
  });

  it('weighs by 1/d within the band: neighbours at 1° and 2° get 2/3 and 1/3', () => {
    const weights = spatialWeightsOf(['u0', 'u1', 'u2'], {
      kind: 'distance',
      positions: line(3),
      withinKm: 300,
      decay: 'inverse',
    });
    expect(Array.from(weights.weights.slice(0, 2))).toEqual([
      expect.closeTo(2 / 3, 9),
      expect.closeTo(1 / 3, 9),
    ]);
  });

  it('gives a unit without a position no neighbours', () => {
    const weights = spatialWeightsOf(['u0', 'lost', 'u1'], { kind: 'nearest', positions: line(2), count: 2 });
    expect(Array.from(weights.offsets)).toEqual([0, 1, 1, 2]);
  });
});

/** Chance that leaves everything where it is. */
const unmoved = () => 1 - Number.EPSILON;

describe("global Moran's I", () => {
  // Worked by hand in docs/method-structure.md: a chain of four with 1, 2, 3, 4.
  it('agrees with a chain of four worked by hand', () => {
    const result = globalMoranOf(
      prepareMoran([...line(4).keys()], valuesOf(1, 2, 3, 4), lineRule(4)),
      seededRandom(1),
    );
    expect(result.index).toBeCloseTo(0.4, 12);
    expect(result.expected).toBeCloseTo(-1 / 3, 12);
    expect(result.zNormal).toBeCloseTo((0.4 + 1 / 3) / Math.sqrt(68 / 240 - 1 / 9), 10);
  });

  it('is −1 for a chain that alternates and has the p-value of all 24 orders', () => {
    const input = prepareMoran([...line(4).keys()], valuesOf(1, 2, 3, 4), lineRule(4));
    // Naive: all permutations of 1, 2, 3, 4; those with I ≥ 0.4 are the two monotone orders only.
    const orders = permutationsOf([1, 2, 3, 4]);
    const indices = orders.map(
      (order) =>
        globalMoranOf(prepareMoran([...line(4).keys()], valuesOf(...order), lineRule(4)), Math.random, 0)
          .index ?? 0,
    );
    const exact = indices.filter((index) => index >= 0.4 - 1e-9).length / 24;
    const result = globalMoranOf(input, seededRandom(5), 9999);
    expect(result.pValue).toBeCloseTo(exact, 1);
    expect(Math.abs((result.pValue ?? 0) - exact)).toBeLessThan(0.01);
    const alternating = globalMoranOf(
      prepareMoran([...line(4).keys()], valuesOf(1, 9, 1, 9), lineRule(4)),
      seededRandom(1),
    );
    expect(alternating.index).toBeCloseTo(-1, 12);
  });

  it('counts the order observed among the permutations, and orders of equal sums as equal', () => {
    // All permutations are as extreme, none beyond.
    const input = prepareMoran([...line(4).keys()], valuesOf(1, 2, 3, 4), lineRule(4));
    expect(globalMoranOf(input, unmoved, 19).pValue).toBe(1 / 20);
    // Where each is next to all others every order has one sum, but for the last digits: none is more extreme.
    const positions = new Map(
      Array.from({ length: 7 }, (_, index): [string, LngLat] => [`u${index}`, [index, 0]]),
    );
    const all = { kind: 'distance', positions, withinKm: 5000, decay: 'equal' } as const;
    const values = valuesOf(0.1, 0.7, 1.3, 2.9, 0.2, 0.55, 11.1);
    const same = prepareMoran([...positions.keys()], values, all);
    expect(globalMoranOf(same, seededRandom(3), 999).pValue).toBe(1 / 1000);
  });

  it('agrees with turf on planar distances, index and standard score', () => {
    const random = seededRandom(2);
    const positions = new Map<string, LngLat>(
      Array.from({ length: 30 }, (_, index) => [`u${index}`, [3 * random(), 3 * random()]]),
    );
    const units = [...positions.keys()];
    const values = new Map(units.map((unit) => [unit, random() + (positions.get(unit)?.[0] ?? 0)]));
    const degree = greatCircleKm([0, 0], [1, 0]);
    // turf measures in degrees on the plane, we on the sphere: within 3° of the equator the neighbours are the same.
    const ours = globalMoranOf(
      prepareMoran(units, values, { kind: 'distance', positions, withinKm: 1.2 * degree, decay: 'equal' }),
      seededRandom(1),
      0,
    );
    const theirs = moranIndex(
      {
        type: 'FeatureCollection',
        features: units.map((unit) => ({
          type: 'Feature',
          properties: { value: values.get(unit) },
          geometry: { type: 'Point', coordinates: [...(positions.get(unit) ?? [0, 0])] },
        })),
      },
      { inputField: 'value', threshold: 1.2, binary: true, standardization: true },
    );
    expect(ours.index).toBeCloseTo(theirs.moranIndex, 10);
    expect(ours.zNormal).toBeCloseTo(theirs.zNorm, 10);
    expect(ours.expected).toBeCloseTo(theirs.expectedMoranIndex, 12);
  });

  it('names missing values, islands, and units whose neighbours are all missing', () => {
    const rule = lineRule(7);
    const values = valuesOf(1, 2, 3, 4, Number.NaN, 6, Number.NaN);
    const { coverage } = prepareMoran(
      [...line(7).keys(), 'island'],
      new Map([...values, ['island', 9]]),
      rule,
    );
    expect(coverage.used).toEqual(['u0', 'u1', 'u2', 'u3']);
    expect(coverage.excluded).toEqual([
      { adcode: 'u4', reason: 'missing' },
      { adcode: 'u6', reason: 'missing' },
      { adcode: 'u5', reason: 'no-neighbour' },
      { adcode: 'island', reason: 'no-neighbour' },
    ]);
  });

  it('is undefined, not zero, for equal values or two units', () => {
    expect(
      globalMoranOf(prepareMoran([...line(4).keys()], valuesOf(5, 5, 5, 5), lineRule(4)), seededRandom(1))
        .index,
    ).toBeNull();
    expect(
      globalMoranOf(prepareMoran(['u0', 'u1'], valuesOf(1, 2), lineRule(2)), seededRandom(1)).pValue,
    ).toBeNull();
  });
});

describe("local Moran's I", () => {
  const n = 60;
  // The first ten high, the next forty middling, the last ten low; one low among the high ones.
  const values = valuesOf(
    ...Array.from({ length: n }, (_, index) =>
      index === 5 ? 0 : index < 10 ? 100 : index < 50 ? 50 + (index % 3) : 1,
    ),
  );
  const rule: WeightsRule = { kind: 'nearest', positions: line(n), count: 6 };

  it('finds the planted clusters and the planted outlier', () => {
    const input = prepareMoran([...line(n).keys()], values, rule);
    const { units, counts } = localMoranOf(input, seededRandom(1));
    const cluster = (index: number) => units[index]?.cluster;
    expect(cluster(2)).toBe('high-high');
    expect(cluster(5)).toBe('low-high');
    expect(cluster(57)).toBe('low-low');
    expect(cluster(30)).toBe('not-significant');
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(n);
  });

  it('has the global index as its mean and the same p-values for the same seed', () => {
    const input = prepareMoran([...line(n).keys()], values, rule);
    const local = localMoranOf(input, seededRandom(9), { permutations: 99 });
    const mean = local.units.reduce((sum, unit) => sum + unit.index, 0) / n;
    expect(mean).toBeCloseTo(globalMoranOf(input, seededRandom(1), 0).index ?? 0, 12);
    expect(localMoranOf(input, seededRandom(9), { permutations: 99 })).toEqual(local);
  });

  it('has the p-value of the naive count over all pairs of other values', () => {
    // Chain of six: the neighbours of an inner unit are any 2 of the 5 others, 10 pairs.
    const six = [9, 8, 7, 2, 1, -9];
    const input = prepareMoran([...line(6).keys()], valuesOf(...six), lineRule(6));
    const mean = six.reduce((sum, value) => sum + value, 0) / 6;
    const { units } = localMoranOf(input, seededRandom(4), { permutations: 19_999 });
    for (const inner of [1, 2, 3, 4]) {
      const z = six.map((value) => value - mean);
      const own = z[inner] ?? 0;
      const others = z.filter((_, index) => index !== inner);
      const observed = own * ((z[inner - 1] ?? 0) + (z[inner + 1] ?? 0));
      let atLeast = 0;
      for (let a = 0; a < 5; a++) {
        for (let b = a + 1; b < 5; b++) {
          if (own * ((others[a] ?? 0) + (others[b] ?? 0)) >= observed - 1e-9) atLeast += 1;
        }
      }
      const exact = Math.min(atLeast, 10 - atLeast) / 10;
      expect(Math.abs((units[inner]?.pValue ?? 0) - exact)).toBeLessThan(0.01);
    }
  });

  it('is stricter with the false discovery rate', () => {
    // Benjamini and Hochberg (1995), their example of 15 p-values: the four smallest are rejected at 0.05.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(falseDiscoveryThreshold(p, 0.05)).toBe(0.0095);
    expect(falseDiscoveryThreshold([0.5, 0.9], 0.05)).toBe(0);
    const input = prepareMoran([...line(n).keys()], values, rule);
    const plain = localMoranOf(input, seededRandom(1));
    const strict = localMoranOf(input, seededRandom(1), { correction: 'fdr' });
    expect(strict.counts['not-significant']).toBeGreaterThanOrEqual(plain.counts['not-significant']);
  });
});

function permutationsOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, index) =>
    permutationsOf([...values.slice(0, index), ...values.slice(index + 1)]).map((rest) => [value, ...rest]),
  );
}
