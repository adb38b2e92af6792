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
import { minutesAtCell } from './travel-time-surface.ts';
import { minutesFromTicks, ticksFromMinutes, UNREACHED_TICKS } from './travel-time-ticks.ts';

/** A link counts as used when the time across it matches its minutes this closely, ticks. */
const LINK_MATCH_TICKS = 4;
/** Times from a link's exit are matched this far around it, in cells. */
const LINK_EXIT_CELLS = 6;

/**
 * Road links crossed on the way to a cell, in order of travel: steps down the times to the source, and over a link
 * wherever its two ends differ by its minutes.
 */
export function linksOnTheWay(ground: GroundModel, disc: TravelDisc, cell: number): readonly string[] {
  const gridColumns = ground.land.geometry.columns;
  const at = (index: number): number => ticksAtCell(disc, gridColumns, index);
  const exits = ground.links.flatMap((link) => {
    const [from, to] = [at(link.from.cell), at(link.to.cell)];
    if (from === UNREACHED_TICKS || to === UNREACHED_TICKS) return [];
    const crossing = ticksFromMinutes(link.minutes);
    if (Math.abs(to - from - crossing) <= LINK_MATCH_TICKS)
      return [{ link, exit: link.to.cell, entry: link.from.cell }];
    if (Math.abs(from - to - crossing) <= LINK_MATCH_TICKS)
      return [{ link, exit: link.from.cell, entry: link.to.cell }];
    return [];
  });
  const used: string[] = [];
  let here = cell;
  for (let steps = 0; steps < 4096; steps++) {
    const jump = exits.find(({ exit, link }) => {
      const rows = Math.abs(Math.floor(exit / gridColumns) - Math.floor(here / gridColumns));
      const columns = Math.abs((exit % gridColumns) - (here % gridColumns));
      // Near the exit every time is the exit's plus a little; land around it is reached only through the link.
      return rows <= 1 && columns <= 1 && at(exit) <= at(here) && !used.includes(link.id);
    });
    if (jump !== undefined) {
      used.push(jump.link.id);
      here = jump.entry;
      continue;
    }
    let best = here;
    for (let dr = -1; dr <= 1; dr++) {
      for (let dc = -1; dc <= 1; dc++) {
        const next = here + dr * gridColumns + dc;
        if (at(next) < at(best)) best = next;
      }
    }
    if (best === here) {
      // A dead end below the exit's own time: look for an exit a few cells away (times start there on a circle).
      const near = exits.find(
        ({ exit, link }) =>
          Math.abs(Math.floor(exit / gridColumns) - Math.floor(here / gridColumns)) <= LINK_EXIT_CELLS &&
          Math.abs((exit % gridColumns) - (here % gridColumns)) <= LINK_EXIT_CELLS &&
          !used.includes(link.id),
      );
      if (near === undefined) break;
      used.push(near.link.id);
      here = near.entry;
      continue;
    }
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
