import type { Command } from '../command.ts';
import type { ProjectDocument, Scenario, ScenarioEdit } from '../project-document.ts';
import { build, set } from './build-command.ts';

/** Adds a scenario at the end and makes it the active one. */
export function addScenario(document: ProjectDocument, scenario: Scenario): Command {
  return build('add-scenario', [
    { op: 'insert', path: ['scenarios', document.scenarios.length], value: scenario },
    set(['activeScenario'], scenario.id),
  ]);
}

/** Takes a scenario out; the present becomes active if it was the active one. */
export function removeScenario(document: ProjectDocument, index: number): Command {
  const removed = document.scenarios[index];
  const wasActive = removed !== undefined && removed.id === document.activeScenario;
  return build('remove-scenario', [
    ...(wasActive ? [set(['activeScenario'], null)] : []),
    { op: 'remove', path: ['scenarios', index] },
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

/** Replaces an edit. Coalesces while a stop is dragged or a speed slid. */
export function changeScenarioEdit(index: number, editIndex: number, edit: ScenarioEdit): Command {
  return build(
    'change-scenario-edit',
    [{ op: 'set', path: ['scenarios', index, 'edits', editIndex], value: edit }],
    `scenario-edit:${index}:${editIndex}`,
  );
}

/** Takes an edit out of a scenario. */
export function removeScenarioEdit(index: number, editIndex: number): Command {
  return build('remove-scenario-edit', [{ op: 'remove', path: ['scenarios', index, 'edits', editIndex] }]);
}
