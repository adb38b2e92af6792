import { describe, expect, it } from 'vitest';
import { watchTiles } from '#map/adapter/change-tiles.ts';

type Tile = Parameters<ReturnType<typeof fakeMap>['makeTile']>[0];

/** A map with one source, whose tiles are made when the test says so; MapLibre's word on it being loaded is the test's too. */
function fakeMap() {
  const renders = new Set<() => void>();
  const makings: (() => void)[] = [];
  const state = { isLoaded: true, refreshed: [] as string[], repaints: 0 };
  const source = {
    tiles: ['coarse'],
    loadTile: async (_tile: { aborted: boolean }): Promise<void> =>
      new Promise((done) => {
        makings.push(done);
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
    tiles: watchTiles(map as unknown as Parameters<typeof watchTiles>[0], ['units']),
    makeTile: async (tile: { aborted: boolean }) => source.loadTile(tile),
    finishOne: async () => {
      makings.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    },
    render: () => {
      for (const listener of renders) listener();
    },
  };
}

const tile = (): Tile => ({ aborted: false });

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

  it('wait for each making of a tile, though MapLibre takes it for loaded after the first', async () => {
    const { state, tiles, makeTile, finishOne, render } = fakeMap();
    const one = tile();
    void makeTile(one);
    void makeTile(one);
    await finishOne();
    tiles.change('units', 'fine');
    render();
    expect(state.refreshed).toEqual([]);
    await finishOne();
    render();
    expect(state.refreshed).toEqual(['fine']);
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

  it('are those of the address that was given last', () => {
    const { state, tiles, render } = fakeMap();
    tiles.change('units', 'fine');
    tiles.change('units', 'finest');
    render();
    expect(state.refreshed).toEqual(['finest']);
  });
});
