import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paintSeldomWhileLoading } from '#map/adapter/seldom-painting.ts';

/** A map that paints when told to, with its time. */
function paintedMap() {
  const state = { loaded: false, moving: false, timeMs: 0, pictures: 0, repaints: 0 };
  const map = {
    areTilesLoaded: () => state.loaded,
    isMoving: () => state.moving,
    triggerRepaint: () => {
      state.repaints += 1;
    },
    painter: {
      render: () => {
        state.pictures += 1;
      },
    },
  };
  const stop = paintSeldomWhileLoading(map, () => state.timeMs);
  return { state, stop, frame: () => map.painter.render() };
}

describe('a map that the processor draws', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is painted now and then while it loads, and asks for the picture it left out', () => {
    const { state, frame } = paintedMap();
    for (let tile = 0; tile < 10; tile += 1) {
      frame();
      state.timeMs += 10;
    }
    expect(state.pictures).toBe(1);
    vi.advanceTimersByTime(600);
    expect(state.repaints).toBe(1);
    state.timeMs = 601;
    frame();
    expect(state.pictures).toBe(2);
  });

  it('is painted at once when all is there, and while it is moved', () => {
    const { state, frame } = paintedMap();
    frame();
    state.loaded = true;
    frame();
    frame();
    expect(state.pictures).toBe(3);
    state.loaded = false;
    state.moving = true;
    frame();
    expect(state.pictures).toBe(4);
  });

  it('paints every picture after it is stopped, and asks for none', () => {
    const { state, stop, frame } = paintedMap();
    frame();
    frame();
    stop();
    vi.advanceTimersByTime(1000);
    frame();
    expect(state.repaints).toBe(0);
    expect(state.pictures).toBe(2);
  });
});
