import { createStore, type StoreApi } from 'zustand/vanilla';
import { succeed, type Failure, type Result } from '#core/units/result.ts';
import { EMPTY_HISTORY, type Timeline } from '../history.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { createAutosave, timelineOf, type AutosaveParts } from './autosave.ts';
import { lockProject, type Locks, type Release } from './project-lock.ts';
import type { ProjectDatabase, StorageProblem, StoredProject } from './project-record.ts';
import type { SessionState } from './session-state.ts';

/** How long a deleted project can be brought back, days; sooner it goes only where the storage is full. */
export const KEEP_REMOVED_DAYS = 30;

const DAY_MS = 86_400_000;

/** What a session stands on; a test gives its own. */
export interface SessionParts extends Pick<AutosaveParts, 'store' | 'nowMs' | 'later'> {
  readonly database: ProjectDatabase;
  readonly locks: Locks | undefined;
  readonly newId: () => string;
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

/** How long the storage may say nothing before this is said: until it answers nothing is saved. */
const SILENCE_MS = 10_000;

const SILENT: Failure<StorageProblem> = {
  reason: 'storage-failed',
  message: 'The storage of the browser does not answer.',
  nextStep: 'Save the project as a file, then reload the page.',
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
  const autosave = createAutosave({ ...parts, state, becomeCopy });
  let release: Release | null = null;
  /** The page has a project of its own to save; before that it waits for what it begins with. */
  let hasStarted = false;

  /** Saves what was decided in the present project while the next one was on its way. */
  const leave = (): Promise<void> => (hasStarted ? autosave.flush() : Promise.resolve());

  /** Goes on with the present work under an id of its own. */
  async function becomeCopy(): Promise<void> {
    release?.();
    const id = newId();
    release = await lockProject(id, locks);
    state.setState({ id, saving: 'new', failure: null, notice: 'copy' });
  }

  /** Shows a stored project: itself if this tab can have it, else a copy that is stored from its first change on. */
  async function showStored({ id, timeline, revision, lostHistory }: StoredProject): Promise<void> {
    const own = await lockProject(id, locks);
    if (own === null) return showUnstored(timeline, 'copy');
    await leave();
    show(id, own, timeline, revision, lostHistory ? 'lost-history' : null);
  }

  /** Shows what is not stored, under an id of its own. */
  async function showUnstored(timeline: Timeline, notice: SessionState['notice']): Promise<void> {
    const id = newId();
    const own = await lockProject(id, locks);
    await leave();
    show(id, own, timeline, 0, notice);
  }

  /** Shows another project in place of the present one, which lets go of its lock. */
  function show(
    id: string,
    lock: Release | null,
    timeline: Timeline,
    revision: number,
    notice: SessionState['notice'],
  ): void {
    autosave.countFrom(timeline, revision);
    store.getState().restore(timeline);
    release?.();
    release = lock;
    state.setState({ id, saving: revision > 0 ? 'saved' : 'new', failure: null, notice });
  }

  return {
    state,
    flush: autosave.flush,
    start: async (from, isTooLate = () => false) => {
      const takeBack = later(() => state.setState({ saving: 'failed', failure: SILENT }), SILENCE_MS);
      const first = await firstProject(database, from);
      takeBack();
      if (state.getState().failure === SILENT) state.setState({ saving: 'new', failure: null });
      const stored = first.ok ? first.value : null;
      if (!first.ok) state.setState({ saving: 'failed', failure: first.failure });
      const isUntouched = () => store.getState().history.past.length === 0;
      // Late is better than not at all, as long as nothing was decided in what the page began with meanwhile.
      const restored = stored !== null && (!isTooLate() || isUntouched());
      if (restored) await showStored(stored);
      else {
        release = await lockProject(state.getState().id, locks);
        if (isUntouched()) autosave.countFrom(timelineOf(store), 0);
      }
      hasStarted = true;
      store.subscribe(autosave.schedule);
      // What was decided before the storage answered is still to be saved.
      autosave.schedule();
      void database.eraseRemoved(nowMs() - KEEP_REMOVED_DAYS * DAY_MS);
      return { restored };
    },
    open: async (id) => {
      await autosave.flush();
      const stored = await database.read(id);
      if (!stored.ok) return stored;
      if (id === state.getState().id) return succeed(null);
      const { language, theme } = store.getState().document.view;
      const { timeline } = stored.value;
      const document = { ...timeline.document, view: { ...timeline.document.view, language, theme } };
      await showStored({ ...stored.value, timeline: { ...timeline, document } });
      return succeed(null);
    },
    openNew: async (document, isKept) => {
      await autosave.flush();
      await showUnstored({ document, history: EMPTY_HISTORY }, null);
      if (isKept) await autosave.keep();
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
}

/**
 * The stored project that a page begins with: the one of its entry in the browser's history, else the last; `null` = none.
 * One that cannot be read is asked for once more, and then reported: another in its place would look like a loss.
 */
async function firstProject(
  database: ProjectDatabase,
  { entryProject, hasLink }: SessionStart,
): Promise<Result<StoredProject | null, StorageProblem>> {
  if (entryProject !== null) {
    const entry = await database.read(entryProject);
    if (entry.ok) return entry;
    const { reason } = entry.failure;
    if (reason !== 'project-missing' && reason !== 'project-unreadable') return database.read(entryProject);
  }
  if (hasLink) return succeed(null);
  const all = await database.list();
  if (!all.ok) return all;
  const [last] = all.value;
  const stored = last === undefined ? null : await database.read(last.id);
  return succeed(stored?.ok === true ? stored.value : null);
}
