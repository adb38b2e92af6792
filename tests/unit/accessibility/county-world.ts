import { city, drawRaster, line, station, timetable, world } from '../../fixtures/travel-world.ts';

const west = station('甲站', [104.3, 30.5], '510100');
const middle = station('乙站', [105.0, 30.5], '510200');
const countyOf = (column: number): number => {
  if (column < 70) return 1;
  if (column < 118) return 2;
  if (column < 131) return 0;
  return column < 140 ? 3 : column > 190 ? 4 : 0;
};
/**
 * Three counties in a row, a ride of 25 minutes from the first to the second, an island without people that are known,
 * and a county whose seat lies in the sea.
 *
 *   column 0        70      110 118..130 131     140
 *          甲 (1)   |乙 (2)  | water |丙 (3)|
 *               ●      ●               ●            ● 丁, in the water
 */
export function countyWorld() {
  return world({
    raster: drawRaster({
      west: 104,
      north: 31,
      columns: 195,
      rows: 100,
      counties: ['510101', '510201', '510301', '510401'],
      county: countyOf,
    }),
    timetable: timetable([west, middle], [['甲站', '乙站', 25, 40]]),
    lines: [line('jiayi', [west, middle])],
    units: [
      city('510100', '甲市', [104.3, 30.5]),
      city('510200', '乙市', [105.0, 30.5]),
      city('510300', '丙市', [105.35, 30.5]),
      city('510400', '丁市', [105.7, 30.5]),
      city('510101', '甲区', [104.3, 30.5], { level: 'county', prefecture: '510100' }),
      city('510201', '乙区', [105.0, 30.5], { level: 'county', prefecture: '510200' }),
      city('510301', '丙区', [105.35, 30.5], { level: 'county', prefecture: '510300' }),
      city('510401', '丁区', [105.7, 30.5], { level: 'county', prefecture: '510400' }),
    ],
    populationByCounty: new Map([
      ['510101', 1_200_000],
      ['510201', 900_000],
      // 丙's are unknown.
      ['510401', 10_000],
    ]),
    gdpByPrefecture: new Map([['510100', { value: 600, year: 2020 }]]),
  });
}
