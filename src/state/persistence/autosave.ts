import type { StoreApi } from 'zustand/vanilla';
import type { Timeline } from '../history.ts';
import type { ProjectStore } from '../store.ts';
import type { ProjectDatabase } from './project-record.ts';
import type { SessionState } from './session-state.ts';

/**
 * A change is saved once it is drawn, at the latest after this, further ones so long after the last saving began, milliseconds.
 * What a killed browser loses is this and the time one saving takes: 200 together, also where the machine is busy.
 */
export const SAVE_EVERY_MS = 100;

/** What is saved, where and when. */
export interface AutosaveParts {
  /** The open project. */
  readonly store: StoreApi<ProjectStore>;
  /** The id it is stored under, and how it stands with the storage, which is written here. */
  readonly state: StoreApi<SessionState>;
  readonly database: Pick<ProjectDatabase, 'write'>;
  readonly nowMs: () => number;
  /** Calls later, with no delay once the change is drawn; gives what calls it off. */
  readonly later: (work: () => void, delayMs: number) => () => void;
  /** Gives the work an id of its own: another tab has stored something else under the present one. */
  readonly becomeCopy: () => Promise<void>;
}

/** The saving of the open project. */
export interface Autosave {
  /** Changes count from here: another project is open, whose stored revision is this; 0 = it is not stored yet. */
  readonly countFrom: (timeline: Timeline, revision: number) => void;
  /** Saves soon what is not saved yet. */
  readonly schedule: () => void;
  /** Saves what is not saved yet. */
  readonly flush: () => Promise<void>;
  /** Saves the project also where nobody has decided anything in it. */
  readonly keep: () => Promise<void>;
}

/** Saves the open project when it has changed, one saving at a time. */
export function createAutosave(parts: AutosaveParts): Autosave {
  const { store, state, database, nowMs, later, becomeCopy } = parts;
  let saved = timelineOf(store);
  let revision = 0;
  let isKept = false;
  let callOff: (() => void) | null = null;
  let writing: Promise<void> | null = null;
  let writtenAtMs = Number.NEGATIVE_INFINITY;

  /** Whether there is something to save: looking around in a project nobody decided anything in is not. */
  function isDue(): boolean {
    if (isKept) return true;
    const { document, history } = store.getState();
    if (document === saved.document && history === saved.history) return false;
    return revision > 0 || history.past.length > 0 || history.future.length > 0;
  }

  function schedule(): void {
    if (!isDue()) return;
    if (state.getState().saving !== 'failed') state.setState({ saving: 'pending' });
    const waited = nowMs() - writtenAtMs;
    callOff ??= later(() => void flush(), Math.min(SAVE_EVERY_MS, Math.max(0, SAVE_EVERY_MS - waited)));
  }

  async function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    // What changes while one saving is under way is saved by the next.
    // oxlint-disable-next-line no-unmodified-loop-condition -- set back when the saving ends
    while (writing !== null) await writing;
    if (!isDue()) return;
    writing = write();
    try {
      await writing;
    } finally {
      writing = null;
    }
    if (state.getState().saving !== 'failed' && isDue()) schedule();
  }

  async function write(): Promise<void> {
    const timeline = timelineOf(store);
    writtenAtMs = nowMs();
    const result = await database.write(state.getState().id, timeline, revision, writtenAtMs);
    if (result.ok) {
      saved = timeline;
      revision = result.value;
      isKept = false;
      state.setState({ saving: isDue() ? 'pending' : 'saved', failure: null });
    } else if (result.failure.reason === 'changed-elsewhere') {
      // Never over somebody else's work: from here on this tab's is a copy.
      await becomeCopy();
      revision = 0;
      isKept = true;
      await write();
    } else state.setState({ saving: 'failed', failure: result.failure });
  }

  return {
    countFrom: (timeline, storedRevision) => {
      saved = timeline;
      revision = storedRevision;
      isKept = false;
    },
    schedule,
    flush,
    keep: () => {
      isKept = true;
      return flush();
    },
  };
}

/** The open project's document with its steps. */
export function timelineOf(store: StoreApi<ProjectStore>): Timeline {
  const { document, history } = store.getState();
  return { document, history };
}
