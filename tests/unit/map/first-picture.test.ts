import type * as maplibregl from 'maplibre-gl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitFirstPicture } from '../../../src/map/adapter/first-picture.ts';

/** A map that says what it is told to say. */
function fakeMap(isLoaded = false) {
  const heard = new Map<string, () => void>();
  const listen = (event: string, listener: () => void) => heard.set(event, listener);
  const map = { loaded: () => isLoaded, on: listen, once: listen } as unknown as maplibregl.Map;
  return { map, say: (event: string) => heard.get(event)?.() };
}

const marks = () => performance.getEntriesByName('atlas-first-picture').length;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  performance.clearMarks();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the first picture', () => {
  it('stands when the map rests with its data, once', () => {
    let hasData = false;
    let told = 0;
    const { map, say } = fakeMap();
    const picture = awaitFirstPicture(
      map,
      () => hasData,
      () => (told += 1),
    );
    say('idle');
    expect([told, picture.stands(), marks()]).toEqual([0, false, 0]);
    hasData = true;
    say('idle');
    say('idle');
    vi.advanceTimersByTime(60_000);
    expect([told, picture.stands(), marks()]).toEqual([1, true, 1]);
  });

  it('counts as there after 20 s without its data, but not before the map has loaded', () => {
    let told = 0;
    const { map, say } = fakeMap();
    awaitFirstPicture(
      map,
      () => false,
      () => (told += 1),
    );
    say('idle');
    vi.advanceTimersByTime(20_000);
    expect(told).toBe(0);
    say('load');
    expect(told).toBe(1);
  });

  it('is not told any more to whom has let the map go', () => {
    let told = 0;
    const { map, say } = fakeMap(true);
    awaitFirstPicture(
      map,
      () => true,
      () => (told += 1),
    ).stop();
    say('idle');
    vi.advanceTimersByTime(20_000);
    expect([told, marks()]).toEqual([0, 0]);
  });
});
