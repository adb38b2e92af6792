import { afterEach, expect, it, vi } from 'vitest';
import { cutMapTile } from '#map/tile-cutter.ts';
import { cutTilesInWorker, tileFailure } from '../../../src/app/map/cut-tiles.ts';

/** A worker whose program cannot be run: it fails at every message. */
class DeadWorker {
  onerror: ((event: { readonly message: string; readonly preventDefault: () => void }) => void) | null = null;

  postMessage(): void {
    queueMicrotask(() => this.onerror?.({ message: 'out of memory', preventDefault: () => undefined }));
  }

  terminate(): void {
    // Nothing runs.
  }
}

afterEach(() => vi.unstubAllGlobals());

it('knows that tiles are missing when the map reports what their worker said, and nothing else', async () => {
  vi.stubGlobal('Worker', DeadWorker);
  cutTilesInWorker();
  expect(tileFailure('The map reported: anything')).toBeNull();
  const tile = { topology: 'admin-national', z: 3, x: 6, y: 3 } as const;
  const said: unknown = await cutMapTile(tile, new AbortController().signal).catch((error: unknown) => error);
  if (!(said instanceof Error)) throw new Error('a tile came from a dead worker');
  expect(tileFailure(`The map reported: ${said.message}`)?.reason).toBe('tiles-missing');
  expect(tileFailure('The map reported: a layer is wrong')).toBeNull();
});
