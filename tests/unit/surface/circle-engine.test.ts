import { area } from '@turf/area';
import { describe, expect, it } from 'vitest';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { cellAtSpot, straitWorld } from '../scenario/strait-world.ts';

const engine = createCircleEngine(straitWorld());
const base: CircleRequest = {
  origins: [{ kind: 'city', adcode: '440100' }],
  mode: 'door-to-door',
  maxMinutes: 90,
};

function reasonOf(change: Partial<CircleRequest>): string | null {
  const circle = engine.computeSurface({ ...base, ...change });
  return circle.ok ? null : circle.failure.reason;
}

/** The contour of an hour, from a surface with this budget. */
function hourWithin(maxMinutes: number) {
  const circle = engine.computeSurface({ ...base, maxMinutes });
  if (!circle.ok) throw new Error(circle.failure.message);
  return engine.contour(circle.value.surface, 60);
}

describe('createCircleEngine', () => {
  it('answers bad questions with a reason and a next step, and goes on working', () => {
    expect(reasonOf({ origins: [] })).toBe('no-origin');
    expect(reasonOf({ origins: [{ kind: 'city', adcode: '999999' }] })).toBe('unknown-place');
    expect(reasonOf({ origins: [{ kind: 'station', name: '无此站' }] })).toBe('unknown-place');
    expect(reasonOf({ origins: [{ kind: 'point', at: cellAtSpot(104, 50) }] })).toBe('origin-not-on-land');
    expect(reasonOf({ origins: [{ kind: 'point', at: [2.35, 48.85] }] })).toBe('origin-not-on-land');
    expect(reasonOf({ origins: [{ kind: 'point', at: [Number.NaN, 48.85] }] })).toBe('origin-not-on-land');
    for (const maxMinutes of [0, -5, 241, Number.NaN])
      expect(reasonOf({ maxMinutes })).toBe('minutes-out-of-range');
    for (const parameters of [
      { waitMinutes: -1 },
      { roadSpeed100: -60 },
      { roadSpeed100: 5000 },
      { detourFactor: 0 },
      { egressMinutes: Number.NaN },
    ])
      expect(reasonOf({ parameters })).toBe('parameter-out-of-range');
    expect(reasonOf({ edits: [{ type: 'close', id: 'nothing' }] })).toBe('unknown-id');
    expect(reasonOf({ edits: [{ type: 'explode' } as unknown as ScenarioEdit] })).toBe('unknown-edit');
    expect(reasonOf({})).toBeNull();
  });

  it('moves an origin just off the shore to land and says how far', () => {
    const circle = engine.computeSurface({ ...base, origins: [{ kind: 'point', at: cellAtSpot(101, 50) }] });
    expect(circle.ok && circle.value.origins[0]?.movedKm).toBeCloseTo(2.05, 1);
  });

  it('is deterministic: a fresh engine gives the same bytes, whatever was asked before', () => {
    const warm = engine.computeSurface(base);
    const cold = createCircleEngine(straitWorld()).computeSurface(base);
    expect(warm).toEqual(cold);
  });

  it('reads area, people, shares and GDP that fit together', () => {
    const circle = engine.computeSurface(base);
    if (!circle.ok) throw new Error(circle.failure.message);
    const { land } = engine.context;
    for (const minutes of [15, 45, 90]) {
      const { areaKm2, population, counties, gdp } = engine.readings(circle.value.surface, minutes);
      expect(counties.reduce((sum, county) => sum + county.areaKm2, 0)).toBeCloseTo(areaKm2, 6);
      expect(counties.reduce((sum, county) => sum + (county.population ?? 0), 0)).toBeCloseTo(population, 3);
      for (const { adcode, share, areaKm2: inside } of counties) {
        expect(share).toBeCloseTo(inside / (land.landAreaKm2[engine.context.countyNumber(adcode)] ?? 0), 9);
      }
      const own = counties.find(({ adcode }) => adcode === '440101');
      expect(gdp?.value).toBeCloseTo(1000 * (own?.share ?? 0), 6);
      expect(gdp?.knownShare).toBeCloseTo((own?.population ?? 0) / population, 6);
      const polygon = engine.contour(circle.value.surface, minutes);
      expect(area(polygon) / 1e6 / areaKm2).toBeGreaterThan(0.97);
      expect(area(polygon) / 1e6 / areaKm2).toBeLessThan(1.03);
    }
  });

  it('draws the contour at its budget as smooth as one within it, around stations too', () => {
    expect(hourWithin(60)).toEqual(hourWithin(90));
  });

  it('says which counties have no population instead of counting them as empty', () => {
    const data = straitWorld();
    const partly = createCircleEngine({ ...data, populationByCounty: new Map([['440101', 1000]]) });
    const circle = partly.computeSurface({
      ...base,
      origins: [{ kind: 'point', at: cellAtSpot(150, 50) }],
      mode: 'road',
      maxMinutes: 30,
    });
    if (!circle.ok) throw new Error(circle.failure.message);
    const reading = partly.readings(circle.value.surface, 30);
    expect(reading.population).toBe(0);
    expect([...reading.withoutPopulation].sort((a, b) => (a < b ? -1 : 1))).toEqual(['440201', '440202']);
    expect(reading.counties.every(({ population }) => population === null)).toBe(true);
    expect(reading.gdp).toBeNull();
  });

  it('in-vehicle fills whole counties and leaves wait, access and egress out', () => {
    const circle = engine.computeSurface({
      ...base,
      origins: [{ kind: 'station', name: '甲东' }],
      mode: 'in-vehicle',
      maxMinutes: 60,
    });
    if (!circle.ok) throw new Error(circle.failure.message);
    expect(engine.minutesAt(circle.value.surface, cellAtSpot(3, 3))).toBe(0);
    // 乙西 stands in 440202: the whole county has its 18 minutes, the northern one none.
    expect(engine.minutesAt(circle.value.surface, cellAtSpot(195, 95))).toBe(18);
    expect(engine.minutesAt(circle.value.surface, cellAtSpot(150, 20))).toBeNull();
    const sharesWithin = (minutes: number) =>
      engine.readings(circle.value.surface, minutes).counties.map(({ share }) => share);
    expect(sharesWithin(60)).toEqual([1, 1]);
    // What is reached in exactly the minutes is within.
    expect(sharesWithin(18)).toEqual([1, 1]);
    expect(sharesWithin(17)).toEqual([1]);
    const far = engine.explainPoint(
      { ...base, origins: [{ kind: 'station', name: '甲东' }], mode: 'in-vehicle' },
      cellAtSpot(195, 95),
    );
    expect(far.ok && far.value.legs).toMatchObject([{ kind: 'ride', from: '甲东', to: '乙西', minutes: 18 }]);
  });

  it('from a station that no train calls at reaches its own county, and nothing by train', () => {
    const data = straitWorld();
    const { timetable } = data;
    const lonely = { ...timetable.stations[0], name: '孤站', aliases: [] } as (typeof timetable.stations)[0];
    const withLonely = createCircleEngine({
      ...data,
      timetable: { ...timetable, stations: [...timetable.stations, lonely] },
    });
    const request: CircleRequest = {
      ...base,
      origins: [{ kind: 'station', name: '孤站' }],
      mode: 'in-vehicle',
    };
    const circle = withLonely.computeSurface(request);
    if (!circle.ok) throw new Error(circle.failure.message);
    expect(circle.value.stations.map(({ name }) => name)).toEqual(['孤站']);
    expect(withLonely.readings(circle.value.surface, 90).counties).toHaveLength(1);
    expect(withLonely.explainStation(request, '乙西')).toMatchObject({
      ok: false,
      failure: { reason: 'no-way' },
    });
    const there = withLonely.travelTime(
      { kind: 'station', name: '甲东' },
      { kind: 'station', name: '孤站' },
      { mode: 'in-vehicle' },
    );
    expect(there).toMatchObject({ ok: false, failure: { reason: 'no-way' } });
  });

  it('explains a far place leg by leg', () => {
    const way = engine.explainPoint(base, cellAtSpot(125, 55));
    if (!way.ok) throw new Error(way.failure.message);
    expect(way.value.legs.map(({ kind }) => kind)).toEqual(['road', 'wait', 'ride', 'road']);
    expect(way.value.legs.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(way.value.minutes);
    const beyond = engine.explainPoint({ ...base, maxMinutes: 30 }, cellAtSpot(190, 90));
    expect(beyond.ok ? null : beyond.failure.reason).toBe('no-way');
  });

  it('stops a batch when told to', () => {
    let done = 0;
    const stopped = engine.batch(
      [base, base, base],
      () => done++,
      () => done >= 2,
    );
    expect(stopped.ok ? null : stopped.failure.reason).toBe('cancelled');
    expect(done).toBe(2);
  });

  it('keeps discs within the memory given and computes them once', () => {
    const fresh = createCircleEngine(straitWorld());
    fresh.computeSurface(base);
    const { computed } = fresh.context.discs.statistics;
    expect(computed).toBeGreaterThan(0);
    // A link far from every disc's reach: nothing to compute again. One at a disc: that disc only.
    fresh.computeSurface({
      ...base,
      edits: [
        { type: 'add-road-link', id: 'far', from: cellAtSpot(99, 1), to: cellAtSpot(110, 1), minutes: 5 },
      ],
    });
    expect(fresh.context.discs.statistics.computed).toBe(computed);
    fresh.computeSurface({ ...base, edits: [{ type: 'close', id: 'bridge' }] });
    expect(fresh.context.discs.statistics.computed).toBeGreaterThan(computed);
  });
});
