import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { standardDeviationalEllipse } from '@turf/standard-deviational-ellipse';
import { describe, expect, it } from 'vitest';
import { deviationalEllipseOf } from '#core/structure/deviational-ellipse.ts';
import { centreShiftOf, meanCentreOf } from '#core/structure/mean-centre.ts';
import { bearingDegrees, greatCircleKm, unprojectEquidistant } from '#core/structure/sphere.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const CENTRE: LngLat = [105, 30];

/** Positions given as [east, north] in km of CENTRE. */
function around(centre: LngLat, offsets: readonly (readonly [number, number])[]): Map<string, LngLat> {
  return new Map(offsets.map((offset, index) => [`p${index}`, unprojectEquidistant(centre, offset)]));
}

const ones = (positions: ReadonlyMap<string, LngLat>): Map<string, number> =>
  new Map([...positions.keys()].map((key) => [key, 1]));

describe('weighted mean centre', () => {
  it('lies where weights 1 and 3 balance: three quarters of the way', () => {
    const centre = meanCentreOf([
      { adcode: 'a', at: [0, 0], weight: 1 },
      { adcode: 'b', at: [8, 0], weight: 3 },
    ]);
    expect(centre?.[0]).toBeCloseTo(6, 9);
    expect(centre?.[1]).toBeCloseTo(0, 9);
  });

  it('follows the great circle, not the parallel: between 80° E and 130° E at 45° N it lies north of 45°', () => {
    const centre = meanCentreOf([
      { adcode: 'a', at: [80, 45], weight: 1 },
      { adcode: 'b', at: [130, 45], weight: 1 },
    ]);
    expect(centre?.[0]).toBeCloseTo(105, 9);
    expect(centre?.[1]).toBeCloseTo((Math.atan(1 / Math.cos((25 * Math.PI) / 180)) * 180) / Math.PI, 9);
  });

  it('has the least sum of weighted squared distances (naive search around it)', () => {
    const random = seededRandom(7);
    const points = Array.from({ length: 40 }, (_, index) => ({
      adcode: String(index),
      at: [75 + 55 * random(), 20 + 30 * random()] as const,
      weight: random(),
    }));
    const sum = (at: LngLat): number =>
      points.reduce((all, point) => all + point.weight * greatCircleKm(at, point.at) ** 2, 0);
    const centre = meanCentreOf(points);
    if (centre === null) throw new Error('no centre');
    for (let turn = 0; turn < 360; turn += 30) {
      const angle = (turn * Math.PI) / 180;
      const near = unprojectEquidistant(centre, [5 * Math.cos(angle), 5 * Math.sin(angle)]);
      expect(sum(near)).toBeGreaterThan(sum(centre));
    }
  });

  it('does not exist without weight or when points balance around the globe', () => {
    expect(meanCentreOf([])).toBeNull();
    expect(meanCentreOf([{ adcode: 'a', at: [1, 1], weight: 0 }])).toBeNull();
    expect(
      meanCentreOf([
        { adcode: 'a', at: [0, 0], weight: 1 },
        { adcode: 'b', at: [180, 0], weight: 1 },
      ]),
    ).toBeNull();
  });
});

describe('shift of the centre', () => {
  const positions = new Map<string, LngLat>([
    ['west', [100, 0]],
    ['east', [102, 0]],
    ['new', [140, 40]],
  ]);

  it('is one degree to the east when the weights turn from 3:1 to 1:3, whoever has one figure only', () => {
    const shift = centreShiftOf(
      ['west', 'east', 'new', 'nowhere'],
      positions,
      new Map([
        ['west', 3],
        ['east', 1],
        ['nowhere', 5],
      ]),
      new Map([
        ['west', 1],
        ['east', 3],
        ['new', 100],
        ['nowhere', 5],
      ]),
    );
    expect(shift?.km).toBeCloseTo(111.195, 3);
    expect(shift?.bearing).toBeCloseTo(90, 6);
    expect(shift?.coverage).toEqual({
      used: ['west', 'east'],
      excluded: [
        { adcode: 'new', reason: 'missing' },
        { adcode: 'nowhere', reason: 'no-position' },
      ],
    });
  });
});

describe('standard deviational ellipse', () => {
  // Four places 100 km east and west, 50 km north and south: Sxx = 5,000, Syy = 1,250 km².
  const cross = around(CENTRE, [
    [100, 0],
    [-100, 0],
    [0, 50],
    [0, -50],
  ]);

  it.each([
    ['yuill', Math.sqrt(5000), Math.sqrt(1250)],
    ['sqrt2', 100, 50],
    ['crimestat', Math.sqrt(2) * 100, Math.sqrt(2) * 50],
  ] as const)('agrees with a cross worked by hand: %s', (convention, major, minor) => {
    const ellipse = deviationalEllipseOf([...cross.keys()], cross, ones(cross), convention);
    // Curvature: places east and west of 30° N have their mean a little north of the parallel.
    expect(ellipse?.semiMajorKm).toBeCloseTo(major, 2);
    expect(ellipse?.semiMinorKm).toBeCloseTo(minor, 2);
    expect(ellipse?.majorBearing).toBeCloseTo(90, 2);
    expect(ellipse?.areaKm2).toBeCloseTo(Math.PI * major * minor, -1);
  });

  it.each([0, 30, 45, 90, 120, 179])('points along %i°', (bearing) => {
    const angle = (bearing * Math.PI) / 180;
    const along = [Math.sin(angle), Math.cos(angle)] as const;
    const positions = around(CENTRE, [
      [80 * along[0], 80 * along[1]],
      [-80 * along[0], -80 * along[1]],
      [20 * along[1], -20 * along[0]],
      [-20 * along[1], 20 * along[0]],
    ]);
    const ellipse = deviationalEllipseOf([...positions.keys()], positions, ones(positions));
    const off = Math.abs((ellipse?.majorBearing ?? Number.NaN) - bearing);
    expect(Math.min(off, 180 - off)).toBeLessThan(0.05);
    const first = ellipse?.ring[0];
    expect(greatCircleKm(ellipse?.centre ?? [0, 0], first ?? [0, 0])).toBeCloseTo(
      ellipse?.semiMajorKm ?? 0,
      6,
    );
    const outward = bearingDegrees(ellipse?.centre ?? [0, 0], first ?? [0, 0]) % 180;
    expect(Math.min(Math.abs(outward - bearing), 180 - Math.abs(outward - bearing))).toBeLessThan(0.1);
  });

  it.each(['yuill', 'sqrt2'] as const)('holds the weight of the places inside its ring: %s', (convention) => {
    const random = seededRandom(17);
    const offsets = Array.from({ length: 400 }, () => {
      const along = 120 * (random() + random() - 1);
      return [along + 20 * (random() - 0.5), 0.4 * along + 60 * (random() - 0.5)] as const;
    });
    const positions = around(CENTRE, offsets);
    const weights = new Map([...positions.keys()].map((key, index) => [key, 1 + (index % 3)]));
    const ellipse = deviationalEllipseOf([...positions.keys()], positions, weights, convention);
    const ring = (ellipse?.ring ?? []).map(([lng, lat]) => [lng, lat]);
    let [inside, total] = [0, 0];
    for (const [key, [lng, lat]] of positions) {
      const weight = weights.get(key) ?? 0;
      total += weight;
      if (booleanPointInPolygon([lng, lat], { type: 'Polygon', coordinates: [ring] })) inside += weight;
    }
    // The ring is drawn in 72 steps: a place between an arc and its chord may count otherwise.
    expect(ellipse?.weightInside).toBeGreaterThan(0.2);
    expect(Math.abs((ellipse?.weightInside ?? Number.NaN) - inside / total)).toBeLessThan(0.01);
  });

  it('lets a weight of 2 count as two places', () => {
    const offsets = [
      [60, 10],
      [-30, 40],
      [-20, -50],
    ] as const;
    const weighted = around(CENTRE, offsets);
    const doubled = around(CENTRE, [...offsets, offsets[0]]);
    const one = deviationalEllipseOf(
      [...weighted.keys()],
      weighted,
      new Map([
        ['p0', 2],
        ['p1', 1],
        ['p2', 1],
      ]),
    );
    const two = deviationalEllipseOf([...doubled.keys()], doubled, ones(doubled));
    expect(one?.semiMajorKm).toBeCloseTo(two?.semiMajorKm ?? 0, 6);
    expect(one?.majorBearing).toBeCloseTo(two?.majorBearing ?? 0, 6);
  });

  it('has a closed, counter-clockwise ring and does not exist for two places or one spot', () => {
    const ring = deviationalEllipseOf([...cross.keys()], cross, ones(cross))?.ring ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
    let doubleArea = 0;
    ring.slice(1).forEach((to, index) => {
      const from = ring[index] ?? [0, 0];
      doubleArea += from[0] * to[1] - to[0] * from[1];
    });
    expect(doubleArea).toBeGreaterThan(0);
    expect(deviationalEllipseOf(['p0', 'p1'], cross, ones(cross))).toBeNull();
    const spot = around(CENTRE, [
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(deviationalEllipseOf([...spot.keys()], spot, ones(spot))).toBeNull();
  });

  it('agrees with turf at the equator, where degrees are square, and parts from it away from there', () => {
    const random = seededRandom(3);
    const cloud = (lat: number): [string, LngLat, number][] =>
      Array.from({ length: 30 }, (_, index) => {
        const x = random() - 0.5;
        return [`p${index}`, [10 + x, lat + 0.4 * x + 0.3 * (random() - 0.5)], 1 + Math.floor(5 * random())];
      });
    const compare = (lat: number) => {
      const places = cloud(lat);
      const ours = deviationalEllipseOf(
        places.map(([key]) => key),
        new Map(places.map(([key, at]) => [key, at])),
        new Map(places.map(([key, , weight]) => [key, weight])),
        'sqrt2',
      );
      const theirs = standardDeviationalEllipse(
        {
          type: 'FeatureCollection',
          features: places.map(([, at, weight]) => ({
            type: 'Feature',
            properties: { weight },
            geometry: { type: 'Point', coordinates: [...at] },
          })),
        },
        { weight: 'weight' },
      ).properties?.standardDeviationalEllipse;
      const kmOfDegree = (6371.0088 * Math.PI) / 180;
      if (theirs === undefined) throw new Error('turf gave no ellipse');
      const axes = [theirs.semiMajorAxis * kmOfDegree, theirs.semiMinorAxis * kmOfDegree].sort(
        (a, b) => b - a,
      );
      return { ours, axes };
    };
    const equator = compare(0);
    expect(equator.ours?.semiMajorKm).toBeCloseTo(equator.axes[0] ?? 0, 2);
    expect(equator.ours?.semiMinorKm).toBeCloseTo(equator.axes[1] ?? 0, 2);
    // At 45° N a degree of longitude is 0.71 of a degree of latitude; turf takes them as equal.
    const north = compare(45);
    expect((north.axes[0] ?? 0) / (north.ours?.semiMajorKm ?? 1)).toBeGreaterThan(1.2);
  });
});
