import type { Adcode } from '../geography/admin-unit.ts';
import { mainCores, variantOf, type Region } from '../geography/region.ts';
import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import { areaByCounty } from '../surface/circle-readings.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import type { EngineContext } from '../surface/engine-context.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';

/** A plan's area as counties, and from where the hour is counted. */
export interface PlanRegion {
  readonly id: string;
  /** County-level members; a prefecture stands for all its counties. */
  readonly counties: readonly Adcode[];
  /** Prefecture-level cities whose seats are the origins. */
  readonly cores: readonly Adcode[];
}

/** A region in one of its delimitations, the current one where none is named or the key is unknown. Origins are its {@link mainCores}. */
export function planRegionOf(region: Region, variantKey?: string): PlanRegion | null {
  const variant = variantOf(region, variantKey);
  if (variant === undefined) return null;
  return { id: region.id, counties: variant.counties, cores: mainCores(region) };
}

/** A county where plan and hour disagree. */
export interface PlanMismatch {
  readonly adcode: Adcode;
  /** Share of its land within the hour. */
  readonly share: number;
  /** People beyond (in the plan) or within (outside the plan); `null` where unknown. */
  readonly people: number | null;
}

/** Plan and hour laid over one another. */
export interface PlanVersusHour {
  readonly id: string;
  readonly minutes: number;
  readonly plan: { readonly areaKm2: number; readonly population: number };
  readonly hour: { readonly areaKm2: number; readonly population: number };
  readonly both: { readonly areaKm2: number; readonly population: number };
  /** Plan counties with land beyond the hour, most people beyond first. */
  readonly planBeyondHour: readonly PlanMismatch[];
  /** Counties outside the plan with land within the hour, most people within first. */
  readonly hourBeyondPlan: readonly PlanMismatch[];
  /** Share of the plan's people within the hour, 0–1. */
  readonly coverage: number;
  /** Intersection over union of people, 0–1: 1 = plan and hour hold the same people. */
  readonly overlapPeople: number;
  /** The same of land. */
  readonly overlapArea: number;
}

/** Members on the county level as county numbers of the raster; a prefecture's code stands for all its counties. */
export function countyNumbersOf(context: EngineContext, members: readonly Adcode[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const adcode of members) {
    const own = context.countyNumber(adcode);
    if (own > 0) numbers.add(own);
    context.prefectureOfCounty.forEach((prefecture, index) => {
      if (prefecture === adcode) numbers.add(index + 1);
    });
  }
  return numbers;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Reads plan against hour from a surface of the plan's cores. */
export function readPlanVersusHour(
  context: EngineContext,
  region: PlanRegion,
  surface: TravelTimeSurface,
  minutes: number,
): PlanVersusHour {
  const { land } = context;
  const members = countyNumbersOf(context, region.counties);
  const within = areaByCounty(land, surface, minutes);
  const plan = { areaKm2: 0, population: 0 };
  const hour = { areaKm2: 0, population: 0 };
  const both = { areaKm2: 0, population: 0 };
  const planBeyondHour: PlanMismatch[] = [];
  const hourBeyondPlan: PlanMismatch[] = [];
  land.counties.forEach((adcode, index) => {
    const county = index + 1;
    const area = land.landAreaKm2[county] as number;
    const inside = within[county] as number;
    const member = members.has(county);
    if (area === 0 || (inside === 0 && !member)) return;
    const share = Math.min(1, inside / area);
    const known = land.population[county] as number;
    const people = Number.isNaN(known) ? 0 : known;
    hour.areaKm2 += inside;
    hour.population += people * share;
    if (member) {
      plan.areaKm2 += area;
      plan.population += people;
      both.areaKm2 += inside;
      both.population += people * share;
      if (share < 1) {
        planBeyondHour.push({ adcode, share, people: Number.isNaN(known) ? null : people * (1 - share) });
      }
    } else {
      hourBeyondPlan.push({ adcode, share, people: Number.isNaN(known) ? null : people * share });
    }
  });
  const byPeople = (a: PlanMismatch, b: PlanMismatch): number =>
    (b.people ?? -1) - (a.people ?? -1) || (a.adcode < b.adcode ? -1 : 1);
  return {
    id: region.id,
    minutes,
    plan,
    hour,
    both,
    planBeyondHour: planBeyondHour.sort(byPeople),
    hourBeyondPlan: hourBeyondPlan.sort(byPeople),
    coverage: ratio(both.population, plan.population),
    overlapPeople: ratio(both.population, plan.population + hour.population - both.population),
    overlapArea: ratio(both.areaKm2, plan.areaKm2 + hour.areaKm2 - both.areaKm2),
  };
}

/**
 * Holds plans against their hour, one by one.
 * @param request mode, preset, parameters and edits; origins are each plan's cores
 */
export function comparePlansWithHour(
  engine: CircleEngine,
  regions: readonly PlanRegion[],
  request: Omit<CircleRequest, 'origins' | 'maxMinutes'>,
  minutes: number,
  shouldStop?: () => boolean,
): Result<readonly PlanVersusHour[], EngineFailureReason> {
  const readings: PlanVersusHour[] = [];
  for (const region of regions) {
    if (shouldStop?.() === true) {
      return fail({
        reason: 'cancelled',
        message: 'The comparison was stopped.',
        nextStep: 'Start it again.',
      });
    }
    const circle = engine.computeSurface({
      ...request,
      maxMinutes: minutes,
      origins: region.cores.map((adcode) => ({ kind: 'city', adcode })),
    });
    if (!circle.ok) return circle;
    readings.push(readPlanVersusHour(engine.context, region, circle.value.surface, minutes));
  }
  return succeed(readings);
}
