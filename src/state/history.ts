import type { Command, DocumentPath, Operation } from './command.ts';
import { applyCommand } from './command.ts';
import type { ProjectDocument } from './document/project-document.ts';

/** A step that can be taken back and repeated. */
export interface HistoryEntry {
  readonly command: Command;
  readonly inverse: Command;
  /** When it was last added to, milliseconds. */
  readonly atMs: number;
}

/** Steps done (oldest first) and steps undone (the next to redo last). */
export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** The document together with its history. */
export interface Timeline {
  readonly document: ProjectDocument;
  readonly history: History;
}

/** Nothing done and nothing undone. */
export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Commands of one coalescing key that follow each other within this time are one step. */
const COALESCE_WITHIN_MS = 1_000;

/** Parts of the document that show, not decide: changing only these is no step of the history. */
const VIEW_ONLY_PATHS: readonly DocumentPath[] = [
  ['view', 'workspace'],
  ['view', 'language'],
  ['view', 'theme'],
  ['view', 'camera'],
  ['view', 'selection'],
  ['view', 'openScene'],
  ['view', 'structure'],
  ['comparison', 'shown'],
  ['integration', 'page'],
  ['integration', 'explained'],
];

/** Whether an operation is on what is shown: camera, workspace, selection, open scene, language, theme. */
function isViewOnly({ path }: Operation): boolean {
  return VIEW_ONLY_PATHS.some((prefix) => prefix.every((key, index) => path[index] === key));
}

/**
 * The command as the history keeps it: without what changed nothing. A link names the whole document; kept whole, each
 * step would hold a copy of it. What is only shown stays: it may be another when the step is repeated.
 */
function keptCommand(command: Command, effective: ReadonlySet<Operation>): Command {
  const operations = command.operations.filter((one) => effective.has(one) || isViewOnly(one));
  return { ...command, operations };
}

/** The places that operations assign, or `null` if some move entries of a list. */
function assignedPaths(operations: readonly Operation[]): ReadonlySet<string> | null {
  const paths = new Set<string>();
  for (const operation of operations) {
    if (operation.op === 'insert' || operation.op === 'remove') return null;
    paths.add(operation.path.join('\u0000'));
  }
  return paths;
}

/** Joins two steps into one; plain settings of the same places keep only the first inverse and the last command. */
function mergeEntries(first: HistoryEntry, second: HistoryEntry): HistoryEntry {
  const covered = assignedPaths(first.inverse.operations);
  const paths = assignedPaths(second.inverse.operations);
  const samePlaces = covered !== null && paths !== null && [...paths].every((path) => covered.has(path));
  const replaced = assignedPaths(second.command.operations);
  const firstPaths = assignedPaths(first.command.operations);
  const overwritten =
    replaced !== null && firstPaths !== null && [...firstPaths].every((path) => replaced.has(path));
  return {
    command: overwritten
      ? second.command
      : { ...second.command, operations: [...first.command.operations, ...second.command.operations] },
    inverse: samePlaces
      ? first.inverse
      : { ...second.inverse, operations: [...second.inverse.operations, ...first.inverse.operations] },
    atMs: second.atMs,
  };
}

/**
 * Applies a command and records it, unless it changes nothing or only what is shown. A new step forgets what was undone. A
 * drag that ends where it began leaves no step.
 * @param mayJoin whether the gesture that the last step came from still goes on
 */
export function executeCommand(
  timeline: Timeline,
  command: Command,
  nowMs: number,
  mayJoin = true,
): Timeline {
  const { document, inverse, effective } = applyCommand(timeline.document, command);
  if (document === timeline.document) return timeline;
  if (inverse.operations.every(isViewOnly)) return { document, history: timeline.history };
  const entry: HistoryEntry = { command: keptCommand(command, effective), inverse, atMs: nowMs };
  const { past, future } = timeline.history;
  const last = past.at(-1);
  const joins =
    mayJoin &&
    command.coalesceKey !== undefined &&
    last?.command.coalesceKey === command.coalesceKey &&
    future.length === 0 &&
    nowMs - last.atMs <= COALESCE_WITHIN_MS;
  if (!joins) return { document, history: { past: [...past, entry], future: [] } };
  const joined = mergeEntries(last, entry);
  const leadsBack = applyCommand(document, joined.inverse).document === document;
  const before = past.slice(0, -1);
  return { document, history: { past: leadsBack ? before : [...before, joined], future: [] } };
}

/** Takes the last step back; the same timeline if there is none. */
export function undo(timeline: Timeline): Timeline {
  const entry = timeline.history.past.at(-1);
  if (entry === undefined) return timeline;
  const { document } = applyCommand(timeline.document, entry.inverse);
  return {
    document,
    history: {
      past: timeline.history.past.slice(0, -1),
      future: [...timeline.history.future, entry],
    },
  };
}

/** Repeats the step last undone; the same timeline if there is none. */
export function redo(timeline: Timeline): Timeline {
  const entry = timeline.history.future.at(-1);
  if (entry === undefined) return timeline;
  const { document, inverse } = applyCommand(timeline.document, entry.command);
  return {
    document,
    history: {
      past: [...timeline.history.past, { ...entry, inverse }],
      future: timeline.history.future.slice(0, -1),
    },
  };
}
