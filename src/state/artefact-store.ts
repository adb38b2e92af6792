import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Result } from '#core/units/result.ts';

/** How far a download is; `totalBytes` is `null` where the server does not say. */
export interface DownloadProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** Where an artefact stands. */
export type ArtefactStatus =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'loading' } & DownloadProgress)
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Gets one artefact by its id. */
export type LoadArtefact<Values> = <Id extends keyof Values & string>(
  id: Id,
  signal: AbortSignal,
  onProgress: (progress: DownloadProgress) => void,
) => Promise<Result<Values[Id]>>;

/** All artefacts of the page: what is there, and how the rest stands. */
export interface ArtefactStore<Values> {
  readonly values: Readonly<Partial<Values>>;
  readonly status: Readonly<Record<string, ArtefactStatus | undefined>>;
  /** Starts loading what is not there or under way; a failed one only by {@link ArtefactStore.retry}. */
  readonly request: (ids: readonly (keyof Values & string)[]) => void;
  /** Loads a failed one again. */
  readonly retry: (id: keyof Values & string) => void;
  /** Gives up a download under way; it can be requested again. */
  readonly cancel: (id: keyof Values & string) => void;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Creates a store over a way of loading. Values, once there, stay the same objects. */
export function createArtefactStore<Values extends object>(
  load: LoadArtefact<Values>,
): StoreApi<ArtefactStore<Values>> {
  type Id = keyof Values & string;
  const underWay = new Map<Id, AbortController>();

  return createStore<ArtefactStore<Values>>((set, get) => {
    const setStatus = (id: Id, status: ArtefactStatus) =>
      set((state) => ({ status: { ...state.status, [id]: status } }));

    const start = async (id: Id): Promise<void> => {
      const controller = new AbortController();
      underWay.set(id, controller);
      setStatus(id, { kind: 'loading', receivedBytes: 0, totalBytes: null });
      const isCurrent = () => underWay.get(id) === controller;
      try {
        const result = await load(id, controller.signal, (progress) => {
          if (isCurrent()) setStatus(id, { kind: 'loading', ...progress });
        });
        // Reading it may have taken a while: what it comes to on the page begins in a task of its own.
        await nextTask();
        if (!isCurrent()) return;
        if (result.ok)
          set((state) => ({
            values: { ...state.values, [id]: result.value },
            status: { ...state.status, [id]: { kind: 'ready' } },
          }));
        else setStatus(id, { kind: 'failed', failure: result.failure });
      } catch (error) {
        // A decoder that throws is a bug, but the rest of the atlas goes on and the person can say what happened.
        if (!isCurrent()) return;
        const failure: Failure = {
          reason: 'artefact-threw',
          message: `Reading ${id} failed: ${error instanceof Error ? error.message : String(error)}`,
          nextStep: 'Reload the page; if it happens again, report this message.',
          values: { file: id },
        };
        setStatus(id, { kind: 'failed', failure });
      } finally {
        if (isCurrent()) underWay.delete(id);
      }
    };

    return {
      values: {} as Partial<Values>,
      status: {},
      request: (ids) => {
        for (const id of ids) if ((get().status[id]?.kind ?? 'idle') === 'idle') void start(id);
      },
      retry: (id) => {
        if (get().status[id]?.kind === 'failed') void start(id);
      },
      cancel: (id) => {
        const controller = underWay.get(id);
        if (controller === undefined) return;
        underWay.delete(id);
        controller.abort();
        setStatus(id, { kind: 'idle' });
      },
    };
  });
}
