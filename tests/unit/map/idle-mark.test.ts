import type * as maplibregl from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { markIdle } from '../../../src/map/adapter/idle-mark.ts';

/** A map that says what it is told to say, on an element that holds a mark. */
function fakeMap() {
  const heard = new Map<string, () => void>();
  const dataset: Record<string, string> = {};
  const container = Object.assign(new EventTarget(), { dataset });
  let repaints = 0;
  const map = {
    getContainer: () => container,
    triggerRepaint: () => (repaints += 1),
    on: (event: string, listener: () => void) => heard.set(event, listener),
  } as unknown as maplibregl.Map;
  return {
    map,
    say: (event: string) => heard.get(event)?.(),
    mark: () => dataset['mapIdle'],
    repaints: () => repaints,
  };
}

describe('the mark of a map that is drawn', () => {
  it('is not set by an idle map while data are expected', () => {
    let isExpecting = true;
    const { map, say, mark, repaints } = fakeMap();
    const { stir } = markIdle(map, () => !isExpecting);
    say('idle');
    expect(mark()).toBe('false');
    isExpecting = false;
    stir();
    // Nothing changes on the map by itself: it is asked to say once more that it is idle.
    expect([mark(), repaints()]).toEqual(['false', 1]);
    say('idle');
    expect(mark()).toBe('true');
    say('dataloading');
    expect(mark()).toBe('false');
  });
});
