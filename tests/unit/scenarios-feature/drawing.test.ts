import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { RailLine } from '#core/network/rail-line.ts';
import type { RailDrawing } from '#map/layers/map-model.ts';
import { railLineState } from '#map/layers/rail-layers.ts';
import { clipToSide } from '#features/scenarios/clip-to-side.ts';
import { closedLinksOf, drawScenarioRail } from '#features/scenarios/scenario-rail.ts';
import { draftLegs, EMPTY_DRAFT, lineOfDraft } from '#features/scenarios/line-draft.ts';
import { snapStop } from '#features/scenarios/snap-stop.ts';
import { railLine } from '../../fixtures/rail-line.ts';

function ringArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
    const [px = 0, py = 0] = ring[i] ?? [];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

function areaOf(polygons: readonly Position[][][]): number {
  return polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
}

function line(id: string, status: RailLine['status']): RailLine {
  return railLine(id, {
    status,
    openedYear: null,
    path: [
      [104, 30],
      [105, 30],
    ],
  });
}

function stateOf(rail: RailDrawing, id: string): string | null {
  const found = rail.lines.find((each) => each.id === id);
  return found === undefined ? null : railLineState(found, rail);
}

describe('clipping to a side of the divider', () => {
  // A square from 0 to 4 with a hole from 1 to 2.
  const square = [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
    [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ],
  ];
  it('parts the area exactly, holes and all', () => {
    for (const divide of [0.5, 1.5, 2, 3.3]) {
      const west = areaOf(clipToSide([square], divide, 'west'));
      const east = areaOf(clipToSide([square], divide, 'east'));
      expect(west + east).toBeCloseTo(15, 9);
      expect(west).toBeCloseTo(divide * 4 - Math.min(1, Math.max(0, divide - 1)), 9);
    }
  });

  it('leaves out what lies wholly on the other side', () => {
    expect(clipToSide([square], 5, 'east')).toEqual([]);
    expect(clipToSide([square], 5, 'west')).toHaveLength(1);
  });
});

describe('snapping', () => {
  const stations = [{ name: '甲站', at: [104, 30] as const }];
  const cities = [{ name: '乙市', at: [104.01, 30] as const }];
  it('takes a station before a city’s seat, and a new name far from both', () => {
    expect(snapStop([104.008, 30], 8, stations, cities, '新站')).toMatchObject({ name: '甲站' });
    expect(snapStop([104.008, 30], 8, [], cities, '新站')).toMatchObject({ name: '乙市', snapped: 'city' });
    expect(snapStop([106, 30], 8, stations, cities, '新站')).toEqual({
      name: '新站',
      at: [106, 30],
      snapped: null,
    });
  });

  it('means the same pixels at every zoom', () => {
    expect(snapStop([104.1, 30], 5, stations, [], '新站').snapped).toBe('station');
    expect(snapStop([104.1, 30], 9, stations, [], '新站').snapped).toBeNull();
  });
});

describe('the railways of a scenario', () => {
  const base: RailDrawing = {
    lines: [line('open', 'open'), line('planned', 'planned')],
    year: null,
    showUnderConstruction: false,
    showPlanned: false,
    categories: new Set(['high-speed']),
  };
  it('draws opened and drawn lines dashed, leaves open ones solid and closed ones out', () => {
    const { rail, stations } = drawScenarioRail(
      base,
      [
        { type: 'open', id: 'planned' },
        { type: 'open', id: 'open' },
        { type: 'add-line', id: 'new', stops: ['甲', { name: '乙', at: [106, 31] }], designSpeedKmh: 250 },
      ],
      null,
      (name) => (name === '甲' ? [104, 30] : null),
    );
    expect(stateOf(rail, 'planned')).toBe('future');
    expect(stateOf(rail, 'open')).toBe('open');
    expect(stateOf(rail, 'new')).toBe('future');
    expect(stations.map(({ name }) => name)).toEqual(['甲', '乙']);
    const closed = drawScenarioRail(base, [{ type: 'close', id: 'open' }], null, () => null).rail;
    expect(stateOf(closed, 'open')).toBe('hidden');
    expect(stateOf(closed, 'planned')).toBe('hidden');
  });

  it('gives a line being drawn no minutes and no class of speed by a speed that will be refused', () => {
    const stops = [
      { name: '甲', at: [104, 30], snapped: 'station' },
      { name: '乙', at: [105, 30], snapped: null },
    ] as const;
    const drawn = (designSpeedKmh: number) => {
      const draft = { ...EMPTY_DRAFT, stops, designSpeedKmh };
      const { rail, stations } = drawScenarioRail(base, [], draft, () => null);
      const own = rail.lines.find(({ id }) => rail.scenarioLines?.has(id));
      return { speed: own?.designSpeedKmh, legs: draftLegs(draft), stops: stations.map(({ name }) => name) };
    };
    const possible = drawn(600);
    expect(possible).toMatchObject({ speed: 600, legs: [{ minutes: expect.closeTo(20, -1) as number }] });
    for (const refused of [0, 79, 601, 5000])
      expect(drawn(refused)).toEqual({
        speed: null,
        legs: [{ km: possible.legs[0]?.km, minutes: null }],
        stops: ['甲', '乙'],
      });
  });

  it('closes road links beside those closed in the circles, and opens them again', () => {
    expect([...closedLinksOf([{ type: 'close', id: 'b' }], ['a'])]).toEqual(['a', 'b']);
    expect([...closedLinksOf([{ type: 'open', id: 'a' }], ['a'])]).toEqual([]);
  });
});

describe('a drawn line without a name', () => {
  it('is called by its ends as the page names them', () => {
    const stops = (['成都东', '重庆北'] as const).map((name) => ({
      name,
      at: [104, 30] as const,
      snapped: 'station' as const,
    }));
    const named = lineOfDraft(
      { ...EMPTY_DRAFT, stops },
      '1',
      () => null,
      (name) => (name === '成都东' ? 'Chengdudong' : 'Chongqingbei'),
    );
    expect(named).toMatchObject({ name: 'Chengdudong—Chongqingbei', stops: ['成都东', '重庆北'] });
  });
});
