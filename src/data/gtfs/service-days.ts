import { nextDay, weekdayOf } from './gtfs-values.ts';

/** A row of calendar.txt. */
export interface ServicePattern {
  readonly service: string;
  /** Monday to Sunday. */
  readonly weekdays: readonly boolean[];
  readonly from: string;
  readonly to: string;
}

/** A row of calendar_dates.txt. */
export interface ServiceException {
  readonly service: string;
  readonly day: string;
  readonly runs: boolean;
}

/** A day of the feed and how many trips run on it. */
export interface ServiceDay {
  readonly day: string;
  readonly trips: number;
}

/** Days listed at most: two years. */
const MOST_DAYS = 740;

/** Which services run on which day, and how many trips that makes. */
export interface ServiceCalendar {
  readonly days: readonly ServiceDay[];
  runs(service: string, day: string): boolean;
  /** The Monday to Friday with most trips, the earliest of equals; any day where there is none; `null` without days. */
  readonly usualDay: string | null;
}

/** Puts calendar.txt and calendar_dates.txt together. `tripsOf` = trips by service. */
export function buildCalendar(
  patterns: readonly ServicePattern[],
  exceptions: readonly ServiceException[],
  tripsOf: ReadonlyMap<string, number>,
): ServiceCalendar {
  const byService = new Map<string, ServicePattern[]>();
  for (const pattern of patterns) {
    const known = byService.get(pattern.service);
    if (known === undefined) byService.set(pattern.service, [pattern]);
    else known.push(pattern);
  }
  const changes = new Map(exceptions.map(({ service, day, runs }) => [`${day} ${service}`, runs]));
  const exceptionDays = exceptions.map(({ day }) => day);
  const runs = (service: string, day: string): boolean => {
    const change = changes.get(`${day} ${service}`);
    if (change !== undefined) return change;
    return (byService.get(service) ?? []).some(
      ({ weekdays, from, to }) => day >= from && day <= to && weekdays[weekdayOf(day)] === true,
    );
  };
  const bounds = [...patterns.flatMap(({ from, to }) => [from, to]), ...exceptionDays].sort();
  const first = bounds[0];
  const last = bounds.at(-1);
  const days: ServiceDay[] = [];
  if (first !== undefined && last !== undefined) {
    for (let day = first; day <= last && days.length < MOST_DAYS; day = nextDay(day)) {
      let trips = 0;
      for (const [service, count] of tripsOf) if (runs(service, day)) trips += count;
      if (trips > 0) days.push({ day, trips });
    }
  }
  const weekdays = days.filter(({ day }) => weekdayOf(day) < 5);
  const candidates = weekdays.length > 0 ? weekdays : days;
  let usual: ServiceDay | null = null;
  for (const candidate of candidates) if (usual === null || candidate.trips > usual.trips) usual = candidate;
  return { days, runs, usualDay: usual?.day ?? null };
}
