import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { PLAN_FIGURES, type PlanFigure, type PlansUncertainty } from '#core/uncertainty/plans-uncertainty.ts';
import { spreadOf } from '#core/uncertainty/spread.ts';
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

/** The columns of the ends of each figure's range, the 5th and the 95th percentile. */
const ENDS: Readonly<Record<PlanFigure, readonly [low: string, high: string]>> = {
  overlapPeople: ['overlap_people_low', 'overlap_people_high'],
  coverage: ['plan_share_within_hour_low', 'plan_share_within_hour_high'],
  peopleBeyondHour: ['plan_beyond_hour_people_low', 'plan_beyond_hour_people_high'],
  peopleBeyondPlan: ['hour_beyond_plan_people_low', 'hour_beyond_plan_people_high'],
};

/** Ends of all figures of a plan, with the number of draws behind them. */
function rangeCells({ plans, draws }: PlansUncertainty, id: string): readonly CsvCell[] {
  const drawn = plans.find((plan) => plan.id === id)?.drawn;
  return [
    ...PLAN_FIGURES.flatMap((figure) => {
      if (drawn === undefined) return [null, null];
      const { p5, p95 } = spreadOf(drawn[figure]);
      const isShare = figure === 'overlapPeople' || figure === 'coverage';
      return [p5, p95].map(isShare ? share : whole);
    }),
    draws,
  ];
}

/**
 * Plans against the hour as a table to take away, one row a plan, the definition in every row, so that it can't get lost.
 * @param tried with the ends of their ranges where they were computed
 */
export function plansTable(
  readings: readonly PlanVersusHour[],
  nameOf: (id: string) => string,
  definition: string,
  tried: PlansUncertainty | null = null,
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
    ...(tried === null ? [] : rangeCells(tried, id)),
  ]);
  const ends = tried === null ? [] : [...PLAN_FIGURES.flatMap((figure) => ENDS[figure]), 'draws'];
  return [[...HEAD, ...ends], ...rows];
}
