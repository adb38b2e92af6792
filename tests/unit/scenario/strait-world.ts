import type { CircleEngineData } from '#core/surface/circle-request.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { city, drawRaster, line, roadLink, station, timetable, world } from '../../fixtures/travel-world.ts';

/** Cell centre of a column and row of the world below. */
export const cellAtSpot = (column: number, row: number): LngLat => [
  113 + (column + 0.5) * 0.01,
  23 - (row + 0.5) * 0.01,
];

/*
 *   columns 0 … 99 west shore (甲市, county 440101), 100 … 109 strait, 110 … 199 east shore (乙市, counties 440201 to
 *   the north of row 50 and 440202 to the south), 100 rows. All at a minute a kilometre.
 *
 *   甲南 (20,50) ===== 甲东 (90,50)   ~~bridge (99,50)–(110,50), 15 min~~   乙西 (120,50) ===== 乙东 (190,50)
 *   line "west": 甲南–甲东 20 min, 40 trains      line "east": 乙西–乙东 22 min, 10 trains
 *   through train 甲东–乙西 18 min (20 trains), 甲南–乙西 40 min; planned line "tunnel" 甲东–乙西–乙东
 */
export function straitWorld(): CircleEngineData {
  const raster = drawRaster({
    west: 113,
    north: 23,
    columns: 200,
    rows: 100,
    counties: ['440101', '440201', '440202'],
    county: (column, row) => (column < 100 ? 1 : column < 110 ? 0 : row < 50 ? 2 : 3),
  });
  const stations = [
    station('甲南', cellAtSpot(20, 50), '440100'),
    station('甲东', cellAtSpot(90, 50), '440100'),
    station('乙西', cellAtSpot(120, 50), '440200'),
    station('乙东', cellAtSpot(190, 50), '440200'),
  ] as const;
  const [jiaNan, jiaDong, yiXi, yiDong] = stations;
  return world({
    raster,
    timetable: timetable(stations, [
      ['甲南', '甲东', 20, 40],
      ['乙西', '乙东', 22, 10],
      ['甲东', '乙西', 18, 20],
      ['甲南', '乙西', 40, 2],
    ]),
    lines: [
      line('west', [jiaNan, jiaDong], { designSpeedKmh: 250 }),
      line('middle', [jiaDong, yiXi], { designSpeedKmh: 200 }),
      line('east', [yiXi, yiDong], { designSpeedKmh: 250 }),
      line('tunnel', [jiaDong, yiXi, yiDong], {
        status: 'under-construction',
        designSpeedKmh: 350,
        openedYear: null,
      }),
      line('dream', [jiaDong, yiXi], { status: 'planned', designSpeedKmh: null, openedYear: null }),
    ],
    roadLinks: [
      roadLink('bridge', cellAtSpot(99, 50), cellAtSpot(110, 50), 15),
      roadLink('second', cellAtSpot(99, 20), cellAtSpot(110, 20), 12, { status: 'under-construction' }),
    ],
    units: [
      city('440100', '甲市', cellAtSpot(20, 50)),
      city('440200', '乙市', cellAtSpot(190, 50)),
      city('440101', '甲县', cellAtSpot(20, 50), { level: 'county', prefecture: '440100' }),
      city('440201', '乙北', cellAtSpot(150, 20), { level: 'county', prefecture: '440200' }),
      city('440202', '乙南', cellAtSpot(150, 70), { level: 'county', prefecture: '440200' }),
    ],
    // About 1.13 km² a cell: 150 people per km².
    populationByCounty: new Map([
      ['440101', 1_700_000],
      ['440201', 800_000],
      ['440202', 800_000],
    ]),
    gdpByPrefecture: new Map([['440100', { value: 1000, year: 2020 }]]),
  });
}
