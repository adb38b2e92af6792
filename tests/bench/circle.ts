import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { contourSurface } from '../../src/core/contour/marching-squares.ts';
import { searchEarliestArrivals } from '../../src/core/network/earliest-arrival.ts';
import { compareScenario } from '../../src/core/scenario/scenario-comparison.ts';
import type { ScenarioEdit } from '../../src/core/scenario/scenario-edit.ts';
import { accessStations, groundFrom, railSearchOptions } from '../../src/core/surface/circle-computation.ts';
import type { CircleEngine } from '../../src/core/surface/circle-engine.ts';
import { createCircleEngine } from '../../src/core/surface/circle-engine.ts';
import type { CircleEngineData, CircleRequest } from '../../src/core/surface/circle-request.ts';
import { kmPerDegree } from '../../src/core/surface/grid-geometry.ts';
import { networkAsOf } from '../../src/core/surface/network-as-of.ts';
import { resolvePlace } from '../../src/core/surface/origin.ts';
import {
  computeRegionalTravel,
  REGIONAL_TRAVEL_YEAR,
  regionalTravelJob,
} from '../../src/core/surface/regional-travel.ts';
import { cutoffTicks } from '../../src/core/surface/travel-time-ticks.ts';
import type { LngLat } from '../../src/core/units/coordinates.ts';
import { seededRandom } from '../../src/core/units/seeded-random.ts';
import { loadRealTravelData } from '../fixtures/real-travel-data.ts';
import { loadRegions } from './score.ts';
import { uniformWorld } from '../fixtures/travel-world.ts';
import { runAccessibility } from '../../src/core/accessibility/accessibility.ts';
import { assumptionRanges } from '../../src/core/uncertainty/assumption.ts';
import { openUncertainty } from '../../src/core/uncertainty/circle-uncertainty.ts';
import { drawValues } from '../../src/core/uncertainty/draw-values.ts';
import type { Measurement } from './measurement.ts';
import { percentiles } from './measurement.ts';

/** Marks of the circles issue, Node, two cores, warm. */
export const CIRCLE_MARKS = {
  whole60P95Ms: 5,
  whole120P95Ms: 16,
  firstVisitP95Ms: 40,
  railSearchMs: 0.1,
  areaErrorPercent: 1,
  radiusErrorPercent: 1.2,
  scenarioMs: 50,
  rasterKb: 250,
} as const;

/** Cities benched: the largest by people. */
const ORIGINS = 50;
const RANDOM_LINKS = 100;
/** Searches of each city before any is timed. */
const WARMING_SEARCHES = 40;

/** The seats of the prefectures with most people on the raster. */
function largestCities(
  data: CircleEngineData,
  engine: CircleEngine,
): readonly { adcode: string; at: LngLat }[] {
  const people = new Map<string, number>();
  engine.context.prefectureOfCounty.forEach((prefecture, index) => {
    const count = engine.context.land.population[index + 1] ?? 0;
    if (!Number.isNaN(count)) people.set(prefecture, (people.get(prefecture) ?? 0) + count);
  });
  return data.units
    .filter((unit) => unit.level === 'prefecture')
    .sort(
      (a, b) => (people.get(b.adcode) ?? 0) - (people.get(a.adcode) ?? 0) || (a.adcode < b.adcode ? -1 : 1),
    )
    .slice(0, ORIGINS)
    .map((unit) => ({ adcode: unit.adcode, at: unit.seat }));
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function summary(
  id: string,
  title: string,
  sample: readonly number[],
  mark: number | undefined,
  note: string,
): Measurement {
  const { p50, p95 } = percentiles(sample);
  const held = mark === undefined ? {} : { mark, markOn: 'p95' as const };
  return { id, title, unit: 'ms', value: p50, p95, runs: sample.length, note, ...held };
}

/** Search, surface, contour, readings and the whole, from slightly different places around each city. */
function benchStages(
  engine: CircleEngine,
  cities: readonly { at: LngLat }[],
  minutes: number,
): Measurement[] {
  const { context } = engine;
  const setting = context.resolve({});
  if (!setting.ok) throw new Error(setting.failure.message);
  const random = seededRandom(60 + minutes);
  const samples = {
    ground: [] as number[],
    search: [] as number[],
    contour: [] as number[],
    readings: [] as number[],
    whole: [] as number[],
  };
  const rounds = 3;
  for (let round = 0; round < rounds; round++) {
    for (const { at } of cities) {
      // A few metres off, so that nothing is answered from the engine's kept computations.
      const moved: LngLat = [at[0] + (random() - 0.5) * 1e-3, at[1] + (random() - 0.5) * 1e-3];
      const request: CircleRequest = {
        origins: [{ kind: 'point', at: moved }],
        mode: 'door-to-door',
        maxMinutes: minutes,
      };
      const whole = timed(() => {
        const circle = engine.computeSurface(request);
        if (!circle.ok) throw new Error(circle.failure.message);
        engine.contour(circle.value.surface, minutes);
        engine.readings(circle.value.surface, minutes);
      });
      const circle = engine.computeSurface(request);
      const place = resolvePlace(context, setting.value, { kind: 'point', at: moved });
      if (!circle.ok || !place.ok) throw new Error('An origin that was computed before');
      const ground = groundFrom(context, setting.value, place.value, minutes);
      const starts = accessStations(context, setting.value, ground, minutes);
      const options = railSearchOptions(setting.value, 'door-to-door', cutoffTicks(minutes));
      // The first round warms discs and compiler. A search takes some 10 µs: called once a city the engine was still compiling it
      // in the second round, seven calls in a row of 0.2 to 0.5 ms.
      if (round === 0) {
        for (let call = 0; call < WARMING_SEARCHES; call++)
          searchEarliestArrivals(setting.value.graph, starts, options);
        continue;
      }
      samples.whole.push(whole);
      samples.ground.push(timed(() => groundFrom(context, setting.value, place.value, minutes)));
      samples.search.push(timed(() => searchEarliestArrivals(setting.value.graph, starts, options)));
      samples.contour.push(timed(() => contourSurface(circle.value.surface, minutes)));
      samples.readings.push(timed(() => engine.readings(circle.value.surface, minutes)));
    }
  }
  const of = (stage: keyof typeof samples): readonly number[] => samples[stage];
  const wholeMark = minutes === 60 ? CIRCLE_MARKS.whole60P95Ms : CIRCLE_MARKS.whole120P95Ms;
  return [
    summary(
      `circle.${minutes}.ground`,
      `Ground, ${minutes} min`,
      of('ground'),
      undefined,
      'march and rounding',
    ),
    summary(
      `circle.${minutes}.search`,
      `Rail search, ${minutes} min`,
      of('search'),
      CIRCLE_MARKS.railSearchMs,
      'one to all',
    ),
    summary(`circle.${minutes}.contour`, `Contour, ${minutes} min`, of('contour'), undefined, ''),
    summary(`circle.${minutes}.readings`, `Readings, ${minutes} min`, of('readings'), undefined, ''),
    summary(
      `circle.${minutes}.whole`,
      `Whole circle, ${minutes} min, warm`,
      of('whole'),
      wholeMark,
      `${ORIGINS} largest cities, door to door: surface, contour, readings`,
    ),
  ];
}

/** The first circle of each city on a fresh engine (compiler warm, no disc known). */
function benchFirstVisit(data: CircleEngineData, cities: readonly { at: LngLat }[]): Measurement {
  const engine = createCircleEngine(data);
  const sample = cities.map(({ at }) =>
    timed(() => {
      const circle = engine.computeSurface({
        origins: [{ kind: 'point', at }],
        mode: 'door-to-door',
        maxMinutes: 60,
      });
      if (circle.ok) engine.contour(circle.value.surface, 60);
    }),
  );
  return summary(
    'circle.60.first-visit',
    'First visit, 60 min',
    sample,
    CIRCLE_MARKS.firstVisitP95Ms,
    'egress discs cold',
  );
}

/** Draws of the longer run; the shorter one has a fifth of them. */
const TRIED_DRAWS = 500;

/** How sure the hour of 成都 is: what a draw costs, whether that grows with their number, and with circles asked one by one. */
function benchUncertainty(data: CircleEngineData): Measurement[] {
  const circle: CircleRequest = {
    origins: [{ kind: 'city', adcode: '510100' }],
    mode: 'door-to-door',
    maxMinutes: 60,
  };
  const engine = createCircleEngine(data);
  const perDraw = (draws: number): { readonly ms: number; readonly steps: number } => {
    const run = openUncertainty(engine, { circle, draws, seed: 1 });
    if (!run.ok) throw new Error(run.failure.message);
    const ms = timed(() => {
      for (let step = 0; step < run.value.steps; step++) run.value.step();
      run.value.result();
    });
    return { ms: ms / run.value.steps, steps: run.value.steps };
  };
  perDraw(20);
  const few = perDraw(TRIED_DRAWS / 5);
  const many = perDraw(TRIED_DRAWS);
  // The same kind of draws put to the engine as anybody would: every set of parameters a question of its own.
  const setting = engine.context.resolve({});
  if (!setting.ok) throw new Error(setting.failure.message);
  const ranges = assumptionRanges(circle.mode, setting.value.parameters);
  const asked = TRIED_DRAWS / 5;
  const drawn = drawValues(ranges, asked, 1);
  const naive =
    timed(() => {
      for (let draw = 0; draw < asked; draw++) {
        const { vintages: _, ...parameters } = drawn(setting.value.parameters, draw);
        const answer = engine.computeSurface({ ...circle, parameters });
        if (!answer.ok) throw new Error(answer.failure.message);
        engine.readings(answer.value.surface, circle.maxMinutes);
      }
    }) / asked;
  return [
    {
      id: 'circle.uncertainty.draw',
      title: 'How sure the hour is: a draw',
      unit: 'ms',
      value: many.ms,
      runs: many.steps,
      note: `成都, door to door, ${TRIED_DRAWS} draws and both ends of every range; with ${TRIED_DRAWS / 5} draws ${few.ms.toFixed(1)} ms each`,
    },
    {
      id: 'circle.uncertainty.naive',
      title: '… asked of the engine one by one',
      unit: 'ms',
      value: naive,
      runs: asked,
      note: 'the same draws as questions: with the engine’s caches of grounds and discs, of which no two draws share any',
    },
  ];
}

function countiesOf(id: string): readonly string[] {
  const region = loadRegions().find((each) => each.id === id);
  if (region === undefined) throw new Error(`No region ${id}`);
  return region.variants[0]?.counties ?? [];
}

/** What every county reaches: a region, the whole country, and the same circles asked as anybody would. */
function measureAccessibility(data: CircleEngineData, counties: readonly string[]): readonly Measurement[] {
  const minutes = 60;
  const request = { mode: 'door-to-door', minutes } as const;
  const run = (engine: CircleEngine, asked: readonly string[] | null): number =>
    timed(() => {
      const answers = runAccessibility(engine, [{ ...request, counties: asked }]);
      if (!answers.ok) throw new Error(answers.failure.message);
    });
  const engine = createCircleEngine(data);
  run(engine, counties.slice(0, 20));
  const region = run(engine, counties);
  const all = engine.context.land.counties;
  const country = run(createCircleEngine(data), null);
  // In an order in which neighbours do not follow one another, the land around each station is searched anew.
  const scattered = all
    .map((adcode, at) => ({ adcode, order: (at * 1_619) % all.length }))
    .toSorted((a, b) => a.order - b.order);
  const asked = scattered.slice(0, Math.floor(all.length / 10));
  const plain = createCircleEngine(data);
  const naive =
    timed(() => {
      for (const { adcode } of asked) {
        const answer = plain.computeSurface({
          origins: [{ kind: 'city', adcode }],
          mode: 'door-to-door',
          maxMinutes: minutes,
        });
        if (answer.ok) plain.readings(answer.value.surface, minutes);
      }
    }) / asked.length;
  return [
    {
      id: 'accessibility.region',
      title: 'What every county of 成渝 reaches',
      unit: 'ms',
      value: region,
      runs: counties.length,
      note: `${counties.length} counties, 60 minutes, door to door: ${(region / counties.length).toFixed(1)} ms a county`,
    },
    {
      id: 'accessibility.country',
      title: '… every county of the country',
      unit: 'ms',
      value: country,
      runs: all.length,
      note: `${all.length} counties: ${(country / all.length).toFixed(1)} ms a county`,
    },
    {
      id: 'accessibility.naive',
      title: '… a county of the country, asked in any order',
      unit: 'ms',
      value: naive,
      runs: asked.length,
      note: 'a tenth of the counties, scattered, each a circle of its own',
    },
  ];
}

/** What the worker loads before its first circle: land, counties, densities. */
function measureRaster(): Measurement {
  const bytes = statSync(new URL('../../public/data/county-raster.bin', import.meta.url)).size;
  return {
    id: 'circle.raster',
    title: 'County raster',
    unit: 'KB',
    value: bytes / 1000,
    mark: CIRCLE_MARKS.rasterKb,
    note: 'as it stands on the server',
  };
}

function benchBatch(engine: CircleEngine, data: CircleEngineData): Measurement {
  // A city that is a core of two regions is computed once.
  const origins = [
    ...new Set(loadRegions().flatMap(({ cores }) => cores.map(({ adcode }) => adcode))),
  ].filter((adcode) => data.units.some((unit) => unit.adcode === adcode));
  let done = 0;
  const ms = timed(() => {
    engine.batch(
      origins.map((adcode): CircleRequest => ({
        origins: [{ kind: 'city', adcode }],
        mode: 'door-to-door',
        maxMinutes: 60,
      })),
      (result) => {
        if (result.ok) done++;
      },
    );
  });
  return {
    id: 'circle.batch',
    title: `All ${origins.length} cores of agglomerations and metropolitan areas, 60 min`,
    unit: 'ms',
    value: ms,
    runs: 1,
    note: `${done} circles`,
  };
}

/** The modelled indicators of all agglomerations, once, cold: what the embedded preset waits for. */
function benchRegionalTravel(data: CircleEngineData): Measurement {
  const jobs = loadRegions()
    .filter(({ kind }) => kind === 'agglomeration')
    .flatMap((region) => region.variants.slice(0, 1).map((variant) => regionalTravelJob(region, variant)));
  const ms = timed(() => {
    const engine = createCircleEngine(networkAsOf(data, REGIONAL_TRAVEL_YEAR));
    const steps = computeRegionalTravel(engine, jobs);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    if (!step.value.ok) throw new Error(step.value.failure.message);
  });
  return {
    id: 'regional-travel.all19',
    title: 'Modelled indicators of all 19',
    unit: 'ms',
    value: ms,
    runs: 1,
    note: 'engine of 2020, circles of the cores, times between members; in the worker, once',
  };
}

/** Error of area and radius of the 60-minute circle on uniform land, the worst of three latitudes, percent. */
function measureRoundness(): Measurement[] {
  let areaError = 0;
  let radiusError = 0;
  for (const north of [24, 34, 46]) {
    const engine = createCircleEngine(uniformWorld(420, 300, north));
    const at: LngLat = [106.1037, north - 1.5021];
    const circle = engine.computeSurface({ origins: [{ kind: 'point', at }], mode: 'road', maxMinutes: 60 });
    if (!circle.ok) throw new Error(circle.failure.message);
    const { roadSpeed100, detourFactor } = circle.value.parameters;
    const radius = roadSpeed100 / detourFactor;
    const area = engine.readings(circle.value.surface, 60).areaKm2;
    areaError = Math.max(areaError, Math.abs(area / (Math.PI * radius ** 2) - 1) * 100);
    for (const [lng = 0, lat = 0] of engine.contour(circle.value.surface, 60).coordinates[0]?.[0] ?? []) {
      const scale = kmPerDegree((lat + at[1]) / 2);
      const km = Math.hypot((lng - at[0]) * scale.lng, (lat - at[1]) * scale.lat);
      radiusError = Math.max(radiusError, Math.abs(km / radius - 1) * 100);
    }
  }
  const note = 'uniform land, 23° to 45° N, against the geodesic disc';
  return [
    {
      id: 'circle.area-error',
      title: 'Area error',
      unit: '%',
      value: areaError,
      mark: CIRCLE_MARKS.areaErrorPercent,
      note,
    },
    {
      id: 'circle.radius-error',
      title: 'Radius error',
      unit: '%',
      value: radiusError,
      mark: CIRCLE_MARKS.radiusErrorPercent,
      note,
    },
  ];
}

/** Adds random rail and road links one by one: cells that become later, and the time from edit to readings. */
function benchScenarios(
  engine: CircleEngine,
  cities: readonly { adcode: string; at: LngLat }[],
): Measurement[] {
  const random = seededRandom(100);
  const sample: number[] = [];
  let later = 0;
  const { stations } = engine.context.base.network.edges;
  for (let trial = 0; trial < RANDOM_LINKS; trial++) {
    const city = cities[trial % cities.length];
    if (city === undefined) throw new Error('No cities');
    const near = stations.filter(({ at }) => Math.hypot(at[0] - city.at[0], at[1] - city.at[1]) < 1);
    const pick = (): string => near[Math.floor(random() * near.length)]?.name ?? '';
    const [from, to] = [pick(), pick()];
    const spot = (): LngLat => [city.at[0] + (random() - 0.5) * 0.6, city.at[1] + (random() - 0.5) * 0.6];
    const edit: ScenarioEdit =
      trial % 2 === 0 && from !== to && from !== '' && to !== ''
        ? { type: 'add-line', id: `bench-${trial}`, stops: [from, to], designSpeedKmh: 250 }
        : {
            type: 'add-road-link',
            id: `bench-${trial}`,
            from: spot(),
            to: spot(),
            minutes: 2 + Math.floor(random() * 20),
          };
    const request: CircleRequest = {
      origins: [{ kind: 'city', adcode: city.adcode }],
      mode: 'door-to-door',
      maxMinutes: 60,
    };
    if (!engine.computeSurface(request).ok) continue;
    const start = performance.now();
    const after = engine.computeSurface({ ...request, edits: [edit] });
    if (!after.ok) continue;
    engine.contour(after.value.surface, 60);
    engine.readings(after.value.surface, 60);
    sample.push(performance.now() - start);
    const compared = compareScenario(engine, request, [edit], 60);
    if (!compared.ok) throw new Error(compared.failure.message);
    later += compared.value.difference.minutes.filter((minutes) => minutes > 0).length;
    later += compared.value.laws.violations.reduce((sum, { cells }) => sum + cells, 0);
  }
  return [
    summary(
      'scenario.edit-to-readings',
      'Scenario edit to contour and readings',
      sample,
      CIRCLE_MARKS.scenarioMs,
      `${RANDOM_LINKS} random links`,
    ),
    {
      id: 'scenario.cells-later',
      title: 'Cells later after adding a link',
      unit: '1',
      value: later,
      runs: sample.length,
      mark: 0,
      note: 'over all trials',
    },
  ];
}

/** Benches of the travel-time engine on the embedded data. */
export async function benchCircle(): Promise<Measurement[]> {
  const data = await loadRealTravelData();
  const created: number[] = [];
  let engine = createCircleEngine(data);
  for (let run = 0; run < 3; run++) created.push(timed(() => (engine = createCircleEngine(data))));
  const cities = largestCities(data, engine);
  return [
    measureRaster(),
    summary('circle.create', 'Engine from decoded data', created, undefined, 'county areas, rail network'),
    ...benchStages(engine, cities, 60),
    ...benchStages(engine, cities, 120),
    benchFirstVisit(data, cities),
    benchBatch(engine, data),
    benchRegionalTravel(data),
    ...benchUncertainty(data),
    ...measureAccessibility(data, countiesOf('chengyu')),
    ...measureRoundness(),
    ...benchScenarios(engine, cities),
  ];
}
