import { regionIdOf } from '#core/geography/variant-key.ts';
import { comparePlansWithHour, type PlanRegion, planRegionOf } from '#core/scenario/plan-versus-hour.ts';
import { type Command, report, unreadableData } from '../command.ts';
import { textOption } from '../options.ts';
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
    ...TRAVEL_OPTIONS,
  },
  examples: ['plan-vs-hour --json', 'plan-vs-hour --metro chengdu --mode in-vehicle'],
  run: async (_operands, options, data) => {
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
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
    const items = [...readings.value]
      .sort((a, b) => b.overlapPeople - a.overlapPeople)
      .map((reading) => {
        const region = regions.value.find(({ id }) => id === regionIdOf(reading.id));
        return { ...reading, nameZh: region?.nameZh ?? '', nameEn: region?.nameEn ?? '' };
      });
    return report(
      { mode: choice.value.mode, preset: choice.value.preset, minutes: minutes.value, items },
      textTable(
        ['id', 'name', 'people in plan', 'within hour', 'coverage %', 'overlap %'],
        items.map(({ id, nameZh, plan, both, coverage, overlapPeople }) => [
          id,
          nameZh,
          Math.round(plan.population),
          Math.round(both.population),
          (coverage * 100).toFixed(1),
          (overlapPeople * 100).toFixed(1),
        ]),
      ),
    );
  },
};
