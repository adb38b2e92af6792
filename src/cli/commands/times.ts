import { isWeakVintage } from '#core/network/ride-origin.ts';
import type { JourneyLeg } from '#core/surface/circle-request.ts';
import { type Command, refuse, report } from '../command.ts';
import { textOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { engineFailure, findEnd, openTravelDesk, readTravelChoice, TRAVEL_OPTIONS } from '../travel-input.ts';

/** Vintage of legs that no timetable stands behind: roads, waits, transfers, borders. */
const PARAMETERS_VINTAGE = 'parameters';

/** `times --from 成都 --to 重庆`: the fastest way between two places, leg by leg. */
export const timesCommand: Command = {
  name: 'times',
  operands: '',
  operandCount: 0,
  summary:
    'The fastest way between two cities or stations, leg by leg; between cities by the best of their stations.',
  options: {
    from: { type: 'string', value: 'city|station', help: 'Where from.' },
    to: { type: 'string', value: 'city|station', help: 'Where to.' },
    ...TRAVEL_OPTIONS,
    mode: {
      ...TRAVEL_OPTIONS.mode,
      help: 'What the time is made of; in-vehicle (default) is from station to station.',
    },
  },
  examples: ['times --from 成都 --to 重庆 --json', 'times --from 珠海 --to 香港 --mode road --close hzmb'],
  run: async (_operands, options, data) => {
    const from = textOption(options, 'from');
    const to = textOption(options, 'to');
    if (from === undefined || to === undefined) {
      return refuse('missing-option', 'Both --from and --to are needed.', 'Try: times --from 成都 --to 重庆');
    }
    const choice = readTravelChoice(options, 'in-vehicle');
    if (!choice.ok) return choice;
    const { mode } = choice.value;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const start = findEnd(desk.value, from);
    if (!start.ok) return start;
    const end = findEnd(desk.value, to);
    if (!end.ok) return end;
    const journey = desk.value.engine.travelTime(start.value.place, end.value.place, choice.value);
    if (!journey.ok) return engineFailure(journey.failure);
    const { minutes, legs } = journey.value;
    const shown = legs.map(describeLeg);
    return report(
      { from: start.value.name, to: end.value.name, mode, minutes, legs: shown },
      [
        `${start.value.name} → ${end.value.name}, ${mode}: ${minutes.toFixed(0)} min`,
        '',
        textTable(
          ['', 'from', 'to', 'min', 'line', 'vintage', 'kind'],
          shown.map((leg) => [
            leg.type,
            leg.from,
            leg.to,
            leg.minutes.toFixed(0),
            leg.line ?? '',
            leg.vintage,
            leg.kind,
          ]),
        ),
      ].join('\n'),
    );
  },
};

/** One leg in the contract's shape: `kind` says whether a timetable stands behind its minutes. */
interface LegDocument {
  readonly type: JourneyLeg['kind'];
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly line?: string;
  readonly vintage: string;
  readonly kind: 'observed' | 'modelled';
  /** Only the other direction was published and its minutes were taken over. */
  readonly assumedReverse?: true;
  /** A press figure that is expected, approximate or of an assumed station. */
  readonly weak?: true;
  readonly trainsPerDay?: number | null;
  readonly links?: readonly string[];
}

function describeLeg(leg: JourneyLeg): LegDocument {
  if (leg.kind === 'ride') {
    const { from, to, minutes, line, vintage, source, trainsPerDay } = leg;
    return {
      type: 'ride',
      from,
      to,
      minutes,
      ...(line !== null && { line }),
      vintage,
      kind: source === 'observed' || source === 'observed-reverse' ? 'observed' : 'modelled',
      ...(source === 'observed-reverse' && { assumedReverse: true }),
      ...(isWeakVintage(vintage) && { weak: true }),
      trainsPerDay,
    };
  }
  const assumed = { minutes: leg.minutes, vintage: PARAMETERS_VINTAGE, kind: 'modelled' } as const;
  return leg.kind === 'road'
    ? { type: 'road', from: leg.from, to: leg.to, ...assumed, links: leg.links }
    : { type: leg.kind, from: leg.at, to: leg.at, ...assumed };
}
