import type { Command, Operation } from '../command.ts';
import type { ProjectDocument } from '../document/project-document.ts';

type Doc = ProjectDocument;

/** A typed "put this value there": the value must fit the place. */
export function set<A extends keyof Doc>(path: readonly [A], value: Doc[A]): Operation;
export function set<A extends keyof Doc, B extends keyof Doc[A]>(
  path: readonly [A, B],
  value: Doc[A][B],
): Operation;
export function set<A extends keyof Doc, B extends keyof Doc[A], C extends keyof Doc[A][B]>(
  path: readonly [A, B, C],
  value: Doc[A][B][C],
): Operation;
export function set<
  A extends keyof Doc,
  B extends keyof Doc[A],
  C extends keyof Doc[A][B],
  D extends keyof Doc[A][B][C],
>(path: readonly [A, B, C, D], value: Doc[A][B][C][D]): Operation;
export function set(path: readonly PropertyKey[], value: unknown): Operation {
  return { op: 'set', path: path as readonly (string | number)[], value };
}

/** One `set` for each given property of a section. */
export function setEach<A extends 'integration' | 'circles'>(
  section: A,
  changes: Partial<Doc[A]>,
): readonly Operation[] {
  return Object.entries(changes).map(([key, value]) => ({ op: 'set', path: [section, key], value }));
}

/** Puts a command together. */
export function build(verb: string, operations: readonly Operation[], coalesceKey?: string): Command {
  return coalesceKey === undefined ? { verb, operations } : { verb, operations, coalesceKey };
}
