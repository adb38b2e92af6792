import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { createArtefactStore, type DownloadProgress } from '#state/artefact-store.ts';

interface Files {
  units: readonly string[];
  raster: Uint8Array;
}

const task = () => new Promise((resolve) => setTimeout(resolve, 0));
/** An answer is read in one task and handed over in the next. */
const settle = async () => {
  await task();
  await task();
};

/** A server whose answers are given by hand. */
function handServer() {
  const calls: {
    id: string;
    signal: AbortSignal;
    onProgress: (progress: DownloadProgress) => void;
    answer: (result: Result<never> | { ok: true; value: unknown }) => void;
    crash: (error: Error) => void;
  }[] = [];
  const store = createArtefactStore<Files>(
    (id, signal, onProgress) =>
      new Promise((resolve, reject) => {
        calls.push({ id, signal, onProgress, answer: (result) => resolve(result as never), crash: reject });
      }),
  );
  return { store, calls };
}

const notFound = fail({ reason: 'not-found', message: 'units.json is missing.', nextStep: 'Retry.' });

describe('artefact store', () => {
  it('loads each artefact once, with progress, and keeps its value', async () => {
    const { store, calls } = handServer();
    store.getState().request(['units']);
    store.getState().request(['units']);
    expect(calls).toHaveLength(1);
    calls[0]?.onProgress({ receivedBytes: 10, totalBytes: 40 });
    expect(store.getState().status.units).toEqual({ kind: 'loading', receivedBytes: 10, totalBytes: 40 });
    const value = ['510100'];
    calls[0]?.answer(succeed(value));
    await settle();
    expect(store.getState().values.units).toBe(value);
    expect(store.getState().status.units).toEqual({ kind: 'ready' });
    store.getState().request(['units']);
    expect(calls).toHaveLength(1);
  });

  it('hands a value over in a task of its own, so that reading it and drawing it are two stops of the page', async () => {
    const { store, calls } = handServer();
    let drawn = false;
    store.subscribe(({ values }) => {
      drawn ||= values.units !== undefined;
    });
    store.getState().request(['units']);
    calls[0]?.answer(succeed(['510100']));
    // Whatever waits within this task has its turn before the next one.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(drawn).toBe(false);
    await settle();
    expect(drawn).toBe(true);
  });

  it('says why one failed, leaves the others alone, and loads again only on retry', async () => {
    const { store, calls } = handServer();
    store.getState().request(['units', 'raster']);
    calls[0]?.answer(notFound);
    calls[1]?.answer(succeed(new Uint8Array(2)));
    await settle();
    expect(store.getState().status.units).toMatchObject({ kind: 'failed', failure: { reason: 'not-found' } });
    expect(store.getState().values.raster).toHaveLength(2);
    store.getState().request(['units']);
    expect(calls).toHaveLength(2);
    store.getState().retry('units');
    calls[2]?.answer(succeed(['110000']));
    await settle();
    expect(store.getState().values.units).toEqual(['110000']);
  });

  it('turns a throwing decoder into a failure that can be read', async () => {
    const { store, calls } = handServer();
    store.getState().request(['units']);
    calls[0]?.crash(new Error('bad arc'));
    await settle();
    expect(store.getState().status.units).toMatchObject({
      kind: 'failed',
      failure: { message: 'Reading units failed: bad arc' },
    });
  });

  it('ignores an answer that comes after giving up', async () => {
    const { store, calls } = handServer();
    store.getState().request(['units']);
    store.getState().cancel('units');
    expect(calls[0]?.signal.aborted).toBe(true);
    store.getState().request(['units']);
    calls[0]?.answer(succeed(['stale']));
    calls[1]?.answer(succeed(['fresh']));
    await settle();
    expect(store.getState().values.units).toEqual(['fresh']);
    expect(store.getState().status.units).toEqual({ kind: 'ready' });
  });
});
