import type { Adcode } from '../geography/admin-unit.ts';
import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import { areaByCounty } from '../surface/circle-readings.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import { cellAt } from '../surface/grid-geometry.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { PlanRegion } from './plan-versus-hour.ts';
import { countyNumbersOf } from '../surface/county-numbers.ts';

/** Minutes taken off a link to measure its margin: one would often not reach the next cell with people. */
export const MARGINAL_STEP_MINUTES = 5;

/** What a minute saved on a link brings. */
export interface MarginalMinute {
  readonly id: string;
  readonly kind: 'rail' | 'road';
  readonly nameZh: string;
  readonly nameEn: string;
  /** More people within the hour of any core, per minute saved on every ride of the link. */
  readonly peoplePerMinute: number;
  /** The same, people of the region only. */
  readonly regionPeoplePerMinute: number;
  readonly areaKm2PerMinute: number;
}

/** A link to be tried. */
export type MarginalLink = Pick<MarginalMinute, 'id' | 'kind' | 'nameZh' | 'nameEn'>;

/** Open rail lines with at least two stops, and open road links with an end, in the region. */
export function linksOfRegion(engine: CircleEngine, counties: readonly Adcode[]): readonly MarginalLink[] {
  const { context } = engine;
  const { land, base } = context;
  const members = countyNumbersOf(context, counties);
  const inside = (at: LngLat): boolean => {
    const cell = cellAt(land.geometry, at);
    return cell !== -1 && members.has(land.cells[cell] as number);
  };
  const rail = base.network.lines
    .filter(({ stops }) => {
      const stations = stops.map(({ station }) => base.network.edges.stations[station]);
      return stations.filter((station) => station !== undefined && inside(station.at)).length >= 2;
    })
    .map(({ line }) => ({ id: line.id, kind: 'rail' as const, nameZh: line.nameZh, nameEn: line.nameEn }));
  const road = [...base.roadLinks.values()]
    .filter((link) => link.status === 'open' && (inside(link.from.at) || inside(link.to.at)))
    .map(({ id, nameZh, nameEn }) => ({ id, kind: 'road' as const, nameZh, nameEn }));
  return [...rail, ...road];
}

interface People {
  readonly all: number;
  readonly region: number;
  readonly areaKm2: number;
}

/** A ranking under way: its links, each measured by itself so that a caller can pause and report between them. */
export interface MarginalRanking {
  readonly links: readonly MarginalLink[];
  measure(link: MarginalLink): Result<MarginalMinute, EngineFailureReason>;
}

/** Measures the present; what a link brings is then held against it. */
export function openMarginalRanking(
  engine: CircleEngine,
  region: PlanRegion,
  request: Omit<CircleRequest, 'origins' | 'maxMinutes'>,
  minutes: number,
): Result<MarginalRanking, EngineFailureReason> {
  const { land } = engine.context;
  const members = countyNumbersOf(engine.context, region.counties);
  const measure = (edits: CircleRequest['edits']): Result<People, EngineFailureReason> => {
    const circle = engine.computeSurface({
      ...request,
      maxMinutes: minutes,
      origins: region.cores.map((adcode) => ({ kind: 'city', adcode })),
      ...(edits === undefined ? {} : { edits }),
    });
    if (!circle.ok) return circle;
    const within = areaByCounty(land, circle.value.surface, minutes);
    let all = 0;
    let own = 0;
    let areaKm2 = 0;
    within.forEach((area, county) => {
      areaKm2 += area;
      const people = land.population[county] as number;
      if (area === 0 || Number.isNaN(people)) return;
      const inside = people * Math.min(1, area / (land.landAreaKm2[county] as number));
      all += inside;
      if (members.has(county)) own += inside;
    });
    return succeed({ all, region: own, areaKm2 });
  };
  const before = measure(request.edits);
  if (!before.ok) return before;
  return succeed({
    links: linksOfRegion(engine, region.counties),
    measure(link) {
      const after = measure([
        ...(request.edits ?? []),
        { type: 'save-minutes', id: link.id, minutes: MARGINAL_STEP_MINUTES },
      ]);
      if (!after.ok) return after;
      return succeed({
        ...link,
        peoplePerMinute: (after.value.all - before.value.all) / MARGINAL_STEP_MINUTES,
        regionPeoplePerMinute: (after.value.region - before.value.region) / MARGINAL_STEP_MINUTES,
        areaKm2PerMinute: (after.value.areaKm2 - before.value.areaKm2) / MARGINAL_STEP_MINUTES,
      });
    },
  });
}

/** Most people first. */
export function sortMarginalMinutes(items: readonly MarginalMinute[]): readonly MarginalMinute[] {
  return items.toSorted((a, b) => b.peoplePerMinute - a.peoplePerMinute || (a.id < b.id ? -1 : 1));
}

/**
 * Ranks the links of a region by the people that a minute saved on each brings within the hour of the region's cores:
 * every ride on the link is shortened by {@link MARGINAL_STEP_MINUTES} (through trains by their share), the gain divided.
 */
export function rankMarginalMinutes(
  engine: CircleEngine,
  region: PlanRegion,
  request: Omit<CircleRequest, 'origins' | 'maxMinutes'>,
  minutes: number,
  shouldStop?: () => boolean,
): Result<readonly MarginalMinute[], EngineFailureReason> {
  const ranking = openMarginalRanking(engine, region, request, minutes);
  if (!ranking.ok) return ranking;
  const items: MarginalMinute[] = [];
  for (const link of ranking.value.links) {
    if (shouldStop?.() === true) {
      return fail({ reason: 'cancelled', message: 'The ranking was stopped.', nextStep: 'Start it again.' });
    }
    const item = ranking.value.measure(link);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return succeed(sortMarginalMinutes(items));
}
