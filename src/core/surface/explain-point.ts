import { ridesTo } from '../network/earliest-arrival.ts';
import { EDGE_KINDS } from '../network/rail-edges.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { CircleComputation } from './circle-computation.ts';
import type { CircleFailureReason, Journey, JourneyLeg } from './circle-request.ts';
import type { TravelDisc } from './egress-discs.ts';
import { ticksAtCell } from './egress-discs.ts';
import type { EngineContext } from './engine-context.ts';
import { cellAt } from './grid-geometry.ts';
import type { GroundModel } from './ground-model.ts';
import { findLandPoint } from './land-model.ts';
import { linkExitSeeds } from './line-of-sight.ts';
import { minutesAtCell } from './travel-time-surface.ts';
import {
  minutesFromTicks,
  TICKS_PER_MINUTE,
  ticksFromMinutes,
  UNREACHED_TICKS,
} from './travel-time-ticks.ts';

/** Times match a link's this closely, ticks: three roundings up lie between them. */
const LINK_MATCH_TICKS = 3;
/** A way over the grid has at most this many steps. */
const LONGEST_WAY_CELLS = 4096;

/** Cells whose time is a road link's entry + its minutes + the straight line from its exit: there the way crossed it. */
function cellsBeyondLinks(
  ground: GroundModel,
  ticksOf: (cell: number) => number,
): ReadonlyMap<number, { readonly id: string; readonly entry: number }> {
  const beyond = new Map<number, { readonly id: string; readonly entry: number }>();
  for (const link of ground.links) {
    for (const [entry, exit] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const start = ticksOf(entry.cell);
      if (start === UNREACHED_TICKS) continue;
      const seeds = linkExitSeeds(ground, exit);
      seeds.cells.forEach((cell, index) => {
        const crossed = start + (link.minutes + (seeds.minutes[index] as number)) * TICKS_PER_MINUTE;
        if (Math.abs(ticksOf(cell) - crossed) <= LINK_MATCH_TICKS)
          beyond.set(cell, { id: link.id, entry: entry.cell });
      });
    }
  }
  return beyond;
}

/**
 * Road links crossed on the way to a cell, in order of travel: steps down the times towards the source, over a link
 * wherever a cell's time is the link's.
 */
export function linksOnTheWay(ground: GroundModel, disc: TravelDisc, cell: number): readonly string[] {
  const gridColumns = ground.land.geometry.columns;
  const ticksOf = (index: number): number => ticksAtCell(disc, gridColumns, index);
  const beyond = cellsBeyondLinks(ground, ticksOf);
  if (beyond.size === 0) return [];
  const used: string[] = [];
  let here = cell;
  for (let step = 0; step < LONGEST_WAY_CELLS; step++) {
    const crossed = beyond.get(here);
    if (crossed !== undefined && ticksOf(crossed.entry) < ticksOf(here) && !used.includes(crossed.id)) {
      used.push(crossed.id);
      here = crossed.entry;
      continue;
    }
    let best = here;
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        const next = here + row * gridColumns + column;
        if (ticksOf(next) < ticksOf(best)) best = next;
      }
    }
    if (best === here) break;
    here = best;
  }
  return used.reverse();
}

/** The legs of a train journey to a station: wait, rides, transfers, borders. */
export function railLegs(
  computation: Omit<CircleComputation, 'surface'>,
  station: number,
): readonly JourneyLeg[] {
  const { arrivals, searchOptions, setting } = computation;
  if (arrivals === null) return [];
  const { edges } = setting.graph;
  const nameOf = (index: number): string => edges.stations[index]?.name ?? '';
  const legs: JourneyLeg[] = [];
  ridesTo(arrivals, station, searchOptions).forEach((edge, position) => {
    const from = edges.from[edge] as number;
    const to = edges.to[edge] as number;
    const pause = position === 0 ? searchOptions.waitTicks : searchOptions.transferTicks;
    if (pause > 0) {
      legs.push({
        kind: position === 0 ? 'wait' : 'transfer',
        at: nameOf(from),
        minutes: minutesFromTicks(pause),
      });
    }
    const trains = edges.trainsPerDay[edge] as number;
    legs.push({
      kind: 'ride',
      from: nameOf(from),
      to: nameOf(to),
      minutes: minutesFromTicks(edges.ticks[edge] as number),
      line: edges.lines[edges.line[edge] as number] ?? null,
      vintage: edges.vintages[edges.vintage[edge] as number] ?? 'unknown',
      source: EDGE_KINDS[edges.kind[edge] as number] ?? 'observed',
      trainsPerDay: trains > 0 ? trains : null,
    });
    const border = searchOptions.surcharge?.(from, to) ?? 0;
    if (border > 0) legs.push({ kind: 'border', at: nameOf(to), minutes: minutesFromTicks(border) });
  });
  return legs;
}

/** First station of a train journey. */
function boardingStation(computation: Omit<CircleComputation, 'surface'>, station: number): number {
  const { arrivals, searchOptions, setting } = computation;
  if (arrivals === null) return station;
  const [first] = ridesTo(arrivals, station, searchOptions);
  return first === undefined ? station : (setting.graph.edges.from[first] as number);
}

/** The whole way to a station: access by road, then trains. */
export function legsToStation(
  computation: Omit<CircleComputation, 'surface'>,
  station: number,
): readonly JourneyLeg[] {
  const { ground, origin, setting, arrivals } = computation;
  const first = boardingStation(computation, station);
  const access = arrivals?.start[first] ?? 0;
  const legs = railLegs(computation, station);
  if (ground === null) return legs;
  const point = setting.state.points[first];
  return [
    {
      kind: 'road',
      from: origin.name,
      to: setting.graph.edges.stations[first]?.name ?? '',
      minutes: minutesFromTicks(access),
      links: point == null ? [] : linksOnTheWay(setting.ground, ground, point.cell),
    },
    ...legs,
  ];
}

/** How one gets from the origin to a place, leg by leg; the legs' minutes add up to the surface's value there. */
export function explainCell(
  context: EngineContext,
  computation: CircleComputation,
  at: LngLat,
): Result<Journey, CircleFailureReason> {
  const { surface, ground, arrivals, setting, origin } = computation;
  const { geometry, cells } = context.land;
  // On water the nearest land within a cell or two is meant.
  const cell = findLandPoint(context.land, at, 2)?.cell ?? cellAt(geometry, at);
  const minutes = cell === -1 ? null : minutesAtCell(surface, cell);
  if (minutes === null) {
    return fail({
      reason: 'no-way',
      message: `That place is not reached within ${surface.maxMinutes} minutes.`,
      nextStep: 'Choose a place inside the circle, or a longer time.',
      values: { minutes: surface.maxMinutes },
    });
  }
  const ticks = ticksFromMinutes(minutes);
  const target = `${at[0].toFixed(3)}, ${at[1].toFixed(3)}`;
  if (computation.mode === 'in-vehicle') {
    const county = cells[cell] as number;
    let best = -1;
    for (const station of arrivals?.reached ?? []) {
      const point = setting.state.points[station];
      if (point == null || cells[point.cell] !== county) continue;
      if (arrivals?.arrival[station] === ticks) best = station;
    }
    return succeed({ minutes, legs: best === -1 ? [] : railLegs(computation, best) });
  }
  if (ground !== null && ticksAtCell(ground, geometry.columns, cell) === ticks) {
    const links = linksOnTheWay(setting.ground, ground, cell);
    return succeed({ minutes, legs: [{ kind: 'road', from: origin.name, to: target, minutes, links }] });
  }
  for (const station of arrivals?.reached ?? []) {
    const point = setting.state.points[station];
    const arrival = arrivals?.arrival[station] as number;
    if (point == null || arrival > ticks) continue;
    const disc = context.discs.get(setting.ground, point, setting.parameters.egressMinutes);
    if (arrival + ticksAtCell(disc, geometry.columns, cell) !== ticks) continue;
    const egress: JourneyLeg = {
      kind: 'road',
      from: setting.graph.edges.stations[station]?.name ?? '',
      to: target,
      minutes: minutesFromTicks(ticks - arrival),
      links: linksOnTheWay(setting.ground, disc, cell),
    };
    return succeed({ minutes, legs: [...legsToStation(computation, station), egress] });
  }
  throw new Error('A surface value that neither the ground nor a station explains');
}
