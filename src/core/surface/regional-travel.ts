import type { Adcode } from '../geography/admin-unit.ts';
import { isCountyOf, type Region, type RegionVariant } from '../geography/region.ts';
import type { RegionalSeries } from '../indicators/scoring-table.ts';
import type { ScoredRegion } from '../scoring/agglomeration-set.ts';
import type { ScenarioEdit } from '../scenario/scenario-edit.ts';
import type { Result } from '../units/result.ts';
import { COVERAGE_THRESHOLD } from '../scoring/score-options.ts';
import { succeed } from '../units/result.ts';
import type { CircleEngine, EngineFailureReason, TravelTimeRequest } from './circle-engine.ts';
import { areaByCounty } from './circle-readings.ts';
import { growTravelTree, minutesTo } from './city-travel-time.ts';
import { resolvePlace } from './origin.ts';

/** Year whose network and people the modelled indicators describe: census 2020, lines and links open at its end. */
export const REGIONAL_TRAVEL_YEAR = 2020;

/** How the modelled indicators are asked of the engine; named wherever they are shown. */
export const REGIONAL_TRAVEL = {
  mode: 'door-to-door',
  preset: 'peak',
  /** Cut-off of `core_hour_share`, minutes. */
  minutes: 60,
  /** Least share of the other members that must be reached for a mean time: the rule of thumb for coverage. */
  leastReachedShare: COVERAGE_THRESHOLD,
} as const satisfies TravelTimeRequest & { readonly minutes: number; readonly leastReachedShare: number };

/** Source id of the modelled series. */
export const TRAVEL_MODEL_SOURCE_ID = 'circle-engine';

/** A delimitation whose travel times are wanted; plain data, so that it can cross to a worker. */
export interface RegionalTravelJob {
  /** Key of the region variant. */
  readonly key: string;
  /** Statistical members, prefecture level. */
  readonly members: readonly Adcode[];
  /** County-level members: whose people are counted. */
  readonly counties: readonly Adcode[];
  /** Cities from which the hour is counted. */
  readonly cores: readonly Adcode[];
}

/** Modelled values of one delimitation by member; a member without a value is absent. */
export interface RegionalTravelReading {
  readonly key: string;
  /** Percent of the member's people in the region within {@link REGIONAL_TRAVEL.minutes} of the nearest core. */
  readonly coreHourShare: ReadonlyMap<Adcode, number>;
  /** Mean minutes from the member's seat to the other members' seats; absent when too few can be reached. */
  readonly meanTravelMinutes: ReadonlyMap<Adcode, number>;
  /** Ordered pairs of members between which no way was found. */
  readonly pairsWithoutWay: readonly (readonly [from: Adcode, to: Adcode])[];
}

/** The job of a delimitation; the hour is counted from its cores and sub-cores alike. */
export function regionalTravelJob(region: Region, variant: RegionVariant): RegionalTravelJob {
  return {
    key: variant.key,
    members: variant.statisticalMembers,
    counties: variant.counties,
    cores: region.cores.map(({ adcode }) => adcode),
  };
}

/**
 * The job of a delimitation with other members: a prefecture that joined counts with all its people, one that left with
 * none, and is no core any more.
 */
export function withMembers(job: RegionalTravelJob, members: readonly Adcode[]): RegionalTravelJob {
  const left = job.members.filter((member) => !members.includes(member));
  const joined = members.filter((member) => !job.members.includes(member));
  if (left.length === 0 && joined.length === 0) return job;
  return {
    key: job.key,
    members,
    counties: [...job.counties.filter((county) => !left.some((one) => isCountyOf(county, one))), ...joined],
    cores: job.cores.filter((core) => members.includes(core)),
  };
}

/** The jobs of what is compared, each with the members that it is compared with. */
export function regionalTravelJobs(
  regions: readonly Region[],
  scored: readonly ScoredRegion[],
): readonly RegionalTravelJob[] {
  return scored.flatMap(({ variantKey, members }) =>
    regions.flatMap((region) =>
      region.variants
        .filter(({ key }) => key === variantKey)
        .map((variant) => withMembers(regionalTravelJob(region, variant), members)),
    ),
  );
}

/** How far a computation has come, in surfaces and origins. */
export interface RegionalTravelProgress {
  readonly done: number;
  readonly total: number;
}

/** Percent of each member's people within the hour of the nearest core. */
function coreHourShares(
  engine: CircleEngine,
  job: RegionalTravelJob,
  edits: readonly ScenarioEdit[],
): Result<ReadonlyMap<Adcode, number>, EngineFailureReason> {
  const { minutes, mode, preset } = REGIONAL_TRAVEL;
  const shares = new Map<Adcode, number>();
  // A region without named cores has no hour: its members have no value.
  if (job.cores.length === 0) return succeed(shares);
  const circle = engine.computeSurface({
    origins: job.cores.map((adcode) => ({ kind: 'city', adcode })),
    mode,
    preset,
    maxMinutes: minutes,
    edits,
  });
  if (!circle.ok) return circle;
  const { land, prefectureOfCounty } = engine.context;
  const areaWithin = areaByCounty(land, circle.value.surface, minutes);
  const wanted = new Set(job.counties);
  const people = new Map<Adcode, { all: number; within: number }>();
  land.counties.forEach((adcode, index) => {
    const prefecture = prefectureOfCounty[index] ?? adcode;
    const count = land.population[index + 1] as number;
    const area = land.landAreaKm2[index + 1] as number;
    if (Number.isNaN(count) || area === 0 || !(wanted.has(adcode) || wanted.has(prefecture))) return;
    const sums = people.get(prefecture) ?? { all: 0, within: 0 };
    sums.all += count;
    sums.within += count * Math.min(1, (areaWithin[index + 1] as number) / area);
    people.set(prefecture, sums);
  });
  for (const member of job.members) {
    const sums = people.get(member);
    if (sums !== undefined && sums.all > 0) shares.set(member, (sums.within / sums.all) * 100);
  }
  return succeed(shares);
}

type MinutesBetween = ReadonlyMap<Adcode, ReadonlyMap<Adcode, number | null>>;

function meanMinutes(
  job: RegionalTravelJob,
  between: MinutesBetween,
): Pick<RegionalTravelReading, 'meanTravelMinutes' | 'pairsWithoutWay'> {
  const meanTravelMinutes = new Map<Adcode, number>();
  const pairsWithoutWay: (readonly [Adcode, Adcode])[] = [];
  for (const from of job.members) {
    const others = job.members.filter((to) => to !== from);
    const known = others.flatMap((to) => between.get(from)?.get(to) ?? []);
    if (known.length > 0 && known.length >= REGIONAL_TRAVEL.leastReachedShare * others.length) {
      meanTravelMinutes.set(from, known.reduce((sum, minutes) => sum + minutes, 0) / known.length);
    }
    for (const to of others)
      if ((between.get(from)?.get(to) ?? null) === null) pairsWithoutWay.push([from, to]);
  }
  return { meanTravelMinutes, pairsWithoutWay };
}

/**
 * Travel readings of regions (docs/method.md, "modelled indicators"), step by step: it yields after every surface and
 * every origin, so that a caller can report, pause or stop. A city that several regions share is searched from once.
 *
 * @param engine An engine over the network of {@link REGIONAL_TRAVEL_YEAR} (`networkAsOf`).
 * @param edits What a scenario changes in that network.
 */
export function* computeRegionalTravel(
  engine: CircleEngine,
  jobs: readonly RegionalTravelJob[],
  edits: readonly ScenarioEdit[] = [],
): Generator<RegionalTravelProgress, Result<readonly RegionalTravelReading[], EngineFailureReason>> {
  const targets = new Map<Adcode, Set<Adcode>>();
  for (const { members } of jobs) {
    for (const from of members) {
      const known = targets.get(from) ?? new Set<Adcode>();
      for (const to of members) if (to !== from) known.add(to);
      targets.set(from, known);
    }
  }
  const total = jobs.length + targets.size;
  let done = 0;
  const shares: ReadonlyMap<Adcode, number>[] = [];
  for (const job of jobs) {
    const share = coreHourShares(engine, job, edits);
    if (!share.ok) return share;
    shares.push(share.value);
    done += 1;
    yield { done, total };
  }
  const { context } = engine;
  const setting = context.resolve({ ...REGIONAL_TRAVEL, edits });
  if (!setting.ok) return setting;
  const between = new Map<Adcode, ReadonlyMap<Adcode, number | null>>();
  for (const [from, wanted] of targets) {
    const origin = resolvePlace(context, setting.value, { kind: 'city', adcode: from });
    if (!origin.ok) return origin;
    const tree = growTravelTree(context, setting.value, origin.value, REGIONAL_TRAVEL.mode);
    const minutes = new Map<Adcode, number | null>();
    for (const to of wanted) {
      const target = resolvePlace(context, setting.value, { kind: 'city', adcode: to });
      if (!target.ok) return target;
      minutes.set(to, minutesTo(context, tree, target.value));
    }
    between.set(from, minutes);
    done += 1;
    yield { done, total };
  }
  return succeed(
    jobs.map((job, index) => ({
      key: job.key,
      coreHourShare: shares[index] ?? new Map<Adcode, number>(),
      ...meanMinutes(job, between),
    })),
  );
}

/** Readings as the scorer's modelled series of {@link REGIONAL_TRAVEL_YEAR}; other years have none. */
export function regionalTravelSeries(readings: readonly RegionalTravelReading[]): RegionalSeries[] {
  return readings.flatMap(({ key, coreHourShare, meanTravelMinutes }) =>
    (
      [
        ['core_hour_share', coreHourShare],
        ['mean_travel_minutes', meanTravelMinutes],
      ] as const
    ).flatMap(([indicator, values]): RegionalSeries[] =>
      values.size === 0
        ? []
        : [
            {
              variantKey: key,
              indicator,
              year: REGIONAL_TRAVEL_YEAR,
              sourceId: TRAVEL_MODEL_SOURCE_ID,
              provenance: 'modelled',
              values,
            },
          ],
    ),
  );
}
