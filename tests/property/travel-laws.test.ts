import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleMode, CircleRequest } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { alignSurfaces } from '#core/scenario/compare-surfaces.ts';
import { checkLaws } from '#core/scenario/laws.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { cutoffTicks } from '#core/surface/travel-time-ticks.ts';
import { fasterEdit, randomOrigin, randomWorld, slowerEdit } from './random-travel-world.ts';

const SEED = 20261124;
const mode = fc.constantFrom<CircleMode>('door-to-door', 'in-vehicle', 'road', 'commutable');

function request(
  at: LngLat,
  how: CircleMode,
  maxMinutes: number,
  edits: readonly ScenarioEdit[] = [],
): CircleRequest {
  return { origins: [{ kind: 'point', at }], mode: how, maxMinutes, edits };
}

/** Cells at which `b` is later than `a` within the budget; `null` when there is no circle to compare. */
function laterCells(
  engine: CircleEngine,
  a: CircleRequest,
  b: CircleRequest,
  minutes: number,
): number | null {
  const [before, after] = [engine.computeSurface(a), engine.computeSurface(b)];
  if (!before.ok || !after.ok) return null;
  const aligned = alignSurfaces(before.value.surface, after.value.surface);
  const limit = cutoffTicks(minutes);
  let later = 0;
  aligned.before.forEach((old, cell) => {
    const fresh = aligned.after[cell] ?? 0;
    if (old <= limit && fresh > old) later++;
  });
  return later;
}

describe('laws of travel times over random networks and scenarios', () => {
  it('adding or speeding up never makes any place later', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        randomWorld,
        randomOrigin,
        mode,
        fc.array(fasterEdit, { minLength: 1, maxLength: 3 }),
        (data, at, how, edits) => {
          const engine = createCircleEngine(data);
          const later = laterCells(engine, request(at, how, 90), request(at, how, 90, edits), 90);
          if (later === null) return;
          compared++;
          expect(later).toBe(0);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(80);
  });

  it('closing or slowing down never makes any place earlier', () => {
    fc.assert(
      fc.property(
        randomWorld,
        randomOrigin,
        mode,
        fc.array(slowerEdit, { minLength: 1, maxLength: 2 }),
        (data, at, how, edits) => {
          const engine = createCircleEngine(data);
          const closeLinks = data.roadLinks.map(({ id }): ScenarioEdit => ({ type: 'close', id }));
          expect(
            laterCells(engine, request(at, how, 90, [...edits, ...closeLinks]), request(at, how, 90), 90) ??
              0,
          ).toBe(0);
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('opening and closing again restores the surface exactly, with caches warm', () => {
    fc.assert(
      fc.property(randomWorld, randomOrigin, (data, at) => {
        const engine = createCircleEngine(data);
        const base = engine.computeSurface(request(at, 'door-to-door', 90));
        if (!base.ok) return;
        const toggles = ['base-line', 'planned-line', ...data.roadLinks.map(({ id }) => id)];
        const shut = engine.computeSurface(
          request(
            at,
            'door-to-door',
            90,
            toggles.map((id) => ({ type: 'close', id })),
          ),
        );
        expect(shut.ok).toBe(true);
        const again = engine.computeSurface(
          request(
            at,
            'door-to-door',
            90,
            toggles.flatMap((id): ScenarioEdit[] => [
              { type: 'close', id },
              { type: 'reset', id },
            ]),
          ),
        );
        const fresh = createCircleEngine(data).computeSurface(request(at, 'door-to-door', 90));
        if (!again.ok || !fresh.ok) throw new Error('The base could be computed');
        expect(again.value.surface).toEqual(base.value.surface);
        expect(fresh.value.surface).toEqual(base.value.surface);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('a longer budget holds the shorter with the same times', () => {
    fc.assert(
      fc.property(randomWorld, randomOrigin, mode, (data, at, how) => {
        const engine = createCircleEngine(data);
        const [short, long] = [
          engine.computeSurface(request(at, how, 40)),
          engine.computeSurface(request(at, how, 100)),
        ];
        if (!short.ok || !long.ok) return;
        const aligned = alignSurfaces(short.value.surface, long.value.surface);
        const limit = cutoffTicks(40);
        aligned.before.forEach((value, cell) => {
          const longer = aligned.after[cell] ?? 0;
          if (value <= limit || longer <= limit) expect(longer).toBe(value);
        });
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('a link out of reach changes nothing', () => {
    fc.assert(
      fc.property(randomWorld, randomOrigin, fasterEdit, (data, at, edit) => {
        const engine = createCircleEngine(data);
        const report = checkLaws(engine, request(at, 'door-to-door', 25), [edit]);
        if (!report.ok) return;
        expect(report.value.violations).toEqual([]);
      }),
      { seed: SEED, numRuns: 80 },
    );
  });

  it('several origins give the earliest of each', () => {
    fc.assert(
      fc.property(randomWorld, randomOrigin, randomOrigin, (data, a, b) => {
        const engine = createCircleEngine(data);
        const [first, second] = [
          engine.computeSurface(request(a, 'road', 40)),
          engine.computeSurface(request(b, 'road', 40)),
        ];
        const both = engine.computeSurface({
          ...request(a, 'road', 40),
          origins: [a, b].map((at) => ({ kind: 'point', at })),
        });
        if (!first.ok || !second.ok || !both.ok) return;
        const one = alignSurfaces(first.value.surface, both.value.surface);
        const two = alignSurfaces(second.value.surface, both.value.surface);
        expect(two.after).toEqual(one.after);
        one.after.forEach((value, cell) =>
          expect(value).toBe(Math.min(one.before[cell] ?? 0, two.before[cell] ?? 0)),
        );
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('every reached place has a way whose legs add up to its minutes', () => {
    fc.assert(
      fc.property(
        randomWorld,
        randomOrigin,
        randomOrigin,
        fc.constantFrom<CircleMode>('door-to-door', 'road', 'commutable'),
        (data, at, to, how) => {
          const engine = createCircleEngine(data);
          const question = request(at, how, 120);
          const way = engine.explainPoint(question, to);
          if (!way.ok) return;
          const sum = way.value.legs.reduce((total, leg) => total + leg.minutes, 0);
          expect(sum).toBe(way.value.minutes);
          for (const [index, leg] of way.value.legs.entries()) {
            const before = way.value.legs[index - 1];
            if (leg.kind !== 'ride' || before === undefined) continue;
            expect(before.kind === 'wait' || before.kind === 'transfer').toBe(true);
          }
        },
      ),
      { seed: SEED, numRuns: 80 },
    );
  });
});
