import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { addScenario, addScenarioEdit } from '#state/commands/scenario-commands.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { newId } from '#state/new-id.ts';
import { dispatch, projectStore } from '#state/store.ts';

/** Adds a scenario with these edits and makes it the active one. */
export function startScenario(name: string, edits: readonly ScenarioEdit[] = []): void {
  const scenario: Scenario = { id: newId(), name, note: '', edits };
  dispatch(addScenario(projectStore.getState().document, scenario));
}

/** Adds an edit to the active scenario, or to a new one of this name where none is active. */
export function addEdit(edit: ScenarioEdit, nameOfNew: string): void {
  const { document } = projectStore.getState();
  const index = document.scenarios.findIndex(({ id }) => id === document.activeScenario);
  if (index === -1) startScenario(nameOfNew, [edit]);
  else dispatch(addScenarioEdit(document, index, edit));
}
