import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setCircleMinutes } from '#state/commands/circle-commands.ts';
import { renameProject } from '#state/commands/project-commands.ts';
import { moveCamera } from '#state/commands/view-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { EMPTY_HISTORY } from '#state/history.ts';
import { openProjectDatabase } from '#state/persistence/project-database.ts';
import type { Locks } from '#state/persistence/project-lock.ts';
import type { ProjectDatabase } from '#state/persistence/project-record.ts';
import { createProjectSession, type SessionStart } from '#state/persistence/project-session.ts';
import { createProjectStore } from '#state/store.ts';

const NOTHING: SessionStart = { entryProject: null, hasLink: false };

/** Locks of one browser, shared by its tabs. */
function browserLocks(): Locks {
  const taken = new Set<string>();
  return {
    request: (async (name: string, _options: unknown, hold: (lock: object | null) => Promise<void>) => {
      if (taken.has(name)) return hold(null);
      taken.add(name);
      await hold({});
      taken.delete(name);
    }) as unknown as LockManager['request'],
  };
}

/** Something to wait for, given by hand. */
function signal() {
  const all: (() => void)[] = [];
  const given = new Promise<void>((resolve) => all.push(resolve));
  return { given, give: () => all.forEach((resolve) => resolve()) };
}

let ids = 0;

/** A tab: its own store and session over the shared storage. */
function openTab(locks: Locks | undefined, database = openProjectDatabase()) {
  const store = createProjectStore(DEFAULT_DOCUMENT, () => ids);
  const session = createProjectSession({
    store,
    database,
    locks,
    nowMs: () => (ids += 1),
    newId: () => `p${(ids += 1)}`,
    later: () => () => undefined,
  });
  const { dispatch, undo, redo } = store.getState();
  return { session, dispatch, undo, redo, shown: () => store.getState().document };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('project session', () => {
  it('brings the last project back with its steps, undone ones included', async () => {
    const first = openTab(browserLocks());
    expect(await first.session.start(NOTHING)).toEqual({ restored: false });
    for (const minutes of [20, 40, 90]) first.dispatch(setCircleMinutes(minutes));
    first.dispatch(renameProject('成渝'));
    first.undo();
    await first.session.flush();
    expect(first.session.state.getState().saving).toBe('saved');

    const second = openTab(browserLocks());
    expect(await second.session.start(NOTHING)).toEqual({ restored: true });
    expect(second.shown()).toEqual(first.shown());
    second.redo();
    expect(second.shown().name).toBe('成渝');
    second.undo();
    second.undo();
    expect(second.shown()).toEqual({ ...first.shown(), circles: DEFAULT_DOCUMENT.circles });
  });

  it('asks once more for a project that could not be read, and says so rather than showing another', async () => {
    const first = openTab(browserLocks());
    await first.session.start(NOTHING);
    first.dispatch(renameProject('成渝'));
    await first.session.flush();
    const from = { entryProject: first.session.state.getState().id, hasLink: true };
    const real = openProjectDatabase();
    const failing = (times: number): ProjectDatabase => {
      let left = times;
      return {
        ...real,
        read: (id) =>
          left-- > 0
            ? Promise.resolve({
                ok: false,
                failure: { reason: 'storage-failed', message: 'lost', nextStep: 'reload' },
              })
            : real.read(id),
      };
    };
    const once = openTab(browserLocks(), failing(1));
    expect(await once.session.start(from)).toEqual({ restored: true });
    expect(once.shown().name).toBe('成渝');
    const always = openTab(browserLocks(), failing(9));
    expect(await always.session.start(from)).toEqual({ restored: false });
    expect(always.session.state.getState()).toMatchObject({
      saving: 'failed',
      failure: { reason: 'storage-failed' },
    });
  });

  it('says when the storage does not answer, and takes it back when it does', async () => {
    const answer = signal();
    const real = openProjectDatabase();
    const waiting: (() => void)[] = [];
    const store = createProjectStore(DEFAULT_DOCUMENT, () => ids);
    const session = createProjectSession({
      store,
      database: { ...real, list: () => answer.given.then(() => real.list()) },
      locks: browserLocks(),
      nowMs: () => (ids += 1),
      newId: () => `p${(ids += 1)}`,
      later: (work) => {
        waiting.push(work);
        return () => undefined;
      },
    });
    const starting = session.start(NOTHING);
    waiting.forEach((work) => work());
    expect(session.state.getState()).toMatchObject({
      saving: 'failed',
      failure: { reason: 'storage-failed' },
    });
    answer.give();
    await starting;
    expect(session.state.getState()).toMatchObject({ saving: 'new', failure: null });
  });

  it('brings the last project back also when the storage comes late, but never over what was decided meanwhile', async () => {
    const first = openTab(browserLocks());
    await first.session.start(NOTHING);
    first.dispatch(renameProject('成渝'));
    await first.session.flush();

    const waiting = openTab(browserLocks());
    expect(await waiting.session.start(NOTHING, () => true)).toEqual({ restored: true });
    expect(waiting.shown().name).toBe('成渝');

    const working = openTab(browserLocks());
    working.dispatch(renameProject('珠三角'));
    expect(await working.session.start(NOTHING, () => true)).toEqual({ restored: false });
    expect(working.shown().name).toBe('珠三角');
    await working.session.flush();
    const all = await openProjectDatabase().list();
    expect(all.ok && all.value.map(({ name }) => name)).toEqual(['珠三角', '成渝']);
  });

  it('saves a change at once, and those of a drag every 100 ms', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const store = createProjectStore(DEFAULT_DOCUMENT, () => Date.now());
    const real = openProjectDatabase();
    const savedAt: number[] = [];
    const begin = Date.now();
    const session = createProjectSession({
      store,
      database: {
        ...real,
        write: () => {
          savedAt.push(Date.now() - begin);
          return Promise.resolve({ ok: true, value: savedAt.length });
        },
      },
      locks: undefined,
      nowMs: () => Date.now(),
      newId: () => 'p',
      later: (work, delayMs) => {
        const handle = setTimeout(work, delayMs);
        return () => clearTimeout(handle);
      },
    });
    await session.start({ entryProject: null, hasLink: true });
    for (let step = 0; step < 20; step += 1) {
      store.getState().dispatch(setCircleMinutes(61 + step));
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(savedAt).toEqual([0, 100, 200, 300, 400]);
    store.getState().dispatch(setCircleMinutes(33));
    await vi.advanceTimersByTimeAsync(0);
    expect(savedAt.at(-1)).toBe(1400);
    vi.useRealTimers();
  });

  it('stores nothing for looking around, and nothing for a link until something is decided', async () => {
    const tab = openTab(browserLocks());
    const database = openProjectDatabase();
    await tab.session.start({ entryProject: null, hasLink: true });
    tab.dispatch(moveCamera({ center: [100, 30], zoom: 5 }));
    await tab.session.flush();
    expect(await database.list()).toEqual({ ok: true, value: [] });
    tab.dispatch(setCircleMinutes(33));
    await tab.session.flush();
    expect(await database.list()).toMatchObject({ ok: true, value: [{ revision: 1 }] });
  });

  it('opens a link beside the saved project, never over it', async () => {
    const first = openTab(browserLocks());
    await first.session.start(NOTHING);
    first.dispatch(renameProject('mine'));
    await first.session.flush();
    const second = openTab(browserLocks());
    expect(await second.session.start({ entryProject: null, hasLink: true })).toEqual({ restored: false });
    second.dispatch(renameProject('sent'));
    await second.session.flush();
    const all = await openProjectDatabase().list();
    expect(all.ok && all.value.map(({ name }) => name)).toEqual(['sent', 'mine']);
  });

  it.each([
    ['with locks', browserLocks],
    ['without locks', (): Locks | undefined => undefined],
  ] as const)('gives a second tab on one project a copy and says so, %s', async (_, makeLocks) => {
    const locks = makeLocks();
    const first = openTab(locks);
    await first.session.start(NOTHING);
    first.dispatch(renameProject('mine'));
    await first.session.flush();
    const second = openTab(locks);
    await second.session.start(NOTHING);
    first.dispatch(setCircleMinutes(20));
    await first.session.flush();
    second.dispatch(setCircleMinutes(77));
    await second.session.flush();
    expect(second.session.state.getState()).toMatchObject({ notice: 'copy', saving: 'saved' });
    const stored = await openProjectDatabase().read(first.session.state.getState().id);
    expect(stored.ok && stored.value.timeline.document.circles.minutes).toBe(20);
    expect(second.session.state.getState().id).not.toBe(first.session.state.getState().id);
  });

  it('never stores a copy of another tab’s project under the one that was open before', async () => {
    const shared = browserLocks();
    const other = openTab(shared);
    await other.session.start(NOTHING);
    other.dispatch(renameProject('theirs'));
    await other.session.flush();
    const theirs = other.session.state.getState().id;

    const asked = signal();
    const letThrough = signal();
    let isSlow = false;
    const slow: Locks = {
      request: (async (name: string, options: LockOptions, hold: LockGrantedCallback<void>) => {
        if (isSlow && !name.endsWith(theirs)) {
          asked.give();
          await letThrough.given;
        }
        return shared.request(name, options, hold);
      }) as unknown as LockManager['request'],
    };
    const tab = openTab(slow);
    await tab.session.start({ entryProject: null, hasLink: true });
    tab.dispatch(renameProject('mine'));
    await tab.session.flush();
    const mine = tab.session.state.getState().id;

    isSlow = true;
    const opening = tab.session.open(theirs);
    await asked.given;
    // Decided while the other one is on its way: of this one still, and not lost.
    tab.dispatch(setCircleMinutes(99));
    letThrough.give();
    await opening;
    const stored = await openProjectDatabase().read(mine);
    expect(stored.ok && stored.value.timeline.document).toMatchObject({
      name: 'mine',
      circles: { minutes: 99 },
    });
    expect(tab.shown().name).toBe('theirs');
    expect(tab.session.state.getState()).toMatchObject({ notice: 'copy' });
  });

  it('says when the storage is full, keeps the work, and saves it when there is room again', async () => {
    const real = openProjectDatabase();
    let isFull = true;
    const database: ProjectDatabase = {
      ...real,
      write: (...all) =>
        isFull
          ? Promise.resolve({
              ok: false,
              failure: { reason: 'storage-full', message: 'full', nextStep: 'delete' },
            })
          : real.write(...all),
    };
    const tab = openTab(browserLocks(), database);
    await tab.session.start(NOTHING);
    tab.dispatch(setCircleMinutes(25));
    await tab.session.flush();
    expect(tab.session.state.getState()).toMatchObject({
      saving: 'failed',
      failure: { reason: 'storage-full' },
    });
    expect(tab.shown().circles.minutes).toBe(25);
    isFull = false;
    await tab.session.flush();
    expect(tab.session.state.getState()).toMatchObject({ saving: 'saved', failure: null });
  });

  it('deletes with a way back, but not what another tab has open', async () => {
    const locks = browserLocks();
    const tab = openTab(locks);
    await tab.session.start(NOTHING);
    tab.dispatch(renameProject('old'));
    await tab.session.flush();
    const old = tab.session.state.getState().id;
    const other = openTab(locks);
    expect(await other.session.remove(old)).toMatchObject({
      ok: false,
      failure: { reason: 'open-elsewhere' },
    });
    await tab.session.openNew({ ...DEFAULT_DOCUMENT, name: 'new' }, true);
    expect(await tab.session.remove(old)).toMatchObject({ ok: true });
    expect(await tab.session.open(old)).toMatchObject({ ok: false, failure: { reason: 'project-missing' } });
    // The way back outlasts the page.
    const later = openTab(browserLocks());
    await later.session.start(NOTHING);
    const database = openProjectDatabase();
    expect(await database.listRemoved()).toMatchObject({ ok: true, value: [{ id: old, name: 'old' }] });
    await database.bringBack(old);
    expect(await database.listRemoved()).toEqual({ ok: true, value: [] });
    expect(await later.session.open(old)).toMatchObject({ ok: true });
    expect(later.shown().name).toBe('old');
    later.undo();
    expect(later.shown().name).toBe('');
  });

  it('erases what was deleted more than 30 days ago, and at once what is to go for good', async () => {
    const database = openProjectDatabase();
    const timeline = { document: DEFAULT_DOCUMENT, history: EMPTY_HISTORY };
    await Promise.all(['a', 'b', 'c'].map((id) => database.write(id, timeline, 0, 1)));
    const dayMs = 86_400_000;
    ids = 100 * dayMs;
    await database.remove('a', ids - 31 * dayMs);
    await database.remove('b', ids - 29 * dayMs);
    await openTab(undefined).session.start(NOTHING);
    const removed = async () => {
      const list = await database.listRemoved();
      return list.ok ? list.value.map(({ id }) => id) : [];
    };
    await vi.waitFor(async () => expect(await removed()).toEqual(['b']), { timeout: 15_000 });
    await database.erase('b');
    expect(await removed()).toEqual([]);
    expect(await database.list()).toMatchObject({ ok: true, value: [{ id: 'c' }] });
  });

  it('opens a project whose steps are damaged, without them, and says so', async () => {
    const tab = openTab(browserLocks());
    await tab.session.start(NOTHING);
    tab.dispatch(setCircleMinutes(45));
    await tab.session.flush();
    const { id } = tab.session.state.getState();
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('chengqun-atlas');
      opening.addEventListener('error', () => reject(new Error('not opened')));
      opening.addEventListener('success', () => {
        const transaction = opening.result.transaction('histories', 'readwrite');
        const wrong = { verb: 'x', operations: [{ op: 'set', path: ['circles', 'minutes'], value: 'soon' }] };
        transaction
          .objectStore('histories')
          .put({ past: [{ command: wrong, inverse: wrong }], future: [] }, id);
        transaction.addEventListener('complete', () => resolve());
      });
    });
    const again = openTab(browserLocks());
    await again.session.start(NOTHING);
    expect(again.shown().circles.minutes).toBe(45);
    expect(again.session.state.getState().notice).toBe('lost-history');
  });
});
