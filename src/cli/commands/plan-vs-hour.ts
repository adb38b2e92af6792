import { regionIdOf } from '#core/geography/variant-key.ts';
import { comparePlansWithHour, type PlanRegion, planRegionOf } from '#core/scenario/plan-versus-hour.ts';
import { MOST_UNCERTAINTY_DRAWS, UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import { planOrders, SURE_ORDER } from '#core/uncertainty/plan-orders.ts';
import {
  PLAN_FIGURES,
  type PlanFigure,
  type PlansUncertainty,
  runPlansUncertainty,
} from '#core/uncertainty/plans-uncertainty.ts';
import { type Spread, spreadOf } from '#core/uncertainty/spread.ts';
import { type Command, report, unreadableData } from '../command.ts';
import { numberOption, textOption } from '../options.ts';
import { findRegion } from '../plan-region.ts';
import { textTable } from '../text-table.ts';
import {
  CUTOFF_OPTION,
  engineFailure,
  openTravelDesk,
  readCutoff,
  readTravelChoice,
  TRAVEL_OPTIONS,
} from '../travel-input.ts';

/** `plan-vs-hour [--metro id]`: plans laid over the hour of their cores, most overlap first. */
export const planVsHourCommand: Command = {
  name: 'plan-vs-hour',
  operands: '',
  operandCount: 0,
  summary:
    'Plans against the hour of their cores: who is in the plan beyond the hour, and in the hour beyond the plan.',
  options: {
    metro: {
      type: 'string',
      value: 'id',
      help: 'One region (also an agglomeration or a variant key); else all metropolitan areas.',
    },
    minutes: CUTOFF_OPTION,
    draws: {
      type: 'string',
      value: 'n',
      help: 'Try all plans with n common draws of the assumptions: ranges, and orders that are not sure.',
    },
    ...TRAVEL_OPTIONS,
  },
  examples: [
    'plan-vs-hour --json',
    'plan-vs-hour --draws 200 --json',
    'plan-vs-hour --metro chengdu --mode in-vehicle',
  ],
  run: async (_operands, options, data) => {
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
    const draws = numberOption(options, 'draws', { min: 1, max: MOST_UNCERTAINTY_DRAWS, fallback: 0 });
    if (!draws.ok) return draws;
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const regions = await data.regions();
    if (!regions.ok) return unreadableData(regions.failure);
    const wanted = textOption(options, 'metro');
    let plans: readonly PlanRegion[];
    if (wanted === undefined) {
      plans = regions.value.flatMap((region) =>
        region.kind === 'metro' ? (planRegionOf(region) ?? []) : [],
      );
    } else {
      const metros = regions.value.filter(({ kind }) => kind === 'metro');
      const found = findRegion(wanted, metros);
      const anywhere = found.ok ? found : findRegion(wanted, regions.value);
      if (!anywhere.ok) return anywhere;
      plans = [anywhere.value.plan];
    }
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const readings = comparePlansWithHour(desk.value.engine, plans, choice.value, minutes.value);
    if (!readings.ok) return engineFailure(readings.failure);
    const tried =
      draws.value === 0
        ? null
        : runPlansUncertainty(desk.value.engine, {
            plans,
            request: choice.value,
            minutes: minutes.value,
            draws: draws.value,
            seed: UNCERTAINTY_SEED,
          });
    if (tried !== null && !tried.ok) return engineFailure(tried.failure);
    const items = [...readings.value]
      .sort((a, b) => b.overlapPeople - a.overlapPeople)
      .map((reading) => {
        const region = regions.value.find(({ id }) => id === regionIdOf(reading.id));
        return {
          ...reading,
          nameZh: region?.nameZh ?? '',
          nameEn: region?.nameEn ?? '',
          ...rangesOf(tried === null ? null : tried.value, reading.id),
        };
      });
    return report(
      {
        mode: choice.value.mode,
        preset: choice.value.preset,
        minutes: minutes.value,
        items,
        ...(tried !== null && { uncertainty: ordersOf(tried.value) }),
      },
      textTable(
        [
          'id',
          'name',
          'people in plan',
          'within hour',
          'coverage %',
          'overlap %',
          ...(tried === null ? [] : ['coverage, 5th to 95th', 'overlap, 5th to 95th']),
        ],
        items.map(({ id, nameZh, plan, both, coverage, overlapPeople, ranges }) => [
          id,
          nameZh,
          Math.round(plan.population),
          Math.round(both.population),
          (coverage * 100).toFixed(1),
          (overlapPeople * 100).toFixed(1),
          ...(ranges === undefined ? [] : [ends(ranges.coverage), ends(ranges.overlapPeople)]),
        ]),
      ),
    );
  },
};

/** The range of each figure of a plan over the draws. */
function rangesOf(
  tried: PlansUncertainty | null,
  id: string,
): { readonly ranges?: Readonly<Record<PlanFigure, Spread>> } {
  const drawn = tried?.plans.find((plan) => plan.id === id)?.drawn;
  if (drawn === undefined) return {};
  return {
    ranges: {
      overlapPeople: spreadOf(drawn.overlapPeople),
      coverage: spreadOf(drawn.coverage),
      peopleBeyondHour: spreadOf(drawn.peopleBeyondHour),
      peopleBeyondPlan: spreadOf(drawn.peopleBeyondPlan),
    },
  };
}

/** How the draws were made, and by each figure the pairs whose order is not sure. */
function ordersOf({ draws, seed, plans }: PlansUncertainty) {
  return {
    draws,
    seed,
    pairs: (plans.length * (plans.length - 1)) / 2,
    unsureOrders: Object.fromEntries(
      PLAN_FIGURES.map((figure) => [
        figure,
        planOrders(plans, figure).filter(({ holds }) => holds < SURE_ORDER),
      ]),
    ),
  };
}

function ends({ p5, p95 }: Spread): string {
  return `${(p5 * 100).toFixed(1)}–${(p95 * 100).toFixed(1)}`;
}
