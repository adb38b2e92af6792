import { describe, expect, it } from 'vitest';
import { readLineRepairs } from '../../../geodata/pipeline/tables/line-repairs.ts';
import { parseOpenedYear } from '../../../geodata/pipeline/tables/opened-year.ts';
import { placeStops } from '../../../geodata/pipeline/tables/place-stops.ts';
import {
  parseDesignSpeed,
  parsePlannedStatus,
  parseStationList,
} from '../../../geodata/pipeline/tables/planned-lines.ts';
import { StationPositions } from '../../../geodata/pipeline/tables/station-positions.ts';
import { fixtureContext, stationRow } from './fixture-context.ts';

describe('parseOpenedYear', () => {
  it.each([
    ['2015-12', 2015],
    ['2009-7', 2009],
    ['2021-12-30 (安九); 2020 (合安)', 2020],
    ['2020 (淮丹段); 董淮段 2019-12', 2019],
    ['2010-11-30; second span 2014-06-16', 2010],
    ['under construction since 2022-11-28; plan 2027-11', null],
    ['under construction (six-year works; tower 275 m in 2026-01)', null],
    ['soon', null],
  ])('%s → %s', (printed, year) => {
    expect(parseOpenedYear(printed)).toBe(year);
  });
});

describe('planned lines', () => {
  it.each([
    ['static acceptance 2026-03', 'under-construction'],
    ['structures done 2026-03', 'under-construction'],
    ['under construction since 2024-12-16', 'under-construction'],
    ['works to start 2026-04', 'planned'],
    ['feasibility approved', 'planned'],
    ['bridge tender 2026', 'planned'],
    ['planned start 2025', 'planned'],
    ['construction drawings approved 2025-05', 'planned'],
  ])('status of "%s" is %s', (words, status) => {
    expect(parsePlannedStatus(words)).toBe(status);
  });

  it('takes the highest printed speed', () => {
    expect(parseDesignSpeed('200 (西丽–南沙); 250 (南沙–江门)')).toBe(250);
    expect(parseDesignSpeed('350/250')).toBe(350);
    expect(parseDesignSpeed('about 40')).toBeNull();
  });

  it('cuts remarks and gaps from station lists, not what tells namesakes apart', () => {
    const names = parseStationList('西善桥;…;当涂南 (16 stations);昆明南 (2018 names);福田(成都S3)').map(
      (stop) => stop.name,
    );
    expect(names).toEqual(['西善桥', '当涂南', '昆明南', '福田(成都S3)']);
    expect(parseStationList('11 stations')).toEqual([]);
  });
});

/** Stations every 30 km on a parallel; 丙 is a homonym 300 km to the north. */
const rail_stations = [
  stationRow('甲', 104, 30),
  stationRow('乙', 104.31, 30),
  stationRow('丙', 104.62, 32.7),
  stationRow('丁', 104.93, 30),
];
const stop = (name: string, km: number | null = null) => ({ name, kmFromStart: km, extension: false });

const repair = (action: string, station: string, anchor = '') => ({
  line_id: 'line',
  action,
  station,
  anchor,
  reason: 'test',
});

const unit = (adcode: string, lng: number) =>
  [
    adcode,
    {
      adcode,
      level: 'county',
      nameZh: '任丘市',
      shortNameZh: '任丘',
      nameEn: '',
      pinyin: '',
      aliases: [],
      provinceCode: '13',
      prefecture: '130900',
      seat: [lng, 30],
      areaKm2: 1,
    },
  ] as const;

describe('placeStops', () => {
  it('drops the homonym and nothing else', () => {
    const positions = new StationPositions(fixtureContext({ rail_stations }).context);
    const { stops, dropped } = placeStops(
      'line',
      ['甲', '乙', '丙', '丁'].map((name) => stop(name)),
      positions,
      false,
    );
    expect(stops.map((placed) => placed.at !== null)).toEqual([true, true, false, true]);
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toContain('丙');
  });

  it('drops a stop whose legs contradict the printed kilometres on both sides', () => {
    // 乙 is listed 5 km from 甲 and 5 km before 丁, but lies 30 and 60 km away.
    const positions = new StationPositions(
      fixtureContext({
        rail_stations: [
          stationRow('甲', 104, 30),
          stationRow('乙', 104.1, 30.25),
          stationRow('丁', 104.2, 30),
        ],
      }).context,
    );
    const listed = [stop('甲', 0), stop('乙', 10), stop('丁', 20)];
    expect(placeStops('line', listed, positions, false).dropped).toHaveLength(1);
    const longer = [stop('甲', 0), stop('乙', 30), stop('丁', 60)];
    expect(placeStops('line', longer, positions, false).dropped).toHaveLength(0);
  });

  it('shows a station under its present name', () => {
    const positions = new StationPositions(
      fixtureContext({
        rail_stations,
        rail_station_aliases: [{ old_name: '老乙', name: '乙', distance_km: '0', note: '' }],
      }).context,
    );
    const { stops } = placeStops('line', [stop('老乙')], positions, false);
    expect(stops[0]).toMatchObject({ name: '乙', at: [104.31, 30], placement: 'station' });
    expect(positions.aliasesOf.get('乙')).toEqual(['老乙']);
  });

  it('puts a planned station at the nearest seat of its name, and an open one nowhere', () => {
    const counties = new Map([unit('130982', 104.5), unit('999999', 118)]);
    const positions = new StationPositions(fixtureContext({ rail_stations }, { counties }).context);
    const listed = [stop('甲'), stop('任丘西'), stop('丁')];
    expect(placeStops('line', listed, positions, true).stops[1]).toMatchObject({
      at: [104.5, 30],
      placement: 'seat',
    });
    expect(placeStops('line', listed, positions, false).stops[1]?.at).toBeNull();
  });
});

describe('readLineRepairs', () => {
  it('extends, inserts, removes and renames in table order', () => {
    const { context } = fixtureContext({
      rail_line_repairs: [
        repair('extend-start', '近'),
        repair('extend-start', '远'),
        repair('insert-after', '中', '甲'),
        repair('remove', '乙'),
        repair('rename', '丁', '新丁'),
        repair('extend-end', '尾'),
        repair('name', '新线', 'New line'),
      ],
    });
    const repairs = readLineRepairs(context)('line');
    const stops = repairs.apply([stop('甲'), stop('乙'), stop('丁')]);
    expect(stops.map(({ name }) => name)).toEqual(['远', '近', '甲', '中', '新丁', '尾']);
    expect(stops.map(({ extension }) => extension)).toEqual([true, true, false, false, false, true]);
    expect(repairs.nameZh).toBe('新线');
    expect(readLineRepairs(context)('other').apply([stop('甲')])).toEqual([stop('甲')]);
  });

  it('throws when a repair no longer fits the table', () => {
    const { context } = fixtureContext({ rail_line_repairs: [repair('remove', '无此站')] });
    expect(() => readLineRepairs(context)('line').apply([stop('甲')])).toThrow('无此站');
  });
});
