import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdableFrames } from '../../../src/map/adapter/holdable-frames.ts';

/** The page's frames, given by hand. */
let asked: Map<number, FrameRequestCallback>;
let next = 0;

beforeEach(() => {
  asked = new Map();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    asked.set(++next, callback);
    return next;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.delete(id));
});
afterEach(() => vi.unstubAllGlobals());

function giveFrame(): void {
  const callbacks = [...asked.values()];
  asked.clear();
  for (const callback of callbacks) callback(0);
}

/** A loop as luma.gl runs one, which counts its frames. */
function startLoop(frames: ReturnType<typeof holdableFrames>): { readonly ran: () => number } {
  let count = 0;
  const frame = (): void => {
    count++;
    frames.requestAnimationFrame(frame);
  };
  frames.requestAnimationFrame(frame);
  return { ran: () => count };
}

test('a loop runs at every frame, held for one more, let go again', () => {
  const frames = holdableFrames();
  const loop = startLoop(frames);
  giveFrame();
  giveFrame();
  expect(loop.ran()).toBe(2);
  frames.hold(true);
  giveFrame();
  giveFrame();
  giveFrame();
  // What was handed over before it was held is still seen to.
  expect(loop.ran()).toBe(3);
  expect(asked.size).toBe(0);
  frames.hold(false);
  giveFrame();
  giveFrame();
  expect(loop.ran()).toBe(5);
});

test('letting go twice asks for one frame, and a loop that was called off stays away', () => {
  const frames = holdableFrames();
  frames.hold(true);
  const loop = startLoop(frames);
  frames.hold(false);
  frames.hold(false);
  expect(asked.size).toBe(1);
  frames.cancelAnimationFrame(1);
  giveFrame();
  frames.hold(true);
  frames.requestAnimationFrame(() => expect.fail('called off'));
  frames.cancelAnimationFrame(1);
  frames.hold(false);
  giveFrame();
  expect(loop.ran()).toBe(0);
});
