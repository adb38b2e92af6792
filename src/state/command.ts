import type { ProjectDocument } from './document/project-document.ts';
import { equalData } from './document/equal-data.ts';

/** A place in the document: property names and array indices from the root. */
export type DocumentPath = readonly (string | number)[];

/** One step of a patch, as plain data. */
export type Operation =
  | { readonly op: 'set'; readonly path: DocumentPath; readonly value: unknown }
  /** Takes a key out of a record. */
  | { readonly op: 'delete'; readonly path: DocumentPath }
  /** Puts a value into an array before the index that ends the path. */
  | { readonly op: 'insert'; readonly path: DocumentPath; readonly value: unknown }
  /** Takes the array entry at the index that ends the path. */
  | { readonly op: 'remove'; readonly path: DocumentPath };

/**
 * A change of the document as data. `verb` names it for the undo menu (`command.<verb>` in the language files).
 * Commands of the same `coalesceKey` in quick succession and from one gesture (a slider being dragged, a name being typed)
 * are one step of the history. What is chosen at once (a switch, a list) has none: each choice is a step.
 */
export interface Command {
  readonly verb: string;
  readonly operations: readonly Operation[];
  readonly coalesceKey?: string;
}

/** The changed document and the command that takes the change back. The same document object if nothing changed. */
export interface AppliedCommand {
  readonly document: ProjectDocument;
  readonly inverse: Command;
  /** The operations that changed something. */
  readonly effective: ReadonlySet<Operation>;
}

/** A command that does not fit the document: a bug in the caller, or a damaged stored history. */
export class InvalidCommandError extends Error {
  override readonly name = 'InvalidCommandError';
}

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

interface StepResult {
  readonly container: Container;
  readonly inverse: Operation | null;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function checkKey(container: Container, key: string | number): void {
  if (
    Array.isArray(container)
      ? typeof key !== 'number' || !Number.isInteger(key) || key < 0
      : typeof key !== 'string'
  )
    throw new InvalidCommandError(
      `"${key}" is no key of ${Array.isArray(container) ? 'an array' : 'an object'}`,
    );
  if (typeof key === 'string' && FORBIDDEN_KEYS.has(key))
    throw new InvalidCommandError(`"${key}" is not allowed`);
}

function has(container: Container, key: string | number): boolean {
  return Array.isArray(container) ? Number(key) < container.length : Object.hasOwn(container, key);
}

function read(container: Container, key: string | number): unknown {
  return (container as Record<string | number, unknown>)[key];
}

function withValue(container: Container, key: string | number, value: unknown): Container {
  if (Array.isArray(container)) return container.with(Number(key), value);
  return { ...(container as Record<string, unknown>), [key]: value };
}

function setLeaf(container: Container, key: string | number, path: DocumentPath, value: unknown): StepResult {
  const existed = has(container, key);
  if (!existed && Array.isArray(container)) throw new InvalidCommandError(`index ${key} is beyond the array`);
  const before = read(container, key);
  if (existed && equalData(before, value)) return { container, inverse: null };
  return {
    container: withValue(container, key, value),
    inverse: existed ? { op: 'set', path, value: before } : { op: 'delete', path },
  };
}

function deleteLeaf(container: Container, key: string | number, path: DocumentPath): StepResult {
  if (Array.isArray(container)) throw new InvalidCommandError('delete is for records, remove for arrays');
  if (!has(container, key)) return { container, inverse: null };
  const rest: Record<string, unknown> = { ...(container as Record<string, unknown>) };
  delete rest[key];
  return { container: rest, inverse: { op: 'set', path, value: read(container, key) } };
}

function insertLeaf(
  container: Container,
  key: string | number,
  path: DocumentPath,
  value: unknown,
): StepResult {
  if (!Array.isArray(container) || Number(key) > container.length)
    throw new InvalidCommandError(`nothing can be inserted at ${path.join('.')}`);
  return { container: container.toSpliced(Number(key), 0, value), inverse: { op: 'remove', path } };
}

function removeLeaf(container: Container, key: string | number, path: DocumentPath): StepResult {
  if (!Array.isArray(container) || !has(container, key))
    throw new InvalidCommandError(`nothing stands at ${path.join('.')}`);
  return {
    container: container.toSpliced(Number(key), 1),
    inverse: { op: 'insert', path, value: read(container, key) },
  };
}

/** Applies an operation to the container that holds the last key of its path. */
function applyAtLeaf(container: Container, key: string | number, operation: Operation): StepResult {
  const { op, path } = operation;
  if (op === 'set') return setLeaf(container, key, path, operation.value);
  if (op === 'insert') return insertLeaf(container, key, path, operation.value);
  return op === 'delete' ? deleteLeaf(container, key, path) : removeLeaf(container, key, path);
}

function applyOperation(container: Container, operation: Operation, depth: number): StepResult {
  const key = operation.path[depth];
  if (key === undefined) throw new InvalidCommandError('an operation needs a path');
  checkKey(container, key);
  if (depth === operation.path.length - 1) return applyAtLeaf(container, key, operation);
  const child = has(container, key) ? read(container, key) : undefined;
  if (!isContainer(child))
    throw new InvalidCommandError(`${operation.path.slice(0, depth + 1).join('.')} holds nothing to change`);
  const changed = applyOperation(child, operation, depth + 1);
  if (changed.inverse === null) return { container, inverse: null };
  return { container: withValue(container, key, changed.container), inverse: changed.inverse };
}

/**
 * Applies a command without touching the given document. Applying the inverse to the result gives the
 * document back. Steps that change nothing leave no trace in the inverse.
 * @throws InvalidCommandError when a path does not exist in the document
 */
export function applyCommand(document: ProjectDocument, command: Command): AppliedCommand {
  let current: Container = document as unknown as Container;
  const inverses: Operation[] = [];
  const effective = new Set<Operation>();
  for (const operation of command.operations) {
    const step = applyOperation(current, operation, 0);
    current = step.container;
    if (step.inverse === null) continue;
    inverses.push(step.inverse);
    effective.add(operation);
  }
  return {
    document: current as unknown as ProjectDocument,
    inverse: { verb: command.verb, operations: inverses.reverse() },
    effective,
  };
}
