import { describe, expect, it } from 'vitest';
import { buildTimetable } from '../../../geodata/pipeline/tables/build-timetable.ts';
import { pressVintage } from '../../../geodata/pipeline/tables/collect-pairs.ts';
import { StationPositions } from '../../../geodata/pipeline/tables/station-positions.ts';
import type { RailTimetable } from '../../../src/core/network/rail-timetable.ts';
import { decodeContainer } from '../../../src/data/container.ts';
import { decodeTimetable } from '../../../src/data/decode-timetable.ts';
import { fixtureContext, stationRow } from './fixture-context.ts';

const pair = (from: string, to: string, minutes: number, vintage = '2016-10', trains = 3) => ({
  from,
  to,
  fastest_min: String(minutes),
  median_min: String(minutes),
  trains_per_day: String(trains),
  vintage,
});
const press = (from: string, to: string, minutes: number, year: string, source = 'press') => ({
  from,
  to,
  minutes: String(minutes),
  year,
  source,
});
/** 甲, 乙, 丙 every 48 km; 新惠 is what timetables before 2023-09 call 惠. */
const tables = {
  rail_stations: [
    stationRow('甲', 104, 30),
    stationRow('乙', 104.5, 30),
    stationRow('丙', 105, 30),
    stationRow('惠', 106, 30),
    stationRow('新惠', 105.5, 30),
  ],
  rail_station_renames: [{ old_name: '惠', new_name: '新惠', until: '2023-09', evidence: 'test' }],
};

function build(more: Parameters<typeof fixtureContext>[0]) {
  const fixture = fixtureContext({ ...tables, ...more });
  buildTimetable(fixture.context, new StationPositions(fixture.context), []);
  const bytes = fixture.written.get('rail-timetable');
  const content = decodeContainer(bytes ?? new Uint8Array());
  if (!content.ok) throw new Error(content.failure.message);
  const decoded = decodeTimetable(content.value);
  if (!decoded.ok) throw new Error(decoded.failure.message);
  return { timetable: decoded.value, checks: fixture.checks };
}

/** `甲→乙 30 2016-10`, with `*` for an assumed reverse. */
function listPairs(timetable: RailTimetable): string[] {
  const name = (index: number | undefined) => timetable.stations[index ?? -1]?.name;
  return [...timetable.from].map(
    (from, index) =>
      `${name(from)}→${name(timetable.to[index])} ${timetable.minutes[index]} ${timetable.vintages[timetable.vintage[index] ?? -1]}${timetable.assumedReverse[index] === 1 ? '*' : ''}`,
  );
}

describe('buildTimetable', () => {
  it('assumes the missing direction and marks it', () => {
    const { timetable } = build({ rail_pairs: [pair('甲', '乙', 30)] });
    expect(listPairs(timetable).toSorted()).toEqual(['乙→甲 30 2016-10*', '甲→乙 30 2016-10']);
    const assumed = [...timetable.assumedReverse].indexOf(1);
    expect(timetable.trainsPerDay[assumed]).toBe(0);
  });

  it('keeps two published directions as they are', () => {
    const { timetable } = build({ rail_pairs: [pair('甲', '乙', 30), pair('乙', '甲', 33)] });
    expect(listPairs(timetable).toSorted()).toEqual(['乙→甲 33 2016-10', '甲→乙 30 2016-10']);
  });

  it('lets newer press figures override older vintages, not the reverse', () => {
    const newer = build({
      rail_pairs: [pair('甲', '乙', 30), pair('乙', '甲', 33)],
      rail_pairs_press: [press('甲', '乙', 20, '2023')],
    });
    expect(listPairs(newer.timetable).filter((ride) => ride.includes('press'))).toEqual([
      '乙→甲 20 press-2023*',
      '甲→乙 20 press-2023',
    ]);
    const older = build({
      rail_pairs: [pair('甲', '乙', 30, '2021-01')],
      rail_pairs_press: [press('甲', '乙', 20, '2019')],
    });
    expect(listPairs(older.timetable)).toContain('甲→乙 30 2021-01');
    expect([...newer.timetable.pressSources.values()]).toContain('press');
  });

  it('keeps what ran before the report after it, both ways, unless it was faster', () => {
    const both = build({
      rail_pairs: [pair('甲', '乙', 30, '2021-01', 7), pair('乙', '甲', 33)],
      rail_pairs_press: [press('甲', '乙', 20, '2023')],
    }).timetable;
    expect(listPairs(both)).toEqual([
      '乙→甲 20 press-2023*',
      '乙→甲 33 2016-10',
      '甲→乙 20 press-2023',
      '甲→乙 30 2021-01',
    ]);
    expect([...both.trainsPerDay]).toEqual([0, 3, 0, 7]);
    const oneWay = build({
      rail_pairs: [pair('甲', '乙', 30)],
      rail_pairs_press: [press('甲', '乙', 20, '2023')],
    }).timetable;
    expect(listPairs(oneWay)).toEqual([
      '乙→甲 20 press-2023*',
      '乙→甲 30 2016-10*',
      '甲→乙 20 press-2023',
      '甲→乙 30 2016-10',
    ]);
    const slower = build({
      rail_pairs: [pair('甲', '乙', 30), pair('乙', '甲', 30)],
      rail_pairs_press: [press('甲', '乙', 40, '2023')],
    }).timetable;
    expect(listPairs(slower)).toEqual(['乙→甲 30 2016-10', '甲→乙 40 press-2023']);
  });

  it('reads an old name as the station it then was', () => {
    const { timetable } = build({
      rail_pairs: [pair('丙', '惠', 25)],
      rail_pairs_press: [press('丙', '惠', 28, '2023-12')],
    });
    expect(listPairs(timetable)).toContain('丙→新惠 25 2016-10');
    expect(listPairs(timetable)).toContain('丙→惠 28 press-2023');
  });

  it('leaves out the impossible and the unplaced, and says so', () => {
    const { timetable, checks } = build({
      rail_pairs: [pair('甲', '丙', 10), pair('甲', '无', 20), pair('甲', '乙', 30)],
    });
    expect(listPairs(timetable)).toHaveLength(2);
    const check = checks.find(({ id }) => id === 'rail-pairs-sane');
    expect(check?.explained.join(' ')).toMatch(/甲–丙.*96 km in 10 min: impossible/);
    expect(check?.explained.join(' ')).toContain('无 has no position');
  });

  it('fails the check of published times when the table says otherwise', () => {
    const validation = {
      validation_times: [{ from: '甲', to: '乙', minutes: '25', year: '2021', source: 's' }],
    };
    const { checks } = build({ rail_pairs: [pair('甲', '乙', 30)], ...validation });
    expect(checks.find(({ id }) => id === 'validation-times')?.unexplained).toHaveLength(1);
  });
});

describe('pressVintage', () => {
  it.each([
    ['2024-12', 'press: opening of 沪苏湖', 'press-2024'],
    ['2019-05', '杭州日报 | expected', 'press-2019-weak'],
    ['2025-09', '宜城新闻 | "about 10"', 'press-2025-weak'],
    ['2020-12', 'ptnet | 福州 station not stated', 'press-2020-weak'],
  ])('%s, %s → %s', (year, source, vintage) => {
    expect(pressVintage(year, source)).toBe(vintage);
  });
});
