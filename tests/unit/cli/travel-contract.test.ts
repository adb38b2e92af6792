import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultiPolygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCommandLine, callForJson } from './call-command-line.ts';

interface Circle {
  readonly areaKm2: number;
  readonly population: number;
  readonly counties: readonly { readonly adcode: string; readonly share: number }[];
  readonly stations: readonly { readonly name: string; readonly minutes: number }[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly polygon?: MultiPolygon;
}

interface Times {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly minutes: number;
  readonly legs: readonly {
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
    readonly vintage: string;
    readonly kind: string;
  }[];
}

describe('circle', () => {
  it('gives area, people, counties, stations, parameters, and the polygon when asked', async () => {
    const circle = await callForJson<Circle>('circle', '--origin', '成都', '--minutes', '60', '--polygon');
    // The trial of the engine found 2,662 km² and 12.1 m people at the peak.
    expect(circle.areaKm2).toBeGreaterThan(2000);
    expect(circle.areaKm2).toBeLessThan(3500);
    expect(circle.population).toBeGreaterThan(9e6);
    expect(circle.population).toBeLessThan(16e6);
    expect(circle.counties.map(({ adcode }) => adcode)).toContain('510104');
    for (const { share } of circle.counties) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    for (const { minutes } of circle.stations) expect(minutes).toBeLessThanOrEqual(60);
    expect(circle.parameters).toMatchObject({ detourFactor: 1.3, waitMinutes: 15 });
    expect(circle.polygon?.type).toBe('MultiPolygon');
    expect((await callForJson<Circle>('circle', '--origin', '成都')).polygon).toBeUndefined();
  });

  it('knows the origin by any of its names', async () => {
    const areas = new Set<number>();
    for (const origin of ['成都', '成都市', 'Chengdu', 'chengdu', '510100']) {
      areas.add((await callForJson<Circle>('circle', '--origin', origin, '--minutes', '45')).areaKm2);
    }
    expect(areas.size).toBe(1);
  });

  it('contains the shorter budget in the longer, and the road in the door-to-door circle', async () => {
    const [thirty, sixty, road] = await Promise.all([
      callForJson<Circle>('circle', '--origin', '武汉', '--minutes', '30'),
      callForJson<Circle>('circle', '--origin', '武汉', '--minutes', '60'),
      callForJson<Circle>('circle', '--origin', '武汉', '--minutes', '60', '--mode', 'road'),
    ]);
    expect(thirty.areaKm2).toBeLessThan(sixty.areaKm2);
    expect(road.areaKm2).toBeLessThanOrEqual(sixty.areaKm2);
    expect(road.stations).toEqual([]);
  });

  it('shrinks when the bridge closes, and only then', async () => {
    const zhuhai = ['circle', '--at', '113.5767,22.2200', '--minutes', '150', '--mode', 'road'];
    const open = await callForJson<Circle>(...zhuhai);
    const closed = await callForJson<Circle>(...zhuhai, '--close', 'hzmb');
    expect(closed.areaKm2).toBeLessThan(open.areaKm2);
    const chengdu = ['circle', '--origin', '成都', '--minutes', '60'];
    expect(await callForJson<Circle>(...chengdu, '--close', 'hzmb')).toMatchObject({
      areaKm2: (await callForJson<Circle>(...chengdu)).areaKm2,
    });
  });

  it.each([
    [['circle'], '--origin'],
    [['circle', '--origin', '成都', '--at', '104,30'], 'Two origins'],
    [['circle', '--origin', '新华区'], '130105'],
    [['circle', '--origin', 'suzhou'], '320500'],
    [['circle', '--origin', 'Atlantis'], 'Atlantis'],
    [['circle', '--at', '30.57,104.07'], 'Longitude comes first'],
    [['circle', '--at', '139.7,35.7'], 'longitude from 73 to 136'],
    [['circle', '--at', '124.5,30'], 'water'],
    [['circle', '--origin', '成都', '--minutes', '0'], 'from 1 to 180'],
    [['circle', '--origin', '成都', '--minutes', '181'], 'from 1 to 180'],
    [['circle', '--origin', '成都', '--minutes', 'sixty'], 'from 1 to 180'],
    [['circle', '--origin', '成都', '--mode', 'horse'], 'door-to-door'],
    [['circle', '--origin', '成都', '--close', 'nowhere'], 'nowhere'],
  ])('refuses %j with exit code 2', async (words, hint) => {
    const { code, out, err } = await callCommandLine(...words, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('times', () => {
  it('takes the best stations between cities, and its legs add up', async () => {
    const times = await callForJson<Times>('times', '--from', '成都', '--to', '重庆');
    expect(times).toMatchObject({ from: '成都市', to: '重庆市', mode: 'in-vehicle' });
    // 62 min is the published fastest time since 2020.
    expect(times.minutes).toBeGreaterThanOrEqual(55);
    expect(times.minutes).toBeLessThanOrEqual(80);
    expect(times.legs.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(times.minutes, 1);
    for (const leg of times.legs) {
      expect(['observed', 'modelled']).toContain(leg.kind);
      expect(leg.vintage).toEqual(expect.any(String));
    }
  });

  it('says of a ride whose press figure is expected or approximate that it is weak', async () => {
    const times = await callForJson<Times>('times', '--from', '福田', '--to', '香港西九龙');
    expect(times.legs).toMatchObject([{ vintage: 'press-2018-weak', weak: true }]);
    const sure = await callForJson<Times>('times', '--from', '上海虹桥', '--to', '杭州东');
    expect(sure.legs[0]).not.toHaveProperty('weak');
  });

  it('takes stations by name', async () => {
    const times = await callForJson<Times>('times', '--from', '上海虹桥', '--to', '杭州东站');
    expect(times).toMatchObject({ from: '上海虹桥', to: '杭州东' });
    expect(times.minutes).toBe(45);
  });

  it('is longer door to door than in the train', async () => {
    const train = await callForJson<Times>('times', '--from', '南京', '--to', '上海');
    const doors = await callForJson<Times>(
      'times',
      '--from',
      '南京',
      '--to',
      '上海',
      '--mode',
      'door-to-door',
    );
    expect(doors.minutes).toBeGreaterThan(train.minutes + 15);
    expect(doors.legs.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(doors.minutes, 1);
  });

  it('says with exit code 1 that there is no way', async () => {
    const { code, out, err } = await callCommandLine(
      'times',
      '--from',
      '成都',
      '--to',
      '台湾',
      '--mode',
      'road',
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('No way was found');
  });

  it.each([
    [['times', '--from', '成都'], '--to'],
    [['times', '--from', '成都', '--to', '九又四分之三'], '九又四分之三'],
    [['times', '--from', 'suzhou', '--to', '上海'], '341300'],
  ])('refuses %j with exit code 2', async (words, hint) => {
    const { code, out, err } = await callCommandLine(...words, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });
});

describe('matrix, plan-vs-hour, marginal', () => {
  it('gives a square matrix with a zero diagonal', async () => {
    const { minutes } = await callForJson<{ minutes: (number | null)[][] }>(
      'matrix',
      '--cities',
      '成都,重庆,贵阳',
    );
    expect(minutes.map((row) => row.length)).toEqual([3, 3, 3]);
    for (const [index, row] of minutes.entries()) {
      expect(row[index]).toBe(0);
      for (const [other, cell] of row.entries()) if (other !== index) expect(cell).toBeGreaterThan(30);
    }
  });

  it('holds one plan or all metropolitan areas against the hour', async () => {
    const one = await callForJson<{ items: { id: string; coverage: number }[] }>(
      'plan-vs-hour',
      '--metro',
      'chengdu',
    );
    expect(one.items).toHaveLength(1);
    expect(one.items[0]?.coverage).toBeGreaterThan(0.3);
    expect(one.items[0]?.coverage).toBeLessThanOrEqual(1);
    const all = await callForJson<{ items: { overlapPeople: number }[] }>('plan-vs-hour');
    expect(all.items).toHaveLength(20);
    const overlaps = all.items.map(({ overlapPeople }) => overlapPeople);
    expect(overlaps).toEqual([...overlaps].sort((a, b) => b - a));
  });

  it('tries plans under common draws, ranges around what is declared', async () => {
    const { items, uncertainty } = await callForJson<{
      items: { coverage: number; ranges: { coverage: { p5: number; p95: number } } }[];
      uncertainty: { draws: number; pairs: number; unsureOrders: { coverage: unknown[] } };
    }>('plan-vs-hour', '--metro', 'chengdu', '--draws', '12');
    const [item] = items;
    expect(item?.ranges.coverage.p5).toBeLessThan(item?.coverage ?? 0);
    expect(item?.ranges.coverage.p95).toBeGreaterThan(item?.coverage ?? 1);
    expect(uncertainty).toMatchObject({ draws: 12, pairs: 0, unsureOrders: { coverage: [] } });
  });

  it('ranks the links of a region', async () => {
    const { items } = await callForJson<{ items: { id: string; peoplePerMinute: number }[] }>(
      'marginal',
      '--region',
      'chengyu',
    );
    expect(items.length).toBeGreaterThan(5);
    for (const { peoplePerMinute } of items) expect(peoplePerMinute).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [['matrix', '--cities', '成都'], '2 to 400'],
    [['plan-vs-hour', '--metro', 'atlantis'], 'atlantis'],
    [['marginal'], '--region'],
    [['marginal', '--region', 'atlantis'], 'atlantis'],
  ])('refuses %j with exit code 2', async (words, hint) => {
    const { code, err } = await callCommandLine(...words, '--json');
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });
});

describe('scenario', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-scenario-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const withFile = async (content: unknown, ...words: string[]) => {
    const file = join(folder, 'scenario.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return callCommandLine('scenario', '--file', file, ...words, '--json');
  };

  it('gives before, after, gained, lost and the laws for a new line', async () => {
    const line = {
      type: 'add-line',
      id: 'test-line',
      stops: ['重庆北', '成都东'],
      designSpeedKmh: 350,
      minutes: [35],
    };
    const { code, out } = await withFile(
      { name: '成渝', edits: [line] },
      '--origin',
      '重庆',
      '--minutes',
      '120',
    );
    expect(code).toBe(0);
    const document = JSON.parse(out) as Record<
      'before' | 'after' | 'gained' | 'lost',
      { areaKm2: number }
    > & {
      laws: unknown;
    };
    expect(document.after.areaKm2).toBeGreaterThan(document.before.areaKm2);
    expect(document.gained.areaKm2).toBeCloseTo(document.after.areaKm2 - document.before.areaKm2, 3);
    expect(document.lost.areaKm2).toBe(0);
    expect(document.laws).toMatchObject({ ok: true, violations: [] });
  });

  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['no edits', {}, '"edits"'],
    ['an unknown edit', { edits: [{ type: 'teleport' }] }, 'teleport'],
    ['an incomplete edit', { edits: [{ type: 'add-line', id: 'x' }] }, 'designSpeedKmh'],
    [
      'one stop',
      { edits: [{ type: 'add-line', id: 'x', stops: ['重庆北'], designSpeedKmh: 300 }] },
      'one stop',
    ],
    [
      'an absurd speed',
      { edits: [{ type: 'add-line', id: 'x', stops: ['重庆北', '成都东'], designSpeedKmh: -3 }] },
      '-3',
    ],
    ['an unknown link', { edits: [{ type: 'close', id: 'nowhere' }] }, 'nowhere'],
    ['an unknown parameter', { edits: [{ type: 'set-parameter', name: 'luck', value: 1 }] }, 'luck'],
  ])('refuses %s with exit code 2', async (_name, content, hint) => {
    const { code, out, err } = await withFile(content, '--origin', '重庆');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });
});
