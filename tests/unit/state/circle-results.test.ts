import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CircleAnswer } from '#compute/circle-operations.ts';
import { SUPERSEDED } from '#compute/protocol.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import {
  dragCircleOrigin,
  dropCircleOrigin,
  followPointer,
  moveOriginTo,
  offerCircleOrigin,
  stopFollowing,
} from '#state/circles/circle-origins.ts';
import { circleResults, recomputeCircles } from '#state/circles/circle-results.ts';
import {
  setCircleOrigins,
  setCircleOverlays,
  setCirclesMerged,
  setLinkClosed,
} from '#state/commands/circle-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { dispatch, projectStore } from '#state/store.ts';

interface Asked {
  readonly operation: string;
  /** What is asked: of a circle its job, of a comparison base and edits. */
  readonly question: Readonly<Record<string, unknown>>;
  readonly channel: string | undefined;
  readonly answer: (result: Result<unknown>) => Promise<void>;
}

const asked = vi.hoisted((): Asked[] => []);

vi.mock('#state/circles/circle-worker.ts', () => ({
  circleWorker: () => ({
    call: (operation: string, question: Asked['question'], options?: { readonly channel?: string }) =>
      new Promise((resolve) => {
        asked.push({
          operation,
          question,
          channel: options?.channel,
          answer: async (result) => {
            resolve(result);
            await new Promise((later) => setTimeout(later));
          },
        });
      }),
  }),
}));

function answerOf(computingMs: number): CircleAnswer {
  return {
    surface: null,
    contours: [],
    readings: [],
    stations: [],
    parameters: {} as CircleAnswer['parameters'],
    mode: 'door-to-door',
    origins: [],
    railSources: [],
    embeddedReplaced: false,
    computingMs,
  };
}

function next(channel?: string): Asked {
  const index = asked.findIndex((each) => each.channel === channel);
  const [found] = index < 0 ? [] : asked.splice(index, 1);
  if (found === undefined) throw new Error(`nothing was asked on ${channel ?? 'no channel'}`);
  return found;
}

const IN_CHENGDU = [104.1, 30.7] as const;
const AT_SEA = [130, 25] as const;
const noLand = fail({
  reason: 'origin-not-on-land',
  message: 'At sea.',
  nextStep: 'Choose a place on land.',
});

describe('circles of the page', () => {
  beforeEach(() => {
    asked.length = 0;
    projectStore.getState().open(DEFAULT_DOCUMENT);
    dispatch(setCircleOrigins([{ kind: 'unit', adcode: '510100' }]));
    recomputeCircles();
  });

  it('shows the circle of a drag that began while the circle of the document was still computed', async () => {
    const own = next('circle');
    void dragCircleOrigin(0, IN_CHENGDU);
    const dragging = next('circle');
    await own.answer(fail(SUPERSEDED));
    await dragging.answer(succeed(answerOf(7)));
    expect(circleResults.getState().drag).toMatchObject({ at: IN_CHENGDU, answer: { computingMs: 7 } });
  });

  it('goes on with a drag when an earlier question is answered after all', async () => {
    const own = next('circle');
    void dragCircleOrigin(0, IN_CHENGDU);
    await own.answer(succeed(answerOf(1)));
    await next('circle').answer(succeed(answerOf(7)));
    expect(circleResults.getState()).toMatchObject({
      answer: { computingMs: 1 },
      drag: { answer: { computingMs: 7 } },
    });
  });

  it('leaves nothing of the place before where there is no circle; a failure at the same place keeps the last', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    recomputeCircles();
    await next('circle').answer(noLand);
    expect(circleResults.getState()).toMatchObject({ answer: { computingMs: 1 } });
    dispatch(setCircleOrigins([{ kind: 'unit', adcode: '460300' }]));
    recomputeCircles();
    await next('circle').answer(noLand);
    expect(circleResults.getState()).toMatchObject({
      answer: null,
      request: null,
      failure: { reason: 'origin-not-on-land' },
    });
  });

  it('ends the drag where it was let go, not before the circle there is computed', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    void dragCircleOrigin(0, IN_CHENGDU);
    await next('circle').answer(succeed(answerOf(7)));
    void dropCircleOrigin(0, IN_CHENGDU);
    expect(circleResults.getState().drag).toMatchObject({ isDropped: true, answer: { computingMs: 7 } });
    await next('circle-try').answer(succeed(answerOf(0)));
    recomputeCircles();
    await next('circle').answer(succeed(answerOf(8)));
    expect(circleResults.getState()).toMatchObject({ answer: { computingMs: 8 }, drag: null });
  });

  it('follows the pointer with a circle that nothing is decided by, alone or with the others; left, the own one stands', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    const { document } = projectStore.getState();
    void followPointer(IN_CHENGDU, 'replace');
    const alone = next('circle');
    expect(alone.question).toMatchObject({ request: { origins: [{ kind: 'point', at: IN_CHENGDU }] } });
    await alone.answer(succeed(answerOf(7)));
    void followPointer(IN_CHENGDU, 'add');
    const both = next('circle');
    expect(both.question).toMatchObject({
      request: { origins: [{ kind: 'city' }, { kind: 'point', at: IN_CHENGDU }] },
    });
    await both.answer(succeed(answerOf(8)));
    expect(circleResults.getState()).toMatchObject({
      answer: { computingMs: 1 },
      drag: { index: 1, answer: { computingMs: 8 } },
    });
    stopFollowing();
    expect(circleResults.getState()).toMatchObject({ answer: { computingMs: 1 }, drag: null, failure: null });
    expect(projectStore.getState().document).toBe(document);
    expect(asked).toHaveLength(0);
  });

  it('shows the last place on land while the pointer is at sea, and says nothing of it', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    void followPointer(IN_CHENGDU, 'replace');
    await next('circle').answer(succeed(answerOf(7)));
    void followPointer(AT_SEA, 'replace');
    await next('circle').answer(noLand);
    expect(circleResults.getState()).toMatchObject({ drag: { answer: { computingMs: 7 } }, failure: null });
  });

  it('keeps the circle that followed until the one of the chosen place is there; at sea the own one stands again', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    void followPointer(IN_CHENGDU, 'replace');
    await next('circle').answer(succeed(answerOf(7)));
    void offerCircleOrigin(IN_CHENGDU, (origin) => dispatch(setCircleOrigins([origin])));
    stopFollowing();
    expect(circleResults.getState().drag).toMatchObject({ isDropped: true, answer: { computingMs: 7 } });
    await next('circle-try').answer(succeed(answerOf(0)));
    recomputeCircles();
    await next('circle').answer(succeed(answerOf(8)));
    expect(circleResults.getState()).toMatchObject({ answer: { computingMs: 8 }, drag: null });

    void followPointer(AT_SEA, 'replace');
    await next('circle').answer(noLand);
    void offerCircleOrigin(AT_SEA, () => {
      throw new Error('Nobody starts at sea');
    });
    await next('circle-try').answer(noLand);
    expect(circleResults.getState()).toMatchObject({
      answer: { computingMs: 8 },
      drag: null,
      failure: { reason: 'origin-not-on-land' },
    });
  });

  it('moves an origin for whoever asks, or gives back why not and leaves the page’s circles alone', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    const shown = circleResults.getState();
    const { origins } = projectStore.getState().document.circles;
    const atSea = moveOriginTo(0, AT_SEA);
    await next('circle-try').answer(noLand);
    expect(await atSea).toMatchObject({ reason: 'origin-not-on-land' });
    expect(projectStore.getState().document.circles.origins).toBe(origins);
    expect(circleResults.getState()).toBe(shown);
    const onLand = moveOriginTo(0, IN_CHENGDU);
    await next('circle-try').answer(succeed(answerOf(0)));
    expect(await onLand).toBeNull();
    expect(projectStore.getState().document.circles.origins).toEqual([
      { kind: 'point', at: IN_CHENGDU, label: '' },
    ]);
  });

  it('asks again for the same circles, with other data, when a drag to sea took the place of that question', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    recomputeCircles();
    const again = next('circle');
    void dragCircleOrigin(0, AT_SEA);
    await again.answer(fail(SUPERSEDED));
    await next('circle').answer(noLand);
    void dropCircleOrigin(0, AT_SEA);
    await next('circle-try').answer(noLand);
    await next('circle').answer(succeed(answerOf(2)));
    expect(circleResults.getState()).toMatchObject({ answer: { computingMs: 2 }, isComputing: false });
  });

  it('answers the document after a place that cannot be an origin, and says why', async () => {
    const own = next('circle');
    void dragCircleOrigin(0, AT_SEA);
    await own.answer(fail(SUPERSEDED));
    await next('circle').answer(noLand);
    void dropCircleOrigin(0, AT_SEA);
    await next('circle-try').answer(noLand);
    expect(circleResults.getState()).toMatchObject({
      drag: null,
      isComputing: true,
      failure: { reason: 'origin-not-on-land' },
    });
    await next('circle').answer(succeed(answerOf(9)));
    expect(circleResults.getState()).toMatchObject({
      answer: { computingMs: 9 },
      failure: { reason: 'origin-not-on-land' },
    });
  });

  it('asks for a circle an origin where they are not merged, and for the other definitions laid over', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    dispatch(
      setCircleOrigins([
        { kind: 'unit', adcode: '510100' },
        { kind: 'unit', adcode: '500000' },
      ]),
    );
    dispatch(setCirclesMerged(false));
    dispatch(setCircleOverlays(['door-to-door', 'road', 'commutable']));
    recomputeCircles();
    await next('circle').answer(succeed(answerOf(2)));
    for (const adcode of ['510100', '500000']) {
      const own = next();
      expect(own.question['request']).toMatchObject({ origins: [{ adcode }], mode: 'door-to-door' });
      await own.answer(succeed(answerOf(Number(adcode))));
    }
    const road = next();
    expect(road.question['request']).toMatchObject({ mode: 'road', origins: [{}, {}] });
    await road.answer(noLand);
    const commutable = next();
    expect(commutable.question['request']).toMatchObject({ mode: 'commutable' });
    await commutable.answer(succeed(answerOf(4)));
    expect(asked).toEqual([]);
    expect(circleResults.getState()).toMatchObject({
      apart: [
        { id: '0', answer: { computingMs: 510100 } },
        { id: '1', answer: { computingMs: 500000 } },
      ],
      overlays: [{ id: 'commutable', answer: { computingMs: 4 } }],
      overlayFailures: { road: { reason: 'origin-not-on-land' } },
      isComputing: false,
    });
  });

  it('leaves what is laid over to the newer computation where one has begun', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    dispatch(setCircleOverlays(['road']));
    recomputeCircles();
    await next('circle').answer(succeed(answerOf(1)));
    const overtaken = next();
    recomputeCircles();
    await overtaken.answer(succeed(answerOf(2)));
    expect(circleResults.getState()).toMatchObject({ isComputing: true, overlays: [] });
    await next('circle').answer(succeed(answerOf(3)));
    await next().answer(succeed(answerOf(4)));
    expect(circleResults.getState()).toMatchObject({
      overlays: [{ id: 'road', answer: { computingMs: 4 } }],
    });
  });

  it('holds the laws against a closed link', async () => {
    await next('circle').answer(succeed(answerOf(1)));
    dispatch(setLinkClosed(projectStore.getState().document.circles, 'hzmb', true));
    recomputeCircles();
    await next('circle').answer(succeed(answerOf(2)));
    const comparison = next();
    expect(comparison).toMatchObject({
      operation: 'compare-scenario',
      question: { edits: [{ type: 'close', id: 'hzmb' }] },
    });
    expect(circleResults.getState().laws).toBeNull();
    await comparison.answer(succeed({ laws: { ok: true } }));
    expect(circleResults.getState().laws).toEqual({ ok: true });
  });
});
