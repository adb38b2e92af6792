import { describe, expect, it } from 'vitest';
import { watchTiles } from '#map/adapter/change-tiles.ts';

interface FakeTile {
  aborted: boolean;
  state: 'expired' | 'loading' | 'loaded' | 'reloading';
}

/** A map with one source, whose tiles are made when the test says so; MapLibre's word on it being loaded is the test's too. */
function fakeMap() {
  const renders = new Set<() => void>();
  const makings: (() => void)[] = [];
  const begun: string[] = [];
  const state = { isLoaded: true, refreshed: [] as string[], repaints: 0 };
  const source = {
    tiles: ['coarse'],
    loadTile: async (tile: FakeTile): Promise<void> =>
      new Promise((done) => {
        begun.push(tile.state);
        makings.push(() => {
          tile.state = 'loaded';
          done();
        });
      }),
  };
  const map = {
    getSource: (id: string) => (id === 'units' ? source : undefined),
    isSourceLoaded: () => state.isLoaded,
    on: (_event: string, listener: () => void) => renders.add(listener),
    off: (_event: string, listener: () => void) => renders.delete(listener),
    refreshTiles: () => state.refreshed.push(source.tiles[0] ?? ''),
    triggerRepaint: () => (state.repaints += 1),
  };
  return {
    state,
    begun,
    tiles: watchTiles(map as unknown as Parameters<typeof watchTiles>[0], ['units']),
    makeTile: async (tile: FakeTile) => source.loadTile(tile),
    finishOne: async () => {
      makings.shift()?.();
      // What follows from it takes a few turns.
      await new Promise((done) => {
        setTimeout(done);
      });
    },
    render: () => {
      for (const listener of renders) listener();
    },
  };
}

const tile = (): FakeTile => ({ aborted: false, state: 'loaded' });

describe('tiles that come from another address', () => {
  it('are asked for at the first frame that finds the source loaded', () => {
    const { state, tiles, render } = fakeMap();
    state.isLoaded = false;
    tiles.change('units', 'fine');
    render();
    expect(state.refreshed).toEqual([]);
    expect(tiles.areUnderWay()).toBe(true);
    state.isLoaded = true;
    render();
    render();
    expect(state.refreshed).toEqual(['fine']);
    expect(tiles.areUnderWay()).toBe(false);
  });

  it('wait for each making of a tile, and makings follow one another, each asked for as it was', async () => {
    const { state, tiles, begun, makeTile, finishOne, render } = fakeMap();
    const one = tile();
    one.state = 'expired';
    void makeTile(one);
    one.state = 'reloading';
    void makeTile(one);
    expect(begun).toEqual(['expired']);
    await finishOne();
    // MapLibre takes it for loaded now.
    expect(begun).toEqual(['expired', 'reloading']);
    tiles.change('units', 'fine');
    render();
    expect(state.refreshed).toEqual([]);
    await finishOne();
    render();
    expect(state.refreshed).toEqual(['fine']);
  });

  it('does not make a tile again that was given up meanwhile', async () => {
    const { tiles, begun, makeTile, finishOne } = fakeMap();
    const one = tile();
    void makeTile(one);
    void makeTile(one);
    one.aborted = true;
    await finishOne();
    expect(begun).toHaveLength(1);
    expect(tiles.areUnderWay()).toBe(false);
  });

  it('are under way until the last of them is made, and a frame follows that says so', async () => {
    const { state, tiles, makeTile, finishOne } = fakeMap();
    void makeTile(tile());
    void makeTile(tile());
    await finishOne();
    expect([tiles.areUnderWay(), state.repaints]).toEqual([true, 0]);
    await finishOne();
    expect([tiles.areUnderWay(), state.repaints]).toEqual([false, 1]);
  });

  it('do not wait for one that the map has given up', () => {
    const { state, tiles, makeTile, render } = fakeMap();
    const gone = tile();
    void makeTile(gone);
    tiles.change('units', 'fine');
    render();
    expect(state.refreshed).toEqual([]);
    gone.aborted = true;
    render();
    expect(state.refreshed).toEqual(['fine']);
  });

  it('do not wait for makings that MapLibre puts off until the first one is done, and forgets', async () => {
    const { state, tiles, makeTile, finishOne, render } = fakeMap();
    const first = { ...tile(), state: 'loading' as const };
    // Makings end in the order they began: the two put off never do.
    void makeTile(first);
    void makeTile(first);
    void makeTile(first);
    tiles.change('units', 'fine');
    render();
    expect(state.refreshed).toEqual([]);
    await finishOne();
    render();
    expect(state.refreshed).toEqual(['fine']);
  });

  it('are those of the address that was given last', () => {
    const { state, tiles, render } = fakeMap();
    tiles.change('units', 'fine');
    tiles.change('units', 'finest');
    render();
    expect(state.refreshed).toEqual(['finest']);
  });
});
