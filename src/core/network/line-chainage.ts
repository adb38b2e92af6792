import { localDistanceKm } from '../surface/grid-geometry.ts';
import type { RailLine } from './rail-line.ts';

/** Track length over straight distance between neighbouring stops, where a line's chainage is unknown (assumed). */
export const TRACK_DETOUR = 1.1;

/** A published chainage may be this much shorter than the straight line before it is disbelieved. */
const CHAINAGE_TOLERANCE = 0.97;
/** Lines whose published length is more than this times their straight chain leave gaps unknown to us. */
const LARGEST_TRACK_DETOUR = 1.6;

/**
 * Distance along a line from its first located stop to each stop, km; `null` for stops without position or chainage.
 * Published chainage is used where it is there for all located stops and not shorter than the straight line; else
 * straight distances × the line's own ratio of length to straight chain, or × 1.1.
 */
export function lineChainage(line: Pick<RailLine, 'stops' | 'lengthKm'>): readonly (number | null)[] {
  const located = line.stops.flatMap((stop, index) =>
    stop.at === null ? [] : [{ stop, at: stop.at, index }],
  );
  const straight: number[] = [0];
  let published = located.length > 1;
  for (let index = 1; index < located.length; index++) {
    const [before, here] = [located[index - 1], located[index]];
    if (before === undefined || here === undefined) continue;
    const km = localDistanceKm(before.at, here.at);
    straight.push((straight[index - 1] ?? 0) + km);
    const [kmBefore, kmHere] = [before.stop.kmFromStart, here.stop.kmFromStart];
    if (kmBefore === null || kmHere === null || kmHere - kmBefore < km * CHAINAGE_TOLERANCE)
      published = false;
  }
  const total = straight.at(-1) ?? 0;
  const wholeLine = line.stops[0]?.at != null && line.stops.at(-1)?.at != null;
  const ratio = wholeLine && line.lengthKm !== null && total > 0 ? line.lengthKm / total : TRACK_DETOUR;
  const detour = ratio >= 1 && ratio <= LARGEST_TRACK_DETOUR ? ratio : TRACK_DETOUR;
  const chainage: (number | null)[] = line.stops.map(() => null);
  located.forEach(({ stop, index }, position) => {
    chainage[index] = published ? stop.kmFromStart : (straight[position] ?? 0) * detour;
  });
  return chainage;
}
