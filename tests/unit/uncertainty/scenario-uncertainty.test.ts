import { describe, expect, it } from 'vitest';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import { drawValues } from '#core/uncertainty/draw-values.ts';
import {
  openScenarioUncertainty,
  type ScenarioUncertainty,
  type ScenarioUncertaintyRequest,
} from '#core/uncertainty/scenario-uncertainty.ts';
import { straitWorld } from '../scenario/strait-world.ts';

const engine = createCircleEngine(straitWorld());
const base: CircleRequest = {
  origins: [{ kind: 'city', adcode: '440100' }],
  mode: 'door-to-door',
  maxMinutes: 120,
};
const closing: readonly ScenarioEdit[] = [{ type: 'close', id: 'middle' }];

function runAll(request: ScenarioUncertaintyRequest): ScenarioUncertainty {
  const run = openScenarioUncertainty(engine, request);
  if (!run.ok) throw new Error(run.failure.message);
  for (let step = 0; step < run.value.steps; step++) run.value.step();
  return run.value.result();
}

/** The assumptions that are tried under some edits. */
function ids(edits: readonly ScenarioEdit[]): readonly string[] {
  return runAll({ base, edits, draws: 1, seed: 1 }).effects.map(({ range }) => range.id);
}

/** Why a question is refused. */
function reason(change: Partial<ScenarioUncertaintyRequest>): string | null {
  const run = openScenarioUncertainty(engine, { base, edits: closing, draws: 4, seed: 1, ...change });
  return run.ok ? null : run.failure.reason;
}

describe('openScenarioUncertainty', () => {
  it('gives what comparing every draw by hand gives, both sides under the same parameters', () => {
    const [draws, seed] = [8, 5];
    const found = runAll({ base, edits: closing, draws, seed });
    const drawn = drawValues(
      found.effects.map(({ range }) => range),
      draws,
      seed,
    );
    const own = engine.computeSurface(base);
    if (!own.ok) throw new Error(own.failure.message);
    const lost: number[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const parameters = drawn(own.value.parameters, draw);
      const compared = compareScenario(
        createCircleEngine(straitWorld()),
        { ...base, parameters },
        closing,
        120,
      );
      if (!compared.ok) throw new Error(compared.failure.message);
      lost.push(compared.value.lost.areaKm2);
      expect(compared.value.gained.areaKm2).toBe(0);
    }
    const ascending = lost.toSorted((a, b) => a - b);
    expect([found.lostAreaKm2.least, found.lostAreaKm2.median, found.lostAreaKm2.most]).toEqual([
      ascending[0],
      ascending[3],
      ascending[7],
    ]);
    expect(found.loses).toBe(lost.filter((area) => area > 0).length / draws);
    expect([found.gains, found.gainedAreaKm2.most]).toEqual([0, 0]);
    const declared = compareScenario(engine, base, closing, 120);
    expect(declared.ok && declared.value.lost.areaKm2).toBe(found.declared.lost.areaKm2);
    expect(found.declared.lost.areaKm2).toBeGreaterThan(0);
  });

  it('moves nothing where the scenario moves nothing: what both sides share falls out', () => {
    const found = runAll({ base, edits: [{ type: 'close', id: 'second' }], draws: 4, seed: 1 });
    expect([found.gains, found.loses, found.lostAreaKm2.most]).toEqual([0, 0, 0]);
  });

  it('leaves alone what the scenario itself sets', () => {
    expect(ids(closing)).toContain('waitMinutes');
    const without = ids([...closing, { type: 'set-parameter', name: 'waitMinutes', value: 5 }]);
    expect(without).not.toContain('waitMinutes');
    expect(without).toContain('roadSpeed');
  });

  it('refuses what the engine refuses', () => {
    expect(reason({})).toBeNull();
    expect(reason({ edits: [{ type: 'close', id: 'nothing' }] })).toBe('unknown-id');
    expect(reason({ draws: 0 })).toBe('draws-out-of-range');
    expect(reason({ bounds: { waitMinutes: [30, 5] } })).toBe('range-upside-down');
    expect(reason({ bounds: { patience: [1, 2] } })).toBe('unknown-assumption');
  });
});
