import { describe, expect, it } from 'vitest';
import { peopleWithin } from '#core/surface/circle-readings.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { RailSource } from '#core/network/rail-source.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleEngineData, CircleRequest } from '#core/surface/circle-request.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import { city, drawRaster, station, timetable, world } from '../../fixtures/travel-world.ts';

// Three cities in a row, an embedded train of 40 min between the first two:
//
//   甲 ●──── 40 min ────● 乙 ─ ─ ─ ─ ─ ● 丙
const a = station('甲站', [104.2, 30.5], '510100');
const b = station('乙站', [105.0, 30.5], '510200');
const data: CircleEngineData = world({
  raster: drawRaster({
    west: 104,
    north: 31,
    columns: 300,
    rows: 100,
    counties: ['510101', '510201', '510301'],
    county: (column) => (column < 60 ? 1 : column < 140 ? 2 : 3),
  }),
  timetable: timetable([a, b], [['甲站', '乙站', 40, 50]]),
  units: [
    city('510100', '甲市', [104.2, 30.5]),
    city('510200', '乙市', [105.0, 30.5]),
    city('510300', '丙市', [106.2, 30.5]),
  ],
  populationByCounty: new Map([['510101', 1_000_000]]),
});

/** 甲 → 乙 in 20 min (median 25) and 甲 → 丙, a station that the embedded data lack, in 30. */
const feed: RailSource = {
  name: 'My feed',
  vintage: '2026-03-02',
  stations: [
    { name: '甲站', at: [104.21, 30.5] },
    { name: '乙站', at: null },
    { name: '丙站', at: [106.2, 30.5] },
    { name: '无名站', at: null },
  ],
  from: Uint16Array.of(0, 0, 0),
  to: Uint16Array.of(1, 2, 3),
  fastestMinutes: Float32Array.of(20, 30, 10),
  medianMinutes: Float32Array.of(25, 35, 10),
  trainsPerDay: Uint16Array.of(12, 3, 1),
};

const request: CircleRequest = {
  origins: [{ kind: 'city', adcode: '510100' }],
  mode: 'in-vehicle',
  maxMinutes: 120,
};

function arrivals(
  sources: readonly { source: RailSource; ride: 'fastest' | 'median' }[],
  replacesEmbedded = false,
) {
  const engine = createCircleEngine({
    ...data,
    added: { ...NO_ADDED_DATA, rail: { sources, replacesEmbedded } },
  });
  const circle = engine.computeSurface(request);
  if (!circle.ok) throw new Error(circle.failure.message);
  const reached = circle.value.stations.filter(({ minutes }) => minutes > 0);
  return Object.fromEntries(reached.map(({ name, minutes }) => [name, Math.round(minutes)]));
}

describe('rail sources of a person', () => {
  it('join beside the embedded rides: the better of both counts, new stations appear', () => {
    expect(arrivals([])).toEqual({ 乙站: 40 });
    expect(arrivals([{ source: feed, ride: 'fastest' }])).toEqual({ 乙站: 20, 丙站: 30 });
    expect(arrivals([{ source: feed, ride: 'median' }])).toEqual({ 乙站: 25, 丙站: 35 });
  });

  it('never make a place later when they stand beside the embedded rides', () => {
    const slow = { ...feed, fastestMinutes: Float32Array.of(90, 100, 10) };
    expect(arrivals([{ source: slow, ride: 'fastest' }])).toEqual({ 乙站: 40, 丙站: 100 });
  });

  it('stand in place of all embedded rides when asked to', () => {
    const slow = { ...feed, fastestMinutes: Float32Array.of(90, 100, 10) };
    expect(arrivals([{ source: slow, ride: 'fastest' }], true)).toEqual({ 乙站: 90, 丙站: 100 });
  });

  it('are named in journeys and count whatever timetable vintages are chosen', () => {
    const added = {
      ...NO_ADDED_DATA,
      rail: { sources: [{ source: feed, ride: 'fastest' as const }], replacesEmbedded: false },
    };
    const engine = createCircleEngine({ ...data, added });
    const way = engine.explainStation({ ...request, parameters: { vintages: ['2021-01'] } }, '丙站');
    expect(way.ok && way.value.legs).toMatchObject([
      { kind: 'ride', vintage: 'own:My feed · 2026-03-02', source: 'observed', trainsPerDay: 3 },
    ]);
  });

  it('stay out of the network of a past year', () => {
    const added = {
      ...NO_ADDED_DATA,
      rail: { sources: [{ source: feed, ride: 'fastest' as const }], replacesEmbedded: true },
    };
    expect(networkAsOf({ ...data, added }, 2030).added).toBeUndefined();
  });
});

/** What a circle by road holds with a thousand people in each of four cells of a row. */
function readingsWith(row0: number) {
  const people = new Float32Array(4).fill(1000);
  const engine = createCircleEngine({
    ...data,
    added: {
      ...NO_ADDED_DATA,
      people: { name: 'grid.tif', row0, column0: 19, rows: 1, columns: 4, people },
    },
  });
  const circle = engine.computeSurface({ ...request, mode: 'road', maxMinutes: 30 });
  if (!circle.ok) throw new Error(circle.failure.message);
  return engine.readings(circle.value.surface, 30);
}

describe('a population grid of a person', () => {
  it('gives the people within, by cell, and is named', () => {
    const readings = readingsWith(50);
    expect(readings.peopleFrom).toBe('grid.tif');
    expect(readings.population).toBe(4000);
    expect(readings.withoutPopulation).toEqual([]);
    expect(readings.beyondGridKm2).toBeGreaterThan(0);
    expect(readings.beyondGridKm2).toBeLessThan(readings.areaKm2);
  });

  it('knows nobody beyond its edge, which is not nobody', () => {
    const readings = readingsWith(0);
    expect(readings.beyondGridKm2).toBeCloseTo(readings.areaKm2, 6);
    expect(readings.counties.map(({ population }) => population)).toEqual(readings.counties.map(() => null));
    expect(peopleWithin(readings)).toBeNull();
    expect(peopleWithin(readingsWith(50))).toBe(4000);
  });
});
