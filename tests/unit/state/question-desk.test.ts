import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callsAside, callsUnderWay } from '#compute/calls-under-way.ts';
import type { AccessibilityRequest } from '#core/accessibility/accessibility.ts';
import type { Region } from '#core/geography/region.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { accessibilityRequestOf, countiesAsked } from '#state/circles/accessibility.ts';
import { type AskWorker, createQuestionDesk, type QuestionDesk } from '#state/circles/question-desk.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';

interface Asked {
  readonly question: AccessibilityRequest;
  readonly signal: AbortSignal;
  readonly report: (done: number) => void;
  readonly answer: (result: Result<unknown>) => Promise<void>;
}

let asked: Asked[] = [];
let desk: QuestionDesk<AccessibilityRequest, readonly unknown[]>;

const ask: AskWorker<AccessibilityRequest, readonly unknown[]> = (question, { signal, onProgress }) =>
  new Promise((resolve) => {
    asked.push({
      question,
      signal: signal ?? new AbortController().signal,
      report: (done) => onProgress?.({ stage: 'counties', done, total: 9 }),
      answer: async (result) => {
        resolve(result as Result<readonly unknown[]>);
        await vi.advanceTimersByTimeAsync(0);
      },
    });
  });

const last = (): Asked => {
  const found = asked.at(-1);
  if (found === undefined) throw new Error('Nothing was asked');
  return found;
};

const { circles } = DEFAULT_DOCUMENT;
const within = (minutes: number): readonly [string, AccessibilityRequest] => {
  const request = accessibilityRequestOf({ ...circles, minutes }, null);
  return [JSON.stringify(request), request];
};
const want = (part: string, ...minutes: readonly number[]) =>
  desk.want(part, new Map(minutes.map(within)), NO_ADDED_DATA);
const rest = () => vi.advanceTimersByTimeAsync(1000);
const answerOf = (minutes: number) => desk.store.getState().answers.get(within(minutes)[0]);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  desk = createQuestionDesk(ask, { stage: 'counties', isAside: false, kept: 4 });
});
afterEach(() => vi.useRealTimers());

describe('a desk for questions', () => {
  it('asks once for all parts that want the same, after a rest, and keeps the answer', async () => {
    want('page', 60);
    want('map', 60);
    expect(asked).toHaveLength(0);
    await rest();
    expect(asked).toHaveLength(1);
    last().report(4);
    expect(desk.store.getState().running).toMatchObject({ progress: { done: 4, total: 9 } });
    await last().answer(succeed(['an answer']));
    expect(answerOf(60)).toEqual(['an answer']);
    expect(desk.store.getState().running).toBeNull();
    want('page', 60);
    await rest();
    expect(asked).toHaveLength(1);
  });

  it('asks both sides of a scenario one after the other', async () => {
    want('page', 60, 90);
    await rest();
    expect(asked).toHaveLength(1);
    await last().answer(succeed(['before']));
    expect(asked).toHaveLength(2);
    await last().answer(succeed(['after']));
    expect([answerOf(60), answerOf(90)]).toEqual([['before'], ['after']]);
  });

  it('passes over what a slider only passes by, and lets the newest question win', async () => {
    want('page', 60);
    await rest();
    const first = last();
    want('page', 61);
    want('page', 62);
    want('page', 63);
    expect(first.signal.aborted).toBe(true);
    await rest();
    expect(asked.map(({ question }) => question.minutes)).toEqual([60, 63]);
    await last().answer(succeed(['63']));
    await first.answer(succeed(['60']));
    expect(answerOf(60)).toBeUndefined();
    expect(answerOf(63)).toEqual(['63']);
  });

  it('goes on while one part still wants it, and stops when the last one is gone', async () => {
    want('page', 60);
    want('map', 60);
    await rest();
    desk.want('page', null, NO_ADDED_DATA);
    expect(last().signal.aborted).toBe(false);
    desk.want('map', null, NO_ADDED_DATA);
    expect(last().signal.aborted).toBe(true);
    expect(desk.store.getState().running).toBeNull();
  });

  it('does not ask again by itself what was given up or failed, and does when told to', async () => {
    want('page', 60);
    await rest();
    desk.cancel();
    expect(last().signal.aborted).toBe(true);
    want('map', 60);
    await rest();
    expect(asked).toHaveLength(1);
    desk.retry();
    await rest();
    expect(asked).toHaveLength(2);
    await last().answer(fail({ reason: 'no-origin', message: 'None.', nextStep: 'Else.' }));
    expect(desk.store.getState().failures.get(within(60)[0])).toMatchObject({ reason: 'no-origin' });
    want('page', 60);
    await rest();
    expect(asked).toHaveLength(2);
    desk.retry();
    await rest();
    expect(asked).toHaveLength(3);
  });

  it('forgets answers that were made with other travel data', async () => {
    want('page', 60);
    await rest();
    await last().answer(succeed(['embedded']));
    const added = { ...NO_ADDED_DATA };
    desk.want('page', new Map([within(60)]), added);
    expect(answerOf(60)).toBeUndefined();
    await rest();
    expect(asked).toHaveLength(2);
    await last().answer(succeed(['own']));
    expect(answerOf(60)).toEqual(['own']);
  });
});

describe('a question that rests', () => {
  it('is under way for whoever waits until all is computed, until it is asked or forgotten', async () => {
    const before = callsUnderWay();
    want('page', 60);
    expect(callsUnderWay()).toBe(before + 1);
    want('page', 61);
    expect(callsUnderWay()).toBe(before + 1);
    desk.want('page', null, NO_ADDED_DATA);
    expect(callsUnderWay()).toBe(before);
    want('page', 62);
    await rest();
    // The worker's client counts it from here.
    expect([asked.length, callsUnderWay()]).toEqual([1, before]);
    desk.cancel();
    expect(callsUnderWay()).toBe(before);
  });
});

describe('a question aside', () => {
  it('is not waited for by a picture, and the worker’s client is told so', async () => {
    let isToldAside: boolean | undefined;
    const aside = createQuestionDesk<AccessibilityRequest, string>(
      (_, { isAside }) => {
        isToldAside = isAside;
        return new Promise(() => undefined);
      },
      { stage: 'draws', isAside: true, kept: 4 },
    );
    const before = [callsUnderWay(), callsAside()];
    aside.want('page', new Map([within(60)]), NO_ADDED_DATA);
    expect([callsUnderWay(), callsAside()]).toEqual([before[0], (before[1] ?? 0) + 1]);
    await rest();
    expect(aside.store.getState().running?.progress.stage).toBe('draws');
    expect(isToldAside).toBe(true);
    aside.cancel();
    expect([callsUnderWay(), callsAside()]).toEqual(before);
  });
});

describe('answers kept', () => {
  it('are the newest, and whatever is wanted: the present beside one scenario after another', async () => {
    for (const minutes of [61, 62, 63, 64, 65, 66]) {
      want('page', 60, minutes);
      await rest();
      if (minutes === 61) await last().answer(succeed(['present']));
      await last().answer(succeed([String(minutes)]));
    }
    expect(asked.map(({ question }) => question.minutes)).toEqual([60, 61, 62, 63, 64, 65, 66]);
    expect(answerOf(60)).toEqual(['present']);
    expect([61, 62, 63, 66].map((minutes) => answerOf(minutes) === undefined)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('accessibilityRequestOf', () => {
  it('asks what the circle asks, with closed links and a scenario’s edits', () => {
    const closing = { ...circles, closedLinks: ['hzmb'], mode: 'road', preset: 'off-peak' } as const;
    expect(accessibilityRequestOf(closing, ['510100'], [{ type: 'open', id: 'chengyu_mid' }])).toEqual({
      counties: ['510100'],
      minutes: 60,
      mode: 'road',
      preset: 'off-peak',
      parameters: {},
      edits: [
        { type: 'close', id: 'hzmb' },
        { type: 'open', id: 'chengyu_mid' },
      ],
    });
  });
});

describe('countiesAsked', () => {
  const region = {
    id: 'jia',
    currentVariant: 'jia@b',
    variants: [
      { key: 'jia@a', counties: ['510101'] },
      { key: 'jia@b', counties: ['510201'] },
    ],
  } as unknown as Region;
  it('is the chosen delimitation, everything without a region, and unknown where there is none', () => {
    expect(countiesAsked(null, null, {})).toBeNull();
    expect(countiesAsked('jia', [region], { jia: 'jia@a' })).toEqual(['510101']);
    expect(countiesAsked('yi', [region], {})).toBeUndefined();
    expect(countiesAsked('jia', null, {})).toBeUndefined();
  });
});
