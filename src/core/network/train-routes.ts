import { minutesFromTicks } from '../surface/travel-time-ticks.ts';
import { modelledMinutes } from './modelled-minutes.ts';
import type { LineOnNetwork, RailNetwork } from './rail-network.ts';

/** Lines of unknown speed are taken as conventional ones, km/h (assumed). */
const UNKNOWN_SPEED_KMH = 120;
/** An inferred route is believed when its modelled time is within these ratios of the observed minutes. */
const BELIEVED_RATIO = { min: 0.45, max: 1.5 } as const;
/** … or this many minutes longer (short rides). */
const BELIEVED_SLACK_MINUTES = 8;

/** From here on the fits no longer cross, so that differences are the own fit's part per km. */
const FAR_KM = 300;

/** A line's part of a ride. */
export interface RouteShare {
  readonly line: string;
  /** Share of the ride's running time, 0–1. */
  readonly share: number;
}

interface Track {
  readonly to: number;
  readonly minutes: number;
  readonly line: number;
}

/** Running time without stops: through trains don't stop everywhere, so only the model's part per km counts. */
function runningMinutes(line: LineOnNetwork, km: number): number {
  const speed = line.line.designSpeedKmh ?? UNKNOWN_SPEED_KMH;
  return modelledMinutes(speed, FAR_KM + km) - modelledMinutes(speed, FAR_KM);
}

function buildTracks(network: RailNetwork): readonly (readonly Track[])[] {
  const tracks: Track[][] = network.edges.stations.map(() => []);
  network.lines.forEach((line, index) => {
    const stops = [...line.stops].sort((a, b) => a.km - b.km);
    for (let position = 1; position < stops.length; position++) {
      const [a, b] = [stops[position - 1], stops[position]];
      if (a === undefined || b === undefined) continue;
      const minutes = runningMinutes(line, b.km - a.km);
      tracks[a.station]?.push({ to: b.station, minutes, line: index });
      tracks[b.station]?.push({ to: a.station, minutes, line: index });
    }
  });
  return tracks;
}

/** Shortest running times over the tracks from one station, with the track that led to each station. */
function routesFrom(
  tracks: readonly (readonly Track[])[],
  source: number,
  limitMinutes: number,
): { minutes: Map<number, number>; via: Map<number, { from: number; track: Track }> } {
  const minutes = new Map([[source, 0]]);
  const via = new Map<number, { from: number; track: Track }>();
  const open = new Set([source]);
  while (open.size > 0) {
    let station = -1;
    let least = Infinity;
    for (const candidate of open) {
      const time = minutes.get(candidate) ?? Infinity;
      if (time < least) {
        least = time;
        station = candidate;
      }
    }
    open.delete(station);
    for (const track of tracks[station] ?? []) {
      const time = least + track.minutes;
      if (time > limitMinutes || time >= (minutes.get(track.to) ?? Infinity)) continue;
      minutes.set(track.to, time);
      via.set(track.to, { from: station, track });
      open.add(track.to);
    }
  }
  return { minutes, via };
}

const known = new WeakMap<RailNetwork, ReadonlyMap<number, readonly RouteShare[]>>();

/**
 * Which lines each ride of the base network runs on, by edge: its own line, or for through trains the lines of the
 * fastest track route between its stations, **inferred**, if that route's running time is close to the ride's. Rides
 * without an entry are on no known line: closing or speeding up a line leaves them as they are.
 */
export function inferTrainRoutes(network: RailNetwork): ReadonlyMap<number, readonly RouteShare[]> {
  const done = known.get(network);
  if (done !== undefined) return done;
  const { edges, lines } = network;
  const tracks = buildTracks(network);
  const shares = new Map<number, readonly RouteShare[]>();
  const throughBySource = new Map<number, number[]>();
  for (let edge = 0; edge < edges.count; edge++) {
    const line = edges.lines[edges.line[edge] as number];
    if (line !== undefined) {
      shares.set(edge, [{ line, share: 1 }]);
      continue;
    }
    const from = edges.from[edge] as number;
    if ((tracks[from] ?? []).length === 0) continue;
    const through = throughBySource.get(from);
    if (through === undefined) throughBySource.set(from, [edge]);
    else through.push(edge);
  }
  for (const [source, through] of throughBySource) {
    const longest = Math.max(...through.map((edge) => minutesFromTicks(edges.ticks[edge] as number)));
    const routes = routesFrom(tracks, source, longest * BELIEVED_RATIO.max + BELIEVED_SLACK_MINUTES);
    for (const edge of through) {
      const target = edges.to[edge] as number;
      const route = routes.minutes.get(target);
      const observed = minutesFromTicks(edges.ticks[edge] as number);
      if (route === undefined || route < observed * BELIEVED_RATIO.min) continue;
      if (route > observed * BELIEVED_RATIO.max + BELIEVED_SLACK_MINUTES) continue;
      const byLine = new Map<string, number>();
      for (let at = target; at !== source;) {
        const step = routes.via.get(at);
        const line = step === undefined ? undefined : lines[step.track.line]?.line.id;
        if (step === undefined || line === undefined) break;
        byLine.set(line, (byLine.get(line) ?? 0) + step.track.minutes);
        at = step.from;
      }
      if (route > 0) {
        shares.set(
          edge,
          [...byLine].map(([line, minutes]) => ({ line, share: minutes / route })),
        );
      }
    }
  }
  known.set(network, shares);
  return shares;
}
