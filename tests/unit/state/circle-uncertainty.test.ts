import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { atlasData } from '#state/atlas-data.ts';
import {
  cancelUncertainty,
  circleUncertainty,
  computeUncertainty,
  useCircleUncertainty,
  type ShownUncertainty,
} from '#state/circles/circle-uncertainty.ts';
import {
  setAssumptionRange,
  setCircleMinutes,
  setCircleOrigins,
  setUncertaintyDraws,
} from '#state/commands/circle-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { followed, mountHook, type MountedHook } from '../../fixtures/mounted-hooks.ts';

interface Asked {
  readonly question: {
    readonly circle: { readonly maxMinutes: number };
    readonly draws: number;
    readonly bounds: unknown;
    readonly plan?: { readonly id: string };
  };
  readonly signal: AbortSignal;
  readonly answer: (result: Result<unknown>) => Promise<void>;
}

const asked = vi.hoisted((): Asked[] => []);

vi.mock('#state/circles/circle-worker.ts', () => ({
  circleWorker: () => ({
    call: (_operation: string, question: Asked['question'], { signal }: { readonly signal: AbortSignal }) =>
      new Promise((resolve) => {
        asked.push({
          question,
          signal,
          answer: async (result) => {
            resolve(result);
            await new Promise((later) => setTimeout(later));
          },
        });
      }),
  }),
}));

const last = (): Asked => {
  const found = asked.at(-1);
  if (found === undefined) throw new Error('Nothing was asked');
  return found;
};

beforeEach(() => {
  asked.length = 0;
  projectStore.getState().open(DEFAULT_DOCUMENT);
  circleUncertainty.setState({
    answer: null,
    circles: null,
    key: null,
    added: null,
    progress: null,
    failure: null,
    givenUp: null,
  });
});

describe('computeUncertainty', () => {
  it('asks with the draws and ranges of the document and keeps what comes', async () => {
    dispatch(setUncertaintyDraws(200));
    dispatch(setAssumptionRange('waitMinutes', [0, 40]));
    void computeUncertainty();
    expect(last().question).toMatchObject({ draws: 200, seed: 1, bounds: { waitMinutes: [0, 40] } });
    expect(last().question.plan).toBeUndefined();
    expect(circleUncertainty.getState().progress).not.toBeNull();
    await last().answer(succeed({ draws: 200 }));
    expect(circleUncertainty.getState()).toMatchObject({
      answer: { draws: 200 },
      circles: projectStore.getState().document.circles,
      progress: null,
    });
  });

  it('lets the newest question win', async () => {
    void computeUncertainty();
    const first = last();
    dispatch(setCircleMinutes(45));
    void computeUncertainty();
    expect(first.signal.aborted).toBe(true);
    await last().answer(succeed({ draws: 2 }));
    await first.answer(succeed({ draws: 1 }));
    expect(circleUncertainty.getState().answer).toEqual({ draws: 2 });
  });

  it('shows no figures of before beside a failure', async () => {
    void computeUncertainty();
    await last().answer(succeed({ draws: 1 }));
    void computeUncertainty();
    await last().answer(fail({ reason: 'no-way', message: 'No.', nextStep: 'Else.' }));
    expect(circleUncertainty.getState()).toMatchObject({ answer: null, failure: { reason: 'no-way' } });
  });

  it('stops when told to, keeps the last figures, and remembers what was given up', async () => {
    void computeUncertainty();
    await last().answer(succeed({ draws: 1 }));
    dispatch(setCircleMinutes(30));
    void computeUncertainty();
    const second = last();
    cancelUncertainty();
    expect(second.signal.aborted).toBe(true);
    expect(circleUncertainty.getState()).toMatchObject({ answer: { draws: 1 }, progress: null });
    expect(circleUncertainty.getState().givenUp).not.toBeNull();
    void computeUncertainty();
    expect(circleUncertainty.getState().givenUp).toBeNull();
  });

  it('holds the plan of the selected region against it where the circle starts from its cores', () => {
    const region = {
      id: 'metro-x',
      kind: 'metro',
      cores: [{ adcode: '420100', role: 'core' }],
      variants: [{ key: 'a', isCurrent: true, counties: ['420102'], prefectures: ['420100'] }],
    } as unknown as Region;
    atlasData.setState(({ values }) => ({ values: { ...values, regions: [region] } }));
    dispatch(select({ kind: 'region', regionId: 'metro-x' }));
    void computeUncertainty();
    expect(last().question.plan).toBeUndefined();
    dispatch(setCircleOrigins([{ kind: 'unit', adcode: '420100' }]));
    void computeUncertainty();
    expect(last().question.plan).toMatchObject({ id: 'metro-x', counties: ['420102'] });
    dispatch(
      setCircleOrigins([
        { kind: 'unit', adcode: '420100' },
        { kind: 'point', at: [114, 30], label: 'x' },
      ]),
    );
    void computeUncertainty();
    expect(last().question.plan).toBeUndefined();
  });

  it('asks nothing without an origin', () => {
    dispatch(setCircleOrigins([]));
    void computeUncertainty();
    expect(asked).toHaveLength(0);
  });
});

const minutesAsked = () => asked.map(({ question }) => question.circle.maxMinutes);

/** Lets the choices rest for as long as it takes until they are asked about, and longer. */
const rest = () => followed(() => vi.advanceTimersByTime(1000));

const change = (minutes: number) => followed(() => dispatch(setCircleMinutes(minutes)));

const answerLast = (draws: number) => followed(() => void last().answer(succeed({ draws })));

describe('the circle’s uncertainty as parts of the page show it', () => {
  const mounted: MountedHook<ShownUncertainty>[] = [];
  const show = async (isShown = true) => {
    const part = await mountHook(() => useCircleUncertainty(isShown));
    mounted.push(part);
    return part;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    dispatch(setCircleOrigins([{ kind: 'unit', adcode: '510100' }]));
    dispatch(setCircleMinutes(60));
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
    await followed(() => void older?.answer(succeed({ draws: 2 })));
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
