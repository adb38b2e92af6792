import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import { peopleWithin, type CircleReadings } from '#core/surface/circle-readings.ts';
import { decodeScenario } from '#data/decode-scenario.ts';
import { ORIGIN_OPTIONS, originOption } from '../circle-origin.ts';
import { type Command, refuse, report, withExitCode } from '../command.ts';
import { textOption } from '../options.ts';
import { readJsonFile } from '../read-text-file.ts';
import {
  CUTOFF_OPTION,
  engineFailure,
  openTravelDesk,
  readCutoff,
  readTravelChoice,
  TRAVEL_OPTIONS,
} from '../travel-input.ts';

/** `scenario --file s.json --origin …`: a circle before and after a scenario's edits. */
export const scenarioCommand: Command = {
  name: 'scenario',
  operands: '',
  operandCount: 0,
  summary: 'A circle before and after the edits of a scenario file: area, people, counties gained and lost.',
  options: {
    file: {
      type: 'string',
      value: 'file.json',
      help: '{ "name": …, "edits": [{ "type": "close", "id": "hzmb" }] }',
    },
    ...ORIGIN_OPTIONS,
    minutes: CUTOFF_OPTION,
    ...TRAVEL_OPTIONS,
  },
  examples: ['scenario --file scenario.json --origin 重庆 --minutes 60 --json'],
  run: async (_operands, options, data) => {
    const path = textOption(options, 'file');
    if (path === undefined) {
      return refuse(
        'missing-option',
        'The option --file is missing.',
        'Give --file with the path of a scenario.',
      );
    }
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const wanted = originOption(options);
    if (!wanted.ok) return wanted;
    const json = await readJsonFile('file', path);
    if (!json.ok) return json;
    const scenario = decodeScenario(json.value);
    if (!scenario.ok) return withExitCode(scenario.failure, 2);
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const origin = wanted.value(desk.value);
    if (!origin.ok) return origin;
    const base = { ...choice.value, origins: [origin.value.place], maxMinutes: minutes.value };
    const comparison = compareScenario(desk.value.engine, base, scenario.value.edits, minutes.value);
    if (!comparison.ok) return engineFailure(comparison.failure);
    const { before, after, gained, lost, laws, savedPersonMinutes } = comparison.value;
    return report(
      {
        name: scenario.value.name,
        origin: origin.value,
        mode: choice.value.mode,
        minutes: minutes.value,
        before: brief(before.readings),
        after: brief(after.readings),
        gained: withCounties(gained),
        lost: withCounties(lost),
        savedPersonMinutes,
        laws,
      },
      [
        `${scenario.value.name || path}: ${origin.value.name}, ${choice.value.mode}, ${minutes.value} min`,
        line('before', before.readings),
        line('after', after.readings),
        line('gained', gained),
        line('lost', lost),
        laws.ok
          ? 'All laws hold.'
          : `Broken laws: ${laws.violations.map(({ law }) => law).join(', ')}. Please report this.`,
      ].join('\n'),
    );
  },
};

function brief(readings: CircleReadings) {
  return { areaKm2: readings.areaKm2, population: peopleWithin(readings) };
}

function withCounties(readings: CircleReadings) {
  return { ...brief(readings), counties: readings.counties };
}

function line(label: string, readings: CircleReadings): string {
  const { areaKm2, population } = brief(readings);
  return `${label.padEnd(7)} ${Math.round(areaKm2).toLocaleString('en')} km², ${population === null ? 'unknown' : Math.round(population).toLocaleString('en')} people`;
}
