import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#state/command.ts';
import { openLink } from '#state/commands/link-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { EMPTY_HISTORY, executeCommand, redo, undo, type Timeline } from '#state/history.ts';
import { parseProject, serializeProject } from '#state/document/parse-project.ts';
import { readUrlState } from '#state/link/url-state.ts';
import { decidingStep, showingStep, type Step } from './state-arbitraries.ts';
import { withoutShowing } from './without-showing.ts';

const START: Timeline = { document: DEFAULT_DOCUMENT, history: EMPTY_HISTORY };

/** Walks with irregular pauses, so that some steps coalesce and some don't. */
function walk(steps: readonly (readonly [Step, number])[], visit?: (timeline: Timeline) => void): Timeline {
  let timeline = START;
  let nowMs = 0;
  for (const [step, pauseMs] of steps) {
    nowMs += pauseMs;
    timeline = executeCommand(timeline, step(timeline.document), nowMs);
    visit?.(timeline);
  }
  return timeline;
}

function undoAll(timeline: Timeline): Timeline {
  let current = timeline;
  while (current.history.past.length > 0) current = undo(current);
  return current;
}

function redoAll(timeline: Timeline): Timeline {
  let current = timeline;
  while (current.history.future.length > 0) current = redo(current);
  return current;
}

const pause = fc.constantFrom(10, 400, 5_000);
const decidingWalk = fc.array(fc.tuple(decidingStep, pause), { maxLength: 40 });
const anyWalk = fc.array(fc.tuple(fc.oneof(decidingStep, showingStep), pause), { maxLength: 40 });

describe('commands', () => {
  it('are taken back exactly by their inverse, and leave the given document alone', () => {
    fc.assert(
      fc.property(anyWalk, fc.oneof(decidingStep, showingStep), (steps, last) => {
        const { document } = walk(steps);
        const before = serializeProject(document);
        const command = last(document);
        const applied = applyCommand(document, command);
        expect(serializeProject(document)).toBe(before);
        expect(applyCommand(applied.document, applied.inverse).document).toEqual(document);
      }),
    );
  });
});

describe('history', () => {
  it('undone to the start is the start, redone to the end is the end', () => {
    fc.assert(
      fc.property(decidingWalk, (steps) => {
        const end = walk(steps);
        const start = undoAll(end);
        expect(start.document).toEqual(DEFAULT_DOCUMENT);
        expect(redoAll(start).document).toEqual(end.document);
      }),
    );
  });

  it('keeps of a link only what it changed, and where it shows it', () => {
    const { document } = readUrlState('#ws=circles&from=510100&min=45', DEFAULT_DOCUMENT);
    const { history } = executeCommand(START, openLink(document), 0);
    const [entry] = history.past;
    const changed = entry?.command.operations.filter(({ path: [part] }) => part !== 'view');
    expect(changed?.map(({ path }) => path)).toEqual([['circles']]);
    expect(entry?.command.operations).toContainEqual({
      op: 'set',
      path: ['view', 'workspace'],
      value: 'circles',
    });
    expect(JSON.stringify(entry).length).toBeLessThan(6_000);
  });

  it('takes back every decision while looking around stays', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        const end = walk(steps);
        const start = undoAll(end);
        expect(withoutShowing(start.document)).toEqual(withoutShowing(START.document));
        expect(withoutShowing(redoAll(start).document)).toEqual(withoutShowing(end.document));
      }),
    );
  });

  it('shows after one undo a document that was there before', () => {
    fc.assert(
      fc.property(decidingWalk, (steps) => {
        const seen = [serializeProject(DEFAULT_DOCUMENT)];
        const end = walk(steps, ({ document }) => seen.push(serializeProject(document)));
        const back = undo(end);
        expect(seen.map((text) => JSON.parse(text) as unknown)).toContainEqual(back.document);
      }),
    );
  });
});

describe('serialise and parse', () => {
  it('give back what any walk reached, with nothing dropped', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        const { document } = walk(steps);
        const read = parseProject(serializeProject(document));
        expect(read).toEqual({ ok: true, value: { document, dropped: [] } });
      }),
    );
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseProject(text);
      }),
    );
  });

  it('keeps a document well-formed when any one part of the file is replaced by junk', () => {
    const sections = [
      'view',
      'integration',
      'circles',
      'scenarios',
      'scenes',
      'activeScenario',
      'name',
    ] as const;
    fc.assert(
      fc.property(anyWalk, fc.constantFrom(...sections), fc.jsonValue(), (steps, section, junk) => {
        const { document } = walk(steps);
        const read = parseProject(JSON.stringify({ ...document, [section]: junk }));
        if (!read.ok) throw new Error('the envelope was fine');
        // What was read is itself a good project: nothing more is dropped from it.
        const again = parseProject(serializeProject(read.value.document));
        expect(again).toEqual({ ok: true, value: { document: read.value.document, dropped: [] } });
      }),
    );
  });
});
