import { describe, expect, it } from 'vitest';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { Place } from '#core/surface/circle-request.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import {
  computeRegionalTravel,
  REGIONAL_TRAVEL,
  type RegionalTravelJob,
  regionalTravelSeries,
  withMembers,
} from '#core/surface/regional-travel.ts';
import { city, drawRaster, line, roadLink, station, timetable, world } from '../../fixtures/travel-world.ts';

// Even land in two parts with a strait between; 甲 is the core, 乙 has two counties, 丙 and 丁 lie beyond the strait.
//
//   column 0        70      110      150 151..156 157       200
//          甲 (1)   |乙 (2)  |乙 (3)   |  water   | 丙 (4)    |
//               ●      ●                              ●
const west = station('甲站', [104.3, 30.5], '510100');
const middle = station('乙站', [105.0, 30.5], '510200');
const countyOf = (column: number): number => {
  if (column < 70) return 1;
  if (column < 110) return 2;
  if (column < 151) return 3;
  return column < 157 ? 0 : 4;
};
const data = world({
  raster: drawRaster({
    west: 104,
    north: 31,
    columns: 200,
    rows: 100,
    counties: ['510101', '510201', '510202', '510301'],
    county: countyOf,
  }),
  timetable: timetable([west, middle], [['甲站', '乙站', 25, 40]]),
  lines: [line('jiayi', [west, middle])],
  units: [
    city('510100', '甲市', [104.3, 30.5]),
    city('510200', '乙市', [105.0, 30.5]),
    city('510300', '丙市', [105.8, 30.5]),
  ],
  populationByCounty: new Map([
    ['510101', 1_200_000],
    ['510201', 900_000],
    ['510202', 300_000],
    // 丙's people are unknown.
  ]),
});
const engine = createCircleEngine(data);

const job = (parts: Partial<RegionalTravelJob> = {}): RegionalTravelJob => ({
  key: 'test@now',
  members: ['510100', '510200', '510300'],
  counties: ['510101', '510201', '510202', '510301'],
  cores: ['510100'],
  ...parts,
});

function compute(jobs: readonly RegionalTravelJob[], over = engine, edits: readonly ScenarioEdit[] = []) {
  const steps = computeRegionalTravel(over, jobs, edits);
  const seen: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      if (!step.value.ok) throw new Error(step.value.failure.message);
      return { readings: step.value.value, seen };
    }
    expect(step.value.total).toBeGreaterThanOrEqual(step.value.done);
    seen.push(step.value.done);
  }
}

const ride = (minutes: number | null): ScenarioEdit => ({
  type: 'set-minutes',
  from: '甲站',
  to: '乙站',
  minutes,
});

describe('regional travel', () => {
  it('counts the people of each member within the hour of the core, as the circle reads them', () => {
    const [reading] = compute([job()]).readings;
    const circle = engine.computeSurface({
      origins: [{ kind: 'city', adcode: '510100' }],
      mode: 'door-to-door',
      preset: 'peak',
      maxMinutes: 60,
    });
    if (!circle.ok) throw new Error(circle.failure.message);
    const within = new Map(
      engine.readings(circle.value.surface, 60).counties.map(({ adcode, share }) => [adcode, share]),
    );
    const share = (adcode: string) => within.get(adcode) ?? 0;
    expect(share('510101')).toBeGreaterThan(0.2);
    expect(reading?.coreHourShare.get('510100')).toBeCloseTo(share('510101') * 100, 9);
    expect(reading?.coreHourShare.get('510200')).toBeCloseTo(
      ((share('510201') * 9 + share('510202') * 3) / 12) * 100,
      9,
    );
  });

  it('answers to a scenario: a faster ride brings more people within the hour and shortens the mean, none taken back restores it', () => {
    const pair = job({ members: ['510100', '510200'] });
    const [present] = compute([pair]).readings;
    const [faster] = compute([pair], engine, [ride(8)]).readings;
    const [restored] = compute([pair], engine, [ride(8), ride(null)]).readings;
    const share = present?.coreHourShare.get('510200') ?? NaN;
    const mean = present?.meanTravelMinutes.get('510100') ?? NaN;
    expect(faster?.coreHourShare.get('510200')).toBeGreaterThan(share);
    expect(faster?.meanTravelMinutes.get('510100')).toBeLessThan(mean - 10);
    expect(restored).toEqual(present);
  });

  it('of a delimitation with other members counts who joined with all their people, who left with none', () => {
    expect(withMembers(job(), job().members)).toEqual(job());
    expect(withMembers(job(), ['510200', '510300', '510400'])).toEqual({
      key: 'test@now',
      members: ['510200', '510300', '510400'],
      counties: ['510201', '510202', '510301', '510400'],
      cores: [],
    });
    // A directly administered county is no prefix of its neighbours.
    expect(
      withMembers(job({ members: ['429004', '429005'], counties: ['429004', '429005'] }), ['429005'])
        .counties,
    ).toEqual(['429005']);
  });

  it('gives no share to a member whose people are unknown, and none where there is no core', () => {
    const [reading, coreless] = compute([job(), job({ key: 'coreless', cores: [] })]).readings;
    expect(reading?.coreHourShare.has('510300')).toBe(false);
    expect(coreless?.coreHourShare.size).toBe(0);
  });

  it('counts only the counties that belong to the delimitation', () => {
    const [reading] = compute([job({ counties: ['510101', '510201'] })]).readings;
    const [whole] = compute([job({ counties: ['510100', '510200'] })]).readings;
    expect(reading?.coreHourShare.get('510200')).toBeGreaterThan(whole?.coreHourShare.get('510200') ?? NaN);
  });

  it('takes the mean over the members that are reached, and names the pairs without a way', () => {
    // 丙 lies beyond the strait: 甲 reaches one of two others, less than the 65 % that a mean needs.
    const [alone] = compute([job()]).readings;
    expect(alone?.meanTravelMinutes.size).toBe(0);
    expect(alone?.pairsWithoutWay).toEqual([
      ['510100', '510300'],
      ['510200', '510300'],
      ['510300', '510100'],
      ['510300', '510200'],
    ]);
    const linked = createCircleEngine({
      ...data,
      roadLinks: [roadLink('strait', [105.49, 30.5], [105.59, 30.5], 8)],
    });
    const [reading] = compute([job()], linked).readings;
    const places: Place[] = job().members.map((adcode) => ({ kind: 'city', adcode }));
    const matrix = linked.matrix(places, REGIONAL_TRAVEL);
    if (!matrix.ok) throw new Error(matrix.failure.message);
    matrix.value.minutes.forEach((row, from) => {
      const others = row.filter((_, to) => to !== from).map((minutes) => minutes ?? NaN);
      expect(reading?.meanTravelMinutes.get(job().members[from] ?? '')).toBeCloseTo(
        others.reduce((sum, minutes) => sum + minutes, 0) / 2,
        9,
      );
    });
    expect(reading?.pairsWithoutWay).toEqual([]);
  });

  it('searches once from a city that two regions share, and tells how far it is', () => {
    const pair = job({ key: 'pair', members: ['510100', '510200'] });
    const { readings, seen } = compute([job(), pair]);
    // Two surfaces and three origins, not five.
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(readings[1]).toEqual(compute([pair]).readings[0]);
  });

  it('hands on the failure of an unknown core', () => {
    const steps = computeRegionalTravel(engine, [job({ cores: ['999999'] })]);
    expect(steps.next()).toMatchObject({
      done: true,
      value: { ok: false, failure: { reason: 'unknown-place' } },
    });
  });

  it('makes modelled series of one year, and none of an indicator without values', () => {
    const series = regionalTravelSeries(compute([job()]).readings);
    expect(series).toMatchObject([
      { variantKey: 'test@now', indicator: 'core_hour_share', year: 2020, provenance: 'modelled' },
    ]);
  });
});

describe('the network as of a year', () => {
  const stations = [west, middle];
  const base = timetable(stations, [
    ['甲站', '乙站', 25, 40],
    ['乙站', '甲站', 31, 40],
  ]);
  const dated = {
    ...data,
    timetable: {
      ...base,
      vintages: ['2016-10', '2021-01', 'press-2020-weak', 'press-2021'],
      // Pairs both ways: 2016-10, 2021-01, press-2020-weak, press-2021.
      vintage: Uint8Array.from([0, 1, 2, 3]),
      pressSources: new Map([
        [2, 'a paper of 2020'],
        [3, 'a paper of 2021'],
      ]),
    },
    lines: [
      line('old', stations, { openedYear: 2020 }),
      line('new', stations, { openedYear: 2021 }),
      line('undated', stations, { openedYear: null }),
      line('planned', stations, { openedYear: null, status: 'planned' }),
    ],
    roadLinks: [
      roadLink('old', [104.1, 30.5], [104.2, 30.5], 5, { openedYear: 2018 }),
      roadLink('new', [104.1, 30.5], [104.2, 30.5], 5, { openedYear: 2024 }),
    ],
  };

  it('leaves out lines, links and rides that came later; January still shows the year before', () => {
    const then = networkAsOf(dated, 2020);
    expect(then.lines.map(({ id }) => id)).toEqual(['old', 'undated', 'planned']);
    expect(then.roadLinks.map(({ id }) => id)).toEqual(['old']);
    expect([...then.timetable.vintage]).toEqual([0, 1, 2]);
    expect([...then.timetable.minutes]).toEqual([25, 25, 31]);
    expect([...then.timetable.pressSources]).toEqual([[2, 'a paper of 2020']]);
    expect(then.raster).toBe(dated.raster);
  });

  it('keeps a press source with its ride when rides before it are left out', () => {
    const then = networkAsOf(
      { ...dated, timetable: { ...dated.timetable, vintage: Uint8Array.from([3, 1, 2, 0]) } },
      2020,
    );
    expect([...then.timetable.vintage]).toEqual([1, 2, 0]);
    expect([...then.timetable.pressSources]).toEqual([
      [1, 'a paper of 2020'],
      [2, 'a paper of 2021'],
    ]);
  });
});
