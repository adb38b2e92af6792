import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { parseProject, serializeProject } from '#state/document/parse-project.ts';
import { openProjectDatabase } from '#state/persistence/project-database.ts';
import { createProjectSession } from '#state/persistence/project-session.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { createProjectStore } from '#state/store.ts';
import { readUrlState, writeUrlState } from '#state/link/url-state.ts';
import { decidingStep, showingStep, type Step } from './state-arbitraries.ts';
import { withoutShowing } from './without-showing.ts';

// A person's way through the atlas: deciding, looking around, undoing, redoing, reloading, sending links and files, in any
// order. After each step the page must show what a plain list of documents says.

/** So far apart that no two steps of the history become one. */
const PAUSE_MS = 60_000;

/** What the page should show: the documents that undo and redo lead to, and the present one. */
interface Expected {
  past: ProjectDocument[];
  present: ProjectDocument;
  future: ProjectDocument[];
}

let clockMs = 0;
let ids = 0;

function openTab() {
  const store = createProjectStore(DEFAULT_DOCUMENT, () => (clockMs += PAUSE_MS));
  const session = createProjectSession({
    store,
    database: openProjectDatabase(),
    locks: undefined,
    nowMs: () => (clockMs += 1),
    newId: () => `p${(ids += 1)}`,
    later: () => () => undefined,
  });
  return { store, session };
}

/** The page: one tab after another on the same storage. */
interface Page {
  tab: ReturnType<typeof openTab>;
}

type Move = fc.AsyncCommand<Expected, Page>;

function agree({ present, past, future }: Expected, { tab }: Page): void {
  const { document, history } = tab.store.getState();
  expect(withoutShowing(document)).toEqual(withoutShowing(present));
  expect([history.past.length, history.future.length]).toEqual([past.length, future.length]);
}

function move(name: string, run: (expected: Expected, page: Page) => void | Promise<void>): Move {
  return {
    check: () => true,
    run: async (expected, page) => {
      await run(expected, page);
      agree(expected, page);
    },
    toString: () => name,
  };
}

const decide = (step: Step) =>
  move('decide', (expected, { tab }) => {
    const before = tab.store.getState();
    before.dispatch(step(before.document));
    const after = tab.store.getState();
    // A choice of what is chosen already is no step.
    if (after.history.past.length === before.history.past.length) {
      expect(after.document).toEqual(before.document);
      return;
    }
    expected.past.push(expected.present);
    expected.present = after.document;
    expected.future = [];
  });

const look = (step: Step) =>
  move('look', (_expected, { tab }) => {
    const { document, dispatch } = tab.store.getState();
    dispatch(step(document));
  });

const undo = move('undo', (expected, { tab }) => {
  tab.store.getState().undo();
  const back = expected.past.pop();
  if (back === undefined) return;
  expected.future.push(expected.present);
  expected.present = back;
});

const redo = move('redo', (expected, { tab }) => {
  tab.store.getState().redo();
  const forth = expected.future.pop();
  if (forth === undefined) return;
  expected.past.push(expected.present);
  expected.present = forth;
});

const reload = move('reload', async (expected, page) => {
  await page.tab.session.flush();
  const { saving, id } = page.tab.session.state.getState();
  const isStored = expected.past.length + expected.future.length > 0;
  if (!isStored && saving === 'new') return;
  expect(saving).toBe('saved');
  const shown = page.tab.store.getState().document;
  page.tab = openTab();
  expect(await page.tab.session.start({ entryProject: id, hasLink: false })).toEqual({ restored: true });
  expect(page.tab.store.getState().document).toEqual(shown);
});

const save = move('save', ({ past, future }, { tab }) =>
  // Nothing decided yet is nothing to save.
  past.length + future.length === 0 ? undefined : tab.session.flush(),
);

const sendLink = move('link', (_expected, { tab }) => {
  const { document } = tab.store.getState();
  const link = writeUrlState(document);
  for (const ground of [document, DEFAULT_DOCUMENT]) {
    const { dropped, document: restored } = readUrlState(link, ground);
    // What is left out is only what names own data or own regions that are not there.
    expect(dropped.filter(({ reason, text }) => reason !== 'not-here' || !/own~|custom:/.test(text))).toEqual(
      [],
    );
    if (dropped.length === 0) expect(writeUrlState(restored)).toBe(link);
  }
});

const sendFile = move('file', (_expected, { tab }) => {
  const { document } = tab.store.getState();
  expect(parseProject(serializeProject(document))).toEqual({ ok: true, value: { document, dropped: [] } });
});

const moves = fc.commands(
  [
    decidingStep.map(decide),
    decidingStep.map(decide),
    decidingStep.map(decide),
    showingStep.map(look),
    fc.constant(undo),
    fc.constant(undo),
    fc.constant(redo),
    fc.constant(save),
    fc.constant(reload),
    fc.constant(sendLink),
    fc.constant(sendFile),
  ],
  { size: 'medium', maxCommands: 60 },
);

/** Far beyond what it takes: a walk that was given up would go on in the storage of the tests after it. */
const LIMIT_MS = 300_000;

it(
  'any way through the atlas ends where a list of documents says, with everything that was decided kept',
  async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (way) => {
        globalThis.indexedDB = new IDBFactory();
        const tab = openTab();
        await tab.session.start({ entryProject: null, hasLink: false });
        const expected: Expected = { past: [], present: DEFAULT_DOCUMENT, future: [] };
        const page: Page = { tab };
        await fc.asyncModelRun(() => ({ model: expected, real: page }), way);
        while (expected.past.length > 0) await undo.run(expected, page);
        expect(withoutShowing(page.tab.store.getState().document)).toEqual(withoutShowing(DEFAULT_DOCUMENT));
      }),
      { numRuns: 40, seed: 20_261_128 },
    );
  },
  LIMIT_MS,
);
