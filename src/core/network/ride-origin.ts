import type { EdgeKind } from './rail-edges.ts';
import { isPressVintage, type VintageLabel } from './rail-timetable.ts';

/** What stands behind a ride's minutes: an edge's kind, its observations told apart. */
export type RideOrigin = 'timetable' | 'press' | 'press-weak' | Exclude<EdgeKind, 'observed'>;

/**
 * Whether a vintage is of press figures that are expected, approximate or of an assumed station (`press-2023-weak`):
 * usable for want of better, but nobody observed them.
 */
export function isWeakVintage(label: VintageLabel): boolean {
  return isPressVintage(label) && label.endsWith('-weak');
}

/** What stands behind a ride's minutes. */
export function rideOrigin(ride: { readonly source: EdgeKind; readonly vintage: VintageLabel }): RideOrigin {
  if (ride.source !== 'observed') return ride.source;
  if (isWeakVintage(ride.vintage)) return 'press-weak';
  return isPressVintage(ride.vintage) ? 'press' : 'timetable';
}
