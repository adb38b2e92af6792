import { describe, expect, it } from 'vitest';
import { answerAccessibility, answerAccessibilityUncertainty } from '#compute/accessibility-handler.ts';
import type { Progress } from '#compute/protocol.ts';
import { runAccessibility } from '#core/accessibility/accessibility.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { runAccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import { countyWorld } from '../accessibility/county-world.ts';

const engine = createCircleEngine(countyWorld());
const present = { counties: null, minutes: 60, mode: 'door-to-door' } as const;
const tried = { present, changed: null, opportunity: 'people', draws: 3, seed: 1 } as const;

/** A call that is given up at its nth pause. */
function call(pauses = Number.POSITIVE_INFINITY) {
  const given = new AbortController();
  const told: Progress[] = [];
  let left = pauses;
  const context = {
    signal: given.signal,
    reportProgress: (progress: Progress) => told.push(progress),
    pause: async () => {
      left -= 1;
      if (left <= 0) given.abort();
    },
  };
  return { context, told };
}

describe('accessibility in the worker', () => {
  it('answers what the core answers, and tells every four counties', async () => {
    const { context, told } = call();
    const { result } = await answerAccessibility(engine, present, context);
    const whole = runAccessibility(engine, [present]);
    expect(result).toEqual({ ok: true, value: whole.ok ? whole.value[0] : null });
    expect(told).toEqual([{ stage: 'counties', done: 4, total: 4 }]);
  });

  it('answers ranges, telling of the circles of all draws', async () => {
    const { context, told } = call();
    const { result } = await answerAccessibilityUncertainty(engine, tried, context);
    expect(result).toEqual(runAccessibilityUncertainty(engine, tried));
    expect(told.map(({ stage, done, total }) => [stage, done, total])).toEqual([
      ['draws', 4, 12],
      ['draws', 8, 12],
      ['draws', 12, 12],
    ]);
  });

  it('stops at the next pause when it is given up', async () => {
    const { context, told } = call(2);
    const { result } = await answerAccessibilityUncertainty(engine, tried, context);
    expect(result).toMatchObject({ ok: false, failure: { reason: 'aborted' } });
    expect(told.map(({ done }) => done)).toEqual([4, 8]);
  });
});
