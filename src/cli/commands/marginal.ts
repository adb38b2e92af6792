import { MARGINAL_STEP_MINUTES, rankMarginalMinutes } from '#core/scenario/marginal-minute.ts';
import { type Command, refuse, report, unreadableData } from '../command.ts';
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

/** `marginal --region chengyu`: on which link a minute saved brings most people within the hour. */
export const marginalCommand: Command = {
  name: 'marginal',
  operands: '',
  operandCount: 0,
  summary:
    'On which rail line or road link of a region a minute saved brings most people within the hour of a core.',
  options: {
    region: {
      type: 'string',
      value: 'id',
      help: 'Agglomeration or metropolitan area, by id, variant key or name.',
    },
    minutes: CUTOFF_OPTION,
    ...TRAVEL_OPTIONS,
  },
  examples: ['marginal --region chengyu --json'],
  run: async (_operands, options, data) => {
    const wanted = textOption(options, 'region');
    if (wanted === undefined) {
      return refuse('missing-option', 'The option --region is missing.', 'Try: marginal --region chengyu');
    }
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const regions = await data.regions();
    if (!regions.ok) return unreadableData(regions.failure);
    const found = findRegion(wanted, regions.value);
    if (!found.ok) return found;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const { plan, region } = found.value;
    const ranking = rankMarginalMinutes(desk.value.engine, plan, choice.value, minutes.value);
    if (!ranking.ok) return engineFailure(ranking.failure);
    return report(
      {
        region: plan.id,
        nameZh: region.nameZh,
        cores: plan.cores,
        mode: choice.value.mode,
        preset: choice.value.preset,
        minutes: minutes.value,
        stepMinutes: MARGINAL_STEP_MINUTES,
        items: ranking.value,
      },
      textTable(
        ['id', 'name', 'kind', 'people/min', 'in the region/min'],
        ranking.value.map(({ id, nameZh, kind, peoplePerMinute, regionPeoplePerMinute }) => [
          id,
          nameZh,
          kind,
          Math.round(peoplePerMinute),
          Math.round(regionPeoplePerMinute),
        ]),
      ),
    );
  },
};
