import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import type { CsvCell } from '#ui/files/save-file.ts';

const HEAD = [
  'id',
  'name',
  'minutes',
  'plan_people',
  'hour_people',
  'people_in_both',
  'plan_beyond_hour_people',
  'hour_beyond_plan_people',
  'plan_km2',
  'hour_km2',
  'km2_in_both',
  'plan_share_within_hour',
  'overlap_people',
  'overlap_area',
  'definition',
] as const;

/** People and square kilometres are whole, shares have four decimals. */
const whole = (value: number): number => Math.round(value);
const share = (value: number): number => Number(value.toFixed(4));

/** Plans against the hour as a table to take away, one row a plan, the definition in every row, so that it can't get lost. */
export function plansTable(
  readings: readonly PlanVersusHour[],
  nameOf: (id: string) => string,
  definition: string,
): readonly (readonly CsvCell[])[] {
  const rows = readings.map(({ id, minutes, plan, hour, both, coverage, overlapPeople, overlapArea }) => [
    id,
    nameOf(id),
    minutes,
    whole(plan.population),
    whole(hour.population),
    whole(both.population),
    whole(plan.population - both.population),
    whole(hour.population - both.population),
    whole(plan.areaKm2),
    whole(hour.areaKm2),
    whole(both.areaKm2),
    share(coverage),
    share(overlapPeople),
    share(overlapArea),
    definition,
  ]);
  return [HEAD, ...rows];
}
