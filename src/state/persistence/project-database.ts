import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { fail, succeed, type Failure, type Result } from '#core/units/result.ts';
import type { HistoryEntry } from '../history.ts';
import { parseTimeline } from './parse-timeline.ts';
import type { ProjectDatabase, ProjectSummary, StorageProblem } from './project-record.ts';
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
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  /** By project; what another tab has stored since then has another revision. */
  const known = new Map<string, KnownSteps>();

  const database = async (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(NAME, VERSION, {
      upgrade: (db) => {
        for (const store of STORES) db.createObjectStore(store);
      },
      // A newer atlas in another tab waits for this one: let it go on, and open again at the next saving.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        opening = null;
      },
      terminated: () => {
        opening = null;
      },
    });
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  };

  return {
    list: () =>
      attempt(async () => {
        const all = await (await database()).getAll('summaries');
        return succeed(all.toSorted((a, b) => b.savedAtMs - a.savedAtMs));
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
        if (summary === undefined) return fail(MISSING);
        const parsed = parseTimeline(document, storedHistory(progress, records));
        if (!parsed.ok) return parsed;
        const { timeline, lostHistory } = parsed.value;
        if (isStepByStep(progress) && !lostHistory)
          known.set(id, { revision: summary.revision, steps: stepsInOrder(timeline.history) });
        return succeed({ ...summary, ...parsed.value });
      }),
    write: (id, { document, history }, revision, savedAtMs) =>
      attempt(async () => {
        const transaction = (await database()).transaction(STORES, 'readwrite', { durability: 'relaxed' });
        const summaries = transaction.objectStore('summaries');
        const stored = await summaries.get(id);
        // A project deleted elsewhere while it is open here is simply stored again.
        if (stored !== undefined && stored.revision !== revision) {
          await transaction.done;
          return fail(ELSEWHERE);
        }
        const summary: ProjectSummary = { id, name: document.name, savedAtMs, revision: revision + 1 };
        const before = known.get(id);
        const stands = before !== undefined && before.revision === stored?.revision ? before.steps : [];
        const histories = transaction.objectStore('histories');
        const { put, progress } = changedSteps(history, stands);
        await Promise.all([
          summaries.put(summary, id),
          transaction.objectStore('documents').put(document, id),
          // Where nothing is known, whatever may stand there goes first.
          ...(stands.length > progress.count || stands.length === 0
            ? [histories.delete(stepKeys(id, stands.length === 0 ? 0 : progress.count))]
            : []),
          ...put.map(([place, step]) => histories.put(step, [id, place])),
          histories.put(progress, id),
          transaction.done,
        ]);
        known.set(id, { revision: summary.revision, steps: stepsInOrder(history) });
        return succeed(summary.revision);
      }),
    remove: (id) =>
      attempt(async () => {
        const transaction = (await database()).transaction(STORES, 'readwrite');
        await Promise.all([
          ...STORES.map((store) => transaction.objectStore(store).delete(id)),
          transaction.objectStore('histories').delete(stepKeys(id)),
          transaction.done,
        ]);
        known.delete(id);
        return succeed(null);
      }),
  };
}
