import type { ProjectDocument } from '../document/project-document.ts';
import { encodeScenario } from './url-scenario.ts';

/** Whether the link leaves out the active scenario because it is too long for one. */
export function leavesOutScenario(document: ProjectDocument): boolean {
  const scenario = document.scenarios.find(({ id }) => id === document.activeScenario);
  return scenario !== undefined && encodeScenario(scenario) === null;
}

/** What a person brought and no link carries. */
export type OwnMatter = 'tables' | 'regions' | 'index' | 'files';

/** What of a person's own the project rests on and its link leaves out. */
export function ownLeftOut({
  ownTables,
  ownRegions,
  ownIndex,
  travelData,
  ownShapes,
}: ProjectDocument): readonly OwnMatter[] {
  const has: Readonly<Record<OwnMatter, boolean>> = {
    tables: ownTables.length > 0,
    regions: ownRegions.length > 0,
    index: ownIndex !== null,
    files: ownShapes.length > 0 || travelData.files.some(({ on }) => on),
  };
  return (['tables', 'regions', 'index', 'files'] as const).filter((matter) => has[matter]);
}
