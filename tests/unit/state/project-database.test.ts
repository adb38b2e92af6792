import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setCircleMinutes } from '#state/commands/circle-commands.ts';
import { renameProject } from '#state/commands/project-commands.ts';
import { moveCamera } from '#state/commands/view-commands.ts';
import type { Command } from '#state/command.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { EMPTY_HISTORY, executeCommand, redo, undo, type Timeline } from '#state/history.ts';
import { openProjectDatabase } from '#state/persistence/project-database.ts';
import type { ProjectDatabase } from '#state/persistence/project-record.ts';

const START: Timeline = { document: DEFAULT_DOCUMENT, history: EMPTY_HISTORY };
const PAUSE_MS = 60_000;

function after(timeline: Timeline, ...commands: readonly Command[]): Timeline {
  return commands.reduce((at, command, step) => executeCommand(at, command, step * PAUSE_MS), timeline);
}

const minutes = (count: number, from = 0) =>
  Array.from({ length: count }, (_, step) => setCircleMinutes(100 + from + step));

const names = (count: number, of: string) =>
  Array.from({ length: count }, (_, step) => renameProject(`${of} ${step}`));

/** Saves over what was saved, as the page does. */
async function save(database: ProjectDatabase, timeline: Timeline, revision: number): Promise<number> {
  const saved = await database.write('p', timeline, revision, 1);
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value;
}

/** What a page that opens later gets. */
async function reopened(): Promise<{ readonly timeline: Timeline; readonly lostHistory: boolean }> {
  const read = await openProjectDatabase().read('p');
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

/** Steps without when they were made. */
function timeless(steps: Timeline['history']['past']) {
  return steps.map(({ command, inverse }) => ({ command, inverse }));
}

/** Documents and steps of a timeline. */
function told({ document, history }: Timeline) {
  return { document, past: timeless(history.past), future: timeless(history.future) };
}

/** Runs work on the stored records themselves. */
async function onHistories<Value>(
  mode: IDBTransactionMode,
  work: (store: globalThis.IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('chengqun-atlas');
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = database.transaction('histories', mode);
  const asked = work(transaction.objectStore('histories'));
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  database.close();
  return asked.result;
}

/** How the storage writes by itself, for tests that come in between. */
function ownPut(): IDBObjectStore['put'] {
  return Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('stored steps', () => {
  it('a saving writes what is new and nothing else, however long the history', async () => {
    const database = openProjectDatabase();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const written = async (timeline: Timeline, revision: number) => {
      put.mockClear();
      await save(database, timeline, revision);
      return put.mock.calls.length;
    };
    const long = after(START, ...minutes(500));
    const summaryDocumentProgress = 3;
    expect(await written(long, 0)).toBe(summaryDocumentProgress + 500);
    expect(await written(after(long, renameProject('a')), 1)).toBe(summaryDocumentProgress + 1);
    expect(await written(undo(long), 2)).toBe(summaryDocumentProgress);
    const moved = after(undo(long), moveCamera({ center: [100, 30], zoom: 5 }));
    expect(await written(moved, 3)).toBe(summaryDocumentProgress);
    expect(await written(redo(moved), 4)).toBe(summaryDocumentProgress + 1);
    put.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(redo(moved)));
  });

  it('go on from what an earlier page stored', async () => {
    const first = after(START, ...minutes(50));
    await save(openProjectDatabase(), first, 0);
    const database = openProjectDatabase();
    const read = await database.read('p');
    if (!read.ok) throw new Error(read.failure.message);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const next = after(read.value.timeline, renameProject('b'));
    await save(database, next, 1);
    expect(put.mock.calls.length).toBe(4);
    put.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(next));
  });

  it('a new decision after taking back leaves nothing of what it replaces', async () => {
    const database = openProjectDatabase();
    const long = after(START, ...minutes(20));
    let back = long;
    for (let step = 0; step < 15; step += 1) back = undo(back);
    await save(database, long, 0);
    await save(database, back, 1);
    expect((await reopened()).timeline.history.future).toHaveLength(15);
    const other = after(back, renameProject('other'));
    await save(database, other, 2);
    expect(told((await reopened()).timeline)).toEqual(told(other));
    expect(await onHistories('readonly', (store) => store.count())).toBe(1 + 6);
    await database.erase('p');
    expect(await onHistories('readonly', (store) => store.count())).toBe(0);
  });

  it('takes over a history stored whole, as it was until November 2026', async () => {
    const old = undo(after(START, ...minutes(12)));
    await save(openProjectDatabase(), old, 0);
    await onHistories('readwrite', (store) => store.clear() && store.put(old.history, 'p'));
    const page = openProjectDatabase();
    const read = await page.read('p');
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.lostHistory).toBe(false);
    expect(told(read.value.timeline)).toEqual(told(old));
    const next = redo(read.value.timeline);
    await save(page, next, 1);
    expect(await onHistories('readonly', (store) => store.count())).toBe(1 + 12);
    expect(told((await reopened()).timeline)).toEqual(told(next));
  });

  it('gives very many steps to the storage batch by batch, so that the page goes on between them, and keeps all or nothing', async () => {
    const database = openProjectDatabase();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const inOneGo: number[] = [];
    const long = after(START, ...names(1000, 'a'));
    // Counts what is asked for between two turns of the page.
    const count = () => {
      inOneGo.push(put.mock.calls.length);
      put.mockClear();
    };
    const counting = setInterval(count);
    await save(database, long, 0);
    clearInterval(counting);
    count();
    put.mockRestore();
    expect(Math.max(...inOneGo)).toBeLessThan(200);
    expect(inOneGo.reduce((sum, count) => sum + count, 0)).toBe(1003);
    expect(told((await reopened()).timeline)).toEqual(told(long));

    const real = ownPut();
    let steps = 0;
    const refused = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (this.name === 'histories' && (steps += 1) > 700)
        throw new DOMException('refused on purpose', 'QuotaExceededError');
      return real.apply(this, all);
    });
    expect(await openProjectDatabase().write('p', after(START, ...names(1000, 'b')), 1, 1)).toMatchObject({
      ok: false,
      failure: { reason: 'storage-full' },
    });
    refused.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(long));
  });

  it('writes all anew where another page has stored since', async () => {
    const here = openProjectDatabase();
    const mine = after(START, ...minutes(5));
    await save(here, mine, 0);
    const theirs = after(START, ...minutes(9, 50));
    expect(await save(openProjectDatabase(), theirs, 1)).toBe(2);
    expect(await here.write('p', after(mine, renameProject('x')), 1, 1)).toMatchObject({
      ok: false,
      failure: { reason: 'changed-elsewhere' },
    });
    await save(here, mine, 2);
    expect(told((await reopened()).timeline)).toEqual(told(mine));
  });

  it.each([
    ['a step is gone', (store: globalThis.IDBObjectStore) => store.delete(['p', 2])],
    ['a step is junk', (store: globalThis.IDBObjectStore) => store.put({ command: 1 }, ['p', 2])],
    [
      'the mark is beyond the steps',
      (store: globalThis.IDBObjectStore) => store.put({ done: 9, count: 4 }, 'p'),
    ],
    ['the mark is gone', (store: globalThis.IDBObjectStore) => store.delete('p')],
  ])('the document opens without its steps where %s, and is saved whole again', async (_, damage) => {
    const timeline = after(START, ...minutes(4));
    await save(openProjectDatabase(), timeline, 0);
    await onHistories('readwrite', damage as (store: globalThis.IDBObjectStore) => IDBRequest<unknown>);
    const page = openProjectDatabase();
    const read = await page.read('p');
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.lostHistory).toBe(true);
    expect(read.value.timeline).toEqual({ document: timeline.document, history: EMPTY_HISTORY });
    const next = after(read.value.timeline, renameProject('again'));
    await save(page, next, 1);
    expect(told((await reopened()).timeline)).toEqual(told(next));
    expect(await onHistories('readonly', (store) => store.count())).toBe(2);
  });

  it('says that the storage is full also where the browser ends the transaction for it, and leaves what stood', async () => {
    const database = openProjectDatabase();
    const before = after(START, ...minutes(3));
    await save(database, before, 0);
    const real = ownPut();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      const request = real.apply(this, all);
      const { transaction } = this as unknown as { transaction: { _abort: (name: string) => void } };
      if (this.name === 'documents') queueMicrotask(() => transaction._abort('QuotaExceededError'));
      return request;
    });
    expect(await database.write('p', after(before, renameProject('x')), 1, 1)).toMatchObject({
      ok: false,
      failure: { reason: 'storage-full' },
    });
    put.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(before));
    await save(database, after(before, renameProject('y')), 1);
    expect((await reopened()).timeline.document.name).toBe('y');
  });

  it('makes room of deleted projects where the storage is full, and deletes one that cannot be read', async () => {
    const database = openProjectDatabase();
    const before = after(START, ...minutes(3));
    await save(database, before, 0);
    await database.write('gone', before, 0, 1);
    await database.remove('gone', 5);
    const real = ownPut();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (put.mock.calls.length < 3) throw new DOMException('refused on purpose', 'QuotaExceededError');
      return real.apply(this, all);
    });
    const next = after(before, renameProject('x'));
    await save(database, next, 1);
    put.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(next));
    expect(await database.listRemoved()).toEqual({ ok: true, value: [] });
    expect(await onHistories('readonly', (store) => store.count())).toBe(1 + 4);

    await save(database, { document: 'junk' as never, history: EMPTY_HISTORY }, 2);
    expect(await database.read('p')).toMatchObject({ ok: false, failure: { reason: 'project-unreadable' } });
    expect(await database.remove('p', 6)).toEqual({ ok: true, value: null });
    expect(await database.read('p')).toMatchObject({ ok: false, failure: { reason: 'project-missing' } });
    expect(await database.remove('nowhere', 6)).toMatchObject({
      ok: false,
      failure: { reason: 'project-missing' },
    });
  });

  it('writes nothing of a saving of which one part is refused', async () => {
    const database = openProjectDatabase();
    const before = after(START, ...minutes(3));
    await save(database, before, 0);
    const real = ownPut();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (this.name === 'histories') throw new DOMException('refused on purpose', 'QuotaExceededError');
      return real.apply(this, all);
    });
    expect(await database.write('p', after(before, renameProject('x')), 1, 1)).toMatchObject({
      ok: false,
      failure: { reason: 'storage-full' },
    });
    put.mockRestore();
    expect(told((await reopened()).timeline)).toEqual(told(before));
    await save(database, after(before, renameProject('y')), 1);
  });
});
