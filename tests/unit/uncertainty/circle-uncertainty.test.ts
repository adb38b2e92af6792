import { describe, expect, it } from 'vitest';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { TravelTimeSurface } from '#core/surface/travel-time-surface.ts';
import { cutoffTicks } from '#core/surface/travel-time-ticks.ts';
import { valueAtQuantile, withAssumption } from '#core/uncertainty/assumption.ts';
import {
  type CircleUncertainty,
  openUncertainty,
  type UncertaintyRequest,
} from '#core/uncertainty/circle-uncertainty.ts';
import { createDrawTally, tallyCutoff } from '#core/uncertainty/draw-tally.ts';
import { latinHypercube } from '#core/uncertainty/latin-hypercube.ts';
import { seededRandom } from '#core/units/seeded-random.ts';
import { uniformWorld } from '../../fixtures/travel-world.ts';
import { straitWorld } from '../scenario/strait-world.ts';

const strait = createCircleEngine(straitWorld());
const circle: CircleRequest = {
  origins: [{ kind: 'city', adcode: '440100' }],
  mode: 'door-to-door',
  maxMinutes: 90,
};

function runAll(engine: typeof strait, request: UncertaintyRequest): CircleUncertainty {
  const run = openUncertainty(engine, request);
  if (!run.ok) throw new Error(run.failure.message);
  for (let step = 0; step < run.value.steps; step++) run.value.step();
  return run.value.result();
}

describe('openUncertainty', () => {
  it('finds on uniform land that the area goes with the square of the speed', () => {
    // 78 km/h and a detour of 1.3 are a minute per km: the hour is a disc of 60 km, π·60² = 11,310 km².
    const plain = createCircleEngine(uniformWorld(260, 220));
    const { declared, effects } = runAll(plain, {
      circle: { origins: [{ kind: 'point', at: [105.3, 30.9] }], mode: 'road', maxMinutes: 60 },
      draws: 1,
      seed: 1,
      bounds: { roadSpeed: [0.8, 1.2] },
    });
    const [speed, detour] = effects;
    expect(declared.areaKm2 / 11310).toBeCloseTo(1, 2);
    expect((speed?.low.areaKm2 ?? 0) / declared.areaKm2).toBeCloseTo(0.64, 2);
    expect((speed?.high.areaKm2 ?? 0) / declared.areaKm2).toBeCloseTo(1.44, 2);
    // A straighter road is a faster one: (1.3 ÷ 1.2)².
    expect((detour?.low.areaKm2 ?? 0) / declared.areaKm2).toBeCloseTo((1.3 / 1.2) ** 2, 2);
  });

  it('is as sure as can be where nothing is in doubt', () => {
    const bounds = {
      roadSpeed: [1, 1],
      detourFactor: [1.3, 1.3],
      waitMinutes: [15, 15],
      transferMinutes: [20, 20],
      accessMinutes: [60, 60],
      egressMinutes: [30, 30],
      borderMinutes: [30, 30],
    } as const;
    const { declared, areaKm2, population, parts, effects, counties } = runAll(strait, {
      circle,
      draws: 5,
      seed: 1,
      bounds,
    });
    for (const value of Object.values(areaKm2)) expect(value).toBe(declared.areaKm2);
    for (const value of Object.values(population ?? {})) expect(value).toBe(declared.population);
    for (const part of parts) expect(part).toMatchObject(declared);
    for (const { low, high } of effects) expect([low, high]).toEqual([declared, declared]);
    expect(counties.length).toBeGreaterThan(0);
    for (const county of counties) expect(county.share.p5).toBe(county.declared);
  });

  it('gives what computing every draw by hand gives', () => {
    const [draws, seed] = [12, 7];
    const found = runAll(strait, { circle, draws, seed });
    const points = latinHypercube(draws, found.effects.length, seededRandom(seed));
    const base = strait.computeSurface(circle);
    if (!base.ok) throw new Error(base.failure.message);
    const areas: number[] = [];
    const within = new Map<string, number>();
    for (let draw = 0; draw < draws; draw++) {
      let { parameters } = base.value;
      found.effects.forEach(({ range }, dimension) => {
        const u = points[draw * found.effects.length + dimension] ?? Number.NaN;
        parameters = withAssumption(parameters, range.id, valueAtQuantile(range, u));
      });
      // A new engine each time: nothing kept from other draws.
      const surface = createCircleEngine(straitWorld()).computeSurface({ ...circle, parameters });
      if (!surface.ok) throw new Error(surface.failure.message);
      areas.push(strait.readings(surface.value.surface, 90).areaKm2);
      for (const cell of cellsWithin(surface.value.surface, 90))
        within.set(cell, (within.get(cell) ?? 0) + 1);
    }
    areas.sort((a, b) => a - b);
    expect([found.areaKm2.least, found.areaKm2.median, found.areaKm2.most]).toEqual([
      areas[0],
      areas[5],
      areas[11],
    ]);
    for (const percent of [95, 50, 5]) {
      const cells = cellsWithin(found.shares, tallyCutoff(percent));
      const naive = [...within].filter(([, count]) => count >= (draws * percent) / 100);
      expect(new Set(cells)).toEqual(new Set(naive.map(([cell]) => cell)));
      expect(naive.length).toBeGreaterThan(100);
    }
  });

  it('says more of what is within in nearly all draws than of what is in few, and is the same for the same seed', () => {
    const one = runAll(strait, { circle, draws: 20, seed: 3 });
    expect(one.parts.map(({ areaKm2 }) => areaKm2)).toEqual(
      one.parts.map(({ areaKm2 }) => areaKm2).toSorted((a, b) => a - b),
    );
    expect(one.areaKm2.p5).toBeLessThan(one.declared.areaKm2);
    expect(one.areaKm2.p95).toBeGreaterThan(one.declared.areaKm2);
    expect(runAll(createCircleEngine(straitWorld()), { circle, draws: 20, seed: 3 })).toEqual(one);
    expect(runAll(strait, { circle, draws: 20, seed: 4 })).not.toEqual(one);
  });

  it('holds a plan against every draw', () => {
    const plan = { id: 'plan', counties: ['440100'], cores: ['440100'] };
    const { plan: held } = runAll(strait, { circle, draws: 10, seed: 1, plan });
    expect(held?.declared.plan.population).toBeGreaterThan(0);
    expect(held?.coverage.p5).toBeLessThanOrEqual(held?.declared.coverage ?? 0);
    expect(held?.coverage.p95).toBeGreaterThanOrEqual(held?.declared.coverage ?? 1);
  });

  it('leaves the engine as it found it', () => {
    const before = createCircleEngine(straitWorld()).computeSurface(circle);
    runAll(strait, { circle, draws: 5, seed: 1 });
    expect(strait.computeSurface({ ...circle })).toEqual(before);
  });

  it('refuses what the engine refuses, and numbers of draws that make no run', () => {
    const reason = (change: Partial<UncertaintyRequest>) => {
      const run = openUncertainty(strait, { circle, draws: 10, seed: 1, ...change });
      return run.ok ? null : run.failure.reason;
    };
    expect(reason({})).toBeNull();
    expect(reason({ circle: { ...circle, origins: [] } })).toBe('no-origin');
    for (const draws of [0, 2.5, 2001, Number.NaN]) expect(reason({ draws })).toBe('draws-out-of-range');
  });
});

describe('createDrawTally', () => {
  const frame = { west: 100, north: 30, cellDegrees: 0.01, columns: 50, rows: 50 };
  const block = (row0: number, column0: number, minutes: readonly number[][]): TravelTimeSurface => ({
    frame,
    row0,
    column0,
    rows: minutes.length,
    columns: minutes[0]?.length ?? 0,
    ticks: Uint16Array.from(minutes.flat(), (value) => value * 256),
    maxMinutes: 60,
    stepped: false,
  });

  it('counts windows that lie apart, and only what is within', () => {
    const tally = createDrawTally(frame);
    tally.add(block(10, 10, [[20, 70]]), 60);
    tally.add(
      block(9, 9, [
        [30, 30],
        [80, 10],
      ]),
      60,
    );
    const shares = tally.shares();
    expect([shares.row0, shares.column0, shares.rows, shares.columns]).toEqual([9, 9, 2, 3]);
    // Half of the draws: 50; none: unreached; both: 0.
    expect([...shares.ticks]).toEqual([12800, 12800, 65535, 65535, 0, 65535]);
  });
});

/** Cells within a cut-off, as positions on the whole grid. */
function cellsWithin(surface: TravelTimeSurface, minutes: number): readonly string[] {
  const limit = cutoffTicks(minutes);
  return [...surface.ticks].flatMap((ticks, at) =>
    ticks <= limit
      ? [`${surface.row0 + Math.floor(at / surface.columns)},${surface.column0 + (at % surface.columns)}`]
      : [],
  );
}
