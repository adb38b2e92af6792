import type { Adcode } from '../geography/admin-unit.ts';
import type { TravelParameters } from '../network/travel-parameters.ts';
import type { AreaVersusHour, PlanRegion } from '../scenario/plan-versus-hour.ts';
import { readPlanVersusHour } from '../scenario/plan-versus-hour.ts';
import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import { type CircleReadings, peopleWithin } from '../surface/circle-readings.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import type { AssumptionRange, OwnBounds } from './assumption.ts';
import { assumptionRanges, withAssumption } from './assumption.ts';
import { createDrawTally, tallyCutoff } from './draw-tally.ts';
import { checkDraws, type DrawsFailureReason } from './check-draws.ts';
import { drawValues } from './draw-values.ts';
import { knownSpread, type Spread, spreadOf } from './spread.ts';
import { mergedSurface, variedSurface } from './varied-surface.ts';
import { runToEnd } from './run-to-end.ts';

/** Shares of draws, percent, at which the map draws its bands: as good as certain, as likely as not, hardly excluded. */
export const CERTAINTY_LEVELS = [95, 50, 5] as const;

/** A circle and how it is to be tried. */
export interface UncertaintyRequest {
  /** `maxMinutes` is the cut-off itself. */
  readonly circle: CircleRequest;
  readonly draws: number;
  readonly seed: number;
  readonly bounds?: OwnBounds;
  /** Held against the circle in every draw. */
  readonly plan?: PlanRegion;
}

/** Area and people within the cut-off; people `null` where none are known. */
export interface CircleOutcome {
  readonly areaKm2: number;
  readonly population: number | null;
}

/** One assumption moved to each end of its range while all others stay. */
export interface AssumptionEffect {
  readonly range: AssumptionRange;
  readonly low: CircleOutcome;
  readonly high: CircleOutcome;
}

/** A county's share of land within: as declared and over the draws, 0–1. */
export interface CountyUncertainty {
  readonly adcode: Adcode;
  readonly declared: number;
  readonly share: Spread;
}

/** What holds in at least some percent of the draws. */
export interface CertainPart extends CircleOutcome {
  readonly percent: number;
}

/** A plan held against the hour in every draw. */
export interface PlanUncertainty {
  readonly id: string;
  readonly declared: AreaVersusHour;
  readonly coverage: Spread;
  readonly overlapPeople: Spread;
}

/** How sure a circle is, given what it assumes. Everything is modelled. */
export interface CircleUncertainty {
  readonly minutes: number;
  readonly draws: number;
  readonly seed: number;
  readonly declared: CircleOutcome;
  readonly areaKm2: Spread;
  /** `null` where none are known. */
  readonly population: Spread | null;
  /** In the order of the ranges. */
  readonly effects: readonly AssumptionEffect[];
  /** At {@link CERTAINTY_LEVELS}. */
  readonly parts: readonly CertainPart[];
  /** Counties within in some draw, largest median share of people first. */
  readonly counties: readonly CountyUncertainty[];
  readonly plan: PlanUncertainty | null;
  /** {@link DrawTally.shares}. */
  readonly shares: TravelTimeSurface;
}

/** A run in steps, so that a worker can report and stop between them. */
export interface UncertaintyRun {
  readonly steps: number;
  /** Computes the next circle. */
  step(): void;
  /** Once all steps are done. */
  result(): CircleUncertainty;
}

/** Why a circle cannot be tried. */
export type UncertaintyFailureReason = EngineFailureReason | DrawsFailureReason;

function outcomeOf(readings: CircleReadings): CircleOutcome {
  return { areaKm2: readings.areaKm2, population: peopleWithin(readings) };
}

interface Variant {
  readonly kind: 'low' | 'high' | 'draw';
  readonly index: number;
  readonly parameters: TravelParameters;
}

/**
 * Tries a circle against what it assumes: each assumption alone at both ends of its range (one at a time), then all together in
 * a Latin hypercube of draws. Rides, roads and people stay as they are: this is the doubt of the parameters, not of the data.
 * @see Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, chapters 1 and 2
 */
export function openUncertainty(
  engine: CircleEngine,
  request: UncertaintyRequest,
): Result<UncertaintyRun, UncertaintyFailureReason> {
  const { circle, draws, seed, bounds, plan } = request;
  const { mode, maxMinutes: minutes } = circle;
  const checked = checkDraws(draws, bounds);
  if (!checked.ok) return checked;
  // Asks all that can be refused, and gives the circle as it is drawn.
  const declaredCircle = engine.compute(circle);
  if (!declaredCircle.ok) return declaredCircle;
  const [first] = declaredCircle.value;
  if (first === undefined) throw new Error('A computation without origins');
  const { setting } = first;
  const { context } = engine;
  const read = (surface: TravelTimeSurface): CircleReadings => engine.readings(surface, minutes);

  const ranges = assumptionRanges(mode, setting.parameters, bounds);
  const effectVariants = ranges.flatMap((range, index): Variant[] =>
    (['low', 'high'] as const).map((kind) => ({
      kind,
      index,
      parameters: withAssumption(setting.parameters, range.id, range[kind]),
    })),
  );
  const drawn = drawValues(ranges, draws, seed);
  const declaredSurface = mergedSurface(declaredCircle.value.map(({ surface }) => surface));
  const declared = read(declaredSurface);
  const lows: CircleOutcome[] = [];
  const highs: CircleOutcome[] = [];
  const area = new Float64Array(draws);
  const people: (number | null)[] = [];
  const shareByCounty = new Map<Adcode, Float64Array>();
  const coverage = new Float64Array(draws);
  const overlapPeople = new Float64Array(draws);
  const tally = createDrawTally(declaredSurface.frame);
  let done = 0;

  const take = ({ kind, index, parameters }: Variant): void => {
    const surface = variedSurface(context, setting, circle, parameters);
    const readings = read(surface);
    if (kind !== 'draw') {
      (kind === 'low' ? lows : highs)[index] = outcomeOf(readings);
      return;
    }
    tally.add(surface, minutes);
    area[index] = readings.areaKm2;
    people[index] = peopleWithin(readings);
    for (const { adcode, share } of readings.counties) {
      let shares = shareByCounty.get(adcode);
      if (shares === undefined) {
        shares = new Float64Array(draws);
        shareByCounty.set(adcode, shares);
      }
      shares[index] = share;
    }
    if (plan === undefined) return;
    const held = readPlanVersusHour(context, plan, surface, minutes);
    coverage[index] = held.coverage;
    overlapPeople[index] = held.overlapPeople;
  };

  return succeed({
    steps: effectVariants.length + draws,
    step() {
      const draw = done - effectVariants.length;
      take(
        effectVariants[done] ?? {
          kind: 'draw',
          index: draw,
          parameters: drawn(setting.parameters, draw),
        },
      );
      done += 1;
    },
    result() {
      if (done !== effectVariants.length + draws) throw new Error('The run is not over');
      const shares = tally.shares();
      const declaredShare = new Map(declared.counties.map(({ adcode, share }) => [adcode, share]));
      const weight = ({ adcode, share }: CountyUncertainty): number => {
        const count = context.land.population[context.countyNumber(adcode)] ?? 0;
        return Number.isNaN(count) ? 0 : count * share.median;
      };
      return {
        minutes,
        draws,
        seed,
        declared: outcomeOf(declared),
        areaKm2: spreadOf(area),
        population: knownSpread(people),
        effects: ranges.flatMap((range, index): AssumptionEffect[] => {
          const [low, high] = [lows[index], highs[index]];
          return low === undefined || high === undefined ? [] : [{ range, low, high }];
        }),
        parts: CERTAINTY_LEVELS.map((percent) => ({
          percent,
          ...outcomeOf(engine.readings(shares, tallyCutoff(percent))),
        })),
        counties: [...shareByCounty]
          .map(([adcode, values]) => ({
            adcode,
            declared: declaredShare.get(adcode) ?? 0,
            share: spreadOf(values),
          }))
          .sort((a, b) => weight(b) - weight(a) || (a.adcode < b.adcode ? -1 : 1)),
        plan:
          plan === undefined
            ? null
            : {
                id: plan.id,
                declared: readPlanVersusHour(context, plan, declaredSurface, minutes),
                coverage: spreadOf(coverage),
                overlapPeople: spreadOf(overlapPeople),
              },
        shares,
      };
    },
  });
}

/** The whole run at once. */
export function runUncertainty(
  engine: CircleEngine,
  request: UncertaintyRequest,
): Result<CircleUncertainty, UncertaintyFailureReason> {
  return runToEnd(openUncertainty(engine, request));
}

/** Which assumption moves the people most between its two ends; for sorting. */
export function reachOfEffect({ low, high }: AssumptionEffect): number {
  return Math.abs((high.population ?? high.areaKm2) - (low.population ?? low.areaKm2));
}
