import type { Adcode } from '../geography/admin-unit.ts';
import { mainCores, variantOf, type Region } from '../geography/region.ts';
import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import { areaByCounty } from '../surface/circle-readings.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import { countyNumbersOf } from '../surface/county-numbers.ts';
import type { EngineContext } from '../surface/engine-context.ts';
import type { LandModel } from '../surface/land-model.ts';
import type { ShapeMask } from '../surface/shape-mask.ts';
import { shapeAreaByCounty, shapeAreaWithin } from '../surface/shape-readings.ts';
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
  /** In the plan: share of its land there that is within the hour. Outside it: share of its land that is within the hour alone. */
  readonly share: number;
  /** People beyond (in the plan) or within (outside the plan); `null` where unknown. */
  readonly people: number | null;
}

/** An area, planned or of one's own, and the hour laid over one another. */
export interface AreaVersusHour {
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

/** A plan and the hour of its cores. */
export interface PlanVersusHour extends AreaVersusHour {
  readonly id: string;
  /** Cores that the hour does not start from, see `StartedOrigin`. */
  readonly withoutStation: readonly Adcode[];
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
): AreaVersusHour {
  const { land } = context;
  const members = countyNumbersOf(context, region.counties);
  const hour = areaByCounty(land, surface, minutes);
  const plan = land.landAreaKm2.map((area, county) => (members.has(county) ? area : 0));
  const both = hour.map((area, county) => (members.has(county) ? area : 0));
  return { minutes, ...compareAreas(land, plan, hour, both) };
}

/** A shape of one's own in the place of a plan, held against the hour of a surface. */
export function readShapeVersusHour(
  land: LandModel,
  mask: ShapeMask,
  surface: TravelTimeSurface,
  minutes: number,
): AreaVersusHour {
  const shape = shapeAreaByCounty(land, mask);
  const hour = areaByCounty(land, surface, minutes);
  return {
    minutes,
    ...compareAreas(land, shape, hour, shapeAreaWithin(land, mask, surface, minutes)),
  };
}

/** Areas closer than a square metre are the same: sums in another order differ by less. */
const LEAST_KM2 = 1e-6;

/** Lays a plan and an hour over one another by their land in each county number and the land they share, km². */
function compareAreas(
  land: LandModel,
  planKm2: Float64Array,
  hourKm2: Float64Array,
  bothKm2: Float64Array,
): Omit<AreaVersusHour, 'minutes'> {
  const plan = { areaKm2: 0, population: 0 };
  const hour = { areaKm2: 0, population: 0 };
  const both = { areaKm2: 0, population: 0 };
  const planBeyondHour: PlanMismatch[] = [];
  const hourBeyondPlan: PlanMismatch[] = [];
  land.counties.forEach((adcode, index) => {
    const county = index + 1;
    const area = land.landAreaKm2[county] as number;
    const planned = planKm2[county] as number;
    const inside = hourKm2[county] as number;
    const shared = bothKm2[county] as number;
    if (area === 0 || (inside === 0 && planned === 0)) return;
    const known = land.population[county] as number;
    const peopleOf = (km2: number) => (Number.isNaN(known) ? 0 : known * Math.min(1, km2 / area));
    const peopleOrNone = (km2: number) => (Number.isNaN(known) ? null : peopleOf(km2));
    plan.areaKm2 += planned;
    plan.population += peopleOf(planned);
    hour.areaKm2 += inside;
    hour.population += peopleOf(inside);
    both.areaKm2 += shared;
    both.population += peopleOf(shared);
    if (planned - shared > LEAST_KM2)
      planBeyondHour.push({ adcode, share: shared / planned, people: peopleOrNone(planned - shared) });
    if (inside - shared > LEAST_KM2)
      hourBeyondPlan.push({ adcode, share: (inside - shared) / area, people: peopleOrNone(inside - shared) });
  });
  const byPeople = (a: PlanMismatch, b: PlanMismatch): number =>
    (b.people ?? -1) - (a.people ?? -1) || (a.adcode < b.adcode ? -1 : 1);
  return {
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
    const { surface, origins } = circle.value;
    readings.push({
      id: region.id,
      withoutStation: region.cores.filter((_, index) => origins[index]?.isStartedFrom === false),
      ...readPlanVersusHour(engine.context, region, surface, minutes),
    });
  }
  return succeed(readings);
}
