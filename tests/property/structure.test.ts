import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationOf, giniOf } from '#core/structure/concentration.ts';
import { deviationalEllipseOf } from '#core/structure/deviational-ellipse.ts';
import { huSideOf } from '#core/structure/hu-line.ts';
import { krugmanPair, similarityPair } from '#core/structure/industry-similarity.ts';
import { localMoranOf } from '#core/structure/local-moran.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { meanCentreOf } from '#core/structure/mean-centre.ts';
import { globalMoranOf, prepareMoran } from '#core/structure/moran.ts';
import { rankSizeOf } from '#core/structure/rank-size.ts';
import { sizeStructureOf } from '#core/structure/size-class.ts';
import { greatCircleKm, projectEquidistant, unprojectEquidistant } from '#core/structure/sphere.ts';
import { structureTypeOf } from '#core/structure/structure-type.ts';
import { turnAlongGreatCircle, turnKeepingNorth } from '#core/structure/true-size.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const place = fc.tuple(
  fc.double({ min: 74, max: 135, noNaN: true }),
  fc.double({ min: 4, max: 53, noNaN: true }),
);
const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true }),
);
const sizes = fc.array(fc.integer({ min: 1, max: 30_000_000 }), { minLength: 3, maxLength: 40 });

const keyed = <Value>(values: readonly Value[]): Map<string, Value> =>
  new Map(values.map((value, index) => [`u${String(index).padStart(3, '0')}`, value]));

describe('coverage', () => {
  it('every member is either used or excluded with a reason, exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -2, max: 9 })), { maxLength: 20 }), (values) => {
        const all = keyed(values);
        const figures = new Map(
          [...all].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])),
        );
        const members = [...all.keys()];
        for (const { coverage } of [concentrationOf(members, figures), rankSizeOf(members, figures)]) {
          const seen = [...coverage.used, ...coverage.excluded.map((exclusion) => exclusion.adcode)];
          expect(seen.sort()).toEqual(members);
        }
      }),
    );
  });
});

describe('hierarchy', () => {
  it('depends neither on the order nor on the unit of the sizes', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1000 }), (values, factor) => {
        const map = keyed(values);
        const scaled = keyed(values.map((value) => value * factor));
        const members = [...map.keys()];
        const one = concentrationOf(members, map);
        const two = concentrationOf([...members].reverse(), scaled);
        for (const key of ['s2', 's4', 's11', 'herfindahl', 'gini'] as const) {
          if (one[key] === null) expect(two[key]).toBeNull();
          else expect(two[key]).toBeCloseTo(one[key], 9);
        }
        expect(structureTypeOf([...members].reverse(), scaled).type).toBe(structureTypeOf(members, map).type);
        const slope = rankSizeOf(members, map).exponent;
        const scaledSlope = rankSizeOf(members, scaled).exponent;
        if (slope === null) expect(scaledSlope).toBeNull();
        else expect((scaledSlope ?? 0) / slope).toBeCloseTo(1, 6);
      }),
    );
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const n = values.length;
        const { herfindahl, gini, s2 } = concentrationOf([...keyed(values).keys()], keyed(values));
        expect(herfindahl).toBeGreaterThanOrEqual(1 / n - 1e-12);
        expect(herfindahl).toBeLessThanOrEqual(1);
        expect(gini).toBeGreaterThanOrEqual(-1e-12);
        expect(gini).toBeLessThanOrEqual(1 - 1 / n + 1e-12);
        expect(s2).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('Gini is half the mean absolute difference by the mean (naive, all pairs)', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const n = values.length;
        let differences = 0;
        for (const a of values) for (const b of values) differences += Math.abs(a - b);
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        expect(giniOf(values, 'none')).toBeCloseTo(differences / (2 * n * n * mean), 9);
        expect(giniOf(values, 'sample')).toBeCloseTo(differences / (2 * n * (n - 1) * mean), 9);
      }),
    );
  });

  it('size classes split the people without loss', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const map = keyed(values);
        const { rows } = sizeStructureOf([...map.keys()], map);
        expect(rows.reduce((sum, row) => sum + row.persons, 0)).toBe(
          values.reduce((sum, value) => sum + value, 0),
        );
        expect(rows.flatMap((row) => row.cities)).toHaveLength(values.length);
      }),
    );
  });
});

describe('sphere', () => {
  it('projecting and back is the identity, and distance from the centre is true', () => {
    fc.assert(
      fc.property(place, place, (centre, point) => {
        const offset = projectEquidistant(centre, point);
        expect(Math.hypot(...offset)).toBeCloseTo(greatCircleKm(centre, point), 6);
        expect(greatCircleKm(unprojectEquidistant(centre, offset), point)).toBeLessThan(1e-5);
      }),
    );
  });

  it('turns keep the distance of any two points', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, anywhere, (from, to, a, b) => {
        for (const turnOf of [turnKeepingNorth, turnAlongGreatCircle]) {
          const turn = turnOf(from, to);
          expect(greatCircleKm(turn(a), turn(b))).toBeCloseTo(greatCircleKm(a, b), 4);
          expect(greatCircleKm(turn(from), to)).toBeLessThan(1e-4);
        }
      }),
    );
  });

  it('a great-circle way between two places of one side of the Hu line never leaves that side', () => {
    fc.assert(
      fc.property(place, place, fc.integer({ min: 0, max: 10 }), (a, b, tenths) => {
        fc.pre(huSideOf(a) === huSideOf(b));
        const offset = projectEquidistant(a, b);
        const between = unprojectEquidistant(a, [(offset[0] * tenths) / 10, (offset[1] * tenths) / 10]);
        expect(huSideOf(between)).toBe(huSideOf(a));
      }),
    );
  });
});

const weighted = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 1000 })), {
  minLength: 4,
  maxLength: 25,
});

describe('centre and ellipse', () => {
  it('do not change with the unit of the weights, and splitting a place in two changes nothing', () => {
    fc.assert(
      fc.property(weighted, (entries) => {
        const points = entries.map(([at, weight], index) => ({ adcode: `u${index}`, at, weight }));
        const centre = meanCentreOf(points);
        const scaled = meanCentreOf(points.map((point) => ({ ...point, weight: point.weight * 1e4 })));
        const split = meanCentreOf(
          points.flatMap((point) => [
            { ...point, weight: point.weight / 4 },
            { ...point, adcode: `${point.adcode}+`, weight: (3 * point.weight) / 4 },
          ]),
        );
        expect(greatCircleKm(centre ?? [0, 0], scaled ?? [0, 0])).toBeLessThan(1e-4);
        expect(greatCircleKm(centre ?? [0, 0], split ?? [0, 0])).toBeLessThan(1e-4);
      }),
    );
  });

  it('no direction spreads wider than the major axis or less than the minor one (naive, every degree)', () => {
    fc.assert(
      fc.property(weighted, (entries) => {
        const positions = keyed(entries.map(([at]) => at as LngLat));
        const weights = keyed(entries.map(([, weight]) => weight));
        const ellipse = deviationalEllipseOf([...positions.keys()], positions, weights);
        fc.pre(ellipse !== null);
        if (ellipse === null) return;
        const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
        const spread = (degrees: number): number => {
          const angle = (degrees * Math.PI) / 180;
          const squares = entries.reduce((sum, [at, weight]) => {
            const [east, north] = projectEquidistant(ellipse.centre, at);
            return sum + weight * (east * Math.sin(angle) + north * Math.cos(angle)) ** 2;
          }, 0);
          return Math.sqrt(squares / total);
        };
        const all = Array.from({ length: 180 }, (_, degrees) => spread(degrees));
        const slack = 1e-6 * ellipse.semiMajorKm;
        expect(Math.max(...all)).toBeLessThanOrEqual(ellipse.semiMajorKm + slack);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(ellipse.semiMinorKm - slack);
        expect(spread(ellipse.majorBearing)).toBeCloseTo(ellipse.semiMajorKm, 4);
        expect(spread(ellipse.majorBearing + 90)).toBeCloseTo(ellipse.semiMinorKm, 3);
      }),
      { numRuns: 60 },
    );
  });
});

const shares = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 19, maxLength: 19 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });

describe('industry', () => {
  it("Krugman's index is a distance from 0 to 2, similarity symmetric from 0 to 1", () => {
    fc.assert(
      fc.property(shares, shares, shares, (a, b, c) => {
        expect(krugmanPair(a, a)).toBe(0);
        expect(similarityPair(a, a)).toBeCloseTo(1, 12);
        expect(krugmanPair(a, b)).toBeCloseTo(krugmanPair(b, a), 12);
        expect(similarityPair(a, b)).toBeCloseTo(similarityPair(b, a), 12);
        expect(krugmanPair(a, b)).toBeLessThanOrEqual(2 + 1e-12);
        expect(similarityPair(a, b)).toBeLessThanOrEqual(1);
        expect(krugmanPair(a, c)).toBeLessThanOrEqual(krugmanPair(a, b) + krugmanPair(b, c) + 1e-12);
      }),
    );
  });

  it('the order of a matrix is a permutation that begins with the end of lower index', () => {
    fc.assert(
      fc.property(fc.array(shares, { minLength: 3, maxLength: 12 }), (rows) => {
        const n = rows.length;
        const distances = Float64Array.from(rows.flatMap((a) => rows.map((b) => krugmanPair(a, b))));
        const order = orderMatrix(distances, n);
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
        expect(order[0]).toBeLessThan(order.at(-1) ?? 0);
      }),
    );
  });
});

describe('Moran', () => {
  const field = fc.array(fc.tuple(place, fc.double({ min: -100, max: 100, noNaN: true })), {
    minLength: 12,
    maxLength: 40,
  });

  it('does not change when values are scaled and shifted; local ones average to the global one', () => {
    fc.assert(
      fc.property(
        field,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (entries, scale, shift) => {
          const positions = keyed(entries.map(([at]) => at as LngLat));
          const values = entries.map(([, value]) => value);
          fc.pre(Math.max(...values) - Math.min(...values) > 1);
          const rule = { kind: 'nearest', positions, count: 4 } as const;
          const members = [...positions.keys()];
          const input = prepareMoran(members, keyed(values), rule);
          const moved = prepareMoran(members, keyed(values.map((value) => scale * value + shift)), rule);
          const one = globalMoranOf(input, seededRandom(1), 99);
          expect(globalMoranOf(moved, seededRandom(1), 0).index).toBeCloseTo(one.index ?? 0, 8);
          expect(one.pValue).toBeGreaterThanOrEqual(0.01);
          expect(one.pValue).toBeLessThanOrEqual(0.5 + 0.01);
          const { units } = localMoranOf(input, seededRandom(1), { permutations: 19 });
          expect(units.reduce((sum, unit) => sum + unit.index, 0) / units.length).toBeCloseTo(
            one.index ?? 0,
            9,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('agrees with the definition as a double sum over a full matrix', () => {
    fc.assert(
      fc.property(field, (entries) => {
        const positions = keyed(entries.map(([at]) => at as LngLat));
        const values = entries.map(([, value]) => value);
        fc.pre(Math.max(...values) - Math.min(...values) > 1);
        const withinKm = 1500;
        const input = prepareMoran([...positions.keys()], keyed(values), {
          kind: 'distance',
          positions,
          withinKm,
          decay: 'equal',
        });
        // Naive: islands out, full matrix of zeros and ones, every row divided by its sum.
        const near = (i: number, j: number): boolean =>
          i !== j && greatCircleKm(entries[i]?.[0] ?? [0, 0], entries[j]?.[0] ?? [0, 0]) <= withinKm;
        const kept = entries.map((_, i) => i).filter((i) => entries.some((_, j) => near(i, j)));
        expect(input.coverage.used).toHaveLength(kept.length);
        fc.pre(kept.length >= 3);
        const mean = kept.reduce((sum, i) => sum + (values[i] ?? 0), 0) / kept.length;
        const z = (i: number): number => (values[i] ?? 0) - mean;
        let top = 0;
        let bottom = 0;
        for (const i of kept) {
          const row = kept.filter((j) => near(i, j));
          for (const j of row) top += (z(i) * z(j)) / row.length;
          bottom += z(i) ** 2;
        }
        fc.pre(bottom > 1e-9);
        expect(globalMoranOf(input, seededRandom(1), 0).index).toBeCloseTo(top / bottom, 9);
      }),
      { numRuns: 60 },
    );
  });
});
