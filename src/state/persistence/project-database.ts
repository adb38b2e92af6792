import type { DBSchema } from 'idb';
import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import type { HistoryEntry } from '../history.ts';
import { databaseOnUse } from './database-on-use.ts';
import { parseTimeline } from './parse-timeline.ts';
import type { ProjectDatabase, ProjectSummary, RemovedProject, StorageProblem } from './project-record.ts';
import { endWhole, inPieces } from './whole-transaction.ts';
import { changedSteps, isStepByStep, storedHistory, stepsInOrder, type StepKey } from './stored-steps.ts';

interface Schema extends DBSchema {
  summaries: { key: string; value: ProjectSummary };
  documents: { key: string; value: unknown };
  /** Under the project's id how far its steps are done, under id and place each step. */
  histories: { key: string | StepKey; value: unknown };
}

const NAME = 'chengqun-atlas';
const VERSION = 1;
const STORES = ['summaries', 'documents', 'histories'] as const;

function problem(reason: StorageProblem, message: string, nextStep: string): Failure<StorageProblem> {
  return { reason, message, nextStep };
}

const DENIED = problem(
  'storage-denied',
  'The browser does not let this page store anything.',
  'Save the project as a file or keep its link; allowing site data brings back automatic saving.',
);
const FULL = problem(
  'storage-full',
  'The storage of the browser is full: the last changes are not saved.',
  'Save the project as a file, then delete projects you no longer need.',
);
const ELSEWHERE = problem(
  'changed-elsewhere',
  'The project was changed in another tab.',
  'Go on in a copy; nothing of either is lost.',
);
const MISSING = problem(
  'project-missing',
  'The project is no longer stored here.',
  'Choose another one from the list.',
);

function failureOf(error: unknown): Failure<StorageProblem> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return FULL;
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError') return DENIED;
  return problem(
    'storage-failed',
    `Saving failed: ${error instanceof Error ? error.message : String(error)}`,
    'Save the project as a file, then reload the page.',
  );
}

function isRemoved(summary: ProjectSummary): summary is RemovedProject {
  return summary.removedAtMs !== undefined;
}

/** The keys of a project's steps from a place on. */
function stepKeys(id: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, Number.POSITIVE_INFINITY]);
}

async function attempt<Value>(
  work: () => Promise<Result<Value, StorageProblem>>,
): Promise<Result<Value, StorageProblem>> {
  try {
    return await work();
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** A stored project is not the one that a saving goes on from. */
class NotAsExpected extends Error {
  override readonly name = 'NotAsExpected';
  readonly isGone: boolean;
  constructor(isGone: boolean) {
    super('the stored project is another');
    this.isGone = isGone;
  }
}

/**
 * How many steps are given to the storage in one go. Each is copied on the page's thread: thousands at once (the first saving of a
 * history that was stored whole, a copy, a project brought back) would hold the page up for half a second.
 */
const STEPS_AT_ONCE = 100;

/** The steps known to be stored with a revision of a project. */
interface KnownSteps {
  readonly revision: number;
  readonly steps: readonly HistoryEntry[];
}

/**
 * Projects in the browser's IndexedDB. It opens at the first use; if that fails, every later use tries again.
 * Document, steps and summary are written in one transaction, so that a killed tab leaves the last whole state. Of the steps
 * only those are written that are not stored yet: a saving costs the same after the thousandth step as after the first.
 */
export function openProjectDatabase(): ProjectDatabase {
  /** By project; what another tab has stored since then has another revision. */
  const known = new Map<string, KnownSteps>();

  const database = databaseOnUse<Schema>(NAME, VERSION, (db) => {
    for (const store of STORES) db.createObjectStore(store);
  });

  /**
   * Everything is asked for in one go, and ended as soon as the stored revision is known to be the expected one: a page
   * that is killed meanwhile has waited for one answer of the storage, not for three. Only very many steps go one batch
   * after the other.
   */
  const writeNow: ProjectDatabase['write'] = (id, timeline, revision, savedAtMs) =>
    attempt(async () => {
      const { document, history } = timeline;
      const before = known.get(id);
      const stands = before?.revision === revision ? before.steps : [];
      const { put, progress } = changedSteps(history, stands);
      const summary: ProjectSummary = { id, name: document.name, savedAtMs, revision: revision + 1 };
      const transaction = (await database()).transaction(STORES, 'readwrite', { durability: 'relaxed' });
      const histories = transaction.objectStore('histories');
      const [steps = [], ...laterSteps] = inPieces(
        put.map(
          ([place, step]) =>
            () =>
              histories.put(step, [id, place]),
        ),
        STEPS_AT_ONCE,
      );
      const expectRevision = async (): Promise<void> => {
        const stored = await transaction.objectStore('summaries').get(id);
        const isGone = stored === undefined && stands.length > 0;
        if (isGone || (stored !== undefined && stored.revision !== revision)) throw new NotAsExpected(isGone);
        if (laterSteps.length === 0) transaction.commit();
      };
      try {
        const first = [
          expectRevision,
          () => transaction.objectStore('summaries').put(summary, id),
          () => transaction.objectStore('documents').put(document, id),
          // Where nothing is known, whatever may stand there goes first.
          ...(stands.length > progress.count || stands.length === 0
            ? [() => histories.delete(stepKeys(id, stands.length === 0 ? 0 : progress.count))]
            : []),
          () => histories.put(progress, id),
          ...steps,
        ];
        await endWhole(transaction, [first, ...laterSteps]);
      } catch (error) {
        if (!(error instanceof NotAsExpected)) throw error;
        if (!error.isGone) return fail(ELSEWHERE);
        // A project deleted elsewhere while it is open here is simply stored again, with all of its steps.
        known.delete(id);
        return writeNow(id, timeline, revision, savedAtMs);
      }
      known.set(id, { revision: summary.revision, steps: stepsInOrder(history) });
      return succeed(summary.revision);
    });

  const summaries = async (): Promise<readonly ProjectSummary[]> => (await database()).getAll('summaries');

  /** Marks a project as deleted, or no longer so. */
  const mark = (id: string, change: (summary: ProjectSummary) => ProjectSummary) =>
    attempt(async () => {
      const transaction = (await database()).transaction('summaries', 'readwrite');
      const summary = await transaction.store.get(id);
      if (summary === undefined) return fail(MISSING);
      await Promise.all([transaction.store.put(change(summary), id), transaction.done]);
      return succeed(null);
    });

  const erase: ProjectDatabase['erase'] = (id) =>
    attempt(async () => {
      const transaction = (await database()).transaction(STORES, 'readwrite');
      await Promise.all([
        ...STORES.map((store) => transaction.objectStore(store).delete(id)),
        transaction.objectStore('histories').delete(stepKeys(id)),
        transaction.done,
      ]);
      known.delete(id);
      return succeed(null);
    });

  const eraseRemoved: ProjectDatabase['eraseRemoved'] = (beforeMs) =>
    attempt(async () => {
      const old = (await summaries()).filter(isRemoved).filter(({ removedAtMs }) => removedAtMs < beforeMs);
      const erased = await Promise.all(old.map(({ id }) => erase(id)));
      return (
        (erased.find(({ ok }) => !ok) as Result<never, StorageProblem> | undefined) ?? succeed(old.length)
      );
    });

  return {
    list: () =>
      attempt(async () => {
        const kept = (await summaries()).filter((summary) => !isRemoved(summary));
        return succeed(kept.toSorted((a, b) => b.savedAtMs - a.savedAtMs));
      }),
    listRemoved: () =>
      attempt(async () => {
        const removed = (await summaries()).filter(isRemoved);
        return succeed(removed.toSorted((a, b) => b.removedAtMs - a.removedAtMs));
      }),
    read: (id) =>
      attempt(async () => {
        const transaction = (await database()).transaction(STORES);
        const histories = transaction.objectStore('histories');
        const [summary, document, progress, records] = await Promise.all([
          transaction.objectStore('summaries').get(id),
          transaction.objectStore('documents').get(id),
          histories.get(id),
          histories.getAll(stepKeys(id)),
        ]);
        if (summary === undefined || isRemoved(summary)) return fail(MISSING);
        const parsed = parseTimeline(document, storedHistory(progress, records));
        if (!parsed.ok) return parsed;
        const { timeline, lostHistory } = parsed.value;
        if (isStepByStep(progress) && !lostHistory)
          known.set(id, { revision: summary.revision, steps: stepsInOrder(timeline.history) });
        return succeed({ ...summary, ...parsed.value });
      }),
    write: async (...all) => {
      const written = await writeNow(...all);
      if (written.ok || written.failure.reason !== 'storage-full') return written;
      const erased = await eraseRemoved(Number.POSITIVE_INFINITY);
      return erased.ok && erased.value > 0 ? writeNow(...all) : written;
    },
    remove: (id, atMs) => mark(id, (summary) => ({ ...summary, removedAtMs: atMs })),
    bringBack: (id) => mark(id, ({ name, savedAtMs, revision }) => ({ id, name, savedAtMs, revision })),
    erase,
    eraseRemoved,
  };
}
