import { describe, expect, it } from 'vitest';
import { setCircleMinutes, setCircleParameter } from '#state/commands/circle-commands.ts';
import { watchGestures } from '../../../src/app/watch-gestures.ts';
import {
  setClassification,
  setClassLimits,
  setIntegrationYear,
  setScoreOptions,
} from '#state/commands/integration-commands.ts';
import { renameProject } from '#state/commands/project-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { createProjectStore } from '#state/store.ts';

/** A page whose clock advances 50 ms with each command. */
function openPage() {
  let nowMs = 0;
  const store = createProjectStore(DEFAULT_DOCUMENT, () => (nowMs += 50));
  const page = new EventTarget();
  watchGestures(page, store.getState().beginStep);
  const { dispatch, undo, redo } = store.getState();
  return {
    dispatch,
    undo,
    redo,
    does: (...types: readonly string[]) => types.forEach((type) => page.dispatchEvent(new Event(type))),
    steps: () => store.getState().history.past.length,
    shown: () => store.getState().document,
  };
}

describe('steps of the history within a second', () => {
  it('a drag is one step, also where the slider takes the focus on its way', () => {
    const page = openPage();
    page.does('pointerdown');
    page.dispatch(setCircleMinutes(61));
    page.does('focusin');
    for (const minutes of [62, 63, 64]) page.dispatch(setCircleMinutes(minutes));
    page.does('pointerup');
    expect(page.steps()).toBe(1);
    page.undo();
    expect(page.shown()).toEqual(DEFAULT_DOCUMENT);
    page.redo();
    expect(page.shown().circles.minutes).toBe(64);
  });

  it('typing is one step, and so is an arrow key held on a slider', () => {
    const page = openPage();
    page.does('focusin');
    for (const name of ['成', '成渝', '成渝圈']) page.dispatch(renameProject(name));
    page.does('focusin');
    for (const minutes of [61, 62, 63]) page.dispatch(setCircleMinutes(minutes));
    expect(page.steps()).toBe(2);
    page.undo();
    expect(page.shown().name).toBe('成渝圈');
  });

  it('two drags of one slider are two', () => {
    const page = openPage();
    for (const minutes of [70, 80]) {
      page.does('pointerdown');
      page.dispatch(setCircleMinutes(minutes - 1));
      page.dispatch(setCircleMinutes(minutes));
      page.does('pointerup');
    }
    expect(page.steps()).toBe(2);
    page.undo();
    expect(page.shown().circles.minutes).toBe(70);
  });

  it('a drag back to where it began leaves none, one that goes on from there one', () => {
    const page = openPage();
    const { minutes } = DEFAULT_DOCUMENT.circles;
    page.does('pointerdown');
    page.dispatch(setCircleMinutes(minutes + 1));
    page.dispatch(setCircleMinutes(minutes));
    expect(page.steps()).toBe(0);
    page.dispatch(setCircleMinutes(minutes + 2));
    page.dispatch(setCircleMinutes(minutes + 3));
    expect(page.steps()).toBe(1);
    page.undo();
    expect(page.shown()).toEqual(DEFAULT_DOCUMENT);
  });

  it('a value slid and then taken back to its default by keyboard are two', () => {
    const page = openPage();
    page.does('focusin');
    page.dispatch(setCircleParameter('walkKmh', 5));
    page.does('focusin');
    page.dispatch(setCircleParameter('walkKmh', null));
    page.undo();
    expect(page.shown().circles.parameters).toEqual({ walkKmh: 5 });
  });

  it('what comes after taking back and repeating is a step of its own', () => {
    const page = openPage();
    page.dispatch(setCircleMinutes(61));
    page.undo();
    page.redo();
    page.dispatch(setCircleMinutes(62));
    page.undo();
    expect(page.shown().circles.minutes).toBe(61);
  });

  it.each([
    ['years', [setIntegrationYear(2010), setIntegrationYear(2015)]],
    ['a switch there and back', [setScoreOptions({ useR: false }), setScoreOptions({ useR: true })]],
    [
      'method and number of classes',
      (['quantile', 'equal-interval'] as const).map((method, more) =>
        setClassification({ ...DEFAULT_DOCUMENT.integration.classification, method, count: 6 + more }),
      ),
    ],
    [
      'a limit moved and the method changed',
      [
        setClassLimits(DEFAULT_DOCUMENT.integration.classification, [1, 2]),
        setClassification({ ...DEFAULT_DOCUMENT.integration.classification, method: 'head-tail' }),
      ],
    ],
  ])('choices are a step each, whatever the pace: %s', (_, choices) => {
    const page = openPage();
    choices.forEach((choice) => page.dispatch(choice));
    expect(page.steps()).toBe(choices.length);
  });
});
