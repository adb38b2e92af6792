import { describe, expect, it } from 'vitest';
import type { Progress } from '#compute/protocol.ts';
import type { RegionalTravelJob, RegionalTravelReading } from '#core/surface/regional-travel.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { createRegionalTravelStore } from '#state/score/regional-travel-store.ts';

const job = (key: string): RegionalTravelJob => ({
  key,
  members: ['510100'],
  counties: ['510101'],
  cores: ['510100'],
});

const reading = (key: string): RegionalTravelReading => ({
  key,
  coreHourShare: new Map([['510100', 80]]),
  meanTravelMinutes: new Map(),
  pairsWithoutWay: [],
});

const broken = fail({ reason: 'worker-crashed', message: 'It crashed.', nextStep: 'Try again.' });

interface Asked {
  readonly keys: readonly string[];
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
  readonly answer: (result: Result<readonly RegionalTravelReading[]>) => Promise<void>;
}

function open() {
  const asked: Asked[] = [];
  const store = createRegionalTravelStore(
    (jobs, signal, report) =>
      new Promise((resolve) => {
        asked.push({
          keys: jobs.map(({ key }) => key),
          signal,
          report,
          answer: async (result) => {
            resolve(result);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
  );
  const last = (): Asked => {
    const found = asked.at(-1);
    if (found === undefined) throw new Error('nothing was asked');
    return found;
  };
  return { store, asked, last, state: () => store.getState() };
}

describe('regional travel in the page', () => {
  it('asks only for what is missing, and keeps what it has', async () => {
    const { state, asked, last } = open();
    state().request([job('a'), job('b')]);
    state().request([job('a'), job('b')]);
    expect(asked).toHaveLength(1);
    last().report({ stage: 'origins', done: 1, total: 4 });
    expect(state().progress).toEqual({ done: 1, total: 4 });
    await last().answer(succeed([reading('a'), reading('b')]));
    expect(state().progress).toBeNull();
    expect(state().series.map(({ variantKey }) => variantKey)).toEqual(['a', 'b']);
    const { series } = state();
    state().request([job('b')]);
    expect(asked).toHaveLength(1);
    expect(state().series).toBe(series);
    state().request([job('b'), job('c')]);
    expect(last().keys).toEqual(['c']);
  });

  it('gives up what is under way for another choice, and ignores its late answer', async () => {
    const { state, asked, last } = open();
    state().request([job('a')]);
    const first = last();
    state().request([job('b')]);
    expect(first.signal.aborted).toBe(true);
    await first.answer(succeed([reading('a')]));
    expect(state().readings.size).toBe(0);
    expect(state().progress).toEqual({ done: 0, total: 0 });
    state().cancel();
    expect(last().signal.aborted).toBe(true);
    expect(state().progress).toBeNull();
    state().request([job('b')]);
    expect(asked).toHaveLength(3);
  });

  it('keeps a failure until it is told to try again, and the readings it had', async () => {
    const { state, asked, last } = open();
    state().request([job('a')]);
    await last().answer(succeed([reading('a')]));
    state().request([job('b')]);
    await last().answer(broken);
    expect(state()).toMatchObject({ progress: null, failure: { reason: 'worker-crashed' } });
    state().request([job('b')]);
    expect(asked).toHaveLength(2);
    expect(state().readings.has('a')).toBe(true);
    state().retry([job('b')]);
    expect(state().failure).toBeNull();
    await last().answer(succeed([reading('b')]));
    expect([...state().readings.keys()]).toEqual(['a', 'b']);
  });
});
