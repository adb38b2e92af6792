import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { atlasData } from '#state/atlas-data.ts';
import {
  cancelUncertainty,
  circleUncertainty,
  computeUncertainty,
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

interface Asked {
  readonly question: {
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
