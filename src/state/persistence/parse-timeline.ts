import * as z from 'zod/mini';
import { fail, succeed, type Result } from '#core/units/result.ts';
import { applyCommand } from '../command.ts';
import { EMPTY_HISTORY, type History, type HistoryEntry, type Timeline } from '../history.ts';
import { parseProjectData } from '../document/parse-project.ts';
import type { ProjectDocument } from '../document/project-document.ts';

const path = z.array(z.union([z.string(), z.int().check(z.gte(0))])).check(z.minLength(1), z.maxLength(20));

const commandSchema = z.object({
  verb: z.string(),
  operations: z.array(
    z.union([
      z.object({ op: z.enum(['set', 'insert']), path, value: z.unknown() }),
      z.object({ op: z.enum(['delete', 'remove']), path }),
    ]),
  ),
  coalesceKey: z.optional(z.string()),
});

const stepsSchema = z.array(z.object({ command: commandSchema, inverse: commandSchema }));
const historySchema = z.object({ past: stepsSchema, future: stepsSchema });

/** Steps of an earlier visit are never joined with new ones. */
const LONG_AGO_MS = Number.NEGATIVE_INFINITY;

function entries(steps: z.infer<typeof stepsSchema>): readonly HistoryEntry[] {
  return steps.map((step) => ({ ...step, atMs: LONG_AGO_MS })) as unknown as readonly HistoryEntry[];
}

/** A stored history whose every step fits the document; `null` if any does not. */
function checkedHistory(stored: unknown, document: ProjectDocument): History | null {
  const read = historySchema.safeParse(stored);
  if (!read.success) return null;
  const history: History = { past: entries(read.data.past), future: entries(read.data.future) };
  try {
    const back = history.past.reduceRight((at, { inverse }) => applyCommand(at, inverse).document, document);
    const forth = history.future.reduceRight(
      (at, { command }) => applyCommand(at, command).document,
      document,
    );
    const isGood = [back, forth].every((end) => {
      const parsed = parseProjectData(end);
      return parsed.ok && parsed.value.dropped.length === 0;
    });
    return isGood ? history : null;
  } catch {
    // A step that does not fit throws InvalidCommandError: the history is damaged, the document is not.
    return null;
  }
}

/**
 * Reads a stored document and its steps. A damaged history costs only itself; a document written by an older version
 * is brought up, and then stands without the steps that were made on the older one.
 */
export function parseTimeline(
  document: unknown,
  history: unknown,
): Result<{ readonly timeline: Timeline; readonly lostHistory: boolean }, 'project-unreadable'> {
  const parsed = parseProjectData(document);
  if (!parsed.ok)
    return fail({
      reason: 'project-unreadable',
      message: parsed.failure.message,
      nextStep: parsed.failure.nextStep,
    });
  const checked = checkedHistory(history, parsed.value.document);
  return succeed({
    timeline: { document: parsed.value.document, history: checked ?? EMPTY_HISTORY },
    lostHistory: checked === null,
  });
}
