import fc from 'fast-check';
import type { CircleEngineData } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { city, drawRaster, line, roadLink, station, timetable, world } from '../fixtures/travel-world.ts';

/** Cells each way of a random world. */
const SIZE = 70;
const STATIONS = 9;

const fraction = fc.double({ min: 0.08, max: 0.92, noNaN: true });
const spot = fc
  .tuple(fraction, fraction)
  .map(([x, y]): LngLat => [113 + x * SIZE * 0.01, 23 - y * SIZE * 0.01]);
const stationNumber = fc.nat(STATIONS - 1);

/** A world of about 72 km × 78 km: four counties of different density, lakes and a strait, Hong Kong in a corner. */
export const randomWorld: fc.Arbitrary<CircleEngineData> = fc
  .record({
    lakes: fc.array(fc.tuple(fraction, fraction, fc.double({ min: 1, max: 9, noNaN: true })), {
      maxLength: 6,
    }),
    strait: fc.nat(SIZE - 1),
    stations: fc.array(spot, { minLength: STATIONS, maxLength: STATIONS }),
    pairs: fc.array(fc.tuple(stationNumber, stationNumber, fc.integer({ min: 3, max: 40 }), fc.nat(60)), {
      maxLength: 14,
    }),
    links: fc.array(fc.tuple(spot, spot, fc.integer({ min: 2, max: 30 }), fc.boolean()), { maxLength: 4 }),
    stops: fc.uniqueArray(stationNumber, { minLength: 2, maxLength: 5 }),
  })
  .map(({ lakes, strait, stations, pairs, links, stops }) => {
    const county = (column: number, row: number): number => {
      if (Math.abs(column - strait - row / 5) < 1.6) return 0;
      if (lakes.some(([x, y, radius]) => Math.hypot(column - x * SIZE, row - y * SIZE) < radius)) return 0;
      if (column > SIZE * 0.7 && row > SIZE * 0.7) return 4;
      return 1 + (column > SIZE / 2 ? 1 : 0) + (row > SIZE / 2 ? 1 : 0);
    };
    const counties = ['440103', '440304', '440605', '810001'];
    const raster = drawRaster({ west: 113, north: 23, columns: SIZE, rows: SIZE, counties, county });
    const named = stations.map((at, index) =>
      station(`S${index}`, at, index % 2 === 0 ? '440100' : '440300'),
    );
    const of = (index: number): string => named[index]?.name ?? 'S0';
    return world({
      raster,
      timetable: timetable(
        named,
        pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b, minutes, trains]) => [of(a), of(b), minutes, trains] as const),
      ),
      lines: [
        line(
          'base-line',
          stops.flatMap((index) => named[index] ?? []),
          { openedYear: 2024, designSpeedKmh: 250 },
        ),
        line(
          'planned-line',
          [...stops].reverse().flatMap((index) => named[(index + 1) % STATIONS] ?? []),
          {
            status: 'under-construction',
            openedYear: null,
            designSpeedKmh: 350,
          },
        ),
      ],
      roadLinks: links.map(([from, to, minutes, crossesBorder], index) =>
        roadLink(`link${index}`, from, to, minutes, { crossesBorder }),
      ),
      units: [
        city('440100', '甲', named[0]?.at ?? [113.2, 22.8]),
        city('440300', '乙', named[1]?.at ?? [113.2, 22.8]),
      ],
      populationByCounty: new Map([
        ['440103', 1_500_000],
        ['440304', 9_000_000],
        ['440605', 300_000],
        ['810001', 2_000_000],
      ]),
    });
  });

/** Places to start from. */
export const randomOrigin = spot;

/** Edits that can only make things faster. */
export const fasterEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc
    .tuple(
      fc.uniqueArray(stationNumber, { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 80, max: 400 }),
      fc.nat(99999),
    )
    .map(([stops, designSpeedKmh, id]): ScenarioEdit => ({
      type: 'add-line',
      id: `added-${id}`,
      stops: stops.map((index) => `S${index}`),
      designSpeedKmh,
      trainsPerDay: 30,
    })),
  fc
    .tuple(spot, spot, fc.integer({ min: 1, max: 40 }), fc.nat(99999))
    .map(([from, to, minutes, id]): ScenarioEdit => ({
      type: 'add-road-link',
      id: `road-${id}`,
      from,
      to,
      minutes,
    })),
  fc.constant<ScenarioEdit>({ type: 'open', id: 'planned-line' }),
  fc.constant<ScenarioEdit>({ type: 'set-speed', line: 'base-line', designSpeedKmh: 380 }),
  fc
    .integer({ min: 1, max: 20 })
    .map((minutes): ScenarioEdit => ({ type: 'save-minutes', id: 'base-line', minutes })),
  fc.tuple(stationNumber, stationNumber).map(([a, b]): ScenarioEdit => ({
    type: 'set-minutes',
    from: `S${a}`,
    to: `S${(b === a ? a + 1 : b) % STATIONS}`,
    minutes: 1,
  })),
  fc.constantFrom<ScenarioEdit>(
    { type: 'set-parameter', name: 'waitMinutes', value: 5 },
    { type: 'set-parameter', name: 'transferMinutes', value: 3 },
    { type: 'set-parameter', name: 'egressMinutes', value: 45 },
    { type: 'set-parameter', name: 'borderMinutes', value: 5 },
    { type: 'set-parameter', name: 'roadSpeed5000', value: 60 },
    { type: 'set-parameter', name: 'detourFactor', value: 1.1 },
  ),
);

/** Edits that can only make things slower. */
export const slowerEdit: fc.Arbitrary<ScenarioEdit> = fc.constantFrom<ScenarioEdit>(
  { type: 'close', id: 'base-line' },
  { type: 'set-speed', line: 'base-line', designSpeedKmh: 120 },
  { type: 'set-parameter', name: 'waitMinutes', value: 30 },
  { type: 'set-parameter', name: 'egressMinutes', value: 12 },
  { type: 'set-parameter', name: 'roadSpeed2000', value: 20 },
);
