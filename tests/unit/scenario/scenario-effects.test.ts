import { describe, expect, it } from 'vitest';
import { modelledMinutes } from '#core/network/modelled-minutes.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';
import { CELL_GAINED, CELL_LOST, CELL_NEVER } from '#core/scenario/compare-surfaces.ts';
import { checkLaws } from '#core/scenario/laws.ts';
import { rankMarginalMinutes } from '#core/scenario/marginal-minute.ts';
import { comparePlansWithHour } from '#core/scenario/plan-versus-hour.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleRequest, JourneyLeg } from '#core/surface/circle-request.ts';
import { station, timetable } from '../../fixtures/travel-world.ts';
import { cellAtSpot, straitWorld } from './strait-world.ts';

const engine = createCircleEngine(straitWorld());
const JIA = { kind: 'city', adcode: '440100' } as const;
const YI = { kind: 'city', adcode: '440200' } as const;

/** In-vehicle minutes between two stations after edits; `null` without a way. */
function ride(from: string, to: string, edits: readonly ScenarioEdit[] = []): number | null {
  const journey = engine.travelTime(
    { kind: 'station', name: from },
    { kind: 'station', name: to },
    { mode: 'in-vehicle', edits },
  );
  return journey.ok ? journey.value.minutes : null;
}

function legKinds(legs: readonly JourneyLeg[]): string[] {
  return legs.map((leg) =>
    leg.kind === 'ride' ? `${leg.from}-${leg.to} ${leg.line ?? '?'} ${leg.source}` : leg.kind,
  );
}

/** Stations reached from 乙西 in 90 minutes by frequent trains. */
function commutable(edits: readonly ScenarioEdit[]): string[] {
  const circle = engine.computeSurface({
    origins: [{ kind: 'station', name: '乙西' }],
    mode: 'commutable',
    maxMinutes: 90,
    edits,
  });
  return circle.ok ? circle.value.stations.map(({ name }) => name) : [];
}

/** Minutes by road from the west shore to the east. */
function road(edits: readonly ScenarioEdit[]): number | null {
  const circle = engine.computeSurface({
    origins: [{ kind: 'point', at: cellAtSpot(90, 50) }],
    mode: 'road',
    maxMinutes: 120,
    edits,
  });
  if (!circle.ok) throw new Error(circle.failure.message);
  return engine.minutesAt(circle.value.surface, cellAtSpot(120, 50));
}

describe('edits on rail', () => {
  it('leaves the base as it is', () => {
    expect(ride('甲南', '甲东')).toBe(20);
    expect(ride('甲南', '乙西')).toBe(40);
    // 甲南–乙西 40 + transfer 20 + 22.
    expect(ride('甲南', '乙东')).toBe(82);
  });

  it('closing a line takes its rides and the through trains that use it', () => {
    expect(ride('甲南', '甲东', [{ type: 'close', id: 'west' }])).toBeNull();
    expect(ride('甲南', '乙西', [{ type: 'close', id: 'west' }])).toBeNull();
    expect(ride('甲南', '乙西', [{ type: 'close', id: 'middle' }])).toBeNull();
    expect(ride('乙西', '乙东', [{ type: 'close', id: 'middle' }])).toBe(22);
  });

  it('set minutes hold both ways, and are labelled', () => {
    const edits: ScenarioEdit[] = [{ type: 'set-minutes', from: '甲南', to: '甲东', minutes: 11 }];
    expect(ride('甲南', '甲东', edits)).toBe(11);
    expect(ride('甲东', '甲南', edits)).toBe(11);
    const journey = engine.travelTime(
      { kind: 'station', name: '甲南' },
      { kind: 'station', name: '甲东' },
      { mode: 'in-vehicle', edits },
    );
    expect(journey.ok && legKinds(journey.value.legs)).toEqual(['甲南-甲东 west scenario']);
  });

  it('a new design speed scales observed minutes like the model', () => {
    const minutes = ride('甲南', '甲东', [{ type: 'set-speed', line: 'west', designSpeedKmh: 350 }]);
    expect(minutes).toBeCloseTo((20 * modelledMinutes(350, 100)) / modelledMinutes(250, 100), 1);
    expect(ride('甲南', '甲东', [{ type: 'set-speed', line: 'west', designSpeedKmh: 160 }])).toBeGreaterThan(
      20,
    );
    expect(ride('乙西', '乙东', [{ type: 'set-speed', line: 'west', designSpeedKmh: 350 }])).toBe(22);
  });

  it('saved minutes come off the line’s rides whole, off through trains by their share', () => {
    const edits: ScenarioEdit[] = [{ type: 'save-minutes', id: 'west', minutes: 5 }];
    expect(ride('甲南', '甲东', edits)).toBe(15);
    const through = ride('甲南', '乙西', edits) ?? 0;
    expect(through).toBeGreaterThan(35);
    expect(through).toBeLessThan(39);
    expect(ride('甲南', '甲东', [{ type: 'save-minutes', id: 'west', minutes: 500 }])).toBe(1);
  });

  it('opening a planned line adds modelled rides; one of unknown speed needs a speed', () => {
    const km = localDistanceKm(cellAtSpot(90, 50), cellAtSpot(190, 50)) * 1.1;
    expect(ride('甲东', '乙东', [{ type: 'open', id: 'tunnel' }])).toBeCloseTo(modelledMinutes(350, km), 1);
    const dream = engine.computeSurface({
      origins: [JIA],
      mode: 'in-vehicle',
      maxMinutes: 60,
      edits: [{ type: 'open', id: 'dream' }],
    });
    expect(dream.ok ? null : dream.failure.reason).toBe('unknown-speed');
    expect(
      ride('甲东', '乙西', [
        { type: 'set-speed', line: 'dream', designSpeedKmh: 350 },
        { type: 'open', id: 'dream' },
      ]),
    ).toBeLessThan(18);
  });

  it('a drawn line serves old and new stations, with modelled or given minutes', () => {
    const stops = ['甲南', { name: '新城', at: cellAtSpot(140, 20) }, '乙东'] as const;
    const drawn: ScenarioEdit = { type: 'add-line', id: 'new', stops, designSpeedKmh: 300 };
    expect(ride('甲南', '乙东', [drawn])).toBeLessThan(82);
    expect(ride('甲南', '新城', [{ ...drawn, minutes: [9, 14] }])).toBe(9);
    expect(ride('乙东', '甲南', [{ ...drawn, minutes: [9, 14] }])).toBe(23);
    const circle = engine.computeSurface({
      origins: [JIA],
      mode: 'in-vehicle',
      maxMinutes: 60,
      edits: [drawn],
    });
    expect(circle.ok && circle.value.stations.find(({ name }) => name === '新城')).toMatchObject({
      prefecture: '440200',
      modelled: true,
    });
  });

  it('a new stop is joined to the stops of its line', () => {
    const edits: ScenarioEdit[] = [
      { type: 'add-stop', line: 'west', stop: { name: '甲中', at: cellAtSpot(55, 50) } },
    ];
    const km = localDistanceKm(cellAtSpot(20, 50), cellAtSpot(55, 50)) * 1.1;
    expect(ride('甲南', '甲中', edits)).toBeCloseTo(modelledMinutes(250, km), 1);
    expect(ride('甲南', '甲东', edits)).toBe(20);
    expect(ride('甲南', '甲中')).toBeNull();
  });

  it('frequencies decide what is commutable', () => {
    expect(commutable([])).not.toContain('乙东');
    expect(commutable([{ type: 'set-frequency', line: 'east', trainsPerDay: 25 }])).toContain('乙东');
    expect(commutable([{ type: 'set-parameter', name: 'minTrainsPerDay', value: 10 }])).toContain('乙东');
  });
});

describe('edits on roads', () => {
  it('closing the bridge cuts the far shore off, another one brings it back', () => {
    // 9 + 15 + 10 cells of about 1.02 km at a minute a kilometre.
    expect(road([])).toBeCloseTo(15 + 19 * 1.025, 0);
    expect(road([{ type: 'close', id: 'bridge' }])).toBeNull();
    expect(
      road([
        { type: 'close', id: 'bridge' },
        { type: 'open', id: 'second' },
      ]),
    ).toBeGreaterThan(50);
    expect(road([{ type: 'set-minutes', link: 'bridge', minutes: 5 }])).toBeCloseTo(5 + 19 * 1.025, 0);
    const ferry: ScenarioEdit = {
      type: 'add-road-link',
      id: 'ferry',
      from: cellAtSpot(99, 60),
      to: cellAtSpot(110, 60),
      minutes: 30,
    };
    expect(road([{ type: 'close', id: 'bridge' }, ferry])).toBeGreaterThan(45);
  });

  it('names the bridge in the journey', () => {
    const request: CircleRequest = {
      origins: [{ kind: 'point', at: cellAtSpot(90, 50) }],
      mode: 'road',
      maxMinutes: 60,
    };
    const far = engine.explainPoint(request, cellAtSpot(125, 44));
    expect(far.ok && far.value.legs).toMatchObject([{ kind: 'road', links: ['bridge'] }]);
    const near = engine.explainPoint(request, cellAtSpot(95, 44));
    expect(near.ok && near.value.legs).toMatchObject([{ kind: 'road', links: [] }]);
    const edge = engine.explainPoint(request, cellAtSpot(110, 51));
    expect(edge.ok && edge.value.legs).toMatchObject([{ links: ['bridge'] }]);
  });
});

describe('compareScenario', () => {
  const request: CircleRequest = { origins: [JIA], mode: 'door-to-door', maxMinutes: 120 };
  it('reads what a new line gains, and holds the laws', () => {
    const edit: ScenarioEdit = { type: 'add-line', id: 'new', stops: ['甲南', '乙东'], designSpeedKmh: 350 };
    const compared = compareScenario(engine, request, [edit], 90);
    if (!compared.ok) throw new Error(compared.failure.message);
    const { before, after, gained, lost, difference, laws, savedPersonMinutes } = compared.value;
    expect(laws).toEqual({
      ok: true,
      checked: expect.arrayContaining(['faster-never-later', 'undo-restores', 'budget-nests']),
      violations: [],
    });
    expect(lost.areaKm2).toBe(0);
    expect(gained.areaKm2).toBeGreaterThan(100);
    expect(after.readings.areaKm2).toBeCloseTo(before.readings.areaKm2 + gained.areaKm2, 6);
    expect(after.readings.population).toBeCloseTo(before.readings.population + gained.population, 3);
    expect(savedPersonMinutes).toBe(0);
    expect(difference.minutes.every((minutes) => Number.isNaN(minutes) || minutes <= 0)).toBe(true);
    expect(difference.state.some((state) => state === CELL_GAINED)).toBe(true);
    expect(difference.state.some((state) => state === CELL_LOST)).toBe(false);
    expect(difference.state.some((state) => state === CELL_NEVER)).toBe(true);
  });

  it('sums the minutes that people save where both circles reach', () => {
    const compared = compareScenario(
      engine,
      { ...request, maxMinutes: 150 },
      [{ type: 'save-minutes', id: 'middle', minutes: 10 }],
      150,
    );
    if (!compared.ok) throw new Error(compared.failure.message);
    const { difference, savedPersonMinutes } = compared.value;
    // 甲南–乙西 takes 40 minutes by a train wholly or partly on the line: at most ten minutes a person.
    expect(
      Math.min(...difference.minutes.filter((minutes) => !Number.isNaN(minutes))),
    ).toBeGreaterThanOrEqual(-10);
    expect(savedPersonMinutes).toBeGreaterThan(0);
    expect(savedPersonMinutes).toBeLessThan(10 * 1_600_000);
  });

  it('weighs the minutes saved by the people of one’s own grid, whom the readings count', () => {
    const edits: readonly ScenarioEdit[] = [{ type: 'save-minutes', id: 'middle', minutes: 10 }];
    const asked = { ...request, maxMinutes: 150 };
    const byCensus = compareScenario(engine, asked, edits, 150);
    if (!byCensus.ok) throw new Error(byCensus.failure.message);
    const { minutes, columns, row0, column0 } = byCensus.value.difference;
    const cell = minutes.findIndex((each) => each < 0);
    const grid = {
      name: 'grid.tif',
      row0: row0 + Math.floor(cell / columns),
      column0: column0 + (cell % columns),
      rows: 1,
      columns: 1,
      people: Float32Array.of(100),
    };
    const own = createCircleEngine({ ...straitWorld(), added: { ...NO_ADDED_DATA, people: grid } });
    const compared = compareScenario(own, asked, edits, 150);
    expect(compared.ok && compared.value.before.readings.population).toBe(100);
    expect(compared.ok && compared.value.savedPersonMinutes).toBe(-100 * (minutes[cell] ?? 0));
  });

  it('reads the mirror image for a closing', () => {
    const compared = compareScenario(engine, request, [{ type: 'close', id: 'middle' }], 90);
    if (!compared.ok) throw new Error(compared.failure.message);
    expect(compared.value.gained.areaKm2).toBe(0);
    expect(compared.value.lost.areaKm2).toBeGreaterThan(100);
    expect(compared.value.laws.checked).toContain('slower-never-earlier');
    expect(compared.value.laws.ok).toBe(true);
  });

  it('does not hold a mixture to laws that it need not obey', () => {
    const report = checkLaws(engine, request, [
      { type: 'close', id: 'middle' },
      { type: 'set-parameter', name: 'waitMinutes', value: 5 },
    ]);
    expect(report.ok && report.value.checked).toEqual(['undo-restores', 'budget-nests']);
  });

  it('says when a law is broken', () => {
    // An engine gone wrong: after any edit every place is ten minutes later.
    const broken: CircleEngine = {
      ...engine,
      compute(question) {
        const computed = engine.compute(question);
        if (!computed.ok || (question.edits ?? []).length === 0) return computed;
        return {
          ok: true,
          value: computed.value.map((one) => ({
            ...one,
            surface: {
              ...one.surface,
              ticks: one.surface.ticks.map((ticks) => Math.min(65535, ticks + 2560)),
            },
          })),
        };
      },
    };
    const report = checkLaws(broken, request, [{ type: 'open', id: 'tunnel' }]);
    if (!report.ok) throw new Error(report.failure.message);
    expect(report.value.ok).toBe(false);
    expect(report.value.violations[0]).toMatchObject({ law: 'faster-never-later', worstMinutes: 10 });
    expect(report.value.violations[0]?.cells).toBeGreaterThan(1000);
    const far = checkLaws(broken, { ...request, maxMinutes: 20 }, [
      { type: 'set-speed', line: 'east', designSpeedKmh: 300 },
    ]);
    expect(far.ok && far.value.violations.map(({ law }) => law)).toContain('far-stays-same');
  });
});

/** The strait with all stations on its west shore. */
const stationless = (() => {
  const { timetable: _, ...data } = straitWorld();
  const west = [station('甲南', cellAtSpot(20, 50), '440100'), station('甲东', cellAtSpot(90, 50), '440100')];
  return createCircleEngine({ ...data, timetable: timetable(west, [['甲南', '甲东', 20, 40]]), lines: [] });
})();

/** A plan with these cores against their hour where only the west has stations. */
function ask(cores: readonly string[], mode: 'in-vehicle' | 'door-to-door') {
  return comparePlansWithHour(stationless, [{ id: 'p', counties: ['440101'], cores }], { mode }, 60);
}

describe('a line whose design speed is unknown', () => {
  const { lines, ...data } = straitWorld();
  const unknowing = createCircleEngine({
    ...data,
    lines: lines.map((line) => (line.id === 'west' ? { ...line, designSpeedKmh: null } : line)),
  });
  const reason = (edits: readonly ScenarioEdit[]): string | null => {
    const circle = unknowing.computeSurface({
      origins: [{ kind: 'city', adcode: '440100' }],
      mode: 'door-to-door',
      maxMinutes: 60,
      edits,
    });
    return circle.ok ? null : circle.failure.reason;
  };
  const stop: ScenarioEdit = {
    type: 'add-stop',
    line: 'west',
    stop: { name: '甲中', at: cellAtSpot(50, 50) },
  };
  const speed: ScenarioEdit = { type: 'set-speed', line: 'west', designSpeedKmh: 350 };

  it('says that a stop or another speed would do nothing, instead of doing nothing', () => {
    expect(reason([])).toBeNull();
    expect(reason([stop])).toBe('unknown-speed');
    expect(reason([speed])).toBe('no-speed-to-compare');
    expect(reason([speed, stop])).toBeNull();
  });
});

describe('planners’ readings', () => {
  it('lays a plan over the hour', () => {
    const plan = { id: 'p', counties: ['440100', '440201'], cores: ['440100'] };
    const compared = comparePlansWithHour(engine, [plan], { mode: 'door-to-door' }, 60);
    if (!compared.ok) throw new Error(compared.failure.message);
    const [reading] = compared.value;
    if (reading === undefined) throw new Error('One plan was asked for');
    expect(reading.plan.population).toBeCloseTo(2_500_000, 3);
    expect(
      reading.both.population + reading.hourBeyondPlan.reduce((sum, { people }) => sum + (people ?? 0), 0),
    ).toBeCloseTo(reading.hour.population, 3);
    expect(
      reading.both.population + reading.planBeyondHour.reduce((sum, { people }) => sum + (people ?? 0), 0),
    ).toBeCloseTo(reading.plan.population, 3);
    expect(reading.planBeyondHour.map(({ adcode }) => adcode)).toContain('440201');
    expect(reading.overlapPeople).toBeGreaterThan(0);
    expect(reading.overlapPeople).toBeLessThanOrEqual(reading.coverage);
    const stopped = comparePlansWithHour(engine, [plan], { mode: 'door-to-door' }, 60, () => true);
    expect(stopped.ok ? null : stopped.failure.reason).toBe('cancelled');
  });

  it('reads the hour of the cores that have a station where one has none, and names that one', () => {
    const both = ask(['440100', '440200'], 'in-vehicle');
    const one = ask(['440100'], 'in-vehicle');
    if (!both.ok || !one.ok) throw new Error('The west has stations');
    expect(both.value[0]).toEqual({ ...one.value[0], withoutStation: ['440200'] });
    const byDoor = ask(['440100', '440200'], 'door-to-door');
    expect(byDoor.ok && byDoor.value[0]?.withoutStation).toEqual([]);
    const none = ask(['440200'], 'in-vehicle');
    expect(none.ok ? null : none.failure.reason).toBe('no-station');
  });

  it('ranks links by what a minute brings', () => {
    const ranking = rankMarginalMinutes(
      engine,
      { id: 'p', counties: ['440100', '440200'], cores: ['440100', '440200'] },
      { mode: 'door-to-door' },
      60,
    );
    if (!ranking.ok) throw new Error(ranking.failure.message);
    expect(ranking.value.map(({ id }) => id).sort()).toEqual(['bridge', 'east', 'middle', 'west']);
    const people = ranking.value.map(({ peoplePerMinute }) => peoplePerMinute);
    expect(people).toEqual([...people].sort((a, b) => b - a));
    expect(people[0]).toBeGreaterThan(0);
    expect(people.every((value) => value >= 0)).toBe(true);
  });
});

describe('matrix', () => {
  it('says which of its times rest on rides that a scenario made', () => {
    // 甲南–乙西 40 + transfer 20 + 乙西–乙东, which is 22 and becomes 10.
    const faster: ScenarioEdit = { type: 'set-minutes', from: '乙西', to: '乙东', minutes: 10 };
    const mode = 'in-vehicle';
    const before = engine.matrix([JIA, YI], { mode });
    const after = engine.matrix([JIA, YI], { mode, edits: [faster] });
    if (!before.ok || !after.ok) throw new Error('Both cities have stations');
    expect(before.value.minutes[0]?.[1]).toBe(82);
    expect(before.value.modelled[0]?.[1]).toBe(false);
    expect(after.value.minutes[0]?.[1]).toBe(70);
    expect(after.value.modelled).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('agrees with single journeys in every mode', () => {
    for (const mode of ['door-to-door', 'in-vehicle', 'road', 'commutable'] as const) {
      const matrix = engine.matrix([JIA, YI], { mode });
      if (!matrix.ok) throw new Error(matrix.failure.message);
      const there = engine.travelTime(JIA, YI, { mode });
      expect(matrix.value.minutes[0]?.[1] ?? null).toBe(there.ok ? there.value.minutes : null);
      expect(matrix.value.minutes[0]?.[0]).toBe(0);
      expect(matrix.value.modelled).toEqual([
        [false, false],
        [false, false],
      ]);
    }
  });
});
