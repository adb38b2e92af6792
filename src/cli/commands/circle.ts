import { peopleWithin } from '#core/surface/circle-readings.ts';
import { type Command, report } from '../command.ts';
import { MOST_UNCERTAINTY_DRAWS, UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import { runUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { uncertaintyLines } from '../uncertainty-text.ts';
import { listOption, numberOption, switchOption } from '../options.ts';
import { textTable } from '../text-table.ts';
import { ORIGIN_OPTIONS, originOption } from '../circle-origin.ts';
import { OWN_RIDES_OPTIONS, readOwnRides } from '../own-rides.ts';
import {
  CUTOFF_OPTION,
  engineFailure,
  openTravelDesk,
  readCutoff,
  readTravelChoice,
  TRAVEL_OPTIONS,
} from '../travel-input.ts';

/** Rows of the tables for people; `--json` has all. */
const SHOWN_ROWS = 15;

/** `circle --origin 成都 --minutes 60`: what lies within the time. */
export const circleCommand: Command = {
  name: 'circle',
  operands: '',
  operandCount: 0,
  summary: 'The circle of a travel time around a place: area, people, counties, stations, polygon.',
  options: {
    ...ORIGIN_OPTIONS,
    minutes: CUTOFF_OPTION,
    ...TRAVEL_OPTIONS,
    ...OWN_RIDES_OPTIONS,
    draws: {
      type: 'string',
      value: 'n',
      help: 'Try the circle against its assumptions with n draws: ranges of its figures and what moves them.',
    },
    polygon: { type: 'boolean', help: 'Add the circle as a GeoJSON MultiPolygon.' },
  },
  examples: [
    'circle --origin 成都 --minutes 60 --json',
    'circle --origin 成都 --draws 200',
    'circle --origin 成都 --gtfs feed.zip --service-day 2026-03-02',
    'circle --at 113.5767,22.2707 --minutes 60 --mode road --close hzmb --polygon --json',
  ],
  run: async (_operands, options, data) => {
    const minutes = readCutoff(options);
    if (!minutes.ok) return minutes;
    const choice = readTravelChoice(options, 'door-to-door');
    if (!choice.ok) return choice;
    const { mode, preset } = choice.value;
    const wanted = originOption(options);
    if (!wanted.ok) return wanted;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const origin = wanted.value(desk.value);
    if (!origin.ok) return origin;

    const rides = await readOwnRides(options, desk.value.engine, data);
    if (!rides.ok) return rides;
    const { engine, sources } = rides.value;
    const circle = engine.computeSurface({
      ...choice.value,
      origins: [origin.value.place],
      maxMinutes: minutes.value,
    });
    if (!circle.ok) return engineFailure(circle.failure);
    const { surface, stations, parameters, origins } = circle.value;
    const readings = engine.readings(surface, minutes.value);
    const { areaKm2, counties, withoutPopulation, gdp } = readings;
    const population = peopleWithin(readings);
    const draws = numberOption(options, 'draws', { min: 1, max: MOST_UNCERTAINTY_DRAWS, fallback: 0 });
    if (!draws.ok) return draws;
    const tried =
      draws.value === 0
        ? null
        : runUncertainty(engine, {
            circle: { ...choice.value, origins: [origin.value.place], maxMinutes: minutes.value },
            draws: draws.value,
            seed: UNCERTAINTY_SEED,
          });
    if (tried !== null && !tried.ok) return engineFailure(tried.failure);
    const nameOf = (adcode: string): string => engine.context.units.get(adcode)?.nameZh ?? adcode;
    return report(
      {
        origin: { ...origin.value, ...origins[0] },
        mode,
        minutes: minutes.value,
        areaKm2,
        population,
        counties: counties.map((county) => ({ ...county, nameZh: nameOf(county.adcode) })),
        countiesWithoutPopulation: withoutPopulation,
        gdp,
        stations,
        parameters,
        railSources: sources,
        closed: listOption(options, 'close'),
        ...(tried !== null && { uncertainty: { ...tried.value, shares: undefined } }),
        ...(switchOption(options, 'polygon') && { polygon: engine.contour(surface, minutes.value) }),
      },
      [
        `${origin.value.name}, ${mode}, ${minutes.value} min, ${preset}`,
        `${Math.round(areaKm2).toLocaleString('en')} km², ${population === null ? 'unknown' : Math.round(population).toLocaleString('en')} people (${counties.some(({ adcode }) => /^8[12]/.test(adcode)) ? '2020, Hong Kong and Macao 2021' : '2020'}), ` +
          `${counties.length} counties, ${stations.length} stations`,
        ...sources.map(
          ({ name, vintage, stations: own, pairs, problems }) =>
            `rides beside the embedded: ${name}${vintage === '' ? '' : ` (${vintage})`}, ${own} stations, ${pairs} pairs, ${problems} rows passed over`,
        ),
        ...(tried === null ? [] : ['', ...uncertaintyLines(tried.value)]),
        '',
        textTable(
          ['county', 'adcode', 'share %', 'people'],
          counties
            .slice(0, SHOWN_ROWS)
            .map(({ adcode, share, population: people }) => [
              nameOf(adcode),
              adcode,
              (share * 100).toFixed(1),
              people === null ? null : Math.round(people),
            ]),
        ),
        '',
        textTable(
          ['station', 'min', 'modelled'],
          stations
            .slice(0, SHOWN_ROWS)
            .map(({ name, minutes: arrival, modelled }) => [
              name,
              arrival.toFixed(0),
              modelled ? 'in part' : '',
            ]),
        ),
      ].join('\n'),
    );
  },
};
