import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleRequest, Place } from '#core/surface/circle-request.ts';
import { type Checked, type Command, type OptionValues, refuse, report } from '../command.ts';
import {
  choiceOption,
  listOption,
  numberOption,
  positionOption,
  switchOption,
  textOption,
} from '../options.ts';
import { textTable } from '../text-table.ts';
import {
  engineFailure,
  findUnit,
  LONGEST_CUTOFF_MINUTES,
  MODES,
  openTravelDesk,
  PRESETS,
  TRAVEL_OPTIONS,
  type TravelDesk,
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
    origin: { type: 'string', value: 'name|adcode', help: 'City or county, at its seat.' },
    at: { type: 'string', value: 'lng,lat', help: 'Any place instead, WGS-84.' },
    minutes: { type: 'string', value: 'n', help: `Cut-off, 1 to ${LONGEST_CUTOFF_MINUTES} (default 60).` },
    ...TRAVEL_OPTIONS,
    polygon: { type: 'boolean', help: 'Add the circle as a GeoJSON MultiPolygon.' },
  },
  examples: [
    'circle --origin 成都 --minutes 60 --json',
    'circle --at 113.5767,22.2707 --minutes 60 --mode road --close hzmb --polygon --json',
  ],
  run: async (_operands, options, data) => {
    const minutes = numberOption(options, 'minutes', { min: 1, max: LONGEST_CUTOFF_MINUTES, fallback: 60 });
    if (!minutes.ok) return minutes;
    const mode = choiceOption(options, 'mode', MODES, 'door-to-door');
    if (!mode.ok) return mode;
    const preset = choiceOption(options, 'preset', PRESETS, 'peak');
    if (!preset.ok) return preset;
    const wanted = originOption(options);
    if (!wanted.ok) return wanted;
    const desk = await openTravelDesk(data);
    if (!desk.ok) return desk;
    const origin = wanted.value(desk.value);
    if (!origin.ok) return origin;

    const { engine } = desk.value;
    const request: CircleRequest = {
      origins: [origin.value.place],
      mode: mode.value,
      maxMinutes: minutes.value,
      preset: preset.value,
      edits: listOption(options, 'close').map((id): ScenarioEdit => ({ type: 'close', id })),
    };
    const circle = engine.computeSurface(request);
    if (!circle.ok) return engineFailure(circle.failure);
    const { surface, stations, parameters, origins } = circle.value;
    const { areaKm2, population, counties, withoutPopulation, gdp } = engine.readings(surface, minutes.value);
    const nameOf = (adcode: string): string => engine.context.units.get(adcode)?.nameZh ?? adcode;
    return report(
      {
        origin: { ...origin.value, ...origins[0] },
        mode: mode.value,
        minutes: minutes.value,
        areaKm2,
        population,
        counties: counties.map((county) => ({ ...county, nameZh: nameOf(county.adcode) })),
        countiesWithoutPopulation: withoutPopulation,
        gdp,
        stations,
        parameters,
        closed: listOption(options, 'close'),
        ...(switchOption(options, 'polygon') && { polygon: engine.contour(surface, minutes.value) }),
      },
      [
        `${origin.value.name}, ${mode.value}, ${minutes.value} min, ${preset.value}`,
        `${Math.round(areaKm2).toLocaleString('en')} km², ${Math.round(population).toLocaleString('en')} people (2020), ` +
          `${counties.length} counties, ${stations.length} stations`,
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

type FindOrigin = (desk: TravelDesk) => Checked<{ readonly place: Place; readonly name: string }>;

/** `--origin` or `--at`, one of them. Positions are checked before any data is loaded. */
function originOption(options: OptionValues): Checked<FindOrigin> {
  const name = textOption(options, 'origin');
  const position = textOption(options, 'at');
  if ((name === undefined) === (position === undefined)) {
    return refuse(
      'missing-option',
      name === undefined ? 'No origin was given.' : 'Two origins were given.',
      'Give either --origin <name or adcode> or --at <lng,lat>.',
    );
  }
  if (position !== undefined) {
    const at = positionOption(position);
    if (!at.ok) return at;
    const place: Place = { kind: 'point', at: at.value };
    return { ok: true, value: () => ({ ok: true, value: { place, name: at.value.join(',') } }) };
  }
  return {
    ok: true,
    value: (desk) => {
      const unit = findUnit(desk, name ?? '');
      if (!unit.ok) return unit;
      return {
        ok: true,
        value: { place: { kind: 'city', adcode: unit.value.adcode }, name: unit.value.nameZh },
      };
    },
  };
}
