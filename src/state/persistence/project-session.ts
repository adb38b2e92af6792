import { createStore, type StoreApi } from 'zustand/vanilla';
import { succeed, type Failure, type Result } from '#core/units/result.ts';
import { EMPTY_HISTORY, type Timeline } from '../history.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import type { ProjectStore } from '../store.ts';
import { lockProject, type Locks, type Release } from './project-lock.ts';
import type { ProjectDatabase, StorageProblem, StoredProject } from './project-record.ts';

/**
 * A change is saved once it is drawn, at the latest after this, further ones so long after the last saving began, milliseconds.
 * What a killed browser loses is this and the time one saving takes: 200 together, also where the machine is busy.
 */
export const SAVE_EVERY_MS = 100;

/** How long a deleted project can be brought back, days; sooner it goes only where the storage is full. */
export const KEEP_REMOVED_DAYS = 30;

const DAY_MS = 86_400_000;

/** How the open project stands with the storage. */
export interface SessionState {
  readonly id: string;
  /** `new`: nothing decided yet, nothing stored. */
  readonly saving: 'new' | 'pending' | 'saved' | 'failed';
  /** Why the last saving failed. */
  readonly failure: Failure<StorageProblem> | null;
  /** What a person should know about how the project was opened, until they close the slip. */
  readonly notice: 'copy' | 'lost-history' | null;
}

/** What a session stands on; a test gives its own. */
export interface SessionParts {
  readonly store: StoreApi<ProjectStore>;
  readonly database: ProjectDatabase;
  readonly locks: Locks | undefined;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Calls later, with no delay once the change is drawn; gives what calls it off. */
  readonly later: (work: () => void, delayMs: number) => () => void;
}

/** Where a page begins: in the entry of a project, at a link, or with nothing said. */
export interface SessionStart {
  /** The project whose entry in the browser's history this is (a reload, a restored tab). */
  readonly entryProject: string | null;
  readonly hasLink: boolean;
}

/** The open project of a tab and its storage. */
export interface ProjectSession {
  readonly state: StoreApi<SessionState>;
  /**
   * Opens what the page should begin with and starts saving. `restored` is false where the project is new and a link
   * may still be read into it. `isTooLate` says that the page went on without the storage: what somebody has decided since
   * is not replaced then.
   */
  readonly start: (from: SessionStart, isTooLate?: () => boolean) => Promise<{ readonly restored: boolean }>;
  /** Saves what is not saved yet. */
  readonly flush: () => Promise<void>;
  /** Opens a stored project in place of the present one, which is saved first. */
  readonly open: (id: string) => Promise<Result<null, StorageProblem>>;
  /** Opens a document as a new project; stored from the first decision on, at once with `isKept`. */
  readonly openNew: (document: ProjectDocument, isKept: boolean) => Promise<void>;
  /** Deletes a stored project unless another tab has it open; for {@link KEEP_REMOVED_DAYS} the storage can bring it back. */
  readonly remove: (id: string) => Promise<Result<null, StorageProblem | 'open-elsewhere'>>;
  readonly closeNotice: () => void;
}

const OPEN_ELSEWHERE: Failure<'open-elsewhere'> = {
  reason: 'open-elsewhere',
  message: 'The project is open in another tab.',
  nextStep: 'Close it there first.',
};

/** Creates the session of a tab over its store of the open project. */
export function createProjectSession(parts: SessionParts): ProjectSession {
  const { store, database, locks, nowMs, newId, later } = parts;
  const state = createStore<SessionState>(() => ({
    id: newId(),
    saving: 'new',
    failure: null,
    notice: null,
  }));
  let release: Release | null = null;
  let revision = 0;
  let saved: Timeline = timelineNow();
  let callOff: (() => void) | null = null;
  let writing: Promise<void> | null = null;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  let isKept = false;

  function timelineNow(): Timeline {
    const { document, history } = store.getState();
    return { document, history };
  }

  /** Whether there is something to save: looking around in a project nobody decided anything in is not. */
  function isDue(): boolean {
    const { document, history } = store.getState();
    if (document === saved.document && history === saved.history && !isKept) return false;
    return revision > 0 || isKept || history.past.length > 0 || history.future.length > 0;
  }

  async function writeOnce(): Promise<void> {
    const timeline = timelineNow();
    const { id } = state.getState();
    writtenAtMs = nowMs();
    const result = await database.write(id, timeline, revision, writtenAtMs);
    if (result.ok) {
      revision = result.value;
      saved = timeline;
      isKept = false;
      state.setState({ saving: isDue() ? 'pending' : 'saved', failure: null });
    } else if (result.failure.reason === 'changed-elsewhere') {
      // Never over somebody else's work: from here on this tab's is a copy.
      await adopt(newId(), 0);
      state.setState({ notice: 'copy' });
      isKept = true;
      await writeOnce();
    } else state.setState({ saving: 'failed', failure: result.failure });
  }

  async function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    // What changes while one saving is under way is saved by the next.
    // oxlint-disable-next-line no-unmodified-loop-condition -- set back when the saving ends
    while (writing !== null) await writing;
    if (!isDue()) return;
    writing = writeOnce();
    try {
      await writing;
    } finally {
      writing = null;
    }
    if (state.getState().saving !== 'failed' && isDue()) schedule();
  }

  function schedule(): void {
    if (!isDue()) return;
    if (state.getState().saving !== 'failed') state.setState({ saving: 'pending' });
    const waited = nowMs() - writtenAtMs;
    callOff ??= later(() => void flush(), Math.min(SAVE_EVERY_MS, Math.max(0, SAVE_EVERY_MS - waited)));
  }

  /** Becomes the tab of another stored or new project. */
  async function adopt(id: string, atRevision: number): Promise<void> {
    release?.();
    release = await lockProject(id, locks);
    revision = atRevision;
    state.setState({ id, saving: atRevision > 0 ? 'saved' : 'new', failure: null });
  }

  /** Shows a stored project: itself if this tab can have it, else a copy that is stored from its first change on. */
  async function show(project: StoredProject): Promise<void> {
    const own = await lockProject(project.id, locks);
    saved = project.timeline;
    store.getState().restore(project.timeline);
    if (own === null) {
      await adopt(newId(), 0);
      state.setState({ notice: 'copy' });
      return;
    }
    release?.();
    release = own;
    revision = project.revision;
    state.setState({
      id: project.id,
      saving: 'saved',
      failure: null,
      notice: project.lostHistory ? 'lost-history' : null,
    });
  }

  /** The stored project that a page begins with; `null` = none. */
  async function startProject({ entryProject, hasLink }: SessionStart): Promise<StoredProject | null> {
    if (entryProject !== null) {
      const entry = await database.read(entryProject);
      if (entry.ok) return entry.value;
    }
    if (hasLink) return null;
    const all = await database.list();
    if (!all.ok) {
      state.setState({ saving: 'failed', failure: all.failure });
      return null;
    }
    const [last] = all.value;
    const stored = last === undefined ? null : await database.read(last.id);
    return stored?.ok === true ? stored.value : null;
  }

  return {
    state,
    flush,
    start: async (from, isTooLate = () => false) => {
      const stored = await startProject(from);
      // Late is better than not at all, as long as nothing was decided in what the page began with meanwhile.
      const isUntouched = store.getState().history.past.length === 0;
      const restored = stored !== null && (!isTooLate() || isUntouched);
      if (restored) await show(stored);
      else await adoptQuietly();
      store.subscribe(schedule);
      // What was decided before the storage answered is still to be saved.
      schedule();
      void database.eraseRemoved(nowMs() - KEEP_REMOVED_DAYS * DAY_MS);
      return { restored };
    },
    open: async (id) => {
      await flush();
      const stored = await database.read(id);
      if (!stored.ok) return stored;
      if (id === state.getState().id) return succeed(null);
      const { language, theme } = store.getState().document.view;
      const { timeline } = stored.value;
      const document = { ...timeline.document, view: { ...timeline.document.view, language, theme } };
      await show({ ...stored.value, timeline: { ...timeline, document } });
      return succeed(null);
    },
    openNew: async (document, keep) => {
      await flush();
      const timeline: Timeline = { document, history: EMPTY_HISTORY };
      const id = newId();
      const own = await lockProject(id, locks);
      saved = timeline;
      store.getState().restore(timeline);
      release?.();
      release = own;
      revision = 0;
      isKept = keep;
      state.setState({ id, saving: 'new', failure: null, notice: null });
      if (keep) await flush();
    },
    remove: async (id) => {
      const own = await lockProject(id, locks);
      if (own === null) return { ok: false, failure: OPEN_ELSEWHERE };
      const removed = await database.remove(id, nowMs());
      own();
      return removed;
    },
    closeNotice: () => state.setState({ notice: null }),
  };

  /** Takes the new project's own lock without changing what is said about the storage. */
  async function adoptQuietly(): Promise<void> {
    release = await lockProject(state.getState().id, locks);
    if (store.getState().history.past.length === 0) saved = timelineNow();
  }
}
