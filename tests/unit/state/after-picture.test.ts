import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPicture } from '#state/persistence/after-picture.ts';

/** The page's frames, given by hand. */
let frames: Map<number, () => void>;
let next = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  frames = new Map();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    frames.set(++next, callback);
    return next;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function giveFrame(): void {
  const callbacks = [...frames.values()];
  frames.clear();
  for (const callback of callbacks) callback();
}

test('comes once, after the second frame', () => {
  const work = vi.fn<() => void>();
  afterPicture(work, 100);
  giveFrame();
  expect(work).not.toHaveBeenCalled();
  giveFrame();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(500);
  expect(work).toHaveBeenCalledTimes(1);
});

test('comes at the latest after its wait where there are no frames', () => {
  const work = vi.fn<() => void>();
  afterPicture(work, 100);
  vi.advanceTimersByTime(99);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  expect(frames.size).toBe(0);
});

test('called off, it never comes', () => {
  const work = vi.fn<() => void>();
  const callOff = afterPicture(work, 100);
  giveFrame();
  callOff();
  giveFrame();
  vi.advanceTimersByTime(500);
  expect(work).not.toHaveBeenCalled();
});
