import type { Place } from '#core/surface/circle-request.ts';
import { type Command, refuse, report } from '../command.ts';
import { listOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { engineFailure, findEnd, openTravelDesk, readTravelChoice, TRAVEL_OPTIONS } from '../travel-input.ts';

/** More places would take minutes and print a table nobody reads. */
const MOST_PLACES = 400;

/** `matrix --cities a,b,c`: times between all pairs. */
export const matrixCommand: Command = {
  name: 'matrix',
  operands: '',
  operandCount: 0,
  summary: 'Travel times between all pairs of some cities or stations.',
  options: {
    cities: { type: 'string', value: 'a,b,c', help: 'Cities or stations, separated by commas.' },
    ...TRAVEL_OPTIONS,
    mode: {
      ...TRAVEL_OPTIONS.mode,
      help: 'What the time is made of; in-vehicle (default) is from station to station.',
    },
  },
  examples: ['matrix --cities 成都,重庆,贵阳 --json'],
  run: async (_operands, options, data) => {
    const names = listOption(options, 'cities');
    if (names.length < 2 || names.length > MOST_PLACES) {
      return refuse(
        'missing-option',
        names.length === 0
          ? 'The option --cities is missing.'
          : `A matrix of ${names.length} places cannot be made.`,
        `Give 2 to ${MOST_PLACES} places: --cities 成都,重庆,贵阳.`,
      );
    }
    const choice = readTravelChoice(options, 'in-vehicle');
    if (!choice.ok) return choice;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const places: Place[] = [];
    const labels: string[] = [];
    for (const name of names) {
      const end = findEnd(desk.value, name);
      if (!end.ok) return end;
      places.push(end.value.place);
      labels.push(end.value.name);
    }
    const matrix = desk.value.engine.matrix(places, choice.value);
    if (!matrix.ok) return engineFailure(matrix.failure);
    const { minutes, modelled } = matrix.value;
    return report(
      {
        mode: choice.value.mode,
        cities: places.map((place, index) => ({
          name: labels[index],
          ...(place.kind === 'city' && { adcode: place.adcode }),
          at: matrix.value.places[index]?.at,
        })),
        /** Row: from, column: to; `null` = no way. */
        minutes,
        /** Same shape: `true` where the fastest way rides on a modelled edge. */
        modelled,
      },
      textTable(
        ['min', ...labels],
        minutes.map((row, index) => [labels[index] ?? '', ...row.map((cell) => cell?.toFixed(0) ?? null)]),
      ),
    );
  },
};
