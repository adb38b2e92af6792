import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { Command } from '../command.ts';
import type { ComparisonState, ProjectDocument, Scenario } from '../document/project-document.ts';
import { build, set } from './build-command.ts';

/** Adds a scenario at the end and makes it the active one. */
export function addScenario(document: ProjectDocument, scenario: Scenario): Command {
  return build('add-scenario', [
    { op: 'insert', path: ['scenarios', document.scenarios.length], value: scenario },
    set(['activeScenario'], scenario.id),
  ]);
}

/** Takes a scenario out; the one that takes its place in the list (or the present) becomes active if it was. */
export function removeScenario(document: ProjectDocument, index: number): Command {
  const removed = document.scenarios[index];
  const wasActive = removed !== undefined && removed.id === document.activeScenario;
  const next = document.scenarios[index + 1] ?? document.scenarios[index - 1];
  const compared = document.comparison.compared.filter((id) => id !== removed?.id);
  return build('remove-scenario', [
    ...(wasActive ? [set(['activeScenario'], next?.id ?? null)] : []),
    set(['comparison', 'compared'], compared),
    { op: 'remove', path: ['scenarios', index] },
  ]);
}

/** Puts a copy of a scenario after it and makes the copy the active one. */
export function duplicateScenario(
  document: ProjectDocument,
  index: number,
  copy: Pick<Scenario, 'id' | 'name'>,
): Command {
  const original = document.scenarios[index];
  if (original === undefined) return build('duplicate-scenario', []);
  return build('duplicate-scenario', [
    { op: 'insert', path: ['scenarios', index + 1], value: { ...original, ...copy } },
    set(['activeScenario'], copy.id),
  ]);
}

/** Holds another scenario (or with `null` the present) against the map. */
export function activateScenario(id: string | null): Command {
  return build('activate-scenario', [set(['activeScenario'], id)]);
}

/** Changes a scenario's name or note. Coalesces while typing. */
export function describeScenario(index: number, changes: Partial<Pick<Scenario, 'name' | 'note'>>): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['scenarios', index, key], value }) as const,
  );
  return build('describe-scenario', operations, `scenario:${index}:${Object.keys(changes).join(',')}`);
}

/** Adds an edit at the end of a scenario. */
export function addScenarioEdit(document: ProjectDocument, index: number, edit: ScenarioEdit): Command {
  const length = document.scenarios[index]?.edits.length ?? 0;
  return build('add-scenario-edit', [
    { op: 'insert', path: ['scenarios', index, 'edits', length], value: edit },
  ]);
}

/** Takes an edit out of a scenario. */
export function removeScenarioEdit(index: number, editIndex: number): Command {
  return build('remove-scenario-edit', [{ op: 'remove', path: ['scenarios', index, 'edits', editIndex] }]);
}

/** Moves an edit to another place in a scenario's order. */
export function moveScenarioEdit(
  document: ProjectDocument,
  index: number,
  from: number,
  to: number,
): Command {
  const edit = document.scenarios[index]?.edits[from];
  if (edit === undefined) return build('move-scenario-edit', []);
  return build('move-scenario-edit', [
    { op: 'remove', path: ['scenarios', index, 'edits', from] },
    { op: 'insert', path: ['scenarios', index, 'edits', to], value: edit },
  ]);
}

/** Changes what of the comparison is shown. */
export function setComparison(changes: Partial<ComparisonState>): Command {
  return build(
    'set-comparison',
    Object.entries(changes).map(([key, value]) => ({ op: 'set', path: ['comparison', key], value }) as const),
  );
}
