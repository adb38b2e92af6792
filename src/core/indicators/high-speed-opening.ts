import type { Adcode } from '../geography/admin-unit.ts';
import type { RailLine } from '../network/rail-line.ts';
import type { OpeningYears } from './line-opening.ts';
import { stopOpenings } from './line-opening.ts';

/**
 * From this design speed a line of the categories high-speed and intercity counts (ours). The regulation 《铁路安全管理条例》
 * (2013) calls high-speed a passenger line designed for 250 km/h and first run at 200 km/h or more; 200 keeps the lines
 * upgraded or built for EMU trains at 200 km/h, which the rail tables class as high-speed.
 */
export const HIGH_SPEED_MINIMUM_KMH = 200;

/** A line that brings high-speed rail to a prefecture, and when its first stop there opened. */
export interface HighSpeedArrival extends OpeningYears {
  readonly line: RailLine;
}

/** Lines that count for "high-speed rail open": high-speed or intercity, in service, design speed unknown or ≥ {@link HIGH_SPEED_MINIMUM_KMH}. */
function countsAsHighSpeed(line: RailLine): boolean {
  return (
    line.category !== 'conventional' &&
    line.status === 'open' &&
    (line.designSpeedKmh === null || line.designSpeedKmh >= HIGH_SPEED_MINIMUM_KMH)
  );
}

/** High-speed and intercity lines with a stop in each prefecture, the surest and earliest first. */
export function highSpeedArrivals(lines: readonly RailLine[]): Map<Adcode, HighSpeedArrival[]> {
  const arrivals = new Map<Adcode, HighSpeedArrival[]>();
  for (const line of lines) {
    if (!countsAsHighSpeed(line)) continue;
    const first = new Map<Adcode, OpeningYears>();
    stopOpenings(line).forEach(({ earliest, latest }, at) => {
      const adcode = line.stops[at]?.prefecture ?? null;
      if (adcode === null) return;
      const before = first.get(adcode);
      first.set(adcode, {
        earliest: Math.min(earliest, before?.earliest ?? earliest),
        latest: Math.min(latest, before?.latest ?? latest),
      });
    });
    for (const [adcode, opening] of first)
      arrivals.set(adcode, [...(arrivals.get(adcode) ?? []), { line, ...opening }]);
  }
  for (const list of arrivals.values())
    list.sort((a, b) =>
      a.latest === b.latest ? (a.line.id < b.line.id ? -1 : 1) : a.latest < b.latest ? -1 : 1,
    );
  return arrivals;
}

/**
 * Whether high-speed rail was open at the end of a year: 1 when a stop surely had opened, 0 when surely none had, `null`
 * when only lines without a date (or without a date for this part) could have.
 */
export function highSpeedOpenIn(arrivals: readonly HighSpeedArrival[], year: number): 0 | 1 | null {
  if (arrivals.some(({ latest }) => latest <= year)) return 1;
  return arrivals.some(({ earliest }) => earliest <= year) ? null : 0;
}
