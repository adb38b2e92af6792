import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { EMPTY_HISTORY, executeCommand } from '#state/history.ts';
import { parseProjectData } from '#state/document/parse-project.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { readUrlState, writeUrlState } from '#state/link/url-state.ts';
import { decidingStep, showingStep, type Step } from './state-arbitraries.ts';

function walk(steps: readonly Step[]): ProjectDocument {
  let timeline = { document: DEFAULT_DOCUMENT, history: EMPTY_HISTORY };
  for (const step of steps) timeline = executeCommand(timeline, step(timeline.document), 0);
  return timeline.document;
}

const anyWalk = fc.array(fc.oneof(decidingStep, showingStep), { maxLength: 30 });

describe('links', () => {
  it('bring back what they were written from: writing what was read gives the same link', () => {
    fc.assert(
      fc.property(anyWalk, (steps) => {
        const { ownTables, ownRegions, ...walked } = walk(steps);
        const link = writeUrlState({ ...walked, ownTables, ownRegions });
        const { document, dropped } = readUrlState(link, { ...DEFAULT_DOCUMENT, ownTables, ownRegions });
        // A walk may compare a region of its own that it took away since.
        fc.pre(dropped.every(({ reason }) => reason !== 'not-here'));
        expect(writeUrlState(document)).toBe(link);
      }),
    );
  });

  it('never throw and always leave a well-formed document, whatever the text', () => {
    const keys = fc.constantFrom(
      'map',
      'ws',
      'sel',
      'on',
      'opt',
      'from',
      'par',
      'scenario',
      'classes',
      'var',
      '',
    );
    const fragment = fc.oneof(
      fc.string(),
      fc
        .array(fc.tuple(keys, fc.string()), { maxLength: 6 })
        .map((pairs) => pairs.map((p) => p.join('=')).join('&')),
    );
    fc.assert(
      fc.property(fragment, (text) => {
        const { document } = readUrlState(text, DEFAULT_DOCUMENT);
        const checked = parseProjectData(document);
        expect(checked).toEqual({ ok: true, value: { document, dropped: [] } });
      }),
      { numRuns: 300 },
    );
  });
});
