import { callsAside, callsUnderWay } from '#compute/calls-under-way.ts';
import { shownMap } from '#map/shown-map.ts';
import { atlasData } from '#state/atlas-data.ts';

/** Frames in a row that must look the same before the picture counts as settled: effects run one after the other. */
const QUIET_FRAMES = 8;
/** Longest wait, milliseconds: a scene that asks for something that cannot be had is then drawn as it is. */
const LATEST_MS = 90_000;

function isQuiet(): boolean {
  const isLoading = Object.values(atlasData.getState().status).some((status) => status?.kind === 'loading');
  // A part of the map whose code is still on its way has asked for nothing yet.
  const isPartMissing = document.querySelector('[data-map-part][data-kind=loading]') !== null;
  const map = document.querySelector<HTMLElement>('[data-map-idle]');
  // Where no map can be drawn there is none to wait for: files are drawn from its model.
  const isDrawn = map === null || map.dataset['mapIdle'] === 'true';
  return !isLoading && !isPartMissing && callsUnderWay() === 0 && isDrawn;
}

/** Waits until what the project asks for is loaded, computed and drawn. `false` when it was given up or took too long. */
export function whenSettled(signal: AbortSignal): Promise<boolean> {
  return whenQuiet(signal, () => 0);
}

/**
 * The same, and until the figures that go with the picture into tables and receipts are computed, which may take minutes:
 * they end by themselves, and too long is only what brings nothing once they have.
 */
export function whenAllSettled(signal: AbortSignal): Promise<boolean> {
  return whenQuiet(signal, callsAside);
}

/** @param aside how many further computations are waited for */
async function whenQuiet(signal: AbortSignal, aside: () => number): Promise<boolean> {
  let latest = performance.now() + LATEST_MS;
  let quiet = 0;
  let model = shownMap()?.model;
  while (quiet < QUIET_FRAMES) {
    const isComputing = aside() > 0;
    if (isComputing) latest = performance.now() + LATEST_MS;
    if (signal.aborted || performance.now() > latest) return false;
    await new Promise((resolve) => {
      // A page in the background gets no frames.
      if (document.hidden) setTimeout(resolve, 50);
      else requestAnimationFrame(resolve);
    });
    const next = shownMap()?.model;
    quiet = !isComputing && isQuiet() && next === model ? quiet + 1 : 0;
    model = next;
  }
  return true;
}
