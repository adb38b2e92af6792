/** Frames for a loop that asks for one after the other, as luma.gl's does (its `AnimationFrameProvider`). */
export interface HoldableFrames {
  readonly requestAnimationFrame: (callback: FrameRequestCallback) => number;
  readonly cancelAnimationFrame: (id: number) => void;
  /** Held, the frame that is on its way still comes, and the next one waits until the loop is let go. */
  readonly hold: (isHeld: boolean) => void;
}

/** Stands for the one frame that a loop has asked for. */
const THE_FRAME = 1;

/** The page's frames, for a loop that has nothing to do at times. It asks for one frame at a time. */
export function holdableFrames(): HoldableFrames {
  let isHeld = false;
  let waiting: FrameRequestCallback | null = null;
  let asked = 0;
  return {
    requestAnimationFrame: (callback) => {
      if (isHeld) waiting = callback;
      else asked = requestAnimationFrame(callback);
      return THE_FRAME;
    },
    cancelAnimationFrame: () => {
      cancelAnimationFrame(asked);
      waiting = null;
    },
    hold: (next) => {
      isHeld = next;
      if (isHeld || waiting === null) return;
      asked = requestAnimationFrame(waiting);
      waiting = null;
    },
  };
}
