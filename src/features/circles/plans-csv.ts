import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { csvOf, quoteField } from './matrix-csv.ts';

const HEAD =
  'id,name,minutes,plan_people,hour_people,people_in_both,plan_beyond_hour_people,hour_beyond_plan_people,plan_km2,hour_km2,km2_in_both,plan_share_within_hour,overlap_people,overlap_area,definition';

/** Plans against the hour as CSV, one row a plan, the definition in every row, so that it can't get lost. */
export function plansCsv(
  readings: readonly PlanVersusHour[],
  nameOf: (id: string) => string,
  definition: string,
): string {
  const rows = readings.map(({ id, minutes, plan, hour, both, coverage, overlapPeople, overlapArea }) =>
    [
      id,
      nameOf(id),
      String(minutes),
      plan.population.toFixed(0),
      hour.population.toFixed(0),
      both.population.toFixed(0),
      (plan.population - both.population).toFixed(0),
      (hour.population - both.population).toFixed(0),
      plan.areaKm2.toFixed(0),
      hour.areaKm2.toFixed(0),
      both.areaKm2.toFixed(0),
      coverage.toFixed(4),
      overlapPeople.toFixed(4),
      overlapArea.toFixed(4),
      definition,
    ]
      .map(quoteField)
      .join(','),
  );
  return csvOf([HEAD, ...rows]);
}
