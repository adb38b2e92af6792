import { afterEach, describe, expect, it } from 'vitest';
import { certaintyBands } from '#core/uncertainty/certainty-bands.ts';
import { runUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { runPlansUncertainty } from '#core/uncertainty/plans-uncertainty.ts';
import { openScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { rankMarginalMinutes } from '#core/scenario/marginal-minute.ts';
import { comparePlansWithHour } from '#core/scenario/plan-versus-hour.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { type CircleEngine, createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleEngineData, CircleRequest, Place } from '#core/surface/circle-request.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import { computeRegionalTravel } from '#core/surface/regional-travel.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { createCircleHandlers } from '#compute/circle-handlers.ts';
import type { CircleOperations } from '#compute/circle-operations.ts';
import type { Progress } from '#compute/protocol.ts';
import { createWorkerClient, type WorkerClient } from '#compute/worker-client.ts';
import { city, drawRaster, line, station, timetable, world } from '../../fixtures/travel-world.ts';
import { inProcessWorker } from './in-process-worker.ts';

// 甲 (510100) and 乙 (510200), 100 km apart on an even plain, a train of 30 min between their stations:
//
//   甲 ●──────── 30 min ────────● 乙
const west = station('甲站', [104.2, 30.5], '510100');
const east = station('乙站', [105.2, 30.5], '510200');
const data: CircleEngineData = world({
  raster: drawRaster({
    west: 104,
    north: 31,
    columns: 150,
    rows: 100,
    counties: ['510101', '510201'],
    county: (column) => (column < 70 ? 1 : 2),
  }),
  timetable: timetable([west, east], [['甲站', '乙站', 30, 50]]),
  lines: [line('jiayi', [west, east])],
  units: [city('510100', '甲市', [104.2, 30.5]), city('510200', '乙市', [105.2, 30.5])],
  populationByCounty: new Map([
    ['510101', 1_200_000],
    ['510201', 900_000],
  ]),
});

const REQUEST: CircleRequest = {
  origins: [{ kind: 'city', adcode: '510100' }],
  mode: 'door-to-door',
  maxMinutes: 90,
};

type Client = WorkerClient<CircleOperations, 'open'>;
const clients: Client[] = [];
const loaded: string[] = [];

function client(load: () => Result<CircleEngineData> = () => succeed(data)): Client {
  let clock = 0;
  const made = createWorkerClient<CircleOperations, 'open'>({
    openWorker: inProcessWorker<CircleOperations>(
      createCircleHandlers(
        async (dataUrl) => {
          loaded.push(dataUrl);
          return load();
        },
        () => (clock += 1),
      ),
    ),
    opening: { operation: 'open', request: { dataUrl: 'https://atlas.example/data/', added: NO_ADDED_DATA } },
  });
  clients.push(made);
  return made;
}

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

describe('the circle worker', () => {
  const engine: CircleEngine = createCircleEngine(data);

  afterEach(() => {
    for (const each of clients.splice(0)) each.dispose();
    loaded.length = 0;
  });

  it('opens with the data it is pointed to', async () => {
    expect(await client().open()).toEqual(
      succeed({
        stations: 2,
        counties: 2,
        frame: { west: 104, north: 31, cellDegrees: 0.01, columns: 150, rows: 100 },
      }),
    );
    expect(loaded).toEqual(['https://atlas.example/data/']);
  });

  it('answers a circle as the engine does: surface, polygons, readings, stations', async () => {
    const answer = valueOf(
      await client().call('circle', {
        request: REQUEST,
        contourMinutes: [30, 60],
        readingMinutes: [60, 90],
        withSurface: true,
        withStations: true,
      }),
    );
    const direct = valueOf(engine.computeSurface(REQUEST));
    expect(answer.surface).toEqual(direct.surface);
    expect(answer.stations).toEqual(direct.stations);
    expect(answer.parameters).toEqual(direct.parameters);
    expect(answer.contours).toEqual([
      { minutes: 30, polygon: engine.contour(direct.surface, 30) },
      { minutes: 60, polygon: engine.contour(direct.surface, 60) },
    ]);
    expect(answer.readings).toEqual([
      engine.readings(direct.surface, 60),
      engine.readings(direct.surface, 90),
    ]);
    // The train is taken: access + 15 wait + 30 ride.
    expect(answer.stations.map(({ name }) => name)).toContain('乙站');
    expect(answer.readings[1]?.counties.map(({ adcode }) => adcode)).toContain('510201');
  });

  it('can give the same surface again: what it moved out was a copy', async () => {
    const one = client();
    const job = {
      request: REQUEST,
      contourMinutes: [],
      readingMinutes: [],
      withSurface: true,
      withStations: false,
    };
    const [first, second] = [valueOf(await one.call('circle', job)), valueOf(await one.call('circle', job))];
    expect(second.surface?.ticks.length).toBeGreaterThan(0);
    expect(second.surface).toEqual(first.surface);
  });

  it('refuses bad questions with their reason and answers the next as before', async () => {
    const one = client();
    const ask = async (request: CircleRequest) =>
      one.call('circle', {
        request,
        contourMinutes: [60],
        readingMinutes: [60],
        withSurface: false,
        withStations: true,
      });
    const before = valueOf(await ask(REQUEST));
    const drawn = { type: 'add-line', id: 'new', stops: ['甲站', '乙站'], designSpeedKmh: 300 } as const;
    const wrong: readonly (readonly [string, Partial<CircleRequest>])[] = [
      ['origin-not-on-land', { origins: [{ kind: 'point', at: [2.35, 48.85] }] }],
      ['unknown-place', { origins: [{ kind: 'station', name: '无此站' }] }],
      ['bad-speed', { edits: [{ ...drawn, designSpeedKmh: -300 }] }],
      ['too-few-stops', { edits: [{ ...drawn, stops: ['甲站'] }] }],
      ['parameter-out-of-range', { parameters: { roadSpeed100: 5000 } }],
    ];
    for (const [reason, change] of wrong)
      expect(await ask({ ...REQUEST, ...change })).toMatchObject({ ok: false, failure: { reason } });
    const after = valueOf(await ask(REQUEST));
    expect({ ...after, computingMs: 0 }).toEqual({ ...before, computingMs: 0 });
    expect(loaded).toHaveLength(1);
  });

  it('leaves out what was not asked for', async () => {
    const answer = valueOf(
      await client().call('circle', {
        request: REQUEST,
        contourMinutes: [],
        readingMinutes: [],
        withSurface: false,
        withStations: false,
      }),
    );
    expect(answer).toMatchObject({ surface: null, contours: [], readings: [], stations: [] });
  });

  it('explains a place leg by leg and gives journeys', async () => {
    const one = client();
    const journey = valueOf(await one.call('explain-point', { request: REQUEST, at: [105.2, 30.5] }));
    expect(journey).toEqual(valueOf(engine.explainPoint(REQUEST, [105.2, 30.5])));
    expect(journey.legs.some((leg) => leg.kind === 'ride' && leg.minutes === 30)).toBe(true);
    const from: Place = { kind: 'city', adcode: '510100' };
    const to: Place = { kind: 'station', name: '乙站' };
    expect(await one.call('travel-time', { from, to, request: { mode: 'in-vehicle' } })).toEqual(
      engine.travelTime(from, to, { mode: 'in-vehicle' }),
    );
    expect(await one.call('explain-station', { request: REQUEST, station: '乙站' })).toEqual(
      engine.explainStation(REQUEST, '乙站'),
    );
  });

  it('answers a matrix as the engine does, with progress', async () => {
    const places: Place[] = [
      { kind: 'city', adcode: '510100' },
      { kind: 'city', adcode: '510200' },
      { kind: 'point', at: [104.7, 30.6] },
    ];
    const done: number[] = [];
    const result = await client().call(
      'matrix',
      { places, request: { mode: 'door-to-door' } },
      { onProgress: (progress) => done.push(progress.done) },
    );
    const asked = engine.matrix(places, { mode: 'door-to-door' });
    if (!asked.ok) throw new Error(asked.failure.message);
    expect(result).toEqual({ ok: true, value: { ...asked.value, unplaced: [] } });
    expect(done).toEqual([1, 2, 3]);
  });

  it('refuses a matrix with a place at sea, or goes on without it when told to', async () => {
    const cities: Place[] = [
      { kind: 'city', adcode: '510100' },
      { kind: 'city', adcode: '510200' },
    ];
    const atSea: Place = { kind: 'point', at: [112.3, 16.8] };
    const places = [cities[0] as Place, atSea, cities[1] as Place];
    const one = client();
    const request = { mode: 'road' } as const;
    expect(await one.call('matrix', { places, request })).toMatchObject({
      ok: false,
      failure: { reason: 'origin-not-on-land' },
    });
    const asked = engine.matrix(cities, request);
    if (!asked.ok) throw new Error(asked.failure.message);
    expect(await one.call('matrix', { places, request, skipsUnplaced: true })).toEqual({
      ok: true,
      value: { ...asked.value, unplaced: [1] },
    });
  });

  it('answers a circle while a matrix is under way', async () => {
    const one = client();
    const order: string[] = [];
    const places: Place[] = Array.from({ length: 40 }, (_, index) => ({
      kind: 'point',
      at: [104.2 + index / 50, 30.4],
    }));
    const matrix = one.call('matrix', { places, request: { mode: 'road' } }).then(() => order.push('matrix'));
    const job = {
      request: REQUEST,
      contourMinutes: [60],
      readingMinutes: [],
      withSurface: false,
      withStations: false,
    };
    const circle = one.call('circle', job).then(() => order.push('circle'));
    await Promise.all([matrix, circle]);
    expect(order).toEqual(['circle', 'matrix']);
  });

  it('models the travel of regions over the network of their year, with progress, and stops when given up', async () => {
    const jobs = [
      {
        key: 'jiayi@now',
        members: ['510100', '510200'],
        counties: ['510101', '510201'],
        cores: ['510100'],
      },
    ];
    const seen: Progress[] = [];
    const answer = valueOf(
      await client(() =>
        succeed({ ...data, lines: data.lines.map((each) => ({ ...each, openedYear: 2025 })) }),
      ).call('regional-travel', { jobs }, { onProgress: (progress) => seen.push(progress) }),
    );
    const steps = computeRegionalTravel(createCircleEngine(networkAsOf(data, 2020)), jobs);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(answer).toEqual(valueOf(step.value));
    expect(answer[0]?.meanTravelMinutes.size).toBe(2);
    expect(seen.map(({ done, total }) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const controller = new AbortController();
    const stopped = await client().call(
      'regional-travel',
      { jobs },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(stopped).toMatchObject({ ok: false, failure: { reason: 'aborted' } });
  });

  it('stops a matrix that was given up', async () => {
    const one = client();
    const controller = new AbortController();
    const places: Place[] = Array.from({ length: 60 }, (_, index) => ({
      kind: 'point',
      at: [104.2 + index / 80, 30.4],
    }));
    const seen: number[] = [];
    const result = await one.call(
      'matrix',
      { places, request: { mode: 'road' } },
      {
        signal: controller.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          if (done === 2) controller.abort();
        },
      },
    );
    expect(result).toMatchObject({ ok: false, failure: { reason: 'aborted' } });
    expect(seen).toEqual([1, 2]);
  });

  it.each([
    ['an unknown city', { ...REQUEST, origins: [{ kind: 'city', adcode: '999999' }] }, 'unknown-place'],
    ['a place abroad', { ...REQUEST, origins: [{ kind: 'point', at: [139.7, 35.7] }] }, 'origin-not-on-land'],
    ['minutes out of range', { ...REQUEST, maxMinutes: 100_000 }, 'minutes-out-of-range'],
    ['no origin', { ...REQUEST, origins: [] }, 'no-origin'],
    ['an unknown link', { ...REQUEST, edits: [{ type: 'close', id: 'nowhere' }] }, 'unknown-id'],
  ] as const)('hands on the reason for %s and stays alive', async (_name, request, reason) => {
    const one = client();
    const job = { contourMinutes: [], readingMinutes: [], withSurface: false, withStations: false };
    expect(await one.call('circle', { ...job, request })).toMatchObject({ ok: false, failure: { reason } });
    expect(await one.call('circle', { ...job, request: REQUEST })).toMatchObject({ ok: true });
  });

  it('compares a scenario as the core does, twice in a row', async () => {
    const one = client();
    const edits: ScenarioEdit[] = [{ type: 'close', id: 'jiayi' }];
    const job = { base: REQUEST, edits, minutes: 90, contourMinutes: [60] };
    const direct = valueOf(compareScenario(engine, REQUEST, edits, 90));
    for (const answer of [
      valueOf(await one.call('compare-scenario', job)),
      valueOf(await one.call('compare-scenario', job)),
    ]) {
      expect(answer).toMatchObject({
        gained: direct.gained,
        lost: direct.lost,
        laws: { ok: true },
        contoursBefore: [{ minutes: 60, polygon: engine.contour(direct.before.circle.surface, 60) }],
        contoursAfter: [{ minutes: 60, polygon: engine.contour(direct.after.circle.surface, 60) }],
      });
      expect(answer.difference).toEqual(direct.difference);
      expect(answer.lost.areaKm2).toBeGreaterThan(0);
    }
  });

  it('holds plans against the hour and ranks marginal minutes as the core does', async () => {
    const one = client();
    const plan = { id: 'plan', counties: ['510101', '510201'], cores: ['510100'] };
    const done: number[] = [];
    const request = { mode: 'door-to-door' } as const;
    expect(
      await one.call(
        'plans-versus-hour',
        { plans: [plan, plan], request, minutes: 60 },
        { onProgress: (progress) => done.push(progress.done) },
      ),
    ).toEqual(comparePlansWithHour(engine, [plan, plan], request, 60));
    expect(done).toEqual([1, 2]);
    const doubt = { plans: [plan], request, minutes: 60, draws: 9, seed: 1 };
    const steps: string[] = [];
    expect(
      await one.call('plans-uncertainty', doubt, {
        onProgress: (progress) => steps.push(`${progress.done}/${progress.total}`),
      }),
    ).toEqual(runPlansUncertainty(engine, doubt));
    expect(steps).toEqual(['10/10']);
    const findings: string[] = [];
    const ranking = await one.call(
      'marginal-minutes',
      { region: plan, request, minutes: 75 },
      { onProgress: ({ done: count, total, item }) => findings.push(`${count}/${total} ${item.id}`) },
    );
    expect(findings).toEqual(['1/1 jiayi']);
    expect(ranking).toEqual(rankMarginalMinutes(engine, plan, request, 75));
    expect(valueOf(ranking).map(({ id }) => id)).toEqual(['jiayi']);
  });

  it('tries a circle against its assumptions as the core does, in steps that can be stopped', async () => {
    const one = client();
    const request = { circle: { ...REQUEST, maxMinutes: 45 }, draws: 6, seed: 2 };
    const done: number[] = [];
    const answer = await one.call('circle-uncertainty', request, {
      onProgress: ({ done: count, total }) => done.push(count / total),
    });
    const direct = valueOf(runUncertainty(engine, request));
    const { shares, ...figures } = direct;
    expect(valueOf(answer)).toEqual({ ...figures, bands: certaintyBands({ shares }) });
    expect(done).toHaveLength(Math.ceil((2 * direct.effects.length + 6) / 10));
    expect(done.at(-1)).toBe(1);

    const controller = new AbortController();
    const steps: number[] = [];
    const many = { ...request, draws: 60 };
    const stopped = await one.call('circle-uncertainty', many, {
      signal: controller.signal,
      onProgress: ({ done: count }) => {
        steps.push(count);
        controller.abort();
      },
    });
    expect(stopped).toMatchObject({ ok: false, failure: { reason: 'aborted' } });
    expect(steps).toEqual([10]);
  });

  it('tries what a scenario changes as the core does', async () => {
    const request = {
      base: { ...REQUEST, maxMinutes: 60 },
      edits: [{ type: 'close', id: 'jiayi' } as const],
      draws: 3,
      seed: 1,
    };
    const run = valueOf(openScenarioUncertainty(engine, request));
    for (let step = 0; step < run.steps; step++) run.step();
    expect(valueOf(await client().call('scenario-uncertainty', request))).toEqual(run.result());
  });

  it('hands on why the data did not load, and loads again with the next call', async () => {
    let attempts = 0;
    const one = client(() => {
      attempts += 1;
      return attempts === 1
        ? fail({ reason: 'artefact-unreachable', message: 'Offline.', nextStep: 'Retry.' })
        : succeed(data);
    });
    const job = {
      request: REQUEST,
      contourMinutes: [],
      readingMinutes: [],
      withSurface: false,
      withStations: false,
    };
    expect(await one.call('circle', job)).toMatchObject({
      ok: false,
      failure: { reason: 'artefact-unreachable' },
    });
    expect(await one.call('circle', job)).toMatchObject({ ok: true });
  });
});
