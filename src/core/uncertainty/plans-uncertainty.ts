import { type AreaVersusHour, type PlanRegion, readPlanVersusHour } from '../scenario/plan-versus-hour.ts';
import type { CircleEngine, TravelTimeRequest } from '../surface/circle-engine.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import type { ResolvedSetting } from '../surface/engine-context.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import { fail, type Result, succeed } from '../units/result.ts';
import { assumptionRanges, type OwnBounds } from './assumption.ts';
import { checkDraws } from './check-draws.ts';
import type { UncertaintyFailureReason } from './circle-uncertainty.ts';
import { type DrawnParameters, drawValues } from './draw-values.ts';
import { mergedSurface, openVariation } from './varied-surface.ts';

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

/** Why plans cannot be tried. */
export type PlansUncertaintyFailure = UncertaintyFailureReason | 'no-plans';

/** A run in steps, one circle each, so that a worker can report and stop between them. */
export interface PlansUncertaintyRun {
  readonly steps: number;
  step(): void;
  /** Once all steps are done. */
  result(): Result<PlansUncertainty, PlansUncertaintyFailure>;
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
  readonly declared: PlanFigures;
  readonly drawn: TriedPlan['drawn'];
}

function emptyDraws(draws: number): TriedPlan['drawn'] {
  return {
    overlapPeople: new Float64Array(draws),
    coverage: new Float64Array(draws),
    peopleBeyondHour: new Float64Array(draws),
    peopleBeyondPlan: new Float64Array(draws),
  };
}

/**
 * Tries the figures of many plans against the assumptions of their hours, all plans under the same draws: what the doubt moves
 * in all of them alike leaves their order alone (common random numbers). First each hour as it is drawn, which tells what
 * cannot be computed; then draw by draw all plans, so that the ground of a draw serves them all.
 * @see Law & Kelton (2000), Simulation Modeling and Analysis, section 11.2
 */
export function openPlansUncertainty(
  engine: CircleEngine,
  { plans, request, minutes, draws, seed, bounds }: PlansUncertaintyRequest,
): Result<PlansUncertaintyRun, PlansUncertaintyFailure> {
  const checked = checkDraws(draws, bounds);
  if (!checked.ok) return checked;
  if (plans.length === 0)
    return fail({
      reason: 'no-plans',
      message: 'There is no plan to try.',
      nextStep: 'Give at least one plan.',
    });
  const { context } = engine;
  const steps = plans.length * (1 + draws);
  const trials: Trial[] = [];
  let refused: Result<never, PlansUncertaintyFailure> | null = null;
  let setting: ResolvedSetting | null = null;
  let drawn: DrawnParameters | null = null;
  let surfaceOf: ((circle: CircleRequest) => TravelTimeSurface) | null = null;
  let done = 0;

  const figuresOn = (plan: PlanRegion, surface: TravelTimeSurface): PlanFigures =>
    planFigures(readPlanVersusHour(context, plan, surface, minutes));

  const declare = (plan: PlanRegion): void => {
    const circle: CircleRequest = {
      ...request,
      maxMinutes: minutes,
      origins: plan.cores.map((adcode) => ({ kind: 'city', adcode })),
    };
    const computed = engine.compute(circle);
    if (!computed.ok) {
      refused = computed;
      return;
    }
    const surface = mergedSurface(computed.value.map((each) => each.surface));
    // One definition is behind all hours, and so one setting.
    setting ??= computed.value[0]?.setting ?? null;
    trials.push({ plan, circle, declared: figuresOn(plan, surface), drawn: emptyDraws(draws) });
  };

  const draw = (number: number, at: number): void => {
    const trial = trials[at];
    if (trial === undefined || setting === null) throw new Error('A plan without its hour');
    drawn ??= drawValues(assumptionRanges(request.mode, setting.parameters, bounds), draws, seed);
    if (at === 0 || surfaceOf === null)
      surfaceOf = openVariation(context, setting, drawn(setting.parameters, number));
    const figures = figuresOn(trial.plan, surfaceOf(trial.circle));
    for (const figure of PLAN_FIGURES) trial.drawn[figure][number] = figures[figure];
  };

  return succeed({
    steps,
    step() {
      if (done === steps) throw new Error('The run is over');
      const plan = plans[done];
      if (refused === null) {
        if (plan !== undefined) declare(plan);
        else draw(Math.floor(done / plans.length) - 1, done % plans.length);
      }
      done += 1;
    },
    result() {
      if (refused !== null) return refused;
      if (done !== steps) throw new Error('The run is not over');
      return succeed({
        minutes,
        draws,
        seed,
        plans: trials.map(({ plan, declared, drawn: values }) => ({ id: plan.id, declared, drawn: values })),
      });
    },
  });
}

/** The whole run at once. */
export function runPlansUncertainty(
  engine: CircleEngine,
  request: PlansUncertaintyRequest,
): Result<PlansUncertainty, PlansUncertaintyFailure> {
  const run = openPlansUncertainty(engine, request);
  if (!run.ok) return run;
  for (let step = 0; step < run.value.steps; step++) run.value.step();
  return run.value.result();
}
