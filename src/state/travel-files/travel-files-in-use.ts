import type { TravelFile } from '../document/circles-state.ts';
import type { ProjectDocument } from '../document/project-document.ts';

/** Own files that are switched on for the engine, whether their content is at hand or not; flows never reach it. */
export function travelFilesInUse({ travelData }: Pick<ProjectDocument, 'travelData'>): readonly TravelFile[] {
  return travelData.files.filter(({ on, kind }) => on && kind !== 'flows');
}
