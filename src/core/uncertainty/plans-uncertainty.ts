import { type AreaVersusHour, type PlanRegion, readPlanVersusHour } from '../scenario/plan-versus-hour.ts';
import type { CircleEngine, TravelTimeRequest } from '../surface/circle-engine.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import type { ResolvedSetting } from '../surface/engine-context.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { fail, type Result, succeed } from '../units/result.ts';
import { assumptionRanges, type OwnBounds } from './assumption.ts';
import { checkDraws } from './check-draws.ts';
import type { UncertaintyFailureReason } from './circle-uncertainty.ts';
import { drawValues } from './draw-values.ts';
import { openVariation } from './varied-surface.ts';

/** Figures of a plan that the ranking can be ordered by. */
export const PLAN_FIGURES = ['overlapPeople', 'coverage', 'peopleBeyondHour', 'peopleBeyondPlan'] as const;
/** One of {@link PLAN_FIGURES}. */
export type PlanFigure = (typeof PLAN_FIGURES)[number];

/** The figures of a plan: shares 0–1, and people. */
export type PlanFigures = Readonly<Record<PlanFigure, number>>;

/** Plans and how their figures are to be tried. */
export interface PlansUncertaintyRequest {
  readonly plans: readonly PlanRegion[];
  /** Mode, preset, parameters and edits; origins are each plan's cores. */
  readonly request: TravelTimeRequest;
  readonly minutes: number;
  readonly draws: number;
  readonly seed: number;
  readonly bounds?: OwnBounds;
}

/** A plan with what its figures came to, draw by draw. */
export interface TriedPlan {
  readonly id: string;
  readonly declared: PlanFigures;
  /** A value a draw; draw `n` has the same parameters for every plan. */
  readonly drawn: Readonly<Record<PlanFigure, Float64Array>>;
}

/** All plans tried against what their hours assume. Everything is modelled. */
export interface PlansUncertainty {
  readonly minutes: number;
  readonly draws: number;
  readonly seed: number;
  /** In the order of the request. */
  readonly plans: readonly TriedPlan[];
}

/** A run in steps, one circle each. */
export interface PlansUncertaintyRun {
  readonly steps: number;
  step(): void;
  result(): PlansUncertainty;
}

/** The figures that are ranked, of a plan held against its hour. */
export function planFigures({ plan, hour, both, coverage, overlapPeople }: AreaVersusHour): PlanFigures {
  return {
    overlapPeople,
    coverage,
    peopleBeyondHour: plan.population - both.population,
    peopleBeyondPlan: hour.population - both.population,
  };
}

interface Trial {
  readonly plan: PlanRegion;
  readonly circle: CircleRequest;
  readonly setting: ResolvedSetting;
  readonly declared: PlanFigures;
  readonly drawn: TriedPlan['drawn'];
}

/**
 * Tries the figures of many plans against the assumptions of their hours, all plans under the same draws: what the doubt moves
 * in all of them alike leaves their order alone (common random numbers).
 * @see Law & Kelton (2000), Simulation Modeling and Analysis, section 11.2
 */
export function openPlansUncertainty(
  engine: CircleEngine,
  { plans, request, minutes, draws, seed, bounds }: PlansUncertaintyRequest,
): Result<PlansUncertaintyRun, UncertaintyFailureReason | 'no-plans'> {
  const checked = checkDraws(draws, bounds);
  if (!checked.ok) return checked;
  const { context } = engine;
  const trials: Trial[] = [];
  for (const plan of plans) {
    const circle: CircleRequest = {
      ...request,
      maxMinutes: minutes,
      origins: plan.cores.map((adcode) => ({ kind: 'city', adcode })),
    };
    // Asks all that can be refused, and gives the hour as it is drawn.
    const computed = engine.compute(circle);
    if (!computed.ok) return computed;
    const hour = engine.computeSurface(circle);
    if (!hour.ok) return hour;
    const [first] = computed.value;
    if (first === undefined) throw new Error('A computation without origins');
    trials.push({
      plan,
      circle,
      setting: first.setting,
      declared: planFigures(readPlanVersusHour(context, plan, hour.value.surface, minutes)),
      drawn: {
        overlapPeople: new Float64Array(draws),
        coverage: new Float64Array(draws),
        peopleBeyondHour: new Float64Array(draws),
        peopleBeyondPlan: new Float64Array(draws),
      },
    });
  }
  const [lead] = trials;
  if (lead === undefined)
    return fail({
      reason: 'no-plans',
      message: 'There is no plan to try.',
      nextStep: 'Give at least one plan.',
    });
  const { setting } = lead;
  const drawn = drawValues(assumptionRanges(request.mode, setting.parameters, bounds), draws, seed);
  let done = 0;
  let surfaceOf: ((circle: CircleRequest) => TravelTimeSurface) | null = null;

  return succeed({
    steps: draws * trials.length,
    step() {
      const [draw, at] = [Math.floor(done / trials.length), done % trials.length];
      const trial = trials[at];
      if (trial === undefined || draw >= draws) throw new Error('The run is over');
      // The ground of a draw serves all plans.
      if (at === 0 || surfaceOf === null)
        surfaceOf = openVariation(context, setting, drawn(setting.parameters, draw));
      const held = readPlanVersusHour(context, trial.plan, surfaceOf(trial.circle), minutes);
      const figures = planFigures(held);
      for (const figure of PLAN_FIGURES) trial.drawn[figure][draw] = figures[figure];
      done += 1;
    },
    result() {
      if (done !== draws * trials.length) throw new Error('The run is not over');
      return {
        minutes,
        draws,
        seed,
        plans: trials.map(({ plan, declared, drawn: values }) => ({ id: plan.id, declared, drawn: values })),
      };
    },
  });
}
