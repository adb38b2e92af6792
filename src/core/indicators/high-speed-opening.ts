import type { Adcode } from '../geography/admin-unit.ts';
import type { RailLine } from '../network/rail-line.ts';

/**
 * From this design speed a line of the categories high-speed and intercity counts (ours). The regulation 《铁路安全管理条例》
 * (2013) calls high-speed a passenger line designed for 250 km/h and first run at 200 km/h or more; 200 keeps the lines
 * upgraded or built for EMU trains at 200 km/h, which the rail tables class as high-speed.
 */
export const HIGH_SPEED_MINIMUM_KMH = 200;

/** A line that brings high-speed rail to a prefecture. */
export interface HighSpeedArrival {
  readonly year: number;
  readonly line: RailLine;
}

/** Lines that count for "high-speed rail open": opened, high-speed or intercity, design speed unknown or ≥ {@link HIGH_SPEED_MINIMUM_KMH}. */
function countsAsHighSpeed(line: RailLine): boolean {
  return (
    line.category !== 'conventional' &&
    line.openedYear !== null &&
    (line.designSpeedKmh === null || line.designSpeedKmh >= HIGH_SPEED_MINIMUM_KMH)
  );
}

/**
 * High-speed and intercity lines with a station in each prefecture, by opening year, earliest first.
 * The year of a line is that of its first part, so a prefecture on a later part may count too early (docs/method.md).
 */
export function highSpeedArrivals(lines: readonly RailLine[]): Map<Adcode, HighSpeedArrival[]> {
  const arrivals = new Map<Adcode, HighSpeedArrival[]>();
  for (const line of lines) {
    if (!countsAsHighSpeed(line) || line.openedYear === null) continue;
    const prefectures = new Set(line.stops.map((stop) => stop.prefecture));
    for (const adcode of prefectures) {
      if (adcode === null) continue;
      const list = arrivals.get(adcode) ?? [];
      list.push({ year: line.openedYear, line });
      arrivals.set(adcode, list);
    }
  }
  for (const list of arrivals.values())
    list.sort((a, b) => a.year - b.year || (a.line.id < b.line.id ? -1 : 1));
  return arrivals;
}
