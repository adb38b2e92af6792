import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../../src/map/adapter/overlay-layers.ts';
import { overlayWhenSeen } from '../../../src/map/adapter/overlay-when-seen.ts';
import { deckAnchors } from '../../../src/map/layers/layer-ids.ts';
import type { OverlaySpec } from '../../../src/map/layers/overlay-specs.ts';

const dots = (visible: boolean): readonly OverlaySpec[] => [
  {
    kind: 'dots',
    id: 'stations',
    beforeId: deckAnchors.points,
    visible,
    data: [{ id: '510100', at: [104, 30.6], fill: [0, 0, 0, 255], stroke: [255, 255, 255, 255] }],
    size: { metres: 100, minPixels: 1, maxPixels: 4 },
  },
];

/** What was waiting for a promise has gone on. */
const settled = () => new Promise((resume) => setTimeout(resume));

/** An overlay whose loading is let through by hand, with what was done to it. */
function loadedByHand() {
  const log: string[] = [];
  const waiting: { let: (add: () => Overlay) => void; fail: (error: Error) => void }[] = [];
  const overlay: Overlay = {
    show: (specs) => log.push(`show ${specs.length}`),
    remove: () => log.push('remove'),
  };
  const load = () =>
    new Promise<() => Overlay>((resolve, reject) => {
      log.push('load');
      waiting.push({ let: resolve, fail: reject });
    });
  const come = async () => {
    waiting.shift()?.let(() => {
      log.push('add');
      return overlay;
    });
    await settled();
  };
  const fail = async () => {
    waiting.shift()?.fail(new Error('offline'));
    await settled();
  };
  const told = {
    onAdded: () => void log.push('added'),
    onError: ({ message }: Error) => void log.push(message),
  };
  return { log, load, come, fail, told };
}

describe('the overlay that loads when something of it is to be seen', () => {
  it('waits until it may and until something is to be seen', async () => {
    const { log, load, come, told } = loadedByHand();
    const overlay = overlayWhenSeen(dots(false), load, told);
    expect(overlay.isDrawn()).toBe(true);
    overlay.show(dots(true));
    expect([log, overlay.isDrawn()]).toEqual([[], false]);
    overlay.show(dots(false));
    overlay.allow();
    expect(log).toEqual([]);
    overlay.show(dots(true));
    overlay.show([...dots(true), ...dots(true)]);
    expect([log, overlay.isDrawn()]).toEqual([['load'], false]);
    await come();
    overlay.show(dots(false));
    expect(log).toEqual(['load', 'add', 'show 2', 'added', 'show 1']);
    expect(overlay.isDrawn()).toBe(true);
  });

  it('says that it did not come, and is asked for again with the next thing to show', async () => {
    const { log, load, come, fail, told } = loadedByHand();
    const overlay = overlayWhenSeen(dots(true), load, told);
    overlay.allow();
    await fail();
    expect([log, overlay.isDrawn()]).toEqual([['load', 'offline'], false]);
    overlay.show(dots(true));
    await come();
    expect(log).toEqual(['load', 'offline', 'load', 'add', 'show 1', 'added']);
  });

  it('is not added to a map that is gone by then', async () => {
    const { log, load, come, told } = loadedByHand();
    const overlay = overlayWhenSeen(dots(true), load, told);
    overlay.allow();
    overlay.remove();
    await come();
    expect(log).toEqual(['load']);
  });
});
