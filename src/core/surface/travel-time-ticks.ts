/**
 * Travel times are kept as whole ticks of 1/256 minute (0.23 s), always rounded **up**. Integers make the laws of
 * method-travel.md exact: minima and sums of integers have no rounding, so an added link can never make a place later.
 */
export const TICKS_PER_MINUTE = 256;

/** Marks a cell that is not reached (also water and foreign land). Any sum with it stays at least as large. */
export const UNREACHED_TICKS = 65535;

/** The longest time a surface can hold, in minutes: 65,534 ticks. */
export const MAX_SURFACE_MINUTES = 240;

/** Minutes as ticks, rounded up; beyond what a surface can hold: {@link UNREACHED_TICKS}. */
export function ticksFromMinutes(minutes: number): number {
  const ticks = Math.ceil(minutes * TICKS_PER_MINUTE);
  return ticks < UNREACHED_TICKS ? ticks : UNREACHED_TICKS;
}

/** Minutes as ticks, rounded up, without the ceiling of a surface (rail searches of many hours). */
export function longTicksFromMinutes(minutes: number): number {
  return Math.ceil(minutes * TICKS_PER_MINUTE);
}

/** The largest tick that still lies within a cut-off of `minutes`. */
export function cutoffTicks(minutes: number): number {
  return Math.min(UNREACHED_TICKS - 1, Math.floor(minutes * TICKS_PER_MINUTE));
}

/** Ticks as minutes. */
export function minutesFromTicks(ticks: number): number {
  return ticks / TICKS_PER_MINUTE;
}
