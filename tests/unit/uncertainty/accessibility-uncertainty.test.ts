import { describe, expect, it } from 'vitest';
import { type AccessibilityRequest, runAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import { summariseAccessibility } from '#core/accessibility/accessibility-summary.ts';
import { weightedFigures } from '#core/accessibility/opportunity.ts';
import type { TravelParameters } from '#core/network/travel-parameters.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import {
  ACCESSIBILITY_FIGURES,
  type AccessibilityUncertaintyRequest,
  runAccessibilityUncertainty,
  tryAccessibility,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import { assumptionRanges } from '#core/uncertainty/assumption.ts';
import { drawValues } from '#core/uncertainty/draw-values.ts';
import { spreadOf } from '#core/uncertainty/spread.ts';
import { countyWorld } from '../accessibility/county-world.ts';

const DRAWS = 8;
const SEED = 5;
const present: AccessibilityRequest = { counties: null, minutes: 60, mode: 'door-to-door' };
/** The ride of 25 minutes takes 10. */
const changed: AccessibilityRequest = {
  ...present,
  edits: [{ type: 'set-minutes', from: '甲站', to: '乙站', minutes: 10 }],
};
const engine = createCircleEngine(countyWorld());

function run(parts: Partial<AccessibilityUncertaintyRequest> = {}) {
  return runAccessibilityUncertainty(engine, {
    present,
    changed,
    opportunity: 'people',
    draws: DRAWS,
    seed: SEED,
    ...parts,
  });
}

function found(parts: Partial<AccessibilityUncertaintyRequest> = {}) {
  const tried = run(parts);
  if (!tried.ok) throw new Error(tried.failure.message);
  return tried.value;
}

/** The parameters of each draw, made as the run makes them. */
function parametersOfDraws(): readonly TravelParameters[] {
  const setting = engine.context.resolve(present);
  if (!setting.ok) throw new Error(setting.failure.message);
  const { parameters } = setting.value;
  const drawn = drawValues(assumptionRanges('door-to-door', parameters), DRAWS, SEED);
  return Array.from({ length: DRAWS }, (_, draw) => drawn(parameters, draw));
}

describe('accessibility tried against what it assumes', () => {
  it('has the spreads of computing both sides anew, with a new engine, under the parameters of each draw', () => {
    const changes = parametersOfDraws().map((parameters) => {
      // Nothing is kept from another draw.
      const answers = runAccessibility(createCircleEngine(countyWorld()), [
        { ...present, parameters },
        { ...changed, parameters },
      ]);
      if (!answers.ok) throw new Error(answers.failure.message);
      const [before = [], after = []] = answers.value;
      const change = compareAccessibility(before, after, 'people');
      if (change === null) throw new Error('No county has both figures');
      return change;
    });
    const { present: sides, change } = found();
    for (const figure of ACCESSIBILITY_FIGURES) {
      const before = changes.map((each) => each.before[figure] ?? Number.NaN);
      const after = changes.map((each) => each.after[figure] ?? Number.NaN);
      expect(sides[figure]).toEqual(spreadOf(before));
      expect(change?.after[figure]).toEqual(spreadOf(after));
      expect(change?.difference[figure]).toEqual(
        spreadOf(after.map((value, at) => value - (before[at] ?? 0))),
      );
    }
    expect(change?.residentsGaining).toEqual(spreadOf(changes.map((each) => each.residentsGaining)));
    const lessEven = changes.filter(({ before, after }) => (after.gini ?? 0) > (before.gini ?? 0));
    expect(change?.lessEven).toBe(lessEven.length / DRAWS);
    // The fixture is not one in which nothing moves.
    expect(sides.mean?.p95).toBeGreaterThan(sides.mean?.p5 ?? Number.NaN);
    expect(change?.difference.mean?.most).toBeGreaterThan(0);
  });

  it('finds a faster ride in no draw to take anybody out of reach, and an edit that changes nothing to change nothing', () => {
    expect(found().change?.residentsLosing?.most).toBe(0);
    expect(found().change?.difference.mean?.least).toBeGreaterThanOrEqual(0);
    const same = found({ changed: present });
    expect(same.change?.difference.mean).toMatchObject({ least: 0, most: 0 });
    expect(same.change?.lessEven).toBe(0);
  });

  it('tries one side alone by the same draws', () => {
    const alone = found({ changed: null });
    expect(alone.change).toBeNull();
    expect(alone.present).toEqual(found().present);
  });

  it('puts no doubt on what the scenario itself sets', () => {
    const set = found({
      changed: { ...present, edits: [{ type: 'set-parameter', name: 'waitMinutes', value: 0 }] },
    });
    // The wait is then no longer drawn on the present side either: fewer assumptions move it.
    expect(set.present).not.toEqual(found().present);
  });

  it('tells of every circle, and refuses what it cannot try', () => {
    const steps = tryAccessibility(engine, {
      present,
      changed,
      opportunity: 'people',
      draws: 2,
      seed: SEED,
    });
    const seen = [];
    for (let step = steps.next(); step.done !== true; step = steps.next()) seen.push(step.value);
    // Four counties, two sides, two draws.
    expect(seen).toEqual(Array.from({ length: 16 }, (_, at) => ({ done: at + 1, total: 16 })));
    const reasons = [
      run({ draws: 0 }),
      run({ present: { ...present, counties: ['999999'] }, changed: null }),
      run({ present: { ...present, counties: ['510401'] }, changed: null }),
    ].map((tried) => (tried.ok ? null : tried.failure.reason));
    expect(reasons).toEqual(['draws-out-of-range', 'no-origin', 'no-figures']);
  });

  it('sums up by residents as the page does', () => {
    const answers = runAccessibility(engine, [present]);
    if (!answers.ok) throw new Error(answers.failure.message);
    const declared = summariseAccessibility(weightedFigures(answers.value[0] ?? [], 'people'));
    const { present: tried } = found({ draws: 60 });
    expect(tried.mean?.least).toBeLessThan(declared?.mean ?? Number.NaN);
    expect(tried.mean?.most).toBeGreaterThan(declared?.mean ?? Number.NaN);
  });
});
