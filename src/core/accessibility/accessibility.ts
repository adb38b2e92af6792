import type { Adcode } from '../geography/admin-unit.ts';
import { computeCircle } from '../surface/circle-computation.ts';
import type { CircleEngine, EngineFailureReason, TravelTimeRequest } from '../surface/circle-engine.ts';
import { peopleWithin } from '../surface/circle-readings.ts';
import type { CircleMode } from '../surface/circle-request.ts';
import { countyNumbersOf } from '../surface/county-numbers.ts';
import type { EngineContext, ResolvedSetting } from '../surface/engine-context.ts';
import { isStartedFrom, resolvePlace } from '../surface/origin.ts';
import { MAX_SURFACE_MINUTES } from '../surface/travel-time-ticks.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';

/** From where accessibility is asked, and what counts as reached. */
export interface AccessibilityRequest extends TravelTimeRequest {
  /** Counties whose seats are the origins, `null` = all; a prefecture's code stands for all its counties. */
  readonly counties: readonly Adcode[] | null;
  /** Cut-off, minutes. */
  readonly minutes: number;
}

/** Why a county has no figure: its seat is not on the land of the grid, or no train starts there. */
export type NoAccessibility = 'origin-not-on-land' | 'no-station';

/** What can be reached from a county's seat within the cut-off. */
export interface CountyAccessibility {
  readonly adcode: Adcode;
  /** The county's own people by the census; `null` where unknown. */
  readonly residents: number | null;
  /** People within; `null` where there is no figure or none are known. */
  readonly people: number | null;
  /** GDP within, the unit of the data; `null` where none is known. */
  readonly gdp: number | null;
  /** Share of the people within whose prefecture's GDP is known, 0–1. */
  readonly gdpKnownShare: number | null;
  /** `null` = there is a figure. */
  readonly without: NoAccessibility | null;
}

/** Counties done, of all. */
export interface AccessibilityProgress {
  readonly done: number;
  readonly total: number;
}

const NO_FIGURE = { people: null, gdp: null, gdpKnownShare: null } as const;

/**
 * Accessibility by cumulative opportunities, county by county: people (and the output) that lie within the cut-off of each
 * county's seat, wherever they live. Each figure is that of the circle from that seat (docs/method-travel.md, sections 5
 * and 9). It yields after every county, so that a caller can report, pause or stop.
 *
 * @see Geurs & van Wee (2004), Accessibility evaluation of land-use and transport strategies, Journal of Transport
 * Geography 12: 127–140 (contour measure)
 */
export function* computeAccessibility(
  engine: CircleEngine,
  { counties, minutes, ...request }: AccessibilityRequest,
): Generator<AccessibilityProgress, Result<readonly CountyAccessibility[], EngineFailureReason>> {
  const { context } = engine;
  if (!(minutes > 0 && minutes <= MAX_SURFACE_MINUTES)) {
    return fail({
      reason: 'minutes-out-of-range',
      message: `Accessibility within ${minutes} minutes cannot be computed.`,
      nextStep: `Give minutes above 0 and up to ${MAX_SURFACE_MINUTES}.`,
      values: { minutes: String(minutes), max: MAX_SURFACE_MINUTES },
    });
  }
  const setting = context.resolve(request);
  if (!setting.ok) return setting;
  const numbers = accessibilityOrigins(context, counties);
  if (numbers.length === 0) {
    return fail({
      reason: 'no-origin',
      message: 'None of the places named has a county on the grid.',
      nextStep: 'Choose a region with counties.',
    });
  }
  const found: CountyAccessibility[] = [];
  for (const number of numbers) {
    const reached = accessibilityFrom(engine, context, setting.value, number, request.mode, minutes);
    if (!reached.ok) return reached;
    found.push(reached.value);
    yield { done: found.length, total: numbers.length };
  }
  return succeed(found);
}

/** County numbers of the origins: neighbours follow one another, so that the land around a station is searched once for all of them. */
export function accessibilityOrigins(
  context: EngineContext,
  counties: readonly Adcode[] | null,
): readonly number[] {
  return [...countyNumbersOf(context, counties ?? context.land.counties)].toSorted((a, b) => a - b);
}

/**
 * What one county reaches under a setting of the engine.
 *
 * @param context the engine's own, or one apart from its caches where the setting is a variation
 */
export function accessibilityFrom(
  engine: Pick<CircleEngine, 'readings'>,
  context: EngineContext,
  setting: ResolvedSetting,
  number: number,
  mode: CircleMode,
  minutes: number,
): Result<CountyAccessibility, EngineFailureReason> {
  const { land } = context;
  const adcode = land.counties[number - 1];
  if (adcode === undefined) throw new Error(`No county ${number} on the grid`);
  const known = land.population[number] as number;
  const county = { adcode, residents: Number.isNaN(known) ? null : known };
  const origin = resolvePlace(context, setting, { kind: 'city', adcode });
  if (!origin.ok) {
    return origin.failure.reason === 'origin-not-on-land'
      ? succeed({ ...county, ...NO_FIGURE, without: 'origin-not-on-land' })
      : origin;
  }
  if (!isStartedFrom(origin.value, mode)) return succeed({ ...county, ...NO_FIGURE, without: 'no-station' });
  const circle = computeCircle(context, setting, origin.value, mode, minutes);
  const readings = engine.readings(circle.surface, minutes);
  return succeed({
    ...county,
    people: peopleWithin(readings),
    gdp: readings.gdp?.value ?? null,
    gdpKnownShare: readings.gdp?.knownShare ?? null,
    without: null,
  });
}

/** All of it at once, for whoever needs no pauses; several questions in their order. */
export function runAccessibility(
  engine: CircleEngine,
  requests: readonly AccessibilityRequest[],
): Result<readonly (readonly CountyAccessibility[])[], EngineFailureReason> {
  const answers: (readonly CountyAccessibility[])[] = [];
  for (const request of requests) {
    const steps = computeAccessibility(engine, request);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    if (!step.value.ok) return step.value;
    answers.push(step.value.value);
  }
  return succeed(answers);
}
