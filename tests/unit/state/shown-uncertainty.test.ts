import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeed, type Result } from '#core/units/result.ts';
import {
  cancelUncertainty,
  circleUncertainty,
  useCircleUncertainty,
  type ShownUncertainty,
} from '#state/circles/circle-uncertainty.ts';
import { setCircleMinutes, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { followed, mountHook, type MountedHook } from '../../fixtures/mounted-hooks.ts';

interface Asked {
  readonly minutes: number;
  readonly signal: AbortSignal;
  readonly answer: (result: Result<unknown>) => void;
}

const asked = vi.hoisted((): Asked[] => []);

vi.mock('#state/circles/circle-worker.ts', () => ({
  circleWorker: () => ({
    call: (
      _operation: string,
      { circle }: { readonly circle: { readonly maxMinutes: number } },
      { signal }: { readonly signal: AbortSignal },
    ) =>
      new Promise((answer) => {
        asked.push({ minutes: circle.maxMinutes, signal, answer });
      }),
  }),
}));

const minutesAsked = () => asked.map(({ minutes }) => minutes);

/** Lets the choices rest for as long as it takes until they are asked about, and longer. */
const rest = () => followed(() => vi.advanceTimersByTime(1000));

const change = (minutes: number) => followed(() => dispatch(setCircleMinutes(minutes)));

async function answerLast(draws: number): Promise<void> {
  const last = asked.at(-1);
  if (last === undefined) throw new Error('nothing was asked');
  await followed(() => last.answer(succeed({ draws })));
}

describe('the circle’s uncertainty as parts of the page show it', () => {
  const mounted: MountedHook<ShownUncertainty>[] = [];
  const show = async (isShown = true) => {
    const part = await mountHook(() => useCircleUncertainty(isShown));
    mounted.push(part);
    return part;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    projectStore.getState().open(DEFAULT_DOCUMENT);
    dispatch(setCircleOrigins([{ kind: 'unit', adcode: '510100' }]));
    dispatch(setCircleMinutes(60));
    circleUncertainty.setState(circleUncertainty.getInitialState(), true);
  });

  afterEach(async () => {
    for (const part of mounted.splice(0)) await part.unmount();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('asks once for all that show it, after the choices came to rest, and all are told', async () => {
    const [one, other] = [await show(), await show()];
    expect(asked).toEqual([]);
    await change(45);
    await change(50);
    await rest();
    expect(minutesAsked()).toEqual([50]);
    // One that comes while it is computed asks no second time.
    const late = await show();
    await rest();
    expect(minutesAsked()).toEqual([50]);
    await answerLast(7);
    for (const part of [one, other, late])
      expect(part.told()).toMatchObject({ answer: { draws: 7 }, isFresh: true, progress: null });
    await show();
    await rest();
    expect(minutesAsked()).toEqual([50]);
  });

  it('gives an older question up for a newer one, and shows the figures of before as such meanwhile', async () => {
    const part = await show();
    await rest();
    await answerLast(1);
    await change(45);
    expect(part.told()).toMatchObject({ answer: { draws: 1 }, isFresh: false });
    await rest();
    await change(30);
    const [, older] = asked;
    expect(older?.signal.aborted).toBe(true);
    await rest();
    expect(minutesAsked()).toEqual([60, 45, 30]);
    await answerLast(3);
    await followed(() => older?.answer(succeed({ draws: 2 })));
    expect(part.told()).toMatchObject({ answer: { draws: 3 }, isFresh: true });
  });

  it('gives up what is under way when the choices are those again whose figures are there', async () => {
    const part = await show();
    await rest();
    await answerLast(1);
    await change(45);
    await rest();
    await change(60);
    await rest();
    expect(minutesAsked()).toEqual([60, 45]);
    expect(asked[1]?.signal.aborted).toBe(true);
    expect(part.told()).toMatchObject({ answer: { draws: 1 }, isFresh: true, progress: null });
  });

  it('asks nothing where nobody looks', async () => {
    await show(false);
    await change(45);
    await rest();
    expect(asked).toEqual([]);
  });

  it('ends with the last one that shows it, not before; waited for or under way', async () => {
    const [one, other] = [await show(), await show()];
    await rest();
    await one.unmount();
    expect(asked[0]?.signal.aborted).toBe(false);
    await other.unmount();
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(circleUncertainty.getState().progress).toBeNull();
    const third = await show();
    await third.unmount();
    await rest();
    expect(minutesAsked()).toEqual([60]);
  });

  it('asks what was given up not again by itself, but other choices are', async () => {
    const part = await show();
    await rest();
    await followed(cancelUncertainty);
    // Not for one that comes later either.
    await show();
    await rest();
    expect(minutesAsked()).toEqual([60]);
    expect(part.told()).toMatchObject({ answer: null, isFresh: false, progress: null });
    await change(45);
    await rest();
    expect(minutesAsked()).toEqual([60, 45]);
  });
});
