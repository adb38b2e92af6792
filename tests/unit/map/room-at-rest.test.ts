import { describe, expect, it } from 'vitest';
import { keepRoomAtRest } from '#map/adapter/room-at-rest.ts';

/** A map that stands where the test says, and takes down whether room is kept. */
function fakeMap() {
  const heard = new Map<string, (event: object) => void>();
  const state = { lng: 104, zoom: 5, isMoving: false, isLoaded: true, isKept: true };
  const map = {
    getCenter: () => ({ lng: state.lng, lat: 30 }),
    getZoom: () => state.zoom,
    getLayer: () => ({}),
    isMoving: () => state.isMoving,
    isSourceLoaded: () => state.isLoaded,
    on: (event: string, listener: (event: object) => void) => heard.set(event, listener),
    off: (event: string) => heard.delete(event),
    setLayerZoomRange: (_id: string, from: number) => (state.isKept = from === 0),
  };
  const stop = keepRoomAtRest(map as unknown as Parameters<typeof keepRoomAtRest>[0]);
  const say = (event: string, what: object = {}): void => heard.get(event)?.(what);
  return {
    state,
    stop,
    start: () => {
      state.isMoving = true;
      say('movestart');
    },
    end: () => {
      state.isMoving = false;
      say('moveend');
    },
    hand: (sourceDataType: 'content' | undefined, sourceId = 'kept-room') =>
      say('sourcedata', { sourceId, sourceDataType }),
    heard,
  };
}

describe('room at the edges of a map', () => {
  it('is given up while the map moves, until it is made for the new place', () => {
    const { state, start, end, hand } = fakeMap();
    start();
    expect(state.isKept).toBe(false);
    state.zoom = 3.6;
    end();
    expect(state.isKept).toBe(false);
    // The old tiles are made anew for other reasons, and those of other sources.
    hand(undefined);
    hand('content', 'place-labels');
    expect(state.isKept).toBe(false);
    state.isLoaded = false;
    hand('content');
    expect(state.isKept).toBe(false);
    state.isLoaded = true;
    hand(undefined);
    expect(state.isKept).toBe(true);
  });

  it('is not taken again by what comes while one is still dragging', () => {
    const { state, start, end, hand } = fakeMap();
    start();
    hand('content');
    expect(state.isKept).toBe(false);
    state.lng = 105;
    end();
    hand('content');
    expect(state.isKept).toBe(true);
  });

  it('is taken again where a move led back to its start', () => {
    const { state, start, end } = fakeMap();
    start();
    end();
    expect(state.isKept).toBe(true);
  });

  it('is nobody’s business once the map is gone', () => {
    const { stop, heard } = fakeMap();
    stop();
    expect(heard.size).toBe(0);
  });
});
