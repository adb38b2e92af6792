import { profileOf } from '#core/structure/region-profile.ts';
import { memberTimes } from '#core/surface/member-times.ts';
import { type Command, report, unreadableData } from '../command.ts';
import { textOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { engineFailure, openTravelDesk, readTravelChoice, TRAVEL_OPTIONS } from '../travel-input.ts';
import { openStructureDesk, regionHead } from './structure-input.ts';
import { withoutRings } from './structure.ts';

/** The year of the employment table on the page. */
const INDUSTRY_YEAR = 2020;

/** `profile --id …`: one region on one page. */
export const profileCommand: Command = {
  name: 'profile',
  operands: '',
  operandCount: 0,
  summary: 'One region on one page: figures with sources, structure, industry, ties, institutions.',
  options: {
    id: {
      type: 'string',
      value: 'id',
      help: 'An agglomeration or metropolitan area: id, name, variant key.',
    },
    ...TRAVEL_OPTIONS,
    mode: {
      ...TRAVEL_OPTIONS.mode,
      help: 'What the times of the ties are made of; door-to-door is the default: two stations near each other are not two cities near each other.',
    },
  },
  examples: ['profile --id chengyu --json', 'profile --id chengdu --mode road'],
  run: async (_operands, options, data) => {
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const desk = await openStructureDesk(data, textOption(options, 'id'), 'id', ['agglomeration', 'metro']);
    if (!desk.ok) return desk;
    const employment = await data.employment();
    if (!employment.ok) return unreadableData(employment.failure);
    const context = await data.context();
    if (!context.ok) return unreadableData(context.failure);
    const travel = await openTravelDesk(data);
    if (!travel.ok) return travel;
    const { region, variant, frame, published } = desk.value;
    const times = memberTimes(travel.value.engine, variant.statisticalMembers, choice.value);
    if (!times.ok) return engineFailure(times.failure);
    const counts = employment.value.years.get(INDUSTRY_YEAR);
    const { keyFigures, structure, industry, ties } = profileOf(region, variant, {
      frame,
      published,
      employment: counts === undefined ? null : { year: INDUSTRY_YEAR, counts },
      times: times.value,
      score: null,
      circle: null,
    });
    return report(
      {
        ...regionHead(desk.value),
        maturity: region.maturity,
        cores: region.cores,
        plan: variant.plan,
        planYear: variant.planYear,
        evidence: variant.evidence,
        keyFigures,
        structure: withoutRings(structure),
        industry,
        ties,
        institutions: context.value.institutions.filter(({ agglomeration }) => agglomeration === region.id),
      },
      textTable(
        ['figure', 'value', 'unit', 'year', 'sources'],
        keyFigures.map(({ id, value, unit, year, sourceIds }) => [
          id,
          value === null ? null : Math.round(value * 100) / 100,
          unit,
          year,
          sourceIds.join(' '),
        ]),
      ),
    );
  },
};
