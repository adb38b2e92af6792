/** One fitted speed class: fastest minutes on one train = `fixedMinutes + minutesPerKm · km`. */
export interface SpeedClassFit {
  readonly speedKmh: number;
  readonly fixedMinutes: number;
  readonly minutesPerKm: number;
  /** Pairs the fit rests on, and its mean absolute error in minutes. */
  readonly pairs: number;
  readonly meanErrorMinutes: number;
}

/** Fits to real fastest times over 15–320 km (method-travel.md), fastest class first. */
export const SPEED_CLASS_FITS: readonly SpeedClassFit[] = [
  { speedKmh: 350, fixedMinutes: 3.8, minutesPerKm: 0.2425, pairs: 911, meanErrorMinutes: 4.4 },
  { speedKmh: 300, fixedMinutes: 2.1, minutesPerKm: 0.3409, pairs: 231, meanErrorMinutes: 4.8 },
  { speedKmh: 250, fixedMinutes: 5.3, minutesPerKm: 0.3795, pairs: 1045, meanErrorMinutes: 10.1 },
  { speedKmh: 200, fixedMinutes: 1.2, minutesPerKm: 0.4454, pairs: 638, meanErrorMinutes: 11.4 },
];

/** Design speeds that a scenario may ask for, km/h; outside 200–350 the fits are extended by 1/speed. */
export const DESIGN_SPEED_RANGE_KMH = { min: 80, max: 600 } as const;

/** Minutes of class `index` or any slower one, whichever is least. */
function envelope(index: number, km: number): number {
  let best = Infinity;
  for (const fit of SPEED_CLASS_FITS.slice(index)) {
    best = Math.min(best, fit.fixedMinutes + fit.minutesPerKm * km);
  }
  return best;
}

/**
 * Fastest minutes between two stops `km` apart on a line of a design speed, **modelled** (method-travel.md).
 *
 * The four fits cross on short distances (on 30 km the 250 km/h fit is slower than the 200 km/h one), so a class
 * takes the least of its own and all slower fits: raising a design speed then never makes a train later, as the laws
 * demand. Between classes the minutes are interpolated in 1/speed, beyond 350 and below 200 the per-km part is scaled
 * by 1/speed (extrapolation).
 */
export function modelledMinutes(designSpeedKmh: number, km: number): number {
  const fastest = SPEED_CLASS_FITS[0];
  const slowest = SPEED_CLASS_FITS.at(-1);
  if (fastest === undefined || slowest === undefined) throw new Error('No speed classes');
  if (designSpeedKmh >= fastest.speedKmh) {
    const saved = fastest.minutesPerKm * km * (1 - fastest.speedKmh / designSpeedKmh);
    return Math.max(0, envelope(0, km) - saved);
  }
  if (designSpeedKmh <= slowest.speedKmh) {
    return slowest.fixedMinutes + slowest.minutesPerKm * km * (slowest.speedKmh / designSpeedKmh);
  }
  const upper = SPEED_CLASS_FITS.findLastIndex((fit) => fit.speedKmh > designSpeedKmh);
  const above = SPEED_CLASS_FITS[upper];
  const below = SPEED_CLASS_FITS[upper + 1];
  if (above === undefined || below === undefined) throw new Error(`No speed class around ${designSpeedKmh}`);
  const part = (1 / designSpeedKmh - 1 / below.speedKmh) / (1 / above.speedKmh - 1 / below.speedKmh);
  const slow = envelope(upper + 1, km);
  return slow + (envelope(upper, km) - slow) * part;
}
