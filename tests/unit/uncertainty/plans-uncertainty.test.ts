import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlansWithHour, type PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { assumptionRanges } from '#core/uncertainty/assumption.ts';
import { drawValues } from '#core/uncertainty/draw-values.ts';
import { planOrders, shareLarger } from '#core/uncertainty/plan-orders.ts';
import {
  openPlansUncertainty,
  PLAN_FIGURES,
  type PlansUncertainty,
  type PlansUncertaintyRequest,
  planFigures,
  runPlansUncertainty,
  type TriedPlan,
} from '#core/uncertainty/plans-uncertainty.ts';
import { city, uniformWorld } from '../../fixtures/travel-world.ts';
import { straitWorld } from '../scenario/strait-world.ts';

const strait = createCircleEngine(straitWorld());
const west: PlanRegion = { id: 'west', counties: ['440101'], cores: ['440100'] };
const east: PlanRegion = { id: 'east', counties: ['440201', '440202'], cores: ['440200'] };
const both: PlanRegion = { id: 'both', counties: ['440101', '440201'], cores: ['440100', '440200'] };
const asked: PlansUncertaintyRequest = {
  plans: [west, east, both],
  request: { mode: 'door-to-door' },
  minutes: 60,
  draws: 10,
  seed: 3,
};

function runAll(change: Partial<PlansUncertaintyRequest> = {}, engine = strait): PlansUncertainty {
  const tried = runPlansUncertainty(engine, { ...asked, ...change });
  if (!tried.ok) throw new Error(tried.failure.message);
  return tried.value;
}

/** Why a question is refused. */
function reason(change: Partial<PlansUncertaintyRequest>): string | null {
  const tried = runPlansUncertainty(strait, { ...asked, ...change });
  return tried.ok ? null : tried.failure.reason;
}

describe('openPlansUncertainty', () => {
  it('gives what comparing all plans anew under every draw’s parameters gives', () => {
    const found = runAll();
    const setting = strait.computeSurface({
      mode: 'door-to-door',
      maxMinutes: 60,
      origins: [{ kind: 'city', adcode: '440100' }],
    });
    if (!setting.ok) throw new Error(setting.failure.message);
    const { parameters } = setting.value;
    const drawn = drawValues(assumptionRanges('door-to-door', parameters), 10, 3);
    for (let draw = 0; draw < 10; draw++) {
      const request = { mode: 'door-to-door', parameters: drawn(parameters, draw) } as const;
      // A new engine each time: nothing kept from other draws.
      const by = comparePlansWithHour(createCircleEngine(straitWorld()), asked.plans, request, 60);
      if (!by.ok) throw new Error(by.failure.message);
      by.value.forEach((reading, at) => {
        const figures = planFigures(reading);
        for (const figure of PLAN_FIGURES) expect(found.plans[at]?.drawn[figure][draw]).toBe(figures[figure]);
      });
    }
  });

  it('says as declared what the ranking shows', () => {
    const compared = comparePlansWithHour(strait, asked.plans, asked.request, 60);
    if (!compared.ok) throw new Error(compared.failure.message);
    expect(runAll({ draws: 1 }).plans.map(({ id, declared }) => ({ id, declared }))).toEqual(
      compared.value.map((reading) => ({ id: reading.id, declared: planFigures(reading) })),
    );
  });

  it('finds on uniform land, by hand, how the share within goes with the square of the speed', () => {
    // A minute a kilometre: at 60 minutes a disc of π·60² km² lies within a single county that holds it at every speed.
    const units = [city('510100', '城', [105.3, 30.9])];
    const plain = createCircleEngine({ ...uniformWorld(260, 220), units });
    const plan: PlanRegion = { id: 'p', counties: ['510101'], cores: ['510100'] };
    const bounds = { roadSpeed: [0.8, 0.8], detourFactor: [1.3, 1.3] } as const;
    const { plans } = runAll({ plans: [plan], request: { mode: 'road' }, draws: 1, bounds }, plain);
    const [{ declared, drawn } = fallback] = plans;
    expect((drawn.coverage[0] ?? 0) / declared.coverage).toBeCloseTo(0.64, 2);
  });

  it('gives every plan the same whatever others are tried with it', () => {
    const [alone] = runAll({ plans: [east] }).plans;
    expect(runAll().plans[1]).toEqual(alone);
    expect(runAll({ plans: [east, west] }).plans.map(({ id }) => id)).toEqual(['east', 'west']);
  });

  it('refuses what cannot be tried', () => {
    expect(reason({ plans: [] })).toBe('no-plans');
    expect(reason({ draws: 0 })).toBe('draws-out-of-range');
    expect(reason({ bounds: { roadSpeed: [2, 1] } })).toBe('range-upside-down');
    expect(reason({ plans: [west, { ...west, cores: ['999999'] }] })).not.toBeNull();
    const run = openPlansUncertainty(strait, { ...asked, draws: 1, plans: [west] });
    if (!run.ok) throw new Error(run.failure.message);
    expect(() => run.value.result()).toThrow('not over');
    run.value.step();
    run.value.step();
    expect(() => run.value.step()).toThrow('over');
  });
});

const fallback: TriedPlan = {
  id: '',
  declared: { overlapPeople: 0, coverage: 0, peopleBeyondHour: 0, peopleBeyondPlan: 0 },
  drawn: {
    overlapPeople: new Float64Array(1),
    coverage: new Float64Array(1),
    peopleBeyondHour: new Float64Array(1),
    peopleBeyondPlan: new Float64Array(1),
  },
};

/** A plan by its coverage alone. */
function tried(id: string, declared: number, drawn: readonly number[]): TriedPlan {
  return {
    id,
    declared: { ...fallback.declared, coverage: declared },
    drawn: { ...fallback.drawn, coverage: Float64Array.from(drawn) },
  };
}

describe('planOrders', () => {
  it('counts draw by draw, ties half, least sure first', () => {
    const plans = [
      tried('b', 0.5, [0.4, 0.6, 0.5, 0.3]),
      tried('a', 0.6, [0.5, 0.5, 0.5, 0.9]),
      tried('c', 0.1, [0.1, 0.1, 0.4, 0.4]),
    ];
    expect(planOrders(plans, 'coverage')).toEqual([
      // 0.5 > 0.4, 0.5 < 0.6, 0.5 = 0.5, 0.9 > 0.3.
      { above: 'a', below: 'b', holds: 2.5 / 4 },
      { above: 'b', below: 'c', holds: 3 / 4 },
      { above: 'a', below: 'c', holds: 1 },
    ]);
  });

  it('finds an order sure that ranges laid side by side would leave open, because both move together', () => {
    const drawn = [0.2, 0.4, 0.6, 0.8];
    const [order] = planOrders(
      [
        tried(
          'a',
          0.51,
          drawn.map((value) => value + 0.01),
        ),
        tried('b', 0.5, drawn),
      ],
      'coverage',
    );
    expect(order).toEqual({ above: 'a', below: 'b', holds: 1 });
  });
});

describe('shareLarger', () => {
  it('and its reverse are the whole, for any two draws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ max: 9 }), fc.integer({ max: 9 })), { minLength: 1 }),
        (pairs) => {
          const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
          const share = shareLarger(first, second);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(share + shareLarger(second, first)).toBeCloseTo(1, 12);
          // Where every draw is larger, whatever each is, the order is sure.
          expect(
            shareLarger(
              second.map((value) => value + 1),
              second,
            ),
          ).toBe(1);
        },
      ),
    );
  });

  it('takes values of the same draws only', () => {
    expect(() => shareLarger([1, 2], [1])).toThrow('other draws');
    expect(() => shareLarger([], [])).toThrow('other draws');
  });
});
