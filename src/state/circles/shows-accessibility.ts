import { shownWorkspace } from '../open-scene.ts';
import type { ProjectDocument } from '../document/project-document.ts';

/** Whether the map shows what every county reaches, or what the active scenario changes in it. */
export function showsAccessibility(document: ProjectDocument): boolean {
  const workspace = shownWorkspace(document);
  return workspace === 'scenario'
    ? document.comparison.shown === 'accessibility' && document.activeScenario !== null
    : workspace === 'circles' && document.circles.accessibility;
}
